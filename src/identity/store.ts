/** The SQL of accounts: what a person signs in with, and the facts of the installation that go with it. */
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export interface Account {
  readonly person: string
  readonly name: string
  readonly username: string
  readonly password_hash: string | null
  readonly pin_hash: string | null
  readonly totp_secret: string | null
  readonly totp_pending: string | null
  readonly totp_confirmed_at: string | null
  readonly recovery_hashes: readonly string[]
  readonly language: 'en' | 'es'
  readonly suspended: boolean
  readonly passkeys: number
}
const account = sql`a.person, p.name, a.username, a.password_hash, a.pin_hash, a.totp_secret, a.totp_pending, a.totp_confirmed_at, a.recovery_hashes, a.language, a.suspended,
  (select count(*)::int from identity.passkey k where k.person = a.person and k.removed_at is null and k.stopped_at is null) as passkeys`

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
/** A second factor beside the password. */
export const hasSecondFactor = (a: Pick<Account, 'totp_confirmed_at' | 'passkeys'>): boolean =>
  a.totp_confirmed_at !== null || a.passkeys > 0

export function unitOf(tx: Tx, unit: string | null): Promise<{ id: string; name: string } | undefined> {
  return tx.maybe(sql`select id, name from identity.unit where id = ${unit}`)
}
export function settingOf<T>(tx: Tx, key: string): Promise<T | undefined> {
  return tx
    .maybe<{ value: T }>(sql`select value from platform.setting where key = ${key}`)
    .then((r) => r?.value)
}

/** How the service and its laboratory are called: a password made of these is guessed first. */
export async function wordsOfTheHouse(tx: Tx): Promise<string[]> {
  const rows = await tx.many<{ value: unknown }>(
    sql`select value from platform.setting where key in ('service-name', 'laboratory', 'laboratory-en', 'laboratory-es')`,
  )
  const words = rows.map((r) => String(r.value))
  return [
    ...words,
    ...words.map((w) =>
      w
        .split(/[\s-]+/)
        .map((part) => part.slice(0, 1))
        .join(''),
    ),
  ]
}

export async function insertAccount(
  cx: Cx,
  a: { person: string; username: string; passwordHash: string | null; language: string },
): Promise<void> {
  await cx.tx.run(
    sql`insert into identity.account (person, username, password_hash, language) values (${a.person}, ${a.username}, ${a.passwordHash}, ${a.language})`,
  )
}
export const keepPin = (cx: Cx, person: string, hash: string | null) =>
  cx.tx.run(sql`update identity.account set pin_hash = ${hash} where person = ${person}`)
export const keepPassword = (cx: Cx, person: string, hash: string | null) =>
  cx.tx.run(sql`update identity.account set password_hash = ${hash} where person = ${person}`)

/** The one that works goes on working until the new one has shown a right code. */
export const keepPendingTotp = (cx: Cx, secret: string) =>
  cx.tx.run(sql`update identity.account set totp_pending = ${secret} where person = ${cx.actor.id}`)
export const confirmTotp = (cx: Cx, step: number) =>
  cx.tx.run(
    sql`update identity.account set totp_secret = totp_pending, totp_pending = null, totp_confirmed_at = ${cx.now}, totp_last_step = ${step} where person = ${cx.actor.id}`,
  )
export const endTotp = (cx: Cx, person: string) =>
  cx.tx.run(
    sql`update identity.account set totp_secret = null, totp_pending = null, totp_confirmed_at = null, totp_last_step = null where person = ${person} and totp_confirmed_at is not null`,
  )
/** False when this step, or a later one, was used before: of two that come at once one wins. */
export const spendTotpStep = (cx: Cx, person: string, step: number): Promise<boolean> =>
  cx.tx
    .run(
      sql`update identity.account set totp_last_step = ${step} where person = ${person} and coalesce(totp_last_step, 0) < ${step}`,
    )
    .then((n) => n === 1)

export const keepRecoveryCodes = (cx: Cx, person: string, hashes: readonly string[]) =>
  cx.tx.run(sql`update identity.account set recovery_hashes = ${hashes as string[]} where person = ${person}`)
/** False when it was spent in the meantime. */
export const spendRecoveryCode = (cx: Cx, person: string, hash: string): Promise<boolean> =>
  cx.tx
    .run(
      sql`update identity.account set recovery_hashes = array_remove(recovery_hashes, ${hash}) where person = ${person} and ${hash} = any(recovery_hashes)`,
    )
    .then((n) => n === 1)

/** Everything that opens as this person ends: sessions, tokens, proofs, known browsers. */
export async function endEverything(cx: Cx, person: string): Promise<void> {
  await cx.tx.run(
    sql`update identity.session set ended_at = ${cx.now} where person = ${person} and ended_at is null`,
  )
  await cx.tx.run(
    sql`update identity.token set ended_at = ${cx.now} where person = ${person} and ended_at is null`,
  )
  await cx.tx.run(sql`delete from identity.step_up where person = ${person}`)
  await cx.tx.run(sql`delete from identity.device where person = ${person}`)
}
export async function suspendAccount(cx: Cx, person: string, suspended: boolean): Promise<void> {
  await cx.tx.run(sql`update identity.account set suspended = ${suspended} where person = ${person}`)
  if (suspended) await endEverything(cx, person)
}
