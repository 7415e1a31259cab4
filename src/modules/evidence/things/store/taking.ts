/** Samples of people by case, and links between things; a reader sees a link only where both its things may be seen. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

export interface SampleRow {
  readonly party: string
  readonly kind: 'sample' | 'refusal' | 'offered'
  readonly how: string
  readonly what: string | null
  readonly description: string | null
  readonly words: string | null
  readonly witness: string | null
  readonly item: string | null
  readonly number: string | null
  readonly at: string
  readonly by: string
}
/** The caller has asked whether the case may be seen. */
export const samplesOfCase = (cx: Reader, root: string): Promise<SampleRow[]> =>
  cx.tx.many<SampleRow>(sql`
    select * from (
      select s.id, s.party, 'sample' as kind, s.ground as how, n.type as what, n.words as description, s.document as words, s.witness_name as witness, s.thing as item, n.number, s.at, s.by_name as by
        from evidence.reference_sample s join evidence.thing_now n on n.thing = s.thing where s.root = ${root}
      union all
      select r.id, r.party, 'refusal', 'given', r.what, null, r.words, r.witness_name, null, null, r.at, r.by_name from evidence.refusal_to_give r where r.root = ${root}
      union all
      select o.id, o.party, 'offered', o.answer, n.type, n.words, concat_ws(', ', o.to_name, o.words), null, coalesce(o.part, o.thing), coalesce(p.number, n.number), o.at, o.by_name
        from evidence.counter_sample o join evidence.thing_now n on n.thing = o.thing left join evidence.thing_now p on p.thing = o.part where o.root = ${root}) x
     order by at, id limit 500`)

export async function areLinked(cx: Pick<Cx, 'tx'>, a: string, b: string): Promise<boolean> {
  return (
    await cx.tx.one<{ linked: boolean }>(sql`
      select exists (select 1 from evidence.link l where ((l.thing = ${a} and l.other = ${b}) or (l.thing = ${b} and l.other = ${a}))
         and not exists (select 1 from evidence.link_end e where e.link = l.id)) as linked`)
  ).linked
}
export const linkById = (
  cx: Pick<Cx, 'tx'>,
  id: string,
): Promise<{ id: string; thing: string; other: string; ended: boolean } | undefined> =>
  cx.tx.maybe(sql`
    select l.id, l.thing, l.other, exists (select 1 from evidence.link_end e where e.link = l.id) as ended from evidence.link l where l.id = ${id}`)

export interface LinkRow {
  readonly id: string
  readonly thing: string
  readonly number: string
  readonly description: string
  readonly strength: 'strong' | 'weak' | 'absent'
  readonly basis: string
  readonly by: string
  readonly at: string
  readonly recorded_at: string
  readonly why: string | null
  readonly ended_by: string | null
  readonly ended_at: string | null
}
/** Of one thing, oldest first, as a column of the caller's statement; what binds it to a case that the reader may not know of is not told. */
export const linksColumn = (cx: Pick<Cx, 'actor' | 'now'>, thing: Sql): Sql => sql`
  (select coalesce(json_agg(json_build_object('id', l.id, 'thing', o.thing, 'number', o.number, 'description', o.words, 'strength', l.strength, 'basis', l.basis, 'by', l.by_name, 'at', l.at, 'recorded_at', l.recorded_at, 'why', e.why, 'ended_by', e.by_name, 'ended_at', e.at) order by l.recorded_at, l.id), '[]')
     from evidence.link l join evidence.thing_now o on o.thing = case when l.thing = ${thing} then l.other else l.thing end left join evidence.link_end e on e.link = l.id
    where (l.thing = ${thing} or l.other = ${thing}) and ${visible(cx, 'o.root')})`

/** How a thing was recovered, where it was. */
export const recoveryColumn = (thing: Sql): Sql =>
  sql`(select json_build_object('method', r.method, 'area', r.area) from evidence.recovery r where r.thing = ${thing} order by r.recorded_at desc limit 1)`
