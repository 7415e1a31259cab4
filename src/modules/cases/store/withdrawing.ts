/** Cases that came by mistake and on which nothing was built are withdrawn: rows and entries stay, nobody sees them, and their numbers are free. */
import { endSightOf, visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { caseRef } from './holds.ts'

/** The same number stands in db/migrations/cases-0030-withdrawn.sql. */
const NOBODY_RECORDS = 7_236_601

/** What was recorded on a case after it came, and how often. */
export interface BuiltOn {
  readonly root: string
  /** Null where the reader may not see the case. */
  readonly number: string | null
  readonly action: string
  readonly times: number
}

/** From here to the end of the act nobody records anything anywhere: acts under way have ended, others wait. */
export async function alone(cx: Pick<Cx, 'tx'>): Promise<void> {
  await cx.tx.many(sql`select pg_advisory_xact_lock(${NOBODY_RECORDS})`)
}

/** What hangs on these cases beside the act by which they came, and what other cases say of them; the case with most first. */
export function builtOn(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  roots: readonly string[],
  came: string,
): Promise<BuiltOn[]> {
  const all = roots as string[]
  return cx.tx.many<BuiltOn>(sql`
    select c.id as root, case when ${visible(cx, 'c.id')} then c.number end as number, b.action, count(*)::int as times from (
      select e.root, e.action from ledger.entry e where e.root = any(${all}::uuid[]) and e.action <> ${came}
      union all select r.other, 'cases.relate-cases' from cases.relation r where r.other = any(${all}::uuid[])
    ) b join cases.case c on c.id = b.root group by c.id, c.number, b.action order by c.number, b.action`)
}

/** Whoever calls has locked the cases, is alone, and has seen that nothing was built on them. */
export async function withdrawCases(cx: Cx, roots: readonly string[]): Promise<void> {
  if (roots.length === 0) return
  await cx.record(
    ...roots.map((root) => ({
      subject: caseRef(root),
      root,
      rows: { 'cases.withdrawn': [{ id: cx.newId(), root }] },
    })),
  )
  await endSightOf(cx, roots)
  const gone = roots as string[]
  await cx.tx.run(sql`delete from cases.handle where root = any(${gone}::uuid[])`)
  await cx.tx.run(sql`delete from cases.standing where root = any(${gone}::uuid[])`)
}
