/** Who is asking, and what they hold: turns a session or a token into an actor, and answers `authorise` for perform(). */
import { createHash } from 'node:crypto'
import type { Actor, AnyOperation, Protected } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { indexKeepers, oversight } from './sight.ts'
import { isLetIn } from './store/absences.ts'
import { holdsGrant } from './store/grants.ts'

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
  watched: string[]
}

/** Grants that hold at `now`, each with its unit and all units beneath it. */
const grantsOf = (now: string, then: boolean): Sql => sql`
  (select jsonb_agg(jsonb_build_object('role', g.role, 'units', case when g.unit is null then null else (
      with recursive beneath as (select g.unit as id union select u.id from identity.unit u join beneath b on u.parent = b.id)
      select jsonb_agg(id) from beneath) end))
     from identity.role_grant g where g.person = p.id and ${holdsGrant('g', now, then)})`

/** Roots that stand open to the person by broken glass. */
const watchedRoots = (now: string): Sql =>
  sql`array(select b.root from identity.glass b where b.person = p.id and b.until_at > ${now}::timestamptz)`

const personColumns = (now: string, then = false): Sql =>
  sql`p.id as person, p.name, p.unit, p.agency, ${grantsOf(now, then)} as grants, ${watchedRoots(now)} as watched`

/** What a session may do while its person owes a second factor: add one, and leave. */
const narrowScopes = [
  'identity.who-am-i',
  'identity.add-passkey',
  'identity.enrol-totp',
  'identity.passkey-challenge',
  'identity.my-passkeys',
  'identity.my-sessions',
  'identity.set-password',
  'identity.sign-out',
]

/** What the machine of a counter is for: a delivery is written down there, and nothing else is read. */
const kioskScopes = [
  'identity.who-am-i',
  'identity.sign-out',
  'evidence.prelog-form',
  'evidence.submit-prelog',
  'evidence.get-prelog',
  'evidence.prelog-code',
  'catalogue.find-code',
  'catalogue.get-code-list',
  'portal.banners',
]

/**
 * `attended`: somebody is at the keys, as far as the page can tell; a page that only refreshes itself keeps no session alive.
 * A session ends twelve hours after it began, and an hour after anybody last did anything in it.
 */
export async function actorOfSession(
  tx: Tx,
  token: string,
  now: string,
  attended = true,
): Promise<Actor | undefined> {
  const row = await tx.maybe<
    ActorRow & { seen_at: string; narrow: boolean; kiosk: boolean; at: string | null }
  >(sql`
    select ${personColumns(now)}, coalesce(s.language, a.language) as language, s.id as via, s.csrf, null::text[] as scopes, s.seen_at, s.narrow, s.kiosk, s.unit as at
      from identity.session s join identity.account a on a.person = s.person join identity.person p on p.id = s.person
     where s.hash = ${hashOf(token)} and s.ended_at is null and s.expires_at > ${now}::timestamptz
       and (s.idle_minutes is null or s.seen_at + make_interval(mins => s.idle_minutes) > ${now}::timestamptz) and ${isLetIn(now)}`)
  if (!row) return undefined
  if (attended && Date.parse(now) - Date.parse(row.seen_at) >= SEEN_EVERY_MS)
    await tx.run(
      sql`update identity.session set seen_at = ${now} where id = ${row.via} and seen_at < ${now}::timestamptz`,
    )
  // One office of several, as the person said for this session.
  const here = { ...row, unit: row.at ?? row.unit }
  if (row.kiosk) return { ...actorOf({ ...here, scopes: kioskScopes }), kiosk: true }
  return actorOf(row.narrow ? { ...here, scopes: narrowScopes } : here)
}
/** Often enough for an hour's limit, seldom enough that reading does not write. */
const SEEN_EVERY_MS = 60_000

export async function actorOfToken(tx: Tx, token: string, now: string): Promise<Actor | undefined> {
  const row = await tx.maybe<ActorRow & { last_used_at: string | null }>(sql`
    select ${personColumns(now)}, a.language, t.id as via, null as csrf, t.scopes, t.last_used_at
      from identity.token t join identity.account a on a.person = t.person join identity.person p on p.id = t.person
     where t.hash = ${hashOf(token)} and t.ended_at is null and (t.expires_at is null or t.expires_at > ${now}::timestamptz) and ${isLetIn(now)}`)
  if (!row) return undefined
  if (row.last_used_at === null || Date.parse(now) - Date.parse(row.last_used_at) >= 5 * SEEN_EVERY_MS)
    await tx.run(sql`update identity.token set last_used_at = ${now} where id = ${row.via}`)
  return actorOf(row)
}

/** For the command line and for jobs that act for a person: no session, all scopes. */
export async function actorOfPerson(
  tx: Tx,
  person: string,
  now: string,
  /** As they stood at an instant that has passed. */
  then = false,
): Promise<Actor | undefined> {
  const row = await tx.maybe<ActorRow>(sql`
    select ${personColumns(now, then)}, coalesce(a.language, 'en') as language, null as via, null as csrf, null::text[] as scopes
      from identity.person p left join identity.account a on a.person = p.id where p.id = ${person} and ${isLetIn(now)}`)
  return row && actorOf(row)
}

const keepingIndexes: readonly string[] = ['dna-custodian', 'dna-overseer']
/** Roles that show no case by themselves: whoever keeps the accounts or the indexes of the DNA law, and who reviews from outside what they were given by name. */
const sightless: readonly string[] = ['administrator', 'outside-reviewer', ...keepingIndexes]

function actorOf(row: ActorRow): Actor {
  const grants = (row.grants ?? []).map((g) => ({ role: g.role, units: g.units ?? ('everywhere' as const) }))
  const principals = new Set([row.person])
  for (const g of grants.filter((one) => !sightless.includes(one.role)))
    for (const unit of g.units === 'everywhere' ? [oversight] : g.units) principals.add(unit)
  if (grants.some((g) => keepingIndexes.includes(g.role))) principals.add(indexKeepers)
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
    watched: row.watched,
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
    (g) =>
      roles.includes(g.role) &&
      // Who reviews from outside stands in no unit of ours: what they were given by name is all they see.
      (g.units === 'everywhere' || !row?.unit || g.units.includes(row.unit) || g.role === 'outside-reviewer'),
  )
}

/** Names of the operations that this person could use at all: what the browser offers. */
export function operationsOf(actor: Actor, all: Iterable<AnyOperation>): string[] {
  const names: string[] = []
  for (const op of all) if (authorise(actor, op, null)) names.push(op.name)
  return names
}
