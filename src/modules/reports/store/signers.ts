/** The SQL of those who sign: names, and the leaves that a twin cites. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface PersonFacts {
  id: string
  name: string
  rank: string | null
  title: string | null
  unit_name: string | null
}
export async function peopleOf(cx: Cx, ids: readonly (string | null)[]): Promise<Map<string, PersonFacts>> {
  const rows = await cx.tx.many<PersonFacts>(
    sql`select p.id, p.name, p.rank, p.title, u.name as unit_name from identity.person p left join identity.unit u on u.id = p.unit where p.id = any(${ids.filter((i): i is string => i !== null)}::uuid[])`,
  )
  return new Map(rows.map((r) => [r.id, r]))
}

/** Leaf hashes (RFC 6962) of entries, as the tree holds them. */
export async function leavesOf(cx: Cx, entries: readonly string[]): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ id: string; hash: string }>(
    sql`select id, encode(hash, 'hex') as hash from ledger.entry where id = any(${entries as string[]}::uuid[])`,
  )
  return new Map(rows.map((r) => [r.id, r.hash]))
}
/** The newest signed tree head, read in the act's own transaction: a second connection for it could wait for ever. */
export const newestHead = async (cx: Cx): Promise<string | undefined> =>
  (await cx.tx.maybe<{ note: string }>(sql`select note from ledger.checkpoint order by size desc limit 1`))
    ?.note
