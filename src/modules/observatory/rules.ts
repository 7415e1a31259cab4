/** What may be done with a release, and by which policy its table is shown: pure. */
import { type Verdict, no, yes } from '#kernel/verdict.ts'
import { z } from 'zod'
import type { Question } from './contract.ts'

export interface Policy {
  /** A count from 1 to one less than this is small. */
  readonly threshold: number
  /** Where the subject is sensitive a zero in a small row tells about everybody in it, and is hidden too. */
  readonly sensitive: boolean
}

export type ReleaseState = 'prepared' | 'approved' | 'returned' | 'published' | 'withdrawn'
export interface Standing {
  readonly state: ReleaseState
  readonly recorded_by: string | null
}

/** Of another agency than the service: who receives, and does not decide what leaves. */
const outsideDecides = no('observatory.only-the-service', {}, 'observatory.next-ask-the-service')

/** Two people: who prepared a table does not let it leave; and the second is of the service. */
export function mayApprove(release: Standing, person: string, outside: boolean): Verdict {
  if (outside) return outsideDecides
  if (release.state !== 'prepared')
    return no('observatory.not-waiting', { state: release.state }, 'observatory.next-prepare-anew')
  if (release.recorded_by === person)
    return no('observatory.own-release', {}, 'observatory.next-another-approves')
  return yes
}
export function mayReturn(release: Standing, person: string): Verdict {
  if (release.state !== 'prepared' && release.state !== 'approved')
    return no('observatory.not-waiting', { state: release.state }, 'observatory.next-prepare-anew')
  if (release.recorded_by === person)
    return no('observatory.own-release', {}, 'observatory.next-another-approves')
  return yes
}
export function mayPublish(release: Standing): Verdict {
  return release.state === 'approved'
    ? yes
    : no('observatory.not-approved', { state: release.state }, 'observatory.next-have-approved')
}
export function mayWithdraw(release: Standing, outside: boolean): Verdict {
  if (outside) return outsideDecides
  return release.state === 'published'
    ? yes
    : no('observatory.not-public', { state: release.state }, 'observatory.next-return-instead')
}

/** Each small cell of a table that leaves is a linear programme over all of them: 840 cells took eight seconds, and the seconds grow with their square. */
export const mayBeAudited = (cells: number): Verdict =>
  cells <= 600
    ? yes
    : no('observatory.table-too-large', { cells: String(cells), most: '600' }, 'observatory.next-coarser')

/** `iccs:0101`, `section:03`: in the files one condition is one word, so that the studio can ask for it; here, by dimension. */
export const Conditions = z.array(z.string().regex(/^[a-zA-Z]+:.+$/)).transform((words) => {
  const by: Record<string, string[]> = {}
  for (const word of words) {
    const [dimension = '', value = ''] = word.split(/:(.*)/s)
    by[dimension] = [...(by[dimension] ?? []), value]
  }
  return by
})

/** `data` of a code of the list `disclosure-rule`: the data policy of the laboratory. */
export const DisclosureRule = z.object({
  dataset: z.string().optional(),
  /** Counts from 1 to one less are small. */
  threshold: z.number().int().min(2).max(100).optional(),
  sensitive: z.boolean().optional(),
  /** Holds where the question could show one of these values. */
  when: Conditions.optional(),
  /** Dimensions along which nothing leaves. */
  never: z.array(z.string()).optional(),
  /** Series that others publish whole: of these values alone, along these dimensions alone, nothing is hidden. */
  whole: z.array(z.string()).optional(),
})
export type DisclosureRule = z.output<typeof DisclosureRule>
/** Of the same list, for records of single people: how many must look alike, and in what they must not agree. */
export const RecordRule = z.object({
  records: z.number().int().min(3).max(100),
  diversity: z.number().int().min(2).max(20).optional(),
  diverse: z.array(z.string()).optional(),
})
export interface Decided extends Policy {
  readonly whole: boolean
}

/** The strictest rule that holds; where the laboratory has none, five (and never less than three). */
export function policyOf(
  asked: Question,
  rules: readonly DisclosureRule[],
): Decided | { readonly never: string } {
  const of = rules.filter((r) => !r.dataset || r.dataset === asked.dataset)
  const named = [asked.rows, ...(asked.columns ? [asked.columns] : []), ...Object.keys(asked.where)]
  const never = named.find((n) => of.some((r) => r.never?.some((d) => n === d || finer[d]?.includes(n))))
  if (never) return { never }
  const holding = of.filter(
    (r) => !r.whole && Object.entries(r.when ?? {}).every(([d, values]) => couldShow(asked, d, values)),
  )
  const threshold = Math.max(3, ...holding.flatMap((r) => r.threshold ?? []))
  const whole = of.some(
    (r) =>
      r.whole !== undefined &&
      named.every((d) => r.whole?.includes(d) || d in (r.when ?? {})) &&
      Object.entries(r.when ?? {}).every(
        ([d, values]) => asked.where[d]?.every((v) => values.includes(v)) ?? false,
      ),
  )
  return {
    threshold: holding.some((r) => r.threshold !== undefined) ? threshold : 5,
    sensitive: holding.some((r) => r.sensitive === true),
    whole,
  }
}

/** What tells the value of a dimension although it bears another name: the class of an offence is told by the offence, a minor by the band of ages. */
const finer: Readonly<Record<string, readonly string[]>> = {
  year: ['quarter', 'month'],
  quarter: ['month'],
  district: ['precinct', 'settlement'],
  precinct: ['settlement'],
  section: ['iccs', 'offence'],
  iccs: ['offence'],
  minor: ['ageBand'],
  drugs: ['withDrug'],
  drugClass: ['substance'],
  itemClass: ['itemType'],
}

/**
 * A question that names the dimension, or a finer one, and does not leave these values out. One that names neither mixes them with all others. Where only the
 * words of a list could say whether a finer value is one of them, it is taken to be.
 */
function couldShow(asked: Question, dimension: string, values: readonly string[]): boolean {
  const only = asked.where[dimension]
  if (only) return only.some((v) => values.includes(v))
  const classes = dimension === 'section' ? asked.where.iccs : undefined
  if (classes) return classes.some((c) => values.some((v) => c.startsWith(v)))
  return [dimension, ...(finer[dimension] ?? [])].some(
    (d) => asked.rows === d || asked.columns === d || d in asked.where,
  )
}

export interface FeedStanding {
  readonly state: 'waiting' | 'approved' | 'ended'
  readonly recorded_by: string | null
}
/** Two people again: who asked for a feed does not let it begin, nor does anybody of who receives it. */
export function mayApproveFeed(feed: FeedStanding, person: string, outside: boolean): Verdict {
  if (outside) return outsideDecides
  if (feed.state !== 'waiting')
    return no('observatory.feed-not-waiting', { state: feed.state }, 'observatory.next-open-feed')
  if (feed.recorded_by === person) return no('observatory.own-feed', {}, 'observatory.next-another-approves')
  return yes
}
export const mayEndFeed = (feed: FeedStanding): Verdict =>
  feed.state === 'ended' ? no('observatory.feed-over', {}, 'observatory.next-open-feed') : yes
/** Who receives takes what was made: made whenever they like, two batches would tell of whoever came between. */
export const mayMakeBatch = (feed: FeedStanding, outside: boolean): Verdict => {
  if (outside) return outsideDecides
  return feed.state === 'approved'
    ? yes
    : no('observatory.feed-not-approved', { state: feed.state }, 'observatory.next-approve-feed')
}
