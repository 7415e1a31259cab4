/** When anything was last written on a worksheet, and who wrote on it. */
import type { Cx } from '#platform/cx.ts'
import { type Sql, nameSql, sql } from '#platform/sql.ts'

/** The last instant at which anything was written on a worksheet: a reviewer passes what they have seen, not what came after. */
export async function writtenAt(cx: Cx, worksheet: string): Promise<string> {
  const on = (table: string): Sql =>
    sql`select recorded_at from ${nameSql(`results.${table}`)} where worksheet = ${worksheet}`
  const tables = [
    'observation',
    'weighing',
    'portion',
    'sampling',
    'test',
    'run',
    'conclusion',
    'review',
    'finding_answer',
  ]
  const all = tables.map(on).reduce((a, b) => sql`${a} union all ${b}`)
  const { at } = await cx.tx.one<{ at: string }>(sql`
    select max(recorded_at) as at from (${all}
      union all select w.recorded_at from results.worksheet w where w.id = ${worksheet}
      union all select a.recorded_at from results.run_account a join results.run r on r.id = a.run where r.worksheet = ${worksheet}
      union all select k.recorded_at from results.confirmation k join results.search s on s.id = k.search join results.run r on r.id = s.run where r.worksheet = ${worksheet}) t`)
  return at
}

/** Everybody who wrote a row of the work itself; reviews and second opinions on it are not the work. */
export async function writersOf(cx: Cx, worksheets: readonly string[]): Promise<string[]> {
  const here = sql`= any(${worksheets as string[]}::uuid[])`
  const on = (table: string): Sql =>
    sql`select recorded_by as person from ${nameSql(`results.${table}`)} where worksheet ${here}`
  const tables = [
    'observation',
    'weighing',
    'portion',
    'sampling',
    'test',
    'run',
    'conclusion',
    'finding_answer',
  ]
  const all = tables.map(on).reduce((a, b) => sql`${a} union all ${b}`)
  const rows = await cx.tx.many<{ person: string }>(sql`
    select distinct person from (${all}
      union all select w.analyst from results.worksheet w where w.id ${here}
      union all select a.recorded_by from results.run_account a join results.run r on r.id = a.run where r.worksheet ${here}
      union all select s.recorded_by from results.search s join results.run r on r.id = s.run where r.worksheet ${here}
      union all select k.recorded_by from results.confirmation k join results.search s on s.id = k.search join results.run r on r.id = s.run where r.worksheet ${here}) t order by person`)
  return rows.map((r) => r.person)
}
