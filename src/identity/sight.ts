/** Need to know (decided.md 1): who may see what hangs on a root. Every reading statement of every module asks here. */
import { Refusal } from '#kernel/verdict.ts'
import type { Actor, Cx } from '#platform/cx.ts'
import { type Sql, nameSql, sql } from '#platform/sql.ts'

/** Principal of grants that hold for the whole service (director, quality): an open root shows itself to it, a sealed one does not. */
export const oversight = '00000000-0000-7000-8000-000000000001'

/** Principal of who keeps or oversees the indexes of the DNA law, wherever they hold that role: profiles are shown to it one by one, as parts of their cases. */
export const indexKeepers = '00000000-0000-7000-8000-000000000004'

/**
 * The predicate for `where`, or for a column `as may_see`: true when the reader may see what hangs on `root`.
 * `root` is a column name of our own source, such as `i.root`.
 */
export function visible(cx: Pick<Cx, 'actor' | 'now'>, root: string): Sql {
  return visibleTo(cx.actor, cx.now, root)
}

/**
 * The same for rows that belong to a part which may be shown alone, such as a request and what was done for it: sight of the part is
 * enough. `part` is the column that holds its id.
 */
export function visiblePart(cx: Pick<Cx, 'actor' | 'now'>, root: string, part: string): Sql {
  return visibleTo(cx.actor, cx.now, root, part)
}

export function visibleTo(actor: Actor, now: string, root: string, part?: string): Sql {
  if (actor.kind !== 'person') return sql`true`
  return sightOf(
    actor,
    now,
    root,
    part === undefined
      ? sql`sight_row.part is null`
      : sql`(sight_row.part is null or sight_row.part = ${nameSql(part)})`,
  )
}

/** Whether the reader sees a root or any part of it: no ground for showing anything, only for giving again what was answered before. */
export function glimpsedBy(actor: Actor, now: string, root: string): Sql {
  return actor.kind === 'person' ? sightOf(actor, now, root, sql`true`) : sql`true`
}

// Walls as one array: read once for the statement, not looked up for each row of a list.
// The names inside are ones that no store uses: a caller's `s.root` must never be taken for the sight's own.
const sightOf = (actor: Actor, now: string, root: string, whole: Sql): Sql =>
  sql`exists (select 1 from identity.sight as sight_row where sight_row.root = ${nameSql(root)} and sight_row.principal = any(${actor.principals as string[]}::uuid[]) and sight_row.from_at <= ${now}::timestamptz and (sight_row.until_at is null or sight_row.until_at > ${actor.asOf ?? now}::timestamptz)
    and ${whole} and sight_row.root <> all (array(select wall_row.root from identity.wall as wall_row where wall_row.person = ${actor.id}::uuid)))`

export interface Sight {
  readonly root: string
  /** A person, a unit, or `oversight`. */
  readonly principal: string
  readonly why: string
  /** Only this part of what hangs on the root (`visiblePart`). */
  readonly part?: string | null
  readonly from?: string
  readonly until?: string | null
}

/**
 * Opens sight, a row for each reason; one that stands already for that reason is left as it is. What was opened goes along with the
 * act's entry as a covered row; identity.sight is what such rows add up to (`sightSql`).
 */
export async function openSight(
  cx: Cx,
  sights: readonly Sight[],
  /** What must hold of each of them, by its row `r`. */
  only: Sql = sql`true`,
): Promise<void> {
  if (sights.length === 0) return
  const acts = new Map<string, Opening>()
  const rows = sights.map((s) => {
    const [part, from, until] = [s.part ?? null, s.from ?? cx.now, s.until ?? null]
    const key = JSON.stringify([s.root, s.why, part, from, until])
    const act = acts.get(key) ?? {
      id: cx.newId(),
      root: s.root,
      why: s.why,
      part,
      from,
      until,
    }
    acts.set(key, act)
    return {
      opened: act.id,
      root: s.root,
      principal: s.principal,
      why: s.why,
      part,
      from_at: from,
      until_at: until,
    }
  })
  const asked = cx.tx.many<{ opened: string; principal: string }>(sql`
    insert into identity.sight (opened, root, principal, why, part, from_at, until_at, ended)
    select distinct on (r.root, r.principal, r.part, r.why) r.opened, r.root, r.principal, r.why, r.part, r.from_at, r.until_at, false
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(opened uuid, root uuid, principal uuid, why text, part uuid, from_at timestamptz, until_at timestamptz)
     where ${only} and not exists (select 1 from identity.sight s where s.root = r.root and s.principal = r.principal and s.why = r.why and s.until_at is null and s.part is not distinct from r.part)
    returning opened, principal`)
  // Nobody waits here for what was new: the entry does, at the end of the act.
  for (const { id, root, why, part, from, until } of acts.values())
    cx.along(
      root,
      'identity.sight_opened',
      asked.then((fresh) => {
        const principals = fresh.filter((f) => f.opened === id).map((f) => f.principal)
        return principals.length > 0
          ? { id, root, principals, why, part, from_at: from, until_at: until }
          : undefined
      }),
    )
}
/**
 * Opens sight of what is made in this very act, and refuses with `code` where its id is one that somebody sees something under already: all
 * roots have one namespace, and whoever may name a new thing would otherwise name it after a case of others and look into that.
 */
