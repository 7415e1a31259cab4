/** The SQL of people, units, agencies and what they hold. */
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, sql, anywhere } from '#platform/sql.ts'
import { awayNow } from './absences.ts'
import { holdsGrant } from './grants.ts'

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly agency: string | null
  readonly hasAccount: boolean
}
export const findPerson = (tx: Tx, id: string): Promise<PersonRow | undefined> =>
  tx.maybe(
    sql`select p.id, p.name, p.unit, p.agency, exists (select 1 from identity.account a where a.person = p.id) as "hasAccount" from identity.person p where p.id = ${id}`,
  )
export async function getPerson(tx: Tx, id: string): Promise<PersonRow> {
  const row = await findPerson(tx, id)
  if (!row) throw notFound()
  return row
}

export interface PersonFacts {
  readonly id: string
  readonly name: string
  readonly rank: string | null
  readonly badge: string | null
  readonly title: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly unit: { id: string; name: string } | null
  readonly agency: { id: string; name: string } | null
  readonly username: string | null
  readonly suspended: boolean
  readonly leftAt: string | null
  readonly ways: {
    password: boolean
    pin: boolean
    totp: boolean
    passkeys: number
    recoveryCodes: number
    sessions: number
    tokens: number
    lastSeenAt: string | null
    used: boolean
    signOn: string | null
  } | null
}
const open = (now: string): Sql => sql`ended_at is null and expires_at > ${now}::timestamptz`
export const personFacts = (cx: Pick<Cx, 'tx' | 'now'>, id: string): Promise<PersonFacts | undefined> =>
  cx.tx.maybe(sql`
    select p.id, p.name, p.rank, p.badge, p.title, p.email, p.phone, a.username, coalesce(a.suspended, false) as suspended,
      case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as unit, case when g.id is not null then jsonb_build_object('id', g.id, 'name', g.name) end as agency,
      (select away.from_at from identity.absence away where away.person = p.id and away.kind = 'left-service' and not exists (select 1 from identity.absence_end e where e.absence = away.id) order by away.from_at limit 1) as "leftAt",
      case when a.person is not null then jsonb_build_object('password', a.password_hash is not null, 'pin', a.pin_hash is not null, 'totp', a.totp_confirmed_at is not null,
        'passkeys', (select count(*) from identity.passkey k where k.person = p.id and k.removed_at is null and k.stopped_at is null), 'recoveryCodes', cardinality(a.recovery_hashes),
        'sessions', (select count(*) from identity.session s where s.person = p.id and ${open(cx.now)}),
        'tokens', (select count(*) from identity.token t where t.person = p.id and t.ended_at is null and (t.expires_at is null or t.expires_at > ${cx.now}::timestamptz)),
        'lastSeenAt', (select to_char(max(s.seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from identity.session s where s.person = p.id),
        'signOn', (select coalesce(o.name, o.subject) from identity.sign_on o where o.person = p.id and o.ended_at is null),
        'used', exists (select 1 from identity.session s where s.person = p.id)) end as ways
      from identity.person p left join identity.account a on a.person = p.id left join identity.unit u on u.id = p.unit left join identity.agency g on g.id = p.agency where p.id = ${id}`)

export const grantOf = (tx: Tx, id: string) =>
  tx.maybe<{ person: string; role: string; unit: string | null }>(
    sql`select person, role, unit from identity.role_grant g where id = ${id} and not exists (select 1 from identity.role_withdrawal w where w.role_grant = g.id)`,
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
  away: { kind: string; until: string | null; standIn: string | null } | null
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
           array(select distinct r.role from identity.role_grant r where r.person = p.id and ${holdsGrant('r', cx.now)}) as roles, ${awayNow(cx.now)} as away
      from identity.person p left join identity.unit u on u.id = p.unit left join identity.agency g on g.id = p.agency left join identity.account a on a.person = p.id
     where (${f.q ?? null}::text is null or p.name ilike ${anywhere(f.q ?? '')} or a.username = lower(${f.q ?? ''}))
       and (${f.unit ?? null}::uuid is null or p.unit = ${f.unit ?? null}) and (${f.agency ?? null}::uuid is null or p.agency = ${f.agency ?? null}) and (${f.id ?? null}::uuid is null or p.id = ${f.id ?? null})
       and (${f.role ?? null}::text is null or exists (select 1 from identity.role_grant r where r.person = p.id and r.role = ${f.role ?? null} and ${holdsGrant('r', cx.now)}))
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
   where (${f.q ?? null}::text is null or u.name ilike ${anywhere(f.q ?? '')} or u.code = upper(${f.q ?? ''})) and (${f.agency ?? null}::uuid is null or u.agency = ${f.agency ?? null}) and (${f.kind ?? null}::text is null or u.kind = ${f.kind ?? null})
     and (${f.cursor ?? null}::text is null or u.code > ${f.cursor ?? ''}) order by u.code limit ${f.limit}`)
export const listAgencies = (
  cx: Cx,
  f: { q?: string | undefined; limit: number; cursor?: string | undefined },
) =>
  cx.tx.many<{ id: string; name: string; shortName: string; kind: string; code: string | null }>(sql`
  select id, name, short_name as "shortName", kind, code from identity.agency where (${f.q ?? null}::text is null or name ilike ${anywhere(f.q ?? '')} or upper(code) = upper(${f.q ?? ''})) and (${f.cursor ?? null}::text is null or name > ${f.cursor ?? ''}) order by name limit ${f.limit}`)
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

export const unitOfPerson = async (tx: Tx, person: string): Promise<string | null> =>
  (await tx.maybe<{ unit: string | null }>(sql`select unit from identity.person where id = ${person}`))
    ?.unit ?? null

export const nameOfPerson = async (tx: Tx, person: string): Promise<string | undefined> =>
  (await tx.maybe<{ name: string }>(sql`select name from identity.person where id = ${person}`))?.name
