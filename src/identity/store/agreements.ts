/** What the service and agencies have signed with each other. */
import type { Cx } from '#platform/cx.ts'
import { sql, anywhere } from '#platform/sql.ts'

export interface AgreementRow {
  readonly id: string
  readonly agency: string
  readonly agencyName: string
  readonly kind: string
  readonly title: string
  readonly signedOn: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly endedOn: string | null
  readonly forService: string
  readonly forAgency: string
  readonly file: string | null
  readonly fileName: string | null
  readonly state: 'to-come' | 'in-force' | 'ends-soon' | 'over'
}
const columns = (
  cx: Pick<Cx, 'now'>,
) => sql`a.id, a.agency, g.name as "agencyName", a.kind, a.title, a.signed_on as "signedOn", a.valid_from as "validFrom", a.valid_until as "validUntil",
  e.ends_on as "endedOn", a.for_service as "forService", a.for_agency as "forAgency", a.file, a.file_name as "fileName",
  case when a.valid_from > ${cx.now}::date then 'to-come'
    when least(a.valid_until, e.ends_on) < ${cx.now}::date then 'over'
    when least(a.valid_until, e.ends_on) < ${cx.now}::date + 60 then 'ends-soon' else 'in-force' end as state`
const joined = sql`from identity.agreement a join identity.agency g on g.id = a.agency left join identity.agreement_end e on e.agreement = a.id`

export const listAgreements = (
  cx: Cx,
  f: { agency?: string | undefined; q?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<AgreementRow[]> => {
  const [on, id] = (f.cursor ?? '').split('|')
  return cx.tx.many(sql`
    select ${columns(cx)} ${joined}
     where (${f.agency ?? null}::uuid is null or a.agency = ${f.agency ?? null}) and (${f.q ?? null}::text is null or a.title ilike ${anywhere(f.q ?? '')})
       and (${f.cursor ?? null}::text is null or (a.valid_from, a.id) < (${on || null}::date, ${id ?? null}::uuid))
     order by a.valid_from desc, a.id desc limit ${f.limit}`)
}
export const findAgreement = (cx: Pick<Cx, 'tx' | 'now'>, id: string): Promise<AgreementRow | undefined> =>
  cx.tx.maybe(sql`select ${columns(cx)} ${joined} where a.id = ${id}`)
interface Holds {
  readonly title: string
  readonly state: AgreementRow['state']
  readonly holds: boolean
}
/** Whether agreements on the sharing of data with these agencies are in force: else nothing leaves under them. One statement for all. */
export async function dataAgreements(
  cx: Pick<Cx, 'tx' | 'now'>,
  ids: readonly string[],
): Promise<(id: string, agency: string) => Holds> {
  const rows = await cx.tx.many<AgreementRow>(
    sql`select ${columns(cx)} ${joined} where a.id = any(${[...new Set(ids)]}::uuid[])`,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (id, agency) => {
    const found = byId.get(id)
    const holds =
      found?.agency === agency &&
      found.kind === 'data-sharing' &&
      (found.state === 'in-force' || found.state === 'ends-soon')
    return { title: found?.title ?? '–', state: found?.state ?? 'over', holds }
  }
}
export const dataAgreement = async (cx: Pick<Cx, 'tx' | 'now'>, id: string, agency: string): Promise<Holds> =>
  (await dataAgreements(cx, [id]))(id, agency)
