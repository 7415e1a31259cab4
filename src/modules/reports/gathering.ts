/** Gathers everything that a version stands on, once, for the rules, the page, the paper and the twin alike. */
import { type CaseCard, caseCard } from '#modules/cases/public.ts'
import {
  type StatutoryLimit,
  codesOf,
  limitsFor,
  namesOfCodes,
  unconfirmed,
} from '#modules/catalogue/public.ts'
import { type ItemRow, type PackagingFacts, packagingOf, seeItems } from '#modules/evidence/public.ts'
import { type DeathPaper, paperOfRequest } from '#modules/death/public.ts'
import { deviationsFor } from '#modules/quality/public.ts'
import { type Result, resultsFor, unaccountedRuns, workOf, writersOf } from '#modules/results/public.ts'
import { type RequestNow, seeRequest } from '#modules/work/public.ts'
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import type { Grounds, Reported, TestSeen } from './rules.ts'
import { dayOf } from './paper-dates.ts'
import { inclusionsOf, otherLive, remarkOf } from './store/versions.ts'

export type Work = Awaited<ReturnType<typeof workOf>>[number]
export interface Subject {
  readonly id: string | null
  readonly report: string | null
  readonly request: string
  readonly question: string
  readonly language: 'en' | 'es'
}
export interface Gathered {
  readonly request: RequestNow
  readonly card: CaseCard
  readonly items: readonly ItemRow[]
  readonly packaging: Map<string, PackagingFacts>
  /** Packaging in words of the paper's language, as recorded at intake. */
  readonly packed: Map<string, { words: string; seals: string[]; later: string[] }>
  readonly questionName: string
  /** Kinds of the numbers that others gave the case, in words. */
  readonly aliasNames: Map<string, string>
  /** The limits decided against, by id. */
  readonly limits: Map<string, StatutoryLimit>
  readonly results: readonly Result[]
  /** Standing results of the request that this version does not hold. */
  readonly others: readonly Result[]
  readonly work: readonly Work[]
  readonly deviations: readonly string[]
  readonly unconfirmed: readonly { id: string; key: string; name: string; source: string | null }[]
  readonly remarks: string | null
  /** What another module states and this paper only signs: the report on a body, the certificate of a cause. */
  readonly stated: DeathPaper | null
  readonly grounds: Grounds
}

/** `chosen` stands for what a version would include before it exists; else its own inclusions count. */
export async function gather(cx: Cx, v: Subject, chosen?: readonly string[]): Promise<Gathered> {
  const request = await seeRequest(cx, v.request)
  const { seen, packaging, found, work, included, remark, card, stated, unaccounted, mayReviewTwice } =
    await readFor(cx, v, request)
  const items = seen.toSorted((a, b) => byNumber.compare(a.number, b.number))
  const standing = inOrder(
    found,
    items.map((i) => i.id),
  )
  const wanted = new Set(chosen ?? included.map((i) => i.conclusion))
  const results = standing.filter((r) => wanted.has(r.id))
  const others = standing.filter((r) => !wanted.has(r.id))
  const numberOf = (id: string): string => items.find((i) => i.id === id)?.number ?? id
  const here = new Set(standing.map((r) => r.id))
  // A result that was corrected since stands on the version no more; its correction must be included before anybody signs.
  const gone = included.filter(
    (i) =>
      !here.has(i.conclusion) &&
      !others.some((o) => o.item === i.item) &&
      !results.some((r) => r.item === i.item),
  )
  // Offices that the paper names beside what its results rest on.
  const offices = [request.unit, card.investigator?.unit].filter((u): u is string => Boolean(u))
  const [doubtful, name, limits, deviations, other, workers] = await Promise.all([
    idsBehind(cx, results, v.question).then((ids) => unconfirmed(cx, [...ids, ...offices], v.language)),
    namesOfCodes(
      cx,
      [['question', v.question], ...aliasKinds(card), ...codesOfPackaging(packaging)],
      v.language,
    ),
    limitsOf(cx, results),
    deviationsOf(cx, request, work, v.language),
    otherLive(cx, v.report, v.question, [...new Set(results.map((r) => r.item))]),
    workersOf(cx, work, standing),
  ])
  return {
    request,
    card,
    items,
    packaging,
    packed: inWords(cx.ground.say(v.language), packaging, name),
    questionName: name('question', v.question),
    aliasNames: new Map(aliasKinds(card).map(([list, kind]) => [kind, name(list, kind)])),
    limits,
    results,
    others,
    work,
    deviations,
    unconfirmed: doubtful,
    remarks: remark?.words ?? null,
    stated,
    grounds: {
      stated: stated?.verdict ?? null,
      results: [
        ...results.map((r) => reportedOf(r, numberOf(r.item))),
        ...gone.map((g) => goneOf(numberOf(g.item))),
      ],
      leftOut: others.filter((r) => r.state === 'reviewed').map((r) => numberOf(r.item)),
      unreviewed: others.filter((r) => r.state !== 'reviewed').map((r) => numberOf(r.item)),
      unaccounted: unaccounted.map((r) => r.number),
      unconfirmed: doubtful.map((d) => d.name),
      other,
      workers: [...workers, ...(stated?.workers ?? [])],
      technical: mayReviewTwice ? [] : standing.flatMap((r) => r.reviewed_by ?? []),
      demo: cx.ground.house.demo,
    },
  }
}

