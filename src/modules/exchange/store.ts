/** The SQL of imports: keys that came before, progress, receipts. */
import type { Json } from '#kernel/canonical.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { ImportMap, Receipt } from './contract.ts'

export interface ImportRow {
  id: string
  source: string
  kind: 'cases' | 'deaths'
  file_name: string
  file: string
  map: ImportMap
  rows_in: number
  dry_run: boolean
  recorded_at: string
  recorded_by: string | null
  /** It has its receipt, or was undone: nothing more comes into it. */
  done: boolean
}

export async function getImport(cx: Pick<Cx, 'tx'>, id: string): Promise<ImportRow> {
  const row = await cx.tx.maybe<ImportRow>(
    sql`select i.*, exists (select 1 from exchange.import_receipt r where r.import = i.id) or exists (select 1 from exchange.import_undone u where u.import = i.id) as done from exchange.import i where i.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

/** The source under which this very file became records before, where it is another one. */
export async function otherSourceOf(
  cx: Pick<Cx, 'tx'>,
  file: string,
  source: string,
): Promise<string | undefined> {
  const row = await cx.tx.maybe<{ source: string }>(sql`
    select i.source from exchange.import i where i.file = ${file} and i.source <> ${source} and not i.dry_run
       and exists (select 1 from exchange.import_row r where r.import = i.id) and not exists (select 1 from exchange.import_undone u where u.import = i.id) limit 1`)
  return row?.source
}

/** Which of these keys became records before that stand, and how often each came and was undone. */
export async function keysSeen(
  cx: Pick<Cx, 'tx'>,
  source: string,
  keys: readonly string[],
): Promise<{ stand: Set<string>; undone: ReadonlyMap<string, number> }> {
  const rows = await cx.tx.many<{ key: string; stands: boolean; undone: number }>(sql`
    select r.key, bool_or(u.id is null) as stands, count(u.id)::int as undone
      from exchange.import_row r left join exchange.import_undone u on u.import = r.import where r.source = ${source} and r.key = any(${keys as string[]}) group by r.key`)
  return {
    stand: new Set(rows.filter((r) => r.stands).map((r) => r.key)),
    undone: new Map(rows.map((r) => [r.key, r.undone])),
  }
}

export async function noteProgress(
  cx: Pick<Cx, 'tx' | 'now'>,
  id: string,
  add: { created: number; matched: number; rejected: number; doubtful: number },
): Promise<void> {
  await cx.tx.run(sql`
    insert into exchange.import_progress as p (import, created, matched, rejected, doubtful, at) values (${id}, ${add.created}, ${add.matched}, ${add.rejected}, ${add.doubtful}, ${cx.now})
    on conflict (import) do update set created = p.created + excluded.created, matched = p.matched + excluded.matched, rejected = p.rejected + excluded.rejected, doubtful = p.doubtful + excluded.doubtful, at = excluded.at`)
}

export interface SeenRow {
  id: string
  source: string
  kind: 'cases' | 'deaths'
  fileName: string
  at: string
  by: string
  byId: string | null
  rowsIn: number
  dryRun: boolean
  state: 'running' | 'done' | 'undone'
  created: number
  matched: number
  rejected: number
  doubtful: number
  reasons: Receipt['reasons']
  doubts: Receipt['doubts']
  rejectsFile: string | null
  undone: { at: string; by: string; second: string | null; why: string; cases: number } | null
  lastAt: string
}

export function listImports(cx: Pick<Cx, 'tx'>, id: string | null, limit: number): Promise<SeenRow[]> {
  return cx.tx.many<SeenRow>(sql`
    select i.id, i.source, i.kind, i.file_name as "fileName", i.recorded_at as at, coalesce(p.name, '') as by, i.recorded_by as "byId", i.rows_in as "rowsIn", i.dry_run as "dryRun", case when d.id is not null then 'undone' when r.id is null then 'running' else 'done' end as state,
           coalesce(r.created, g.created, 0) as created, coalesce(r.matched, g.matched, 0) as matched, coalesce(r.rejected, g.rejected, 0) as rejected, coalesce(r.doubtful, g.doubtful, 0) as doubtful, coalesce(r.reasons, '[]') as reasons, coalesce(r.doubts, '[]') as doubts, r.rejects_file as "rejectsFile", coalesce(g.at, i.recorded_at) as "lastAt",
           case when d.id is not null then jsonb_build_object('at', to_char(d.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', coalesce(b.name, ''), 'second', s.name, 'why', d.why, 'cases', d.cases) end as undone
      from exchange.import i left join exchange.import_receipt r on r.import = i.id left join exchange.import_progress g on g.import = i.id left join identity.person p on p.id = i.recorded_by
           left join exchange.import_undone d on d.import = i.id left join identity.person b on b.id = d.recorded_by left join identity.person s on s.id = d.second
     where ${id}::uuid is null or i.id = ${id} order by i.recorded_at desc limit ${limit}`)
}

export async function unitsByCode(
  cx: Pick<Cx, 'tx'>,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ code: string; id: string }>(
    sql`select code, id from identity.unit where code = any(${codes as string[]})`,
  )
  return new Map(rows.map((r) => [r.code, r.id]))
}

/** Where each record came from: the row as it was written, for who may see the case. */
export async function writtenRow(
  cx: Pick<Cx, 'tx'>,
  root: string,
): Promise<
  | {
      source: string
      line: number
      fileName: string
      doubts: Json
      columns: string[]
      raw: Record<string, string> | null
    }
  | undefined
> {
  return cx.tx.maybe(sql`
    select r.source, r.line, i.file_name as "fileName", coalesce(r.doubts, '[]') as doubts, coalesce(i.columns, '[]') as columns, v.value as raw
      from exchange.import_row r join exchange.import i on i.id = r.import left join ledger.vault v on v.id = r.vault where r.root = ${root} limit 1`)
}
