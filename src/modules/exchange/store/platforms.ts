/** The SQL of digital evidence platforms: the version that holds, what waits for a second person, how it ended. */
import { notFound } from '#kernel/verdict.ts'
import { cutPage, readCursor } from '#platform/cursor.ts'
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'

type Reader = Pick<Cx, 'tx'>
export interface PlatformRow {
  readonly id: string
  readonly code: string
  readonly agency: string
  readonly agency_name: string
  readonly agreement: string
  readonly name: string
  readonly state: 'waiting' | 'approved' | 'ended'
  readonly form: string | null
  /** The version that waits, if one does. */
  readonly waits: string | null
  readonly asked_name: string
  readonly asked_form: string
  readonly asked_by: string | null
  readonly asked_by_name: string | null
  readonly asked_at: string
  readonly newest: string
  readonly seq: number
  readonly steps: number
  readonly words: string | null
  readonly step_by: string | null
  readonly step_at: string | null
}
/** `h` is the version that holds; `v` the newest one. */
const columns = sql`v.platform as id, v.code, v.agency, g.name as agency_name, coalesce(h.agreement, v.agreement) as agreement, coalesce(h.name, v.name) as name, h.form,
  case when h.id is not null then 'approved' when v.id is distinct from x.version then 'waiting' else 'ended' end as state,
  case when v.id is distinct from x.version then v.id end as waits, v.name as asked_name, v.form as asked_form, v.recorded_by as asked_by, p.name as asked_by_name, v.recorded_at as asked_at,
  v.id as newest, v.seq, coalesce(x.seq, 0) as steps, case when x.kind = 'ended' then x.words end as words, q.name as step_by, x.recorded_at as step_at`
const from = sql`(select distinct on (platform) * from exchange.platform order by platform, seq desc) v join identity.agency g on g.id = v.agency
  left join lateral (select * from exchange.platform_step t where t.platform = v.platform order by t.seq desc limit 1) x on true
  left join exchange.platform h on h.id = x.version and x.kind = 'approved'
  left join identity.person p on p.id = v.recorded_by left join identity.person q on q.id = x.recorded_by`

export async function platformById(cx: Reader, id: string): Promise<PlatformRow> {
  const row = await findPlatform(cx, id)
  if (!row) throw notFound()
  return row
}
export const findPlatform = (cx: Reader, id: string): Promise<PlatformRow | undefined> =>
  cx.tx.maybe<PlatformRow>(sql`select ${columns} from ${from} where v.platform = ${id}`)
export const platformWithCode = (cx: Reader, code: string): Promise<PlatformRow | undefined> =>
  cx.tx.maybe<PlatformRow>(sql`select ${columns} from ${from} where v.code = ${code}`)
/** Those of one agency at which it may send: by their code, or all. */
export const platformsOfAgency = (cx: Reader, agency: string, code?: string): Promise<PlatformRow[]> =>
  cx.tx.many<PlatformRow>(
    sql`select ${columns} from ${from} where v.agency = ${agency} and h.id is not null ${code ? sql`and v.code = ${code}` : noSql} order by v.code limit 20`,
  )
export async function listPlatforms(
  cx: Reader,
  f: { limit: number; cursor?: string | undefined; standing: boolean },
) {
  const after = readCursor(f.cursor, 1)
  const rows = await cx.tx.many<PlatformRow>(
    sql`select ${columns} from ${from} where true ${f.standing ? sql`and h.id is not null` : noSql} ${after ? sql`and v.code > ${after[0]}` : noSql} order by v.code limit ${f.limit + 1}`,
  )
  return cutPage(rows, f.limit, (last) => [last.code])
}