const goneOf = (item: string): Reported => ({
  item,
  kind: 'gone',
  substance: null,
  reviewed: true,
  holds: false,
  tests: [],
})

/** What needs nothing of each other is asked at once: the answers come one behind the other, without a way there and back for each. */
async function readFor(cx: Cx, v: Subject, request: RequestNow) {
  const [seen, packaging, found, work, included, remark, card, stated, unaccounted, mayReviewTwice] =
    await Promise.all([
      seeItems(cx, request.items),
      packagingOf(cx, request.items),
      resultsFor(cx, { request: v.request }),
      workOf(cx, v.request),
      v.id === null ? [] : inclusionsOf(cx, v.id),
      v.id === null ? null : remarkOf(cx, v.id),
      caseCard(cx, request.root),
      paperOfRequest(cx, v.request, v.language),
      unaccountedRuns(cx, v.request),
      oneMayReviewTwice(cx),
    ])
  return { seen, packaging, found, work, included, remark, card, stated, unaccounted, mayReviewTwice }
}

/**
 * The laboratory's rule `administrative-review` (list `review-rule`): where it says `by: technical-reviewer`, whoever reviewed the work technically
 * may read the paper for the house too. Else, and by default, another person does: two readings by one pair of eyes are one (usual practice of accreditation under ISO/IEC 17025:2017, 7.7).
 */
const oneMayReviewTwice = async (cx: Cx): Promise<boolean> =>
  (await codesOf(cx, 'review-rule')).some(
    (rule) =>
      rule.code === 'administrative-review' &&
      (rule.data as { by?: unknown } | null)?.by === 'technical-reviewer',
  )

/** Those of every worksheet of the request, and the authors of what stands of them. */
async function workersOf(cx: Cx, work: readonly Work[], standing: readonly Result[]): Promise<string[]> {
  const wrote = await writersOf(
    cx,
    work.map((w) => w.id),
  )
  return [...new Set([...wrote, ...standing.map((r) => r.recorded_by)])]
}

export const numberOf = (g: Gathered, item: string): string =>
  g.items.find((i) => i.id === item)?.number ?? ''

/** …-2 before …-10. */
const byNumber = new Intl.Collator('en', { numeric: true })
const kinds = ['identity', 'presumptive', 'negative', 'inconclusive', 'quantity']
/** Exhibit by exhibit by their numbers; what it is before how much. */
function inOrder(results: readonly Result[], items: readonly string[]): Result[] {
  const place = (r: Result): number => items.indexOf(r.item) * kinds.length + kinds.indexOf(r.kind)
  return results.toSorted((a, b) => place(a) - place(b))
}

interface BasisTest {
  technique: string
  category: 'A' | 'B' | 'C'
  principle: string
  outcome: TestSeen['outcome']
  sampling: number
  pointsTo?: string | null
  confirmed: boolean
}
/** The most telling first: category, then name. */
export const testsBehind = (r: Pick<Result, 'basis'>): readonly BasisTest[] =>
  Array.isArray(r.basis)
    ? (r.basis as unknown as BasisTest[]).toSorted((a, b) =>
        `${a.category} ${a.technique}`.localeCompare(`${b.category} ${b.technique}`),
      )
    : []

function reportedOf(r: Result, item: string): Reported {
  const tests = testsBehind(r).map((t) => ({
    technique: t.technique,
    category: t.category,
    principle: t.principle,
    sampling_no: t.sampling,
    outcome: t.outcome,
    // Results of before this was kept name no substance for what speaks against.
    points_to: t.pointsTo === undefined ? (t.outcome === 'positive' ? r.substance : null) : t.pointsTo,
    confirmed: t.confirmed,
  }))
  return { item, kind: r.kind, substance: r.substance, reviewed: r.state === 'reviewed', holds: true, tests }
}