export async function openNewSight(cx: Cx, code: string, sights: readonly Sight[]): Promise<void> {
  const roots = [...new Set(sights.map((s) => s.root))]
  const taken = await cx.tx.maybe(
    sql`select 1 from identity.sight where root = any(${roots}::uuid[]) limit 1`,
  )
  if (taken) throw new Refusal('conflict', code)
  await openSight(cx, sights)
}
interface Opening {
  readonly id: string
  readonly root: string
  readonly why: string
  readonly part: string | null
  readonly from: string
  readonly until: string | null
}

/** Ends sight from now: of one principal (or what it saw for one reason, or one part), or of all but those named. Sight for a while ends too, and it is kept how long it was for. */
export async function endSight(
  cx: Cx,
  root: string,
  which:
    | { principal: string; why?: string; butWhy?: readonly string[]; part?: string }
    | { allBut: readonly string[] },
): Promise<void> {
  const whose =
    'principal' in which
      ? sql`principal = ${which.principal} and (${which.why ?? null}::text is null or why = ${which.why ?? null}) and why <> all (${(which.butWhy ?? []) as string[]}::text[]) and (${which.part ?? null}::uuid is null or part = ${which.part ?? null})`
      : sql`not (principal = any(${which.allBut as string[]}::uuid[]))`
  await ended(cx, [root], whose)
}

/** Ends whatever sight there is of these roots: nobody sees them any more. */
export const endSightOf = (cx: Cx, roots: readonly string[]): Promise<void> => ended(cx, roots, sql`true`)

async function ended(cx: Cx, roots: readonly string[], whose: Sql): Promise<void> {
  const over = await cx.tx.many<{ root: string; opened: string[]; principals: string[] }>(sql`
    with gone as (
      update identity.sight set until_at = ${cx.now}, meant_until = until_at, ended = true
       where root = any(${roots as string[]}::uuid[]) and not ended and (until_at is null or until_at > ${cx.now}::timestamptz) and ${whose} returning root, opened, principal)
    select root, array_agg(opened) as opened, array_agg(principal) as principals from gone group by root`)
  for (const { root, opened, principals } of over)
    cx.along(root, 'identity.sight_ended', { id: cx.newId(), root, opened, principals, at: cx.now })
}

/** What identity.sight must hold: everything that was opened, cut short where it was ended. */
export const sightSql = `
  select o.id as opened, o.root, p.principal, o.why, o.part, o.from_at, coalesce(e.at, o.until_at) as until_at,
         case when e.at is not null then o.until_at end as meant_until, e.at is not null as ended
    from identity.sight_opened o cross join unnest(o.principals) as p(principal)
    left join (select u.opened, u.principal, n.at from identity.sight_ended n cross join unnest(n.opened, n.principals) as u(opened, principal)) e
      on e.opened = o.id and e.principal = p.principal`

/** What ended at that instant opens again, for the reason and as long as it was meant for. */
export async function reopenSight(cx: Cx, root: string, endedAt: string): Promise<void> {
  const rows = await cx.tx.many<{
    principal: string
    part: string | null
    why: string
    meant_until: string | null
  }>(sql`
    select distinct principal, part, why, meant_until from identity.sight
     where root = ${root} and until_at = ${endedAt}::timestamptz and (meant_until is null or meant_until > ${cx.now}::timestamptz)`)
  await openSight(
    cx,
    rows.map((r) => ({ root, principal: r.principal, part: r.part, why: r.why, until: r.meant_until })),
  )
}

/** For what reasons the reader sees a root now. */
export const whysOfSight = async (
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  root: string,
): Promise<readonly string[]> =>
  (
    await cx.tx.many<{ why: string }>(
      sql`select distinct why from identity.sight where root = ${root} and principal = any(${cx.actor.principals as string[]}::uuid[]) and from_at <= ${cx.now}::timestamptz and (until_at is null or until_at > ${cx.now}::timestamptz) order by why`,
    )
  ).map((s) => s.why)

/** Whether one of these sees all that hangs on a root now. */
export const principalsSee = async (
  cx: Pick<Cx, 'tx' | 'now'>,
  root: string,
  principals: readonly (string | null | undefined)[],
): Promise<boolean> =>
  (await cx.tx.maybe(
    sql`select 1 from identity.sight s where s.root = ${root} and s.part is null and s.principal = any(${principals.filter((p): p is string => Boolean(p))}::uuid[]) and s.from_at <= ${cx.now}::timestamptz and (s.until_at is null or s.until_at > ${cx.now}::timestamptz) limit 1`,
  )) !== undefined

/** Whether the reader sees anything that hangs on this root. */
export const seesRoot = async (cx: Pick<Cx, 'tx' | 'actor' | 'now'>, root: string): Promise<boolean> =>
  (await cx.tx.maybe(
    sql`select 1 from (values (${root}::uuid)) as wanted(root) where ${visible(cx, 'wanted.root')}`,
  )) !== undefined
