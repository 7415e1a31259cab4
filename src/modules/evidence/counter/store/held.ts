/** Things that are in custody already: how they stand on the record, and where they wait as announced. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { AnnouncedItem } from '../contract.ts'

type Told = Omit<AnnouncedItem, 'photographs'>

/** Each as an announcement would say it, out of what stands on the record; the caller has asked who may see them. */
export async function thingsTold(cx: Pick<Cx, 'tx'>, things: readonly string[]): Promise<Told[]> {
  const rows = await cx.tx.many<Told & { amount: string | null; unit: string | null }>(sql`
    select n.thing as id, n.words as description, n.type, d.count, d.quantity::text as amount, d.unit,
           (select jsonb_build_object('type', p.type, 'colour', p.colour, 'size', p.size, 'condition', p.condition, 'words', p.words) from evidence.packaging p where p.thing = n.thing order by p.seq desc limit 1) as packaging,
           coalesce((select jsonb_agg(jsonb_build_object('number', s.number, 'type', s.type, 'appliedBy', s.applied_by_name) order by s.recorded_at, s.id) from evidence.seal s where s.thing = n.thing and s.number = any(n.seals)), '[]') as seals,
           t.their_number as "theirNumber", n.hazards, t.taken_place as "takenPlace", t.taken_at as "takenAt", null as "takenFrom"
      from evidence.thing_now n join evidence.thing t on t.id = n.thing
      left join lateral (select count, quantity, unit from evidence.description x where x.thing = n.thing order by x.seq desc limit 1) d on true
     where n.thing = any(${things as string[]}::uuid[]) order by array_position(${things as string[]}::uuid[], n.thing)`)
  return rows.map(({ amount, unit, ...told }) => ({
    ...told,
    quantity: amount !== null && unit !== null ? { value: amount, unit } : null,
  }))
}

/** Which of these ids are things already. */
export async function thingsAmong(cx: Pick<Cx, 'tx'>, ids: readonly string[]): Promise<string[]> {
  return (
    await cx.tx.many<{ id: string }>(
      sql`select id from evidence.thing where id = any(${ids as string[]}::uuid[])`,
    )
  ).map((r) => r.id)
}

/** The announcement in which a thing waits for a counter. */
export async function waitsIn(cx: Pick<Cx, 'tx'>, things: readonly string[]): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ item: string; submission: string }>(sql`
    select i.item, n.submission from evidence.announced_now n
      join evidence.announcement a on a.submission = n.submission and a.seq = n.seq join evidence.announced_item i on i.announcement = a.id
     where n.state = 'announced' and i.item = any(${things as string[]}::uuid[])`)
  return new Map(rows.map((r) => [r.item, r.submission]))
}
