/** The SQL of browsers that are told while they are shut. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { isLetIn } from './absences.ts'

export interface PushDeviceRow {
  readonly id: string
  readonly person: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly device: string
  readonly made_at: string
  readonly told_at: string | null
}
/** The same browser for another person is that person's from now on. */
export const insertPushDevice = (
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  row: Pick<PushDeviceRow, 'id' | 'endpoint' | 'p256dh' | 'auth' | 'device'>,
): Promise<{ id: string }> =>
  cx.tx.one(sql`
    insert into identity.push_device (id, person, endpoint, p256dh, auth, device, made_at)
    values (${row.id}, ${cx.actor.id}, ${row.endpoint}, ${row.p256dh}, ${row.auth}, ${row.device}, ${cx.now})
    on conflict (endpoint) do update set person = excluded.person, p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device, made_at = excluded.made_at, failed = 0, told_at = null
    returning id`)
export const countPushDevices = async (cx: Pick<Cx, 'tx' | 'actor'>): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from identity.push_device where person = ${cx.actor.id}`,
    )
  ).n
export const myPushDevices = (cx: Pick<Cx, 'tx' | 'actor'>): Promise<PushDeviceRow[]> =>
  cx.tx.many(sql`select * from identity.push_device where person = ${cx.actor.id} order by made_at, id`)
export const dropPushDevice = (cx: Pick<Cx, 'tx' | 'actor'>, id: string): Promise<number> =>
  cx.tx.run(sql`delete from identity.push_device where id = ${id} and person = ${cx.actor.id}`)

export interface PushDue {
  readonly kind: string
  readonly path: string
  readonly language: 'en' | 'es'
  readonly devices: readonly PushDeviceRow[]
}
/** What is still to be told, to whom it may still be told: not what was looked at meanwhile, nor to whoever was shut out. */
export const pushDue = (tx: Tx, notice: string, now: string): Promise<PushDue | undefined> =>
  tx.maybe(sql`
    select n.kind, n.path, a.language, (select coalesce(jsonb_agg(to_jsonb(d)), '[]') from identity.push_device d where d.person = n.person) as devices
      from identity.notice n join identity.person p on p.id = n.person join identity.account a on a.person = n.person and ${isLetIn(now)}
     where n.id = ${notice} and n.put_away_at is null`)
export const notePushed = (tx: Tx, id: string, at: string): Promise<number> =>
  tx.run(sql`update identity.push_device set told_at = ${at}, failed = 0 where id = ${id}`)
/** The push service knows it no longer, or has refused it again and again. */
export const dropGonePush = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`delete from identity.push_device where id = ${id}`)
export const notePushFailed = (tx: Tx, id: string, most: number): Promise<number> =>
  tx.run(sql`with failed as (update identity.push_device set failed = failed + 1 where id = ${id} returning id, failed)
    delete from identity.push_device d using failed f where d.id = f.id and f.failed > ${most}`)
