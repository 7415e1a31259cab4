/** The one definition of how a thing stands: used to write evidence.thing_now, and by verification to compute it again. */
import { putAwayAbout } from '#identity/notices.ts'
import { ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { Refusal } from '#kernel/verdict.ts'
import { nameSql, sql } from '#platform/sql.ts'

/** Columns in the order of the table. A seal is closed when its newest event is neither broken nor damaged. */
export const thingNowSql = `
select t.id as thing, t.root, t.number, t.barcode, t.kind, d.type, d.words, t.submission, t.parent, k.container as packed_in,
       e.state, e.to_kind as holder_kind, e.to_id as holder, e.to_name as holder_name, e.to_where as holder_where, e.at as since, e.due_at, e.seq,
       coalesce((select array_agg(s.number order by s.recorded_at, s.id) from evidence.seal s where s.thing = t.id
          and (select v.kind from evidence.seal_event v where v.seal = s.id order by v.seq desc limit 1) in ('applied','intact')), '{}') as seals,
       coalesce((select array_agg(h.hazard order by h.hazard) from (select distinct on (hazard) hazard, state from evidence.hazard_flag f where f.thing = t.id order by hazard, seq desc) h where h.state = 'flagged'), '{}') as hazards,
       (select p.file from evidence.photograph p where p.thing = t.id order by p.recorded_at desc, p.id desc limit 1) as photograph,
       t.recorded_at as born_at
  from evidence.thing t
  join lateral (select type, words from evidence.description x where x.thing = t.id order by seq desc limit 1) d on true
  join lateral (select * from evidence.custody_event x where x.thing = t.id order by seq desc limit 1) e on true
  left join lateral (select container from evidence.packing x where x.thing = t.id order by seq desc limit 1) k on true`

export const handOverOpenSql = `
select o.thing, o.hand_over, o.root, h.from_person, h.to_person, h.at
  from evidence.hand_over_thing o join evidence.hand_over h on h.id = o.hand_over
 where not exists (select 1 from evidence.hand_over_answer a where a.hand_over = o.hand_over and a.thing = o.thing)`

export const locationNowSql = `
select p.location, coalesce(c.n, 0)::int as things from (select distinct to_id as location from evidence.custody_event where to_kind = 'place') p
  left join (select n.holder, count(*) as n from (${thingNowSql}) n where n.holder_kind = 'place' group by 1) c on c.holder = p.location`

const columns =
  'thing, root, number, barcode, kind, type, words, submission, parent, packed_in, state, holder_kind, holder, holder_name, holder_where, since, due_at, seq, seals, hazards, photograph, born_at'

// The array as one that the planner cannot look into, so that the plan is made once and kept.
/** After covered rows of these things went in: their standing is made again, one statement for all. */
export async function refreshThings(cx: Pick<Cx, 'tx'>, ids: readonly string[]): Promise<void> {
  const sets = columns
    .split(', ')
    .slice(1)
    .map((c) => `${c} = excluded.${c}`)
    .join(', ')
  await cx.tx.send(sql`
    insert into evidence.thing_now (${nameSql(columns)})
    ${nameSql(thingNowSql)} where t.id = any(array(select unnest(${[...new Set(ids)].sort()}::uuid[]))) order by t.id
    on conflict (thing) do update set ${nameSql(sets)}`)
}

/** What is the same of all things that change hands in one act. */
export interface Stand {
  readonly state: string
  readonly holder_kind: string | null
  readonly holder: string | null
  readonly holder_name: string | null
  readonly holder_where: string | null
  readonly since: string
  readonly due_at: string | null
}

/** The short way for a change of hands only: exactly the columns that it moves, for any number of things at once. `seq`: the place in the order on which it was decided. */
export async function moveThings(
  cx: Pick<Cx, 'tx'>,
  things: readonly { readonly id: string; readonly seq: number }[],
  hands: number,
  to: Stand,
): Promise<void> {
  const query = sql`
    update evidence.thing_now n
       set seq = r.seq + ${hands}::int, state = ${to.state}, holder_kind = ${to.holder_kind}, holder = ${to.holder}, holder_name = ${to.holder_name}, holder_where = ${to.holder_where}, since = ${to.since}, due_at = ${to.due_at}
      from unnest(${things.map((t) => t.id)}::uuid[], ${things.map((t) => t.seq)}::int[]) as r(thing, seq)
     where n.thing = r.thing and n.seq = r.seq`
  await cx.tx.send(query, (moved) => {
    if (moved !== things.length) throw new Refusal('conflict', 'somebody-was-faster')
  })
}

export async function openOffers(
  cx: Pick<Cx, 'tx'>,
  offer: { handOver: string; from: string; to: string; at: string },
  things: readonly { id: string; root: string }[],
): Promise<void> {
  await cx.tx.run(sql`
    insert into evidence.hand_over_open (thing, hand_over, root, from_person, to_person, at)
    select thing, ${offer.handOver}, root, ${offer.from}, ${offer.to}, ${offer.at} from unnest(${things.map((t) => t.id)}::uuid[], ${things.map((t) => t.root)}::uuid[]) as r(thing, root)`)
}

export async function closeOffers(
  cx: Pick<Cx, 'tx' | 'now'>,
  handOver: string,
  things: readonly string[],
): Promise<void> {
  const closed = await cx.tx.many<{ to_person: string }>(
    sql`delete from evidence.hand_over_open where hand_over = ${handOver} and thing = any(${things as string[]}::uuid[]) returning to_person`,
  )
  const left = await cx.tx.maybe(
    sql`select 1 from evidence.hand_over_open where hand_over = ${handOver} limit 1`,
  )
  // Nothing of it waits any more: whoever was told of it has nothing left to look at.
  if (closed[0] && !left) await putAwayAbout(cx, closed[0].to_person, ref('evidence.hand-over', handOver))
}
