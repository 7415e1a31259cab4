/** One attendance as a reader sees it: every part, corrections laid over, contradictions told. */
import { answersSaid, nameOfCode } from '#modules/catalogue/public.ts'
import { announcedAs, mayAnnounceHeld, packagingOf, seeItems } from '#modules/evidence/public.ts'
import { partiesOf, seeCase } from '#modules/cases/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { AttendanceLine, Conflict } from './contract/seen.ts'
import { mended } from './mending.ts'
import { no } from '#kernel/verdict.ts'
import { conflictsOf, knewAll, mayRelease } from './rules.ts'
import { standards } from './rules/identity/identity.ts'
import { bookingOf } from './store/bays.ts'
import { type AttendanceListed, type AttendanceRow, type Written, stepsOf } from './store/attendances.ts'
import {
  checklistsOf,
  collectedOf,
  correctionsOf,
  identitiesOf,
  logOf,
  marksOf,
  measurementsOf,
  settlementsOf,
  sketchesOf,
  statementsOf,
  writersOf,
} from './store/written.ts'
import { position } from './writing.ts'

export async function lineSeen(cx: Cx, r: AttendanceListed): Promise<AttendanceLine> {
  return {
    id: r.id,
    number: r.number,
    case: { id: r.root, number: r.case_number, title: r.case_title },
    sceneType: r.scene_type,
    sceneTypeName: await nameOfCode(cx, 'scene-type', r.scene_type, cx.language),
    place: r.place,
    state: r.state,
    version: r.version,
    unit: r.unit ? { id: r.unit, name: r.unit_name ?? '' } : null,
    lead: { id: r.lead, name: r.lead_name },
    openedAt: r.opened_at,
    photographs: r.photographs,
    items: r.items,
  }
}

const told = (w: Written): { id: string; at: string; recordedAt: string; by: string } => ({
  id: w.id,
  at: w.at,
  recordedAt: w.recorded_at,
  by: w.by_name,
})

export async function logSeen(cx: Cx, a: AttendanceRow) {
  const corrections = await correctionsOf(cx, a.id)
  return (await logOf(cx, a.id)).map((l) =>
    mended({ ...told(l), kind: l.kind, name: l.name, organisation: l.organisation, why: l.why }, corrections),
  )
}
export async function marksSeen(cx: Cx, a: AttendanceRow) {
  const corrections = await correctionsOf(cx, a.id)
  return (await marksOf(cx, a.id)).map((m) =>
    mended(
      {
        ...told(m),
        label: m.label,
        words: m.words,
        spot: m.spot,
        position: position(m),
        photographs: m.photographs,
      },
      corrections,
    ),
  )
}
export async function measurementsSeen(cx: Cx, a: AttendanceRow) {
  const corrections = await correctionsOf(cx, a.id)
  return (await measurementsOf(cx, a.id)).map((m) =>
    mended(
      {
        ...told(m),
        from: m.from_words,
        to: m.to_words,
        value: m.value,
        unit: m.unit,
        method: m.method,
        mark: m.mark,
        words: m.words,
      },
      corrections,
    ),
  )
}
/** What was collected, with how it is packed and who has it now. */
export async function collectedSeen(cx: Cx, a: AttendanceRow) {
  const rows = await collectedOf(cx, a.id)
  const ids = rows.map((r) => r.thing)
  const items = new Map((await seeItems(cx, ids)).map((i) => [i.id, i]))
  const waiting = await announcedAs(cx, ids)
  const packing = ids.length > 0 ? await packagingOf(cx, ids) : new Map()
  const out = []
  for (const r of rows) {
    const item = items.get(r.thing)
    const pack = packing.get(r.thing)
    out.push({
      ...told(r),
      thing: r.thing,
      number: item?.number ?? '',
      description: item?.description ?? '',
      mark: r.mark,
      how: r.how,
      surface: r.surface,
      method: r.method,
      packaging: pack?.type ? await nameOfCode(cx, 'packaging-type', pack.type, cx.language) : null,
      seals: [...(item?.seals ?? [])],
      announced: waiting.get(r.thing) ?? null,
      ready: item !== undefined && mayAnnounceHeld(item, waiting.get(r.thing)?.number ?? null).ok,
      holder: item?.holder ? [item.holder.name, item.holder.where].filter(Boolean).join(', ') : null,
    })
  }
  return out
}
export async function checklistsSeen(cx: Cx, a: AttendanceRow) {
  const rows = await checklistsOf(cx, a.id)
  const said = await answersSaid(
    cx,
    rows.map((r) => ({ form: r.form, answers: r.answers })),
  )
  return rows.map((r, i) => ({
    ...told(r),
    form: said[i]?.form.name ?? '',
    version: said[i]?.form.version ?? 0,
    answers: [...(said[i]?.answers ?? [])],
  }))
}
export async function statementsSeen(cx: Cx, a: AttendanceRow) {
  const rows = await statementsOf(cx, a.id)
  if (rows.length === 0) return []
  const { sexual } = await seeCase(cx, a.root)
  const parties = new Map((await partiesOf(cx, a.root, sexual)).map((p) => [p.id, p.name]))
  return rows.map((s) => ({
    ...told(s),
    name: (s.party ? parties.get(s.party) : s.value?.name) ?? null,
    language: s.language,
    words: s.value?.words ?? null,
    file: s.file ? s.id : null,
  }))
}
export async function identitiesSeen(cx: Cx, a: AttendanceRow) {
  const rows = await identitiesOf(cx, a.id)
  if (rows.length === 0) return []
  const { sexual } = await seeCase(cx, a.root)
  const parties = new Map((await partiesOf(cx, a.root, sexual)).map((p) => [p.id, p]))
  const out = []
  for (const r of rows) {
    const party = parties.get(r.party)
    out.push({
      ...told(r),
      party: r.party,
      name: party?.name ?? null,
      role: party ? await nameOfCode(cx, 'party-role', party.role, cx.language) : '',
      format: r.format,
      formatName: await formatName(cx, r.format),
      // Whose name is protected, of those the text is not told either.
      raw: party?.hidden === null ? r.raw : null,
      failed: r.failed,
      differs: r.differs,
    })
  }
  return out
}
/** Standards have their own names; a card of the laboratory the name of its code. */
const formatName = (cx: Cx, format: string | null): Promise<string> | string =>
  format === null || standards.includes(format)
    ? cx.say(`scenes.identity-${format ?? 'unread'}`)
    : nameOfCode(cx, 'identity-card', format, cx.language)
