/** The SQL of identity: accounts, sessions, people, units. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { instantOf } from '#kernel/shapes.ts'
import { hashOf } from './authority.ts'
import { newSecret } from './secrets.ts'

export interface Account {
  person: string
  name: string
  username: string
  password_hash: string | null
  pin_hash: string | null
  totp_secret: string | null
  totp_confirmed_at: string | null
  totp_last_step: number | null
  recovery_hashes: string[]
  language: 'en' | 'es'
  failed_count: number
  locked_until: string | null
  pin_failed_count: number
  pin_locked_until: string | null
  suspended: boolean
}
const account = sql`a.person, p.name, a.username, a.password_hash, a.pin_hash, a.totp_secret, a.totp_confirmed_at, a.totp_last_step, a.recovery_hashes, a.language, a.failed_count, a.locked_until, a.pin_failed_count, a.pin_locked_until, a.suspended`

export function findAccount(tx: Tx, username: string): Promise<Account | undefined> {
  return tx.maybe<Account>(
    sql`select ${account} from identity.account a join identity.person p on p.id = a.person where a.username = ${username}`,
  )
}
export function accountOf(tx: Tx, person: string): Promise<Account | undefined> {
  return tx.maybe<Account>(
    sql`select ${account} from identity.account a join identity.person p on p.id = a.person where a.person = ${person}`,
  )
}

const SESSION_MS = 12 * 3_600_000

/** NIST SP 800-63B-4, AAL2: at most 12 hours without signing in again. */
export async function openSession(
  cx: Pick<Cx, 'tx' | 'now' | 'newId'>,
  person: string,
  device: string | null,
): Promise<{ token: string; csrf: string; until: string; id: string }> {
  const token = newSecret()
  const csrf = newSecret()
  const until = instantOf(Date.parse(cx.now) + SESSION_MS)
  const id = cx.newId()
  await cx.tx.run(
    sql`insert into identity.session (hash, id, person, csrf, created_at, seen_at, expires_at, device) values (${hashOf(token)}, ${id}, ${person}, ${csrf}, ${cx.now}, ${cx.now}, ${until}, ${device})`,
  )
  return { token, csrf, until, id }
}

export function unitOf(tx: Tx, unit: string | null): Promise<{ id: string; name: string } | undefined> {
  return tx.maybe(sql`select id, name from identity.unit where id = ${unit}`)
}
export function settingOf<T>(tx: Tx, key: string): Promise<T | undefined> {
  return tx
    .maybe<{ value: T }>(sql`select value from platform.setting where key = ${key}`)
    .then((r) => r?.value)
}

export async function insertAccount(
  cx: Cx,
  a: { person: string; username: string; passwordHash: string | null; language: string },
): Promise<void> {
  await cx.tx.run(
    sql`insert into identity.account (person, username, password_hash, language) values (${a.person}, ${a.username}, ${a.passwordHash}, ${a.language})`,
  )
}
/** Outlives the refusal that it belongs to. */
export const countFailure = (cx: Cx, person: string, free: number, until: string) =>
  cx.aside((tx) =>
    tx.run(
      sql`update identity.account set failed_count = failed_count + 1, failed_at = ${cx.now}, locked_until = case when failed_count + 1 >= ${free} then ${until}::timestamptz end where person = ${person}`,
    ),
  )
export const resetFailures = (cx: Cx, person: string) =>
  cx.tx.run(sql`update identity.account set failed_count = 0, locked_until = null where person = ${person}`)
export const countPinFailure = (cx: Cx, person: string, free: number, until: string) =>
  cx.aside((tx) =>
    tx.run(
      sql`update identity.account set pin_failed_count = pin_failed_count + 1, pin_locked_until = case when pin_failed_count + 1 >= ${free} then ${until}::timestamptz end where person = ${person}`,
    ),
  )
export const resetPinFailures = (cx: Cx, person: string) =>
  cx.tx.run(
    sql`update identity.account set pin_failed_count = 0, pin_locked_until = null where person = ${person}`,
  )
export const keepPin = (cx: Cx, hash: string) =>
  cx.tx.run(
    sql`update identity.account set pin_hash = ${hash}, pin_failed_count = 0, pin_locked_until = null where person = ${cx.actor.id}`,
  )
