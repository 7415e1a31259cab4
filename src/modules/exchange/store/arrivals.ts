/** The SQL of cases that were sent: the newest version of each, and what was decided. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Json } from '#kernel/canonical.ts'
import { cutPage, readCursor } from '#platform/cursor.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql } from '#platform/sql.ts'
import type { SentCase } from '../contract/arrivals.ts'
import type { SentRecording } from '../contract/recordings.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
export interface ArrivalRow extends Protected {
  readonly id: string
  readonly root: string
  readonly source: string
  readonly number: string
  readonly seq: number
  readonly came: 'wire' | 'folder'
  readonly office: string
  readonly office_unit: string | null
  readonly office_name: string | null
  readonly digest: string
  readonly waits: string | null
  readonly waits_values: Readonly<Record<string, Json>> | null
  readonly decision: 'opened' | 'added' | 'noted' | 'rejected' | null
  readonly words: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  /** The case that this number became, by this version or an earlier one. */
  readonly case_root: string | null
  readonly at: string
  readonly sort: 'recording' | null
  readonly sent: SentCase | SentRecording | null
}
const columns = (cx: Reader): Sql => sql`
  a.id, a.root, a.source, a.number, a.seq, a.came, a.office, a.sort, a.unit as office_unit, u.name as office_name, a.digest, a.waits, a.waits_values,
  d.decision, d.words, p.name as decided_by, d.recorded_at as decided_at, a.recorded_at as at, v.value as sent, null as unit, true as sensitive,
  (select x.case_root from exchange.arrival_decided x where x.root = a.root and x.case_root is not null order by x.recorded_at limit 1) as case_root,
  ${visible(cx, 'a.root')} as may_see`
const from = sql`exchange.arrival a left join exchange.arrival_decided d on d.arrival = a.id left join identity.unit u on u.id = a.unit
  left join identity.person p on p.id = d.recorded_by left join ledger.vault v on v.id = a.vault`
const newest = sql`not exists (select 1 from exchange.arrival n where n.root = a.root and n.seq > a.seq)`

/** The newest version under this number of this sender, whoever asks: it is answered to its own sender alone. */
export const arrivalOf = (cx: Reader, source: string, number: string): Promise<ArrivalRow | undefined> =>
  cx.tx.maybe<ArrivalRow>(
    sql`select ${columns(cx)} from ${from} where a.source = ${source} and a.number = ${number} and ${newest}`,
  )
export async function arrivalById(cx: Reader, id: string): Promise<ArrivalRow> {
  const row = await cx.tx.maybe<ArrivalRow>(
    sql`select ${columns(cx)} from ${from} where a.root = (select root from exchange.arrival where id = ${id}) and ${newest}`,
  )
  if (!row) throw notFound()
  return row
}
export const versionBefore = (cx: Reader, a: ArrivalRow): Promise<ArrivalRow | undefined> =>
  cx.tx.maybe<ArrivalRow>(
    sql`select ${columns(cx)} from ${from} where a.root = ${a.root} and a.seq = ${a.seq - 1} and ${visible(cx, 'a.root')}`,
  )
export const listArrivals = async (
  cx: Reader,
  f: { state: 'all' | 'opened' | 'waits' | 'rejected'; limit: number; cursor?: string | undefined },
) => {
  const state =
    f.state === 'all'
      ? sql`true`
      : f.state === 'waits'
        ? sql`d.id is null`
        : f.state === 'rejected'
          ? sql`d.decision = 'rejected'`
          : sql`d.decision <> 'rejected'`
  const after = readCursor(f.cursor, 2)
  const rows = await cx.tx.many<ArrivalRow>(
    sql`select ${columns(cx)} from ${from} where ${visible(cx, 'a.root')} and ${newest} and ${state} ${after ? sql`and (a.recorded_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : noSql}
         order by a.recorded_at desc, a.id desc limit ${f.limit + 1}`,
  )
  return cutPage(rows, f.limit, (last) => [last.at, last.id])
}

/** The office by its official code, of the sending agency where that is known. */
export const officeByCode = (
  cx: Pick<Cx, 'tx'>,
  code: string,
  agency: string | null,
): Promise<{ id: string; name: string } | undefined> =>
  cx.tx.maybe(
    sql`select u.id, u.name from identity.unit u where upper(u.code) = upper(${code}) and (${agency}::uuid is null or u.agency = ${agency}) limit 1`,
  )
export const agencyShortName = async (cx: Pick<Cx, 'tx'>, agency: string): Promise<string | undefined> =>
  (
    await cx.tx.maybe<{ short_name: string }>(
      sql`select short_name from identity.agency where id = ${agency}`,
    )
  )?.short_name
export const agencyByShortName = async (cx: Pick<Cx, 'tx'>, short: string): Promise<string | undefined> =>
  (
    await cx.tx.maybe<{ id: string }>(
      sql`select id from identity.agency where upper(short_name) = upper(${short}) limit 1`,
    )
  )?.id
/** What the sender may be told of the case: its number, where the sender sees it. */
export const caseNumbers = async (cx: Reader, roots: readonly string[]): Promise<Map<string, string>> => {
  if (roots.length === 0) return new Map()
  const rows = await cx.tx.many<{ id: string; number: string }>(
    sql`select c.id, c.number from cases.public_case c where c.id = any(${roots as string[]}::uuid[]) and ${visible(cx, 'c.id')}`,
  )
  return new Map(rows.map((r) => [r.id, r.number]))
}
