/** Who is asking, and what they hold: turns a session or a token into an actor, and answers `authorise` for perform(). */
import { createHash } from 'node:crypto'
import type { Actor, AnyOperation, Protected } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { oversight } from './sight.ts'

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest()

interface ActorRow {
  person: string
  name: string
  unit: string | null
  agency: string | null
  language: 'en' | 'es'
  via: string
  csrf: string | null
  scopes: string[] | null
  grants: { role: string; units: string[] | null }[] | null
}

/** Grants that hold at `now`, each with its unit and all units beneath it. */
const grantsOf = (now: string): Sql => sql`
  (select jsonb_agg(jsonb_build_object('role', g.role, 'units', case when g.unit is null then null else (
      with recursive beneath as (select g.unit as id union select u.id from identity.unit u join beneath b on u.parent = b.id)
      select jsonb_agg(id) from beneath) end))
     from identity.role_grant g
    where g.person = p.id and g.from_at <= ${now}::timestamptz and (g.until_at is null or g.until_at > ${now}::timestamptz)
      and not exists (select 1 from identity.role_withdrawal w where w.role_grant = g.id))`

const personColumns = (now: string): Sql =>
  sql`p.id as person, p.name, p.unit, p.agency, ${grantsOf(now)} as grants`

export async function actorOfSession(tx: Tx, token: string, now: string): Promise<Actor | undefined> {
  const row = await tx.maybe<ActorRow>(sql`
    select ${personColumns(now)}, coalesce(s.language, a.language) as language, s.id as via, s.csrf, null::text[] as scopes
      from identity.session s join identity.account a on a.person = s.person join identity.person p on p.id = s.person
     where s.hash = ${hashOf(token)} and s.ended_at is null and s.expires_at > ${now}::timestamptz and not a.suspended`)
  return row && actorOf(row)
}

export async function actorOfToken(tx: Tx, token: string, now: string): Promise<Actor | undefined> {
  const row = await tx.maybe<ActorRow>(sql`
    select ${personColumns(now)}, a.language, t.id as via, null as csrf, t.scopes
      from identity.token t join identity.account a on a.person = t.person join identity.person p on p.id = t.person
     where t.hash = ${hashOf(token)} and t.ended_at is null and (t.expires_at is null or t.expires_at > ${now}::timestamptz) and not a.suspended`)
  return row && actorOf(row)
}

/** For the command line and for jobs that act for a person: no session, all scopes. */
export async function actorOfPerson(tx: Tx, person: string, now: string): Promise<Actor | undefined> {
  const row = await tx.maybe<ActorRow>(sql`
    select ${personColumns(now)}, coalesce(a.language, 'en') as language, null as via, null as csrf, null::text[] as scopes
      from identity.person p left join identity.account a on a.person = p.id where p.id = ${person} and not coalesce(a.suspended, false)`)
  return row && actorOf(row)
}

function actorOf(row: ActorRow): Actor {
  const grants = (row.grants ?? []).map((g) => ({ role: g.role, units: g.units ?? ('everywhere' as const) }))
  const principals = new Set([row.person])
  for (const g of grants)
    for (const unit of g.units === 'everywhere' ? [oversight] : g.units) principals.add(unit)
  return {
    kind: 'person',
    id: row.person,
    name: row.name,
    via: row.via,
    principals: [...principals],
    grants,
    unit: row.unit,
    agency: row.agency,
    language: row.language,
    scopes: row.scopes,
    csrf: row.csrf,
  }
}

/** The system acts under its own name, never under a person's; what it may do is what its code does. */
export const systemActor: Actor = {
  kind: 'system',
  id: '00000000-0000-7000-8000-000000000002',
  name: 'Custodia',
  via: null,
  principals: [],
  grants: [],
  unit: null,
  agency: null,
  language: 'en',
  scopes: null,
  csrf: null,
}
export const migrationActor: Actor = {
  ...systemActor,
  kind: 'migration',
  id: '00000000-0000-7000-8000-000000000003',
}

/** Right held: a grant whose role is named by the operation and whose units hold the row's unit, where it has one. */
export function authorise(actor: Actor, operation: AnyOperation, row: Protected | null): boolean {
  if (operation.who === 'anyone') return true
  if (actor.kind !== 'person') return actor.id === systemActor.id || actor.kind === 'migration'
  if (operation.who === 'signed-in') return true
  const roles = operation.who
  return actor.grants.some(
    (g) => roles.includes(g.role) && (g.units === 'everywhere' || !row?.unit || g.units.includes(row.unit)),
  )
}

/** Names of the operations that this person could use at all: what the browser offers. */
export function operationsOf(actor: Actor, all: Iterable<AnyOperation>): string[] {
  const names: string[] = []
  for (const op of all) if (authorise(actor, op, null)) names.push(op.name)
  return names
}
