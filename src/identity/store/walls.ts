/** Conflicts of interest, and the walls that stand because of them: `visible` asks the walls in every reading statement. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

const standing = sql`not exists (select 1 from identity.conflict_end e where e.conflict = c.id)`

/** For `custodia verify`: the walls are the conflicts that nobody lifted. */
export const wallSql =
  'select distinct c.person, c.root from identity.conflict c where c.root is not null and not exists (select 1 from identity.conflict_end e where e.conflict = c.id)'

/** The walls of one person as the conflicts now say. */
export async function raiseWalls(cx: Cx, person: string): Promise<void> {
  await cx.tx.run(
    sql`insert into identity.wall (person, root) select distinct c.person, c.root from identity.conflict c where c.person = ${person} and c.root is not null and ${standing} on conflict do nothing`,
  )
  await cx.tx.run(
    sql`delete from identity.wall w where w.person = ${person} and not exists (select 1 from identity.conflict c where c.person = w.person and c.root = w.root and ${standing})`,
  )
}

export const standsWall = async (tx: Tx, person: string, root: string): Promise<boolean> =>
  (await tx.maybe(sql`select 1 from identity.wall where person = ${person} and root = ${root}`)) !== undefined

export interface ConflictRow {
  readonly id: string
  readonly person: string
  readonly root: string | null
  readonly about: string
  readonly at: string
  readonly by: string | null
}
export const conflictsOf = (tx: Tx, person: string): Promise<ConflictRow[]> =>
  tx.many(sql`
    select c.id, c.person, c.root, c.about, c.recorded_at as at, p.name as by from identity.conflict c left join identity.person p on p.id = c.recorded_by
     where c.person = ${person} and ${standing} order by c.recorded_at desc limit 100`)
export const findConflict = (tx: Tx, id: string): Promise<ConflictRow | undefined> =>
  tx.maybe(sql`
    select c.id, c.person, c.root, c.about, c.recorded_at as at, p.name as by from identity.conflict c left join identity.person p on p.id = c.recorded_by
     where c.id = ${id} and ${standing}`)
