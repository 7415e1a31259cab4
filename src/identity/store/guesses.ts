/**
 * Wrong passwords, codes and PINs. A try is counted before it is judged, in a transaction of its own: a hundred at once are a
 * hundred, and a refusal does not take the count back. Keys are hashes of whom and whence; a name that nobody bears counts like one
 * that somebody bears, so that a pause tells nothing. A hundred in a row are the most (NIST SP 800-63B-4, 3.2.2).
 */
import { createHash } from 'node:crypto'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, joinSql, sql } from '#platform/sql.ts'

interface Limit {
  /** From the n-th failure on, so many minutes. */
  readonly pauses: readonly (readonly [from: number, minutes: number])[]
  /** From the n-th failure on nothing is tried any more, until somebody who is known puts it right. */
  readonly end?: number
  /** After so long the count begins anew. */
  readonly windowMinutes: number
}
const MONTH = 30 * 24 * 60
const limits = {
  /** At a sign-in name, from browsers that nobody signed in from before. */
  name: {
    pauses: [
      [5, 5],
      [10, 15],
      [20, 60],
    ],
    end: 100,
    windowMinutes: MONTH,
  },
  /** At a sign-in name, from a browser that its person has used. */
  device: {
    pauses: [
      [5, 2],
      [10, 15],
      [20, 60],
    ],
    end: 100,
    windowMinutes: MONTH,
  },
  /** From an address, whatever the names; browsers that are known are not held up by it. */
  address: { pauses: [[100, 15]], windowMinutes: 60 },
  /** At one's own PIN. */
  pin: {
    pauses: [
      [5, 5],
      [10, 15],
    ],
    end: 20,
    windowMinutes: MONTH,
  },
  /** At the PIN of somebody who signs beside, by the one at whose screen it is typed. */
  'pin-beside': {
    pauses: [
      [5, 15],
      [10, 60],
    ],
    end: 20,
    windowMinutes: MONTH,
  },
  /** At one's own password from within a session. */
  password: {
    pauses: [
      [5, 5],
      [10, 15],
    ],
    end: 50,
    windowMinutes: MONTH,
  },
} satisfies Record<string, Limit>

export interface Guess {
  readonly at: keyof typeof limits
  readonly of: string
}
const keyOf = (g: Guess): Buffer => createHash('sha256').update(`${g.at}:${g.of}`, 'utf8').digest()

/** One subscriber of IPv6 holds a whole /64: its first four groups stand for it. */
export function addressKey(address: string): string {
  const bare = address.replace(/^::ffff:(?=[\d.]+$)/, '')
  if (!bare.includes(':')) return bare
  const [head = [], tail = []] = bare.split('::').map((part) => (part === '' ? [] : part.split(':')))
  const between = bare.includes('::') ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : []
  return [...head, ...between, ...tail].slice(0, 4).join(':')
}

/** Counts one try at each; refuses while a pause lasts. Call `forget` when the try was right. */
export async function countTry(cx: Cx, guesses: readonly Guess[]): Promise<void> {
  await cx.aside(async (tx) => {
    // A count that a crash loses is worth less than the wait for the disk at every sign-in.
    await tx.run(sql`select set_config('synchronous_commit', 'off', true)`)
    for (const g of guesses) {
      const counted = await tx.run(countSql(g, cx.now))
      if (counted === 0) throw await paused(tx, g, cx.now)
    }
  })
}

function countSql(g: Guess, now: string): Sql {
  const limit: Limit = limits[g.at]
  const at = sql`${now}::timestamptz`
  const next = sql`(case when g.first_at < ${at} - make_interval(mins => ${limit.windowMinutes}::int) then 1 else g.failed + 1 end)`
  const whens = [
    ...(limit.end === undefined
      ? []
      : [sql`when ${next} >= ${limit.end}::int then '9999-01-01'::timestamptz`]),
    ...limit.pauses
      .toReversed()
      .map(
        ([from, minutes]) =>
          sql`when ${next} >= ${from}::int then ${at} + make_interval(mins => ${minutes}::int)`,
      ),
  ]
  return sql`
    insert into identity.guess as g (key, failed, first_at, last_at) values (${keyOf(g)}, 1, ${at}, ${at})
    on conflict (key) do update set failed = ${next}, last_at = ${at},
      first_at = case when g.first_at < ${at} - make_interval(mins => ${limit.windowMinutes}::int) then ${at} else g.first_at end,
      paused_until = case ${joinSql(whens, ' ')} end
     where g.paused_until is null or g.paused_until <= ${at}`
}

async function paused(tx: Tx, g: Guess, now: string): Promise<Refusal> {
  const row = await tx.one<{ paused_until: string }>(
    sql`select paused_until from identity.guess where key = ${keyOf(g)}`,
  )
  const minutes = Math.ceil((Date.parse(row.paused_until) - Date.parse(now)) / 60_000)
  if (minutes > 24 * 60) return new Refusal('too-many', endOf[g.at], { next: nextOf[g.at] })
  return new Refusal('too-many', 'identity.sign-in-paused', { values: { minutes } })
}
const endOf: Readonly<Record<Guess['at'], string>> = {
  name: 'identity.sign-in-closed',
  device: 'identity.sign-in-closed',
  address: 'identity.sign-in-paused',
  pin: 'identity.pin-closed',
  'pin-beside': 'identity.pin-closed',
  password: 'identity.password-closed',
}
const nextOf: Readonly<Record<Guess['at'], string>> = {
  name: 'identity.next-other-way-in',
  device: 'identity.next-other-way-in',
  address: 'identity.next-other-way-in',
  pin: 'identity.next-new-pin',
  'pin-beside': 'identity.next-own-screen',
  password: 'identity.next-other-way-in',
}

/** The try was right: what stood against the name begins anew; an address loses this one try only. */
export async function forget(cx: Pick<Cx, 'tx' | 'now'>, guesses: readonly Guess[]): Promise<void> {
  for (const g of guesses) {
    await cx.tx.run(
      g.at === 'address'
        ? sql`update identity.guess set failed = greatest(failed - 1, 0), paused_until = null where key = ${keyOf(g)}`
        : sql`delete from identity.guess where key = ${keyOf(g)}`,
    )
  }
  await cx.tx.run(
    sql`delete from identity.guess where last_at < ${cx.now}::timestamptz - make_interval(mins => ${MONTH}::int)`,
  )
}