export const keepPassword = (cx: Cx, person: string, hash: string) =>
  cx.tx.run(
    sql`update identity.account set password_hash = ${hash}, failed_count = 0, locked_until = null where person = ${person}`,
  )
export const keepTotpSecret = (cx: Cx, secret: string) =>
  cx.tx.run(
    sql`update identity.account set totp_secret = ${secret}, totp_confirmed_at = null where person = ${cx.actor.id}`,
  )
export const confirmTotp = (cx: Cx, step: number, recovery: readonly string[]) =>
  cx.tx.run(
    sql`update identity.account set totp_confirmed_at = ${cx.now}, totp_last_step = ${step}, recovery_hashes = ${recovery as string[]} where person = ${cx.actor.id}`,
  )
export const keepTotpStep = (cx: Cx, person: string, step: number) =>
  cx.tx.run(sql`update identity.account set totp_last_step = ${step} where person = ${person}`)
export const spendRecoveryCode = (cx: Cx, person: string, hash: string) =>
  cx.tx.run(
    sql`update identity.account set recovery_hashes = array_remove(recovery_hashes, ${hash}) where person = ${person}`,
  )

export async function endSession(cx: Cx, id: string): Promise<void> {
  await cx.tx.run(sql`update identity.session set ended_at = ${cx.now} where id = ${id} and ended_at is null`)
}
export const endOtherSessions = (cx: Cx, person: string, keep: string | null) =>
  cx.tx.run(
    sql`update identity.session set ended_at = ${cx.now} where person = ${person} and ended_at is null and id is distinct from ${keep}::uuid`,
  )
export const sessionsOf = (cx: Cx) =>
  cx.tx.many<{ id: string; device: string | null; createdAt: string; seenAt: string }>(
    sql`select id, device, created_at as "createdAt", seen_at as "seenAt" from identity.session where person = ${cx.actor.id} and ended_at is null and expires_at > ${cx.now}::timestamptz order by created_at desc limit 100`,
  )

export async function insertToken(
  cx: Cx,
  t: { token: string; name: string; scopes: readonly string[]; until: string | null },
): Promise<string> {
  const id = cx.newId()
  await cx.tx.run(
    sql`insert into identity.token (hash, id, person, name, scopes, created_at, expires_at) values (${hashOf(t.token)}, ${id}, ${cx.actor.id}, ${t.name}, ${t.scopes as string[]}, ${cx.now}, ${t.until})`,
  )
  return id
}
/** Whose token it was; undefined where there is none that this person may end. */
export async function endToken(cx: Cx, id: string, anybodys: boolean): Promise<string | undefined> {
  return (
    await cx.tx.maybe<{ person: string }>(
      sql`update identity.token set ended_at = ${cx.now} where id = ${id} and ended_at is null and (person = ${cx.actor.id} or ${anybodys}) returning person`,
    )
  )?.person
}

export async function suspendAccount(cx: Cx, person: string, suspended: boolean): Promise<void> {
  await cx.tx.run(sql`update identity.account set suspended = ${suspended} where person = ${person}`)
  if (!suspended) return
  await cx.tx.run(
    sql`update identity.session set ended_at = ${cx.now} where person = ${person} and ended_at is null`,
  )
  await cx.tx.run(
    sql`update identity.token set ended_at = ${cx.now} where person = ${person} and ended_at is null`,
  )
  await cx.tx.run(sql`delete from identity.step_up where person = ${person}`)
}
export const grantOf = (tx: Tx, id: string) =>
  tx.maybe<{ person: string; role: string }>(
    sql`select person, role from identity.role_grant g where id = ${id} and not exists (select 1 from identity.role_withdrawal w where w.role_grant = g.id)`,
  )

