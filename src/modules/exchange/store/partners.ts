/** The SQL of partners who are told: subscriptions, what waits for them, how far each has come. */
import { actorOfPerson } from '#identity/authority.ts'
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import { cutPage, readCursor } from '#platform/cursor.ts'
import type { Actor, Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'

type Reader = Pick<Cx, 'tx'>

export interface SubscriptionRow {
  id: string
  no: number
  number: string
  agency: string
  agency_name: string
  agreement: string
  receiver: string
  receiver_name: string
  address: string
  events: string[]
  purpose: string
  legal_basis: string
  state: 'waiting' | 'approved' | 'ended'
  state_at: string | null
  seq: number
  recorded_at: string
  recorded_by: string | null
  by_name: string
  sent: number
  pending: number
  dead: number
  former_until: string | null
}
const number = sql`'S-' || lpad(s.number::text, 3, '0')`
const count = (state: 'sent' | 'waiting' | 'dead') =>
  sql`(select count(*)::int from exchange.outgoing o where o.subscription = s.id and o.state = ${state})`
const columns = sql`s.id, s.number as no, ${number} as number, s.agency, g.name as agency_name, s.agreement, s.receiver, coalesce(r.name, '') as receiver_name, s.address, s.events, s.purpose, s.legal_basis,
  coalesce(x.kind, 'waiting') as state, x.recorded_at as state_at, coalesce(x.seq, 0) as seq, s.recorded_at, s.recorded_by, coalesce(p.name, '') as by_name,
  (select t.former_until from exchange.subscription_secret t where t.subscription = s.id) as former_until, ${count('sent')} as sent, ${count('waiting')} as pending, ${count('dead')} as dead`
const from = sql`exchange.subscription s join identity.agency g on g.id = s.agency left join identity.person p on p.id = s.recorded_by left join identity.person r on r.id = s.receiver
  left join lateral (select * from exchange.subscription_step t where t.subscription = s.id order by t.seq desc limit 1) x on true`

export async function subscriptionById(cx: Reader, id: string): Promise<SubscriptionRow> {
  const row = await cx.tx.maybe<SubscriptionRow>(sql`select ${columns} from ${from} where s.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export async function listSubscriptions(cx: Reader, asked: { limit: number; cursor?: string | undefined }) {
  const after = readCursor(asked.cursor, 1)
  const rows = await cx.tx.many<SubscriptionRow>(
    sql`select ${columns} from ${from} where true ${after ? sql`and s.number < ${after[0]}::int` : noSql} order by s.number desc limit ${asked.limit + 1}`,
  )
  return cutPage(rows, asked.limit, (last) => [String(last.no)])
}
export const standingSubscriptions = (cx: Reader): Promise<SubscriptionRow[]> =>
  cx.tx.many(sql`select ${columns} from ${from} where x.kind = 'approved' order by s.number`)
export async function nextSubscriptionNumber(cx: Reader): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select coalesce(max(number), 0)::int + 1 as n from exchange.subscription`,
    )
  ).n
}

/** Undefined where the receiver may not sign in any more: then nothing is told. */
export const receiverOf = (cx: Reader, of: SubscriptionRow, now: string): Promise<Actor | undefined> =>
  actorOfPerson(cx.tx, of.receiver, now)

export async function keepSecret(cx: Reader, subscription: string, sealed: string): Promise<void> {
  await cx.tx.run(
    sql`insert into exchange.subscription_secret (subscription, sealed) values (${subscription}, ${sealed})`,
  )
}
export interface Secrets {
  readonly sealed: string
  /** The one before it, while it signs too. */
  readonly former_sealed: string | null
  readonly former_until: string | null
}
export const secretsOf = (cx: Reader, subscription: string): Promise<Secrets | undefined> =>
  cx.tx.maybe<Secrets>(
    sql`select sealed, former_sealed, former_until from exchange.subscription_secret where subscription = ${subscription}`,
  )
/** The new one signs from now on; the one before it too, until then. */
export async function changeSecret(
  cx: Reader,
  subscription: string,
  sealed: string,
  until: string | null,
): Promise<void> {
  await cx.tx.run(sql`
    update exchange.subscription_secret set former_sealed = case when ${until}::timestamptz is null then null else sealed end, former_until = ${until}::timestamptz, sealed = ${sealed}
     where subscription = ${subscription}`)
}
/** Whose former secret has signed long enough. */
export const overlapsOver = (cx: Reader, now: string): Promise<{ subscription: string }[]> =>
  cx.tx.many(
    sql`select subscription from exchange.subscription_secret where former_until <= ${now}::timestamptz limit 100`,
  )
