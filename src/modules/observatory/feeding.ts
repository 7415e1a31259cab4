/** How the batch of a feed is made: people as known at a settled instant, keys that only this feed uses, coarsened, compared with what was told last. */
import { createHmac } from 'node:crypto'
import { codesOf, letterhead } from '#modules/catalogue/public.ts'
import { dataAgreement } from '#identity/store/agreements.ts'
import { canonical } from '#kernel/canonical.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { ensureSealKey } from '#platform/sealing.ts'
import { keepMade } from '#platform/uploads.ts'
import { settledAt } from './asking.ts'
import { codeBookOf } from './code-book.ts'
import { RecordRule, mayMakeBatch } from './rules.ts'
import { type Body, type Change, type RecordPolicy, anonymised, changesOf } from './rules/records.ts'
import { type FeedRow, keepTold, peopleOf, toldBefore } from './store/feeds.ts'

/** What a batch holds, whole: the other forms are read from it. */
export interface Told {
  readonly format: 'custodia-feed/1'
  readonly feed: string
  readonly batch: number
  readonly month: string
  readonly asOf: string
  readonly dataset: 'victims' | 'deaths'
  readonly sourceAgency: string
  readonly policy: { readonly k: number; readonly l: number }
  readonly boundaries: string
  readonly held: number
  readonly codeBook: unknown
  readonly records: readonly Change[]
}

/** An agreement on data with that agency, in force today; else nothing leaves. */
export async function mustHold(cx: Cx, agreement: string, agency: string): Promise<void> {
  const { title, holds } = await dataAgreement(cx, agreement, agency)
  refuseUnless(
    unless(holds, no('observatory.no-agreement', { agreement: title }, 'observatory.next-sign-agreement')),
  )
}

export async function makeBatch(
  cx: Cx,
  feed: FeedRow,
  outside: boolean,
): Promise<{ id: string; told: Told }> {
  refuseUnless(mayMakeBatch(feed, outside))
  await mustHold(cx, feed.agreement, feed.agency)
  const asOf = await settledAt(cx, null)
  const policy = await recordPolicyOf(cx)
  const number = feed.batches + 1
  const { released, held, records, cohortOf } = await tellable(cx, feed, { asOf, number, policy })
  const id = cx.newId()
  const boundaries = await boundariesOf(cx)
  const told: Told = {
    format: 'custodia-feed/1',
    feed: feed.number,
    batch: number,
    month: dayOfInstant(asOf).slice(0, 7),
    asOf,
    dataset: feed.dataset,
    sourceAgency: (await letterhead(cx, 'en')).serviceName,
    policy: { k: policy.k, l: policy.l },
    boundaries,
    held,
    codeBook: await codeBookOf(cx, feed.dataset),
    records,
  }
  const kept = await keepMade(cx, Buffer.from(`${canonical(told as never)}\n`), 'application/json')
  const of = (change: Change['change']): number => records.filter((r) => r.change === change).length
  await cx.record({
    subject: ref('observatory.feed', feed.id),
    facts: { batch: id, no: number, file: kept.sha256, records: released.length, held },
    rows: {
      'observatory.feed_batch': [
        {
          id,
          feed: feed.id,
          no: number,
          month: told.month,
          as_of: asOf,
          policy: { k: policy.k, l: policy.l, diverse: [...policy.diverse] },
          boundaries,
          file: kept.sha256,
          records: released.length,
          fresh: of('new'),
          revised: of('revised'),
          withdrawn: of('withdrawn'),
          held,
        },
      ],
    },
  })
  await keepTold(
    cx,
    feed.id,
    records
      .filter((r) => r.change !== 'same')
      .map(({ key, revision, change, body }) => ({
        key,
        revision,
        body,
        gone: change === 'withdrawn',
        cohort: cohortOf(key),
      })),
  )
  return { id, told }
}
/** Who can be told of, as coarse as it must be, against what was told last; and in which batch each key was told first. */
async function tellable(cx: Cx, feed: FeedRow, of: { asOf: string; number: number; policy: RecordPolicy }) {
  const secret = createHmac('sha256', await ensureSealKey(cx.ground))
    .update(`observatory feed ${feed.id}`)
    .digest()
  const keyOf = (id: string): string =>
    createHmac('sha256', secret).update(id).digest('base64url').slice(0, 22)
  const before = await toldBefore(cx, feed.id)
  const firstTold = new Map(before.filter((t) => !t.gone).map((t) => [t.key, t.cohort]))
  const cohortOf = (key: string): number => firstTold.get(key) ?? of.number
  const people = (await peopleOf(cx, feed, of.asOf)).map(({ id, body }) => {
    const key = keyOf(id)
    return { key, body, cohort: cohortOf(key) }
  })
  const { released, held } = anonymised(people, of.policy, (p) => firstTold.has(p.key))
  return { released, held, records: changesOf(released, before, sameBody), cohortOf }
}
const sameBody = (a: Body, b: Body): boolean => canonical(a as never) === canonical(b as never)

const SENSITIVE = ['alcohol', 'drugs', 'relationship', 'motive', 'domestic', 'ethnicity']
/** How many must look alike, by the data policy of the laboratory; five and two where it says nothing, and never less than three. */
async function recordPolicyOf(cx: Cx): Promise<{ k: number; l: number; diverse: readonly string[] }> {
  const rules = (await codesOf(cx, 'disclosure-rule')).flatMap(({ data }) => {
    const read = RecordRule.safeParse(data)
    return read.success ? [read.data] : []
  })
  return {
    k: Math.max(3, ...(rules.length > 0 ? rules.map((r) => r.records) : [5])),
    l: Math.max(2, ...rules.map((r) => r.diversity ?? 2)),
    diverse: rules.some((r) => r.diverse) ? [...new Set(rules.flatMap((r) => r.diverse ?? []))] : SENSITIVE,
  }
}

/** Which drawing of the districts the places are told by. */
async function boundariesOf(cx: Cx): Promise<string> {
  const named = (await codesOf(cx, 'district')).flatMap(({ data }) => {
    const { boundary } = (data ?? {}) as { boundary?: string }
    return boundary ? [boundary] : []
  })
  return [...new Set(named)].join('; ') || '–'
}

/** The month and the day of it, in the service's own days. */
export const monthAndDay = (now: string): { month: string; day: number } => {
  const today = dayOfInstant(now)
  return { month: today.slice(0, 7), day: Number(today.slice(8, 10)) }
}
