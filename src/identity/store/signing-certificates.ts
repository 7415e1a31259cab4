/** The certificates of the house's own authority and of people, as they stand today. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

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

/** Two people who sign for the first time at once must not make two authorities. */
export const holdAuthority = async (cx: Cx): Promise<void> => {
  await cx.tx.many(sql`select pg_advisory_xact_lock(7236590)`)
}
