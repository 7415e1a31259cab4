/** The SQL of sessions, known browsers and API tokens. */
import { instantOf } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { hashOf } from '../authority.ts'
import { newSecret } from '../secrets.ts'

/** NIST SP 800-63B-4, 2.2.3 (AAL2): twelve hours at most here, and an hour without anybody there (the column's own default). */
const SESSION_MS = 12 * 3_600_000
const KIOSK_MS = 30 * 60_000
export const IDLE_MINUTES = 60
/** Whoever comes in from a place of which we know by their word alone, and whoever stands at a counter. */
const IDLE_OUTSIDE = 20
const IDLE_KIOSK = 3

export interface NewSession {
  readonly device: string | null
  readonly address?: string | null
  readonly method:
    | 'password'
    | 'password-and-code'
    | 'recovery-code'
    | 'passkey'
    | 'sign-on'
    | 'demonstration'
  /** May do nothing but add a second factor. */
  readonly narrow?: boolean
  /** From where somebody outside comes in: nobody else sees the screen there. */
  readonly place?: string | null
  /** The machine of a counter: announcing and nothing else, and a short wait before it closes. */
  readonly kiosk?: boolean
}

export async function openSession(
  cx: Pick<Cx, 'tx' | 'now' | 'newId'>,
  person: string,
  how: NewSession,
): Promise<{ token: string; csrf: string; until: string; id: string }> {
  const token = newSecret()
  const csrf = newSecret()
  const until = instantOf(Date.parse(cx.now) + (how.kiosk ? KIOSK_MS : SESSION_MS))
  const idle = how.kiosk ? IDLE_KIOSK : how.place ? IDLE_OUTSIDE : IDLE_MINUTES
  const id = cx.newId()
  await cx.tx.run(sql`
    insert into identity.session (hash, id, person, csrf, created_at, seen_at, expires_at, device, address, method, narrow, place, kiosk, idle_minutes)
    values (${hashOf(token)}, ${id}, ${person}, ${csrf}, ${cx.now}, ${cx.now}, ${until}, ${how.device}, ${how.address ?? null}, ${how.method}, ${how.narrow ?? false}, ${how.place ?? null}, ${how.kiosk ?? false}, ${idle})`)
  return { token, csrf, until, id }
}

export async function endSession(cx: Cx, id: string): Promise<void> {
  await cx.tx.run(sql`update identity.session set ended_at = ${cx.now} where id = ${id} and ended_at is null`)
  await cx.tx.run(sql`delete from identity.step_up where bound_to = ${id}`)
}
export const endOtherSessions = (cx: Cx, person: string, keep: string | null) =>
  cx.tx.run(
    sql`update identity.session set ended_at = ${cx.now} where person = ${person} and ended_at is null and id is distinct from ${keep}::uuid`,
  )
/** The second factor is there: the session is like any other. */
export const widenSessions = (cx: Cx, person: string) =>
  cx.tx.run(
    sql`update identity.session set narrow = false where person = ${person} and narrow and ended_at is null`,
  )

export interface SessionRow {
  readonly id: string
  readonly device: string | null
  readonly address: string | null
  readonly method: string | null
  readonly createdAt: string
  readonly seenAt: string
  readonly endedAt: string | null
}
/** Open ones first, then those of the last thirty days: a sign-in that one does not know of should be seen. */
export const sessionsOf = (cx: Cx, person: string) =>
  cx.tx.many<SessionRow>(sql`
    select x.* from (
      select id, device, address, method, created_at as "createdAt", seen_at as "seenAt",
             coalesce(ended_at, case when expires_at <= ${cx.now}::timestamptz then expires_at
               when idle_minutes is not null and seen_at + make_interval(mins => idle_minutes) <= ${cx.now}::timestamptz then seen_at + make_interval(mins => idle_minutes) end) as "endedAt"
        from identity.session where person = ${person} and created_at > ${cx.now}::timestamptz - interval '30 days') x
     order by x."endedAt" is not null, x."createdAt" desc limit 100`)
/** When the session with which it is asked was opened; undefined for tokens and for the command line. */
export const sessionOpenedAt = async (tx: Tx, id: string | null): Promise<string | undefined> =>
  (
    await tx.maybe<{ created_at: string }>(
      sql`select created_at from identity.session where id = ${id}::uuid and ended_at is null`,
    )
  )?.created_at

const DEVICE_DAYS = 90
/** Whether this browser is one from which the person signed in within ninety days. */
export const knowsDevice = async (tx: Tx, person: string, word: string, now: string): Promise<boolean> =>
  (await tx.maybe(
    sql`select 1 from identity.device where hash = ${hashOf(word)} and person = ${person} and last_at > ${now}::timestamptz - make_interval(days => ${DEVICE_DAYS}::int)`,
  )) !== undefined

/** Answers the word that the browser keeps: its own, when we gave it to this browser before. */
export async function keepDevice(
  cx: Cx,
  person: string,
  word: string | undefined,
  name: string,
): Promise<string> {
  const ours =
    word !== undefined &&
    (await cx.tx.maybe(sql`select 1 from identity.device where hash = ${hashOf(word)} limit 1`)) !== undefined
  const kept = ours ? word : newSecret()
  await cx.tx.run(sql`
    insert into identity.device (hash, person, name, first_at, last_at) values (${hashOf(kept)}, ${person}, ${name}, ${cx.now}, ${cx.now})
    on conflict (hash, person) do update set last_at = excluded.last_at, name = excluded.name`)
  return kept
}

export async function insertToken(
  cx: Cx,
  t: { token: string; name: string; scopes: readonly string[]; until: string },
): Promise<string> {
  const id = cx.newId()
  await cx.tx.run(
    sql`insert into identity.token (hash, id, person, name, scopes, created_at, expires_at) values (${hashOf(t.token)}, ${id}, ${cx.actor.id}, ${t.name}, ${t.scopes as string[]}, ${cx.now}, ${t.until})`,
  )
  return id
}
export const tokensOf = (cx: Cx, person: string) =>
  cx.tx.many<{
    id: string
    name: string
    scopes: string[]
    createdAt: string
    lastUsedAt: string | null
    until: string | null
  }>(
    sql`select id, name, scopes, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as until from identity.token where person = ${person} and ended_at is null and (expires_at is null or expires_at > ${cx.now}::timestamptz) order by created_at desc limit 100`,
  )
/** Whose token it was; undefined where there is none that this person may end. */
export async function endToken(cx: Cx, id: string, anybodys: boolean): Promise<string | undefined> {
  return (
    await cx.tx.maybe<{ person: string }>(
      sql`update identity.token set ended_at = ${cx.now} where id = ${id} and ended_at is null and (person = ${cx.actor.id} or ${anybodys}) returning person`,
    )
  )?.person
}

/** The office from which the rest of this session works. */
export const setSessionUnit = (cx: Cx, session: string | null, unit: string): Promise<number> =>
  cx.tx.run(sql`update identity.session set unit = ${unit} where id = ${session}::uuid and ended_at is null`)

export interface SessionNow {
  readonly kiosk: boolean
  readonly idle: number
}
export const sessionNow = (tx: Tx, id: string | null): Promise<SessionNow | undefined> =>
  tx.maybe<SessionNow>(
    sql`select kiosk, coalesce(idle_minutes, ${IDLE_MINUTES})::int as idle from identity.session where id = ${id}::uuid`,
  )
