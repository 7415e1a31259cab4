/** The SQL of those who sign: names, the certificates of the house's own authority, and the leaves that a twin cites. */
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

export interface CertificateRow {
  id: string
  certificate: string
  valid_until: string
}
/** The newest certificate of the authority (no person) or of a person that still holds on this day. */
export const certificateOf = (cx: Cx, person: string | null) =>
  cx.tx.maybe<CertificateRow>(sql`
  select id, certificate, valid_until from identity.signing_certificate
   where kind = ${person === null ? 'authority' : 'person'} and person is not distinct from ${person}::uuid and valid_from <= ${cx.now}::timestamptz and valid_until > ${cx.now}::timestamptz order by valid_until desc limit 1`)

export const certificateById = (cx: Cx, id: string) =>
  cx.tx.one<CertificateRow>(
    sql`select id, certificate, valid_until from identity.signing_certificate where id = ${id}`,
  )

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
/** Two people who sign for the first time at once must not make two authorities. */
export const holdAuthority = async (cx: Cx): Promise<void> => {
  await cx.tx.many(sql`select pg_advisory_xact_lock(7236590)`)
}
