/** An examination as its page and its paper show it: the same facts for both. */
import { answersSaid, codesOf, formsFor } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import type { ExaminationSeen, OrganSeen, WoundSeen } from './contract.ts'
import { type Wanted, namesOf } from '../call/store/names.ts'
import {
  judgeOrgan,
  mayFinish,
  mayReviewExamination,
  mayStart,
  mayWithdrawExamination,
  mayWrite,
  rangeOf,
} from './rules.ts'
import { pictureSeen } from './picture-seen.ts'
import { picturesOf } from './store/pictures.ts'
import { type DeathRow, seeDeath } from '../call/store/deaths.ts'
import {
  type ExaminationRow,
  type FindingRow,
  type OrderRow,
  type OrganRow,
  type WoundRow,
  findingsOf,
  ordersOf,
  organsOf,
  specimensOf,
  woundsOf,
  writersOf,
} from './store/examinations.ts'

type Language = 'en' | 'es'

export const lineOfExamination = (e: ExaminationRow) => ({
  id: e.id,
  no: e.no,
  kind: e.kind,
  state: e.state,
  pathologist: e.pathologist_name,
  request: e.request,
  at: e.ordered_at,
  dueOn: e.due_on,
})

export async function examinationSeen(
  cx: Cx,
  e: ExaminationRow,
  language: Language = cx.language,
): Promise<ExaminationSeen> {
  const death = await seeDeath(cx, e.root)
  const wounds = await woundsOf(cx, e.id)
  const specimens = await specimensOf(cx, e.root)
  const orders = await ordersOf(cx, [e.root])
  const names = await namesOf(
    cx,
    [
      ['sex', death.sex] as const,
      ...wounds.map((w): Wanted => ['injury-kind', w.kind]),
      ...specimens.map((s): Wanted => ['specimen-kind', s.kind]),
      ...orders.flatMap((o): Wanted[] => [
        ['discipline', o.discipline],
        ['question', o.question],
      ]),
    ],
    language,
  )
  const today = dayOfInstant(cx.now)
  return {
    ...lineOfExamination(e),
    death: e.root,
    number: `${death.number}/${e.no}`,
    person: death.name ?? '',
    sex: death.sex,
    child: death.minor,
    authority: e.authority,
    forWhom: e.for_whom,
    startedAt: e.started_at,
    finishedAt: e.finished_at,
    reviewedBy: e.reviewed_by,
    statureCm: e.stature_cm,
    weightKg: e.weight_kg,
    sections: await sectionsOf(cx, e, language),
    wounds: wounds.filter((w) => !w.removed).map((w) => woundSeen(w, names.text('injury-kind', w.kind))),
    pictures: (await picturesOf(cx, e.id)).map((p) => pictureSeen(cx, p)),
    organs: await organsSeen(cx, e, death, language),
    specimens: specimens.map((s) => ({ ...s, kind: names.of('specimen-kind', s.kind) })),
    orders: orders.map((o) => orderSeen(o, today, names)),
    actions: actionsOf(cx, e, {
      'death.start-examination': mayStart(e, cx.actor.id),
      'death.record-finding': mayWrite(e),
      'death.mark-diagram': mayWrite(e),
      'death.record-organ': mayWrite(e),
      'death.add-picture': { ok: true },
      'death.take-specimen': mayWrite(e),
      'death.recover-item': mayWrite(e),
      'death.order-toxicology': { ok: true },
      'death.finish-examination': mayFinish(e, cx.actor.id),
      'death.withdraw-examination': mayWithdrawExamination(e),
      'death.review-examination': mayReviewExamination(e, cx.actor.id, await writersOf(cx, e.id)),
    }),
  }
}

const woundSeen = (w: WoundRow, name: string): WoundSeen => ({
  no: w.no,
  diagram: w.diagram,
  x: w.x,
  y: w.y,
  kind: { code: w.kind, name },
  sizeMm: w.size_mm,
  depthMm: w.depth_mm,
  words: w.words,
})
const orderSeen = (
  o: OrderRow,
  today: string,
  names: Awaited<ReturnType<typeof namesOf>>,
): ExaminationSeen['orders'][number] => ({
  id: o.id,
  request: o.request,
  number: o.number,
  discipline: names.of('discipline', o.discipline),
  question: names.of('question', o.question),
  state: o.state,
  dueOn: o.due_on,
  daysLate: lateBy(o, today),
  holdsCause: o.holds_cause,
})
export const lateBy = (o: Pick<OrderRow, 'due_on' | 'state'>, today: string): number =>
  o.due_on === null || ['completed', 'declined', 'withdrawn'].includes(o.state)
    ? 0
    : Math.max(0, Math.round((Date.parse(today) - Date.parse(o.due_on)) / 86_400_000))

/** Every section of today’s protocol, answered or not, and what was written under a heading of its own. */
async function sectionsOf(
  cx: Cx,
  e: ExaminationRow,
  language: Language,
): Promise<ExaminationSeen['sections']> {
  const forms = await formsFor(cx, 'examination-protocol', { of: e.kind })
  const found = await findingsOf(cx, e.id)
  const said = await answersSaid(
    cx,
    found.flatMap((f) => (f.form && f.answers ? [{ form: f.form, answers: f.answers as never }] : [])),
    language,
  )
  const known = new Set(forms.map((f) => f.key))
  const seen = (section: string, title: string, form: string | null, f: FindingRow | undefined) => ({
    section,
    title,
    form,
    answers: [...(said.find((s) => s.form.id === f?.form)?.answers ?? [])],
    given: (f?.answers ?? null) as ExaminationSeen['sections'][number]['given'],
    words: f?.words ?? null,
    at: f?.at ?? null,
    by: f?.by ?? null,
  })
  return [
    ...forms.map((f) =>
      seen(
        f.key,
        f[language],
        f.id,
        found.find((one) => one.section === f.key),
      ),
    ),
    ...found
      .filter((f) => !known.has(f.section))
      .map((f) => seen(f.section, f.section.replaceAll('-', ' '), null, f)),
  ]
}

async function organsSeen(
  cx: Cx,
  e: ExaminationRow,
  death: DeathRow,
  language: Language,
): Promise<OrganSeen[]> {
  const list = await codesOf(cx, 'organ')
  const rows = new Map((await organsOf(cx, e.id)).map((o): [string, OrganRow] => [o.organ, o]))
  return list.map((code) => {
    const o = rows.get(code.code)
    const range = rangeOf(code.data, death.sex, death.minor)
    const source = (code.data as { source?: unknown } | null)?.source
    return {
      organ: { code: code.code, name: code[language] },
      weightG: o?.weight_g ?? null,
      absent: o?.absent ?? null,
      low: range?.low ?? null,
      high: range?.high ?? null,
      judged: judgeOrgan(o?.weight_g ?? null, range),
      source: typeof source === 'string' ? source : null,
      words: o?.words ?? null,
      retained: o?.retained ?? false,
      returned: o?.returned ?? false,
    }
  })
}