export async function vehicleSeen(cx: Cx, a: AttendanceRow) {
  const booking = await bookingOf(cx, a.id)
  if (!booking) return null
  const [item] = await seeItems(cx, [booking.thing])
  return {
    id: booking.thing,
    number: item?.number ?? '',
    description: item?.description ?? '',
    holder: item?.holder ? [item.holder.name, item.holder.where].filter(Boolean).join(', ') : null,
    until: booking.until,
    released: booking.state === 'released',
    mayRelease: item
      ? mayRelease(a, { ...item, offered: item.offered_to !== null }, cx.actor.id)
      : no('scenes.booking-released', {}),
  }
}
export const sketchesSeen = async (cx: Cx, a: AttendanceRow) =>
  (await sketchesOf(cx, a.id)).map((s) => ({
    ...told(s),
    sketch: s.sketch,
    seq: s.seq,
    title: s.title,
    drawing: s.drawing,
    svg: s.svg,
  }))

/** Where two people wrote differently, with what was said of it since. */
export async function conflictsIn(cx: Cx, a: AttendanceRow): Promise<Conflict[]> {
  const writers = await writersOf(cx, a.id)
  const by = <T extends { readonly id: string }>(rows: readonly T[]): (T & { person: string })[] =>
    rows.map((r) => ({ ...r, person: writers.get(r.id) ?? '' }))
  const marks = by(await marksSeen(cx, a))
  const collected = by(await collectedSeen(cx, a))
  const checklists = by(await checklistsSeen(cx, a))
  const left = by((await stepsOf(cx, a.id)).filter((s) => s.kind === 'left').map(told))
  const settled = await settlementsOf(cx, a.id)
  const put = new Map(marks.map((m) => [m.id, m.mended.at(-1)?.at ?? '']))
  const heard = new Map(
    [...marks, ...collected, ...checklists, ...left].map((r) => {
      const mendedAt = put.get(r.id) ?? ''
      return [r.id, { ...r, heardAt: mendedAt > r.recordedAt ? mendedAt : r.recordedAt }]
    }),
  )
  return conflictsOf({ marks, collected, checklists, left }).map((c) => {
    const rows = c.rows.flatMap((r) => heard.get(r.id) ?? [])
    const said = settled
      .filter((s) => s.conflict === c.key && c.rows.some((r) => r.id === s.keeps) && knewAll(s, rows))
      .at(-1)
    return {
      key: c.key,
      kind: c.kind,
      text: cx.say(`scenes.conflict-${c.kind}`, { what: c.what }),
      rows: [...c.rows],
      settled: said ? { keeps: said.keeps, words: said.words, by: said.by_name, at: said.recorded_at } : null,
    }
  })
}
export const openConflicts = async (cx: Cx, a: AttendanceRow): Promise<number> =>
  (await conflictsIn(cx, a)).filter((c) => c.settled === null).length
