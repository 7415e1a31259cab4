/** Who may have which papers of this death today, by the laboratory's rule for each asker: for the page, and for whoever releases them. */
import { codesOf } from '#modules/catalogue/public.ts'
import { type Verdict, no, unless, yes } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { type DeathRow, seeDeath } from '../call/store/deaths.ts'
import { deathOfCauseRequest, inquestsOf, relativesOf } from '../certification/store/certifications.ts'
import {
  deathOfOrder,
  examinationOfRequest,
  examinationsOf,
  openExaminationsOf,
  ordersOf,
} from '../examination/store/examinations.ts'
import { picturesOf } from '../examination/store/pictures.ts'
import { effectsOf } from '../morgue/store/bodies.ts'
import {
  mayGiveWhole,
  partOf,
  type RecordPart,
  type RecordsStanding,
  recordsRuleOf,
} from './rules/records.ts'

export interface RecordsFor {
  readonly code: string
  readonly name: string
  readonly parts: readonly { readonly part: RecordPart; readonly state: 'ready' | 'waits' | 'absent' }[]
  /** All parts, at once, or the reason why nothing goes yet. */
  readonly verdict: Verdict
}

/** Every asker that the laboratory names in the list `death-records-rule`. */
export async function recordsFor(cx: Cx, death: DeathRow): Promise<RecordsFor[]> {
  const standing = await standingOf(cx, death)
  return (await codesOf(cx, 'death-records-rule')).map((c) => {
    const rule = recordsRuleOf(c.data)
    return {
      code: c.code,
      name: c[cx.language],
      parts: rule.parts.map((part) => ({ part, state: partOf(part, standing) })),
      verdict: mayGiveWhole(rule, standing),
    }
  })
}

/**
 * Whether somebody who asks as `asker`, a code of the list, may have the papers that answer these requests: part by part, and each death
 * as it stands, whoever of the house sees it; `relative`: which of the entitled a person says that they are. What is no paper of a death is not asked about, and a laboratory without rules holds nothing.
 */
export async function mayHavePapers(
  cx: Cx,
  requests: readonly string[],
  asker: string | null,
  relative: string | null,
): Promise<Verdict> {
  const papers: { death: string; part: RecordPart }[] = []
  for (const request of requests) papers.push(...(await paperOf(cx, request)))
  const rules = papers.length > 0 ? await codesOf(cx, 'death-records-rule') : []
  if (rules.length === 0) return yes
  const said = rules.find((r) => r.code === asker)
  if (!said) return no('death.records-as-whom', {}, 'death.next-records-as-whom')
  const rule = recordsRuleOf(said.data)
  for (const { death, part } of papers) {
    const row = await seeDeath(cx, death, { lock: true })
    const verdict = mayGiveWhole(rule, await standingOf(cx, row))
    if (!verdict.ok) return verdict
    const theirs = unless(
      rule.parts.includes(part),
      no('death.records-not-theirs', { asker: said[cx.language] }, 'death.next-records-not-theirs'),
    )
    if (!theirs.ok) return theirs
    const known = rule.entitled ? await relativesOf(cx, [row.root]) : []
    const who = unless(
      !rule.entitled || known.some((r) => r.entitled && r.id === relative),
      no('death.records-which-relative', {}, 'death.next-records-which-relative'),
    )
    if (!who.ok) return who
  }
  return yes
}

export interface Kin {
  readonly id: string
  readonly name: string
  readonly relation: string
  readonly entitled: boolean
}
/** Who is known as next of kin in the deaths that these papers are about, to somebody who sees those deaths. */
export async function kinOfPapers(cx: Cx, requests: readonly string[]): Promise<Kin[]> {
  const deaths = new Set<string>()
  for (const request of requests) for (const { death } of await paperOf(cx, request)) deaths.add(death)
  const roots: string[] = []
  for (const death of deaths) {
    const row = await seeDeath(cx, death)
    if (!row.may_see) continue
    cx.allow(row)
    roots.push(row.root)
  }
  return (await relativesOf(cx, roots)).map((r) => ({
    id: r.id,
    name: r.value?.name ?? '',
    relation: r.relation,
    entitled: r.entitled,
  }))
}
/** Which part of a death's papers answers this request; nothing where the request is none of a death. */
async function paperOf(cx: Cx, request: string): Promise<{ death: string; part: RecordPart }[]> {
  const examination = await examinationOfRequest(cx, request)
  if (examination) return [{ death: examination.root, part: 'examination-report' }]
  const certified = await deathOfCauseRequest(cx, request)
  if (certified) return [{ death: certified, part: 'certificate' }]
  const ordered = await deathOfOrder(cx, request)
  return ordered ? [{ death: ordered, part: 'toxicology' }] : []
}

async function standingOf(cx: Cx, d: DeathRow): Promise<RecordsStanding> {
  const examinations = await examinationsOf(cx, d.root)
  const open = await openExaminationsOf(cx, d.root)
  let pictures = 0
  for (const e of examinations) pictures += (await picturesOf(cx, e.id)).length
  return {
    manner: d.manner,
    ended: (await inquestsOf(cx, d.root)).some((i) => i.verdict !== null),
    cause: d.cause,
    examination: examinations.length === 0 ? 'none' : open.length > 0 ? 'open' : 'done',
    waiting: (await ordersOf(cx, [d.root], { open: true })).length,
    pictures,
    effects: (await effectsOf(cx, d.root)).length,
    entitled: (await relativesOf(cx, [d.root])).filter((r) => r.entitled).length,
  }
}
