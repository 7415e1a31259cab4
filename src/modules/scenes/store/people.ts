/** Whether people are known to the house. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export const knownPeople = async (cx: Pick<Cx, 'tx'>, people: readonly string[]): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from identity.person where id = any(${people as string[]}::uuid[])`,
    )
  ).n
