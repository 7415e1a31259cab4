/** In which cases a thing is evidence, beside the one that it came in with; a reader is told of those that they may see. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

export interface AlsoRow {
  readonly id: string
  readonly case: string
  readonly number: string
  readonly title: string
  readonly why: string
  readonly by_name: string
  readonly at: string
  readonly end_why: string | null
  readonly end_by: string | null
  readonly end_at: string | null
}
export const otherCasesOf = (cx: Reader, thing: string): Promise<AlsoRow[]> =>
  cx.tx.many<AlsoRow>(sql`
    select a.id, f.id as case, f.number, f.title, a.why, a.by_name, a.at, e.why as end_why, e.by_name as end_by, e.at as end_at
      from evidence.also_of a join cases.public_case f on f.id = a.other_root left join evidence.also_of_end e on e.also = a.id
     where a.thing = ${thing} and ${visible(cx, 'a.other_root')} order by a.recorded_at, a.id limit 100`)

/** The row by which it is evidence there today. */
export const alsoNow = (
  cx: Pick<Cx, 'tx'>,
  thing: string,
  other: string,
): Promise<{ id: string } | undefined> =>
  cx.tx.maybe<{ id: string }>(sql`
    select a.id from evidence.also_of a where a.thing = ${thing} and a.other_root = ${other}
       and not exists (select 1 from evidence.also_of_end e where e.also = a.id) limit 1`)

export interface AlsoHere {
  readonly id: string
  readonly number: string
  readonly description: string
  readonly state: string
  readonly primary: string
  readonly why: string
  readonly by: string
  readonly at: string
  readonly opens: boolean
}
/** What came in with other cases and is evidence here: told to everybody who sees this case, because somebody who saw both said so. */
export const alsoOfCase = (cx: Reader, root: string): Promise<AlsoHere[]> =>
  cx.tx.many<AlsoHere>(sql`
    select n.thing as id, n.number, n.words as description, n.state, f.number as primary, a.why, a.by_name as by, a.at, ${visible(cx, 'n.root')} as opens
      from evidence.also_of a join evidence.thing_now n on n.thing = a.thing join cases.public_case f on f.id = n.root
     where a.other_root = ${root} and not exists (select 1 from evidence.also_of_end e where e.also = a.id)
     order by a.recorded_at, a.id limit 200`)

/** Of these things, which are evidence in another case that is open: such a one keeps it, whatever becomes of its own. */
export async function neededElsewhere(
  cx: Pick<Cx, 'tx'>,
  things: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await cx.tx.many<{ thing: string }>(sql`
    select distinct a.thing from evidence.also_of a join cases.public_case f on f.id = a.other_root
     where a.thing = any(${things as string[]}::uuid[]) and f.state <> 'closed'
       and not exists (select 1 from evidence.also_of_end e where e.also = a.id)`)
  return new Set(rows.map((r) => r.thing))
}