type Wanted = readonly [list: string, code: string]
const aliasKinds = (card: CaseCard): Wanted[] => card.aliases.map((a) => ['number-kind', a.kind])

async function limitsOf(cx: Cx, results: readonly Result[]): Promise<Map<string, StatutoryLimit>> {
  const found = new Map<string, StatutoryLimit>()
  for (const r of results) {
    if (r.statutory_limit === null || r.substance === null) continue
    const on = (r.basis as { on?: unknown }).on
    for (const limit of await limitsFor(
      cx,
      r.substance,
      typeof on === 'string' ? on : r.recorded_at.slice(0, 10),
    ))
      found.set(limit.id, limit)
  }
  return found
}

/** What is printed and could be wrong in the laboratory's own lists: the limits decided against, the substances named. */
async function idsBehind(cx: Cx, results: readonly Result[], question: string): Promise<string[]> {
  const limits = results.map((r) => r.statutory_limit).filter((id): id is string => id !== null)
  // Names as the list had them on the day of each conclusion: a code may have been retired since.
  const named = new Map<string, Set<string>>()
  for (const { substance, recorded_at } of results)
    if (substance !== null) {
      const day = recorded_at.slice(0, 10)
      named.set(day, (named.get(day) ?? new Set()).add(substance))
    }
  const drugs: string[] = []
  for (const [day, substances] of named)
    drugs.push(...(await codesOf(cx, 'drug', day)).filter((c) => substances.has(c.code)).map((c) => c.id))
  const asked = (await codesOf(cx, 'question')).filter((c) => c.code === question).map((c) => c.id)
  return [...new Set([...limits, ...drugs, ...asked])]
}

/** Every deviation under which this work was done, in words: what, why, until when, and the two who allowed it. */
async function deviationsOf(
  cx: Cx,
  request: RequestNow,
  work: readonly Work[],
  language: 'en' | 'es',
): Promise<string[]> {
  const say = cx.ground.say(language)
  const subjects = [request.root, request.id, ...request.items, ...work.map((w) => w.id)]
  const used = work.flatMap((w) => w.relies)
  const found = await deviationsFor(cx, subjects, {
    since: request.asked_at,
    ids: used.flatMap((r) => r.deviation ?? []),
  })
  return found.map((d) => {
    const things = new Set(used.filter((r) => r.deviation === d.id).map((r) => r.name))
    return [
      say('reports.deviation', {
        text: d.text,
        why: d.why,
        until: dayOf(d.until),
        by: d.approvedBy.map((p) => p.name).join(', '),
      }),
      ...(things.size > 0 ? [say('reports.deviation-for', { things: [...things].join('; ') })] : []),
    ].join(' ')
  })
}

const partsOf = (p: PackagingFacts): (readonly [list: string, code: string | null])[] => [
  ['packaging-type', p.type],
  ['colour', p.colour],
  ['packaging-size', p.size],
  ['condition', p.condition],
]
const laterParts = (l: PackagingFacts['later'][number]): (readonly [list: string, code: string | null])[] => [
  ['packaging-type', l.type],
  ['colour', l.colour],
]
const codesOfPackaging = (packaging: Map<string, PackagingFacts>) =>
  [...packaging.values()].flatMap((p) => [...partsOf(p), ...p.later.flatMap(laterParts)])

function inWords(
  say: Say,
  packaging: Map<string, PackagingFacts>,
  name: (list: string, code: string) => string,
): Gathered['packed'] {
  const said = (parts: readonly (readonly [string, string | null])[], words: string | null): string[] =>
    [...parts.flatMap(([list, code]) => (code ? [name(list, code)] : [])), words].filter((t): t is string =>
      Boolean(t),
    )
  return new Map(
    [...packaging].map(([item, p]) => {
      const parts = said(partsOf(p), p.words)
      return [
        item,
        {
          words: parts.length > 0 ? parts.join(', ') : say('reports.packaging-not-recorded'),
          seals: p.seals.map((s) => `${s.number} (${say(`reports.seal-${sealOf(s.state)}`)})`),
          later: p.later.map((l) =>
            say('reports.packaging-later', {
              on: dayOf(l.at),
              what: said(laterParts(l), l.words).join(', '),
            }),
          ),
        },
      ]
    }),
  )
}
const sealOf = (state: string): string =>
  state === 'intact' || state === 'applied' ? 'intact' : state === 'damaged' ? 'damaged' : 'broken'
