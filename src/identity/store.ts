/** The SQL of identity: accounts, sessions, people, units. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { instantOf } from '#kernel/shapes.ts'
import { hashOf } from './authority.ts'
import { newSecret } from './secrets.ts'

export interface Account {
  person: string; name: string; username: string; password_hash: string | null; pin_hash: string | null; totp_secret: string | null
  totp_confirmed_at: string | null; totp_last_step: number | null; recovery_hashes: string[]; language: 'en' | 'es'
  failed_count: number; locked_until: string | null; pin_failed_count: number; pin_locked_until: string | null; suspended: boolean
}
const account = sql`a.person, p.name, a.username, a.password_hash, a.pin_hash, a.totp_secret, a.totp_confirmed_at, a.totp_last_step, a.recovery_hashes, a.language, a.failed_count, a.locked_until, a.pin_failed_count, a.pin_locked_until, a.suspended`

export function findAccount(tx: Tx, username: string): Promise<Account | undefined> {
  return tx.maybe<Account>(sql`select ${account} from identity.account a join identity.person p on p.id = a.person where a.username = ${username}`)
}
export function accountOf(tx: Tx, person: string): Promise<Account | undefined> {
  return tx.maybe<Account>(sql`select ${account} from identity.account a join identity.person p on p.id = a.person where a.person = ${person}`)
}

const SESSION_MS = 12 * 3_600_000

/** NIST SP 800-63B-4, AAL2: at most 12 hours without signing in again. */
export async function openSession(cx: Pick<Cx, 'tx' | 'now' | 'newId'>, person: string, device: string | null): Promise<{ token: string; csrf: string; until: string; id: string }> {
  const token = newSecret()
  const csrf = newSecret()
  const until = instantOf(Date.parse(cx.now) + SESSION_MS)
  const id = cx.newId()
  await cx.tx.run(sql`insert into identity.session (hash, id, person, csrf, created_at, seen_at, expires_at, device) values (${hashOf(token)}, ${id}, ${person}, ${csrf}, ${cx.now}, ${cx.now}, ${until}, ${device})`)
  return { token, csrf, until, id }
}

export function unitOf(tx: Tx, unit: string | null): Promise<{ id: string; name: string } | undefined> {
  return tx.maybe(sql`select id, name from identity.unit where id = ${unit}`)
}
export function settingOf<T>(tx: Tx, key: string): Promise<T | undefined> {
  return tx.maybe<{ value: T }>(sql`select value from platform.setting where key = ${key}`).then((r) => r?.value)
}
