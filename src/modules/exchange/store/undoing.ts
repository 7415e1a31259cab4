/** The SQL of undoing an import. */
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { Undoing } from '../rules/undoing.ts'

export async function importToUndo(
  cx: Pick<Cx, 'tx'>,
  id: string,
): Promise<Undoing & { readonly id: string }> {
  const row = await cx.tx.maybe<Undoing & { readonly id: string }>(sql`
    select i.id, i.kind, i.dry_run, i.recorded_by, exists (select 1 from exchange.import_receipt r where r.import = i.id) as done,
           exists (select 1 from exchange.import_undone u where u.import = i.id) as undone,
           coalesce((select g.at from exchange.import_progress g where g.import = i.id), i.recorded_at) as last_at
      from exchange.import i where i.id = ${id}`)
  if (!row) throw notFound()
  return row
}

export const rootsOfImport = async (cx: Pick<Cx, 'tx'>, id: string): Promise<string[]> =>
  (
    await cx.tx.many<{ root: string }>(
      sql`select root from exchange.import_row where import = ${id} order by line`,
    )
  ).map((r) => r.root)