/** The former one is gone for good. */
export async function dropFormerSecret(cx: Reader, subscription: string): Promise<void> {
  await cx.tx.run(
    sql`update exchange.subscription_secret set former_sealed = null, former_until = null where subscription = ${subscription}`,
  )
}
export const secretChanges = async (cx: Reader, subscription: string): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from exchange.secret_change where subscription = ${subscription}`,
    )
  ).n

/** Until the transaction ends, whoever else makes events of this subscription lets it be. */
export async function isAlone(cx: Reader, subscription: string): Promise<boolean> {
  const { mine } = await cx.tx.one<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${`exchange.subscription:${subscription}`})) as mine`,
  )
  return mine
}
export async function toldUpTo(cx: Reader, subscription: string): Promise<number> {
  const row = await cx.tx.maybe<{ position: number }>(
    sql`select position from exchange.told_up_to where subscription = ${subscription}`,
  )
  return row?.position ?? -1
}
export async function moveToldUpTo(cx: Reader, subscription: string, position: number): Promise<void> {
  await cx.tx.run(
    sql`insert into exchange.told_up_to (subscription, position) values (${subscription}, ${position}) on conflict (subscription) do update set position = excluded.position`,
  )
}

export interface NewOutgoing {
  id: string
  subscription: string
  entry_told: string
  position: number
  subject: string
  action: string
  root: string
  body: string
  at: string
}
export async function keepOutgoing(cx: Reader, rows: readonly NewOutgoing[]): Promise<void> {
  if (rows.length === 0) return
  await cx.tx.run(sql`
    insert into exchange.outgoing (id, subscription, entry_told, position, subject, action, root, body, made_at, state, attempts, next_at)
    select id, subscription, entry_told, position, subject, action, root, body, at, 'waiting', 0, at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id uuid, subscription uuid, entry_told uuid, position bigint, subject text, action text, root uuid, body text, at timestamptz)
    on conflict (subscription, entry_told) do nothing`)
}

export interface Due {
  id: string
  body: string
  attempts: number
}
/** The first that waits of each subject, when its hour has come and nobody else is at it; claimed for a minute. */
export const claimDue = (cx: Reader, subscription: string, now: string, limit: number): Promise<Due[]> =>
  cx.tx.many(sql`
    with first as (select distinct on (subject) id, position from exchange.outgoing where subscription = ${subscription} and state = 'waiting' order by subject, position),
         due as (select o.id from exchange.outgoing o join first f on f.id = o.id
                  where o.state = 'waiting' and o.next_at <= ${now}::timestamptz and (o.claimed_until is null or o.claimed_until <= ${now}::timestamptz)
                  order by o.position limit ${limit} for update of o skip locked)
    update exchange.outgoing o set claimed_until = ${now}::timestamptz + interval '1 minute' from due where o.id = due.id returning o.id, o.body, o.attempts`)
export async function noteTaken(cx: Reader, id: string, status: number, now: string): Promise<void> {
  await cx.tx.run(
    sql`update exchange.outgoing set state = 'sent', attempts = attempts + 1, status = ${status}, fault = null, sent_at = ${now}, claimed_until = null where id = ${id}`,
  )
}
export async function noteFailed(
  cx: Reader,
  id: string,
  said: { status: number | null; fault: string; next: string | null; now: string },
): Promise<void> {
  await cx.tx.run(
    sql`update exchange.outgoing set state = ${said.next === null ? 'dead' : 'waiting'}, attempts = attempts + 1, status = ${said.status}, fault = ${said.fault}, next_at = ${said.next ?? said.now}, claimed_until = null where id = ${id}`,
  )
}
export async function waitAgain(cx: Reader, id: string, now: string): Promise<void> {
  await cx.tx.run(
    sql`update exchange.outgoing set state = 'waiting', attempts = 0, next_at = ${now}, claimed_until = null where id = ${id}`,
  )
}

export interface OutgoingRow {
  id: string
  subscription: string
  action: string
  root: string
  may_see: boolean
  position: number
  made_at: string
  state: 'waiting' | 'sent' | 'dead'
  attempts: number
  next_at: string
  sent_at: string | null
  status: number | null
  fault: string | null
}
const outgoing = (cx: Cx) =>
  sql`o.id, o.subscription, o.action, o.root, ${visible(cx, 'o.root')} as may_see, o.position, o.made_at, o.state, o.attempts, o.next_at, o.sent_at, o.status, o.fault`
export async function outgoingById(cx: Cx, id: string): Promise<OutgoingRow> {
  const row = await cx.tx.maybe<OutgoingRow>(
    sql`select ${outgoing(cx)} from exchange.outgoing o where o.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export async function listOutgoing(
  cx: Cx,
  asked: { limit: number; cursor?: string | undefined; subscription: string },
) {
  const after = readCursor(asked.cursor, 1)
  const rows = await cx.tx.many<OutgoingRow>(
    sql`select ${outgoing(cx)} from exchange.outgoing o where o.subscription = ${asked.subscription} and ${visible(cx, 'o.root')} ${after ? sql`and o.position < ${after[0]}::bigint` : noSql} order by o.position desc limit ${asked.limit + 1}`,
  )
  return cutPage(rows, asked.limit, (last) => [String(last.position)])
}
