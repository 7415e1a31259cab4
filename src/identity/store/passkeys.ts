/** The SQL of passkeys. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export interface PasskeyRow {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly transports: string[]
  readonly synced: boolean
  readonly aaguid: string | null
  readonly addedAt: string
  readonly lastUsedAt: string | null
  readonly removed: boolean
  readonly stopped: boolean
}
const columns = sql`k.id, k.person, k.name, k.credential_id as "credentialId", k.public_key as "publicKey", k.transports, k.synced, k.aaguid,
  k.added_at as "addedAt", k.last_used_at as "lastUsedAt", k.removed_at is not null as removed, k.stopped_at is not null as stopped`

export const findPasskey = (tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> =>
  tx.maybe(sql`select ${columns} from identity.passkey k where k.credential_id = ${credentialId}`)

/** Those that open something; `all` with those that were stopped. */
export const passkeysOf = (tx: Tx, person: string, which: 'good' | 'all' = 'good'): Promise<PasskeyRow[]> =>
  tx.many(
    sql`select ${columns} from identity.passkey k where k.person = ${person} and k.removed_at is null and (${which === 'all'} or k.stopped_at is null) order by k.added_at`,
  )

export async function insertPasskey(
  cx: Cx,
  k: {
    name: string
    credentialId: string
    publicKey: Buffer
    counter: number
    transports: string[]
    aaguid: string
    synced: boolean
  },
): Promise<string> {
  const id = cx.newId()
  await cx.tx.run(sql`
    insert into identity.passkey (id, person, credential_id, public_key, counter, name, transports, aaguid, synced, added_at)
    values (${id}, ${cx.actor.id}, ${k.credentialId}, ${k.publicKey}, ${k.counter}, ${k.name}, ${k.transports}, ${k.aaguid}, ${k.synced}, ${cx.now})`)
  return id
}

/**
 * False when the counter did not go on: two devices hold the same key, and the passkey is stopped. Synced passkeys do not count and
 * always say 0. Outlives a refusal: what the authenticator has counted, it has counted.
 */
export const keepCounter = (cx: Cx, id: string, counter: number, synced: boolean): Promise<boolean> =>
  cx.aside(async (tx) => {
    const kept = await tx.run(
      sql`update identity.passkey set counter = ${counter}, synced = ${synced}, last_used_at = ${cx.now} where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))`,
    )
    if (kept === 1) return true
    await tx.run(
      sql`update identity.passkey set stopped_at = coalesce(stopped_at, ${cx.now}) where id = ${id}`,
    )
    return false
  })

export const removePasskey = (cx: Cx, person: string, id: string): Promise<number> =>
  cx.tx.run(
    sql`update identity.passkey set removed_at = ${cx.now} where id = ${id} and person = ${person} and removed_at is null`,
  )
export const removeAllPasskeys = (cx: Cx, person: string): Promise<number> =>
  cx.tx.run(
    sql`update identity.passkey set removed_at = ${cx.now} where person = ${person} and removed_at is null`,
  )