export interface PersonLine {
  id: string
  name: string
  rank: string | null
  title: string | null
  unit: string | null
  unitName: string | null
  agencyName: string | null
  roles: string[]
  username: string | null
  suspended: boolean
}
/** By name; accents and case do not matter. The cursor is `name|id` of the last row. */
export function listPeople(
  cx: Cx,
  f: {
    q?: string | undefined
    unit?: string | undefined
    agency?: string | undefined
    role?: string | undefined
    id?: string | undefined
    limit: number
    cursor?: string | undefined
  },
): Promise<PersonLine[]> {
  const [name, id] = (f.cursor ?? '').split('|')
  return cx.tx.many<PersonLine>(sql`
    select p.id, p.name, p.rank, p.title, p.unit, u.name as "unitName", g.name as "agencyName", a.username, coalesce(a.suspended, false) as suspended,
           array(select distinct r.role from identity.role_grant r where r.person = p.id and r.from_at <= ${cx.now}::timestamptz and (r.until_at is null or r.until_at > ${cx.now}::timestamptz) and not exists (select 1 from identity.role_withdrawal w where w.role_grant = r.id)) as roles
      from identity.person p left join identity.unit u on u.id = p.unit left join identity.agency g on g.id = p.agency left join identity.account a on a.person = p.id
     where (${f.q ?? null}::text is null or p.name ilike ${`%${(f.q ?? '').replace(/[%_\\]/g, '\\$&')}%`} or a.username = lower(${f.q ?? ''}))
       and (${f.unit ?? null}::uuid is null or p.unit = ${f.unit ?? null}) and (${f.agency ?? null}::uuid is null or p.agency = ${f.agency ?? null}) and (${f.id ?? null}::uuid is null or p.id = ${f.id ?? null})
       and (${f.role ?? null}::text is null or exists (select 1 from identity.role_grant r where r.person = p.id and r.role = ${f.role ?? null}))
       and (${f.cursor ?? null}::text is null or (p.name, p.id::text) > (${name ?? ''}, ${id ?? ''}))
     order by p.name, p.id::text limit ${f.limit}`)
}
export const listUnits = (
  cx: Cx,
  f: {
    q?: string | undefined
    agency?: string | undefined
    kind?: string | undefined
    limit: number
    cursor?: string | undefined
  },
) =>
  cx.tx.many<{
    id: string
    name: string
    code: string
    kind: string
    agency: string
    agencyName: string
    parent: string | null
  }>(sql`
  select u.id, u.name, u.code, u.kind, u.agency, g.name as "agencyName", u.parent from identity.unit u join identity.agency g on g.id = u.agency
   where (${f.q ?? null}::text is null or u.name ilike ${`%${(f.q ?? '').replace(/[%_\\]/g, '\\$&')}%`} or u.code = upper(${f.q ?? ''})) and (${f.agency ?? null}::uuid is null or u.agency = ${f.agency ?? null}) and (${f.kind ?? null}::text is null or u.kind = ${f.kind ?? null})
     and (${f.cursor ?? null}::text is null or u.code > ${f.cursor ?? ''}) order by u.code limit ${f.limit}`)
export const listAgencies = (
  cx: Cx,
  f: { q?: string | undefined; limit: number; cursor?: string | undefined },
) =>
  cx.tx.many<{ id: string; name: string; shortName: string; kind: string }>(sql`
  select id, name, short_name as "shortName", kind from identity.agency where (${f.q ?? null}::text is null or name ilike ${`%${(f.q ?? '').replace(/[%_\\]/g, '\\$&')}%`}) and (${f.cursor ?? null}::text is null or name > ${f.cursor ?? ''}) order by name limit ${f.limit}`)
export const readsOf = (
  cx: Cx,
  f: { root?: string | undefined; person?: string | undefined; limit: number; cursor?: string | undefined },
) =>
  cx.tx.many<{
    id: number
    at: string
    person: string
    name: string
    operation: string
    root: string | null
    reason: string | null
  }>(sql`
  select l.id, l.read_at as at, l.person, coalesce(p.name, '') as name, l.operation, l.root, l.reason from platform.read_log l left join identity.person p on p.id = l.person
   where (${f.root ?? null}::uuid is null or l.root = ${f.root ?? null}) and (${f.person ?? null}::uuid is null or l.person = ${f.person ?? null}) and (${f.cursor ?? null}::bigint is null or l.id < ${f.cursor ?? null}::bigint) order by l.id desc limit ${f.limit}`)
