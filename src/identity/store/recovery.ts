/** The SQL of ways back into an account. Two halves of a code, each shown to one person only; here stand their hashes. */
import type { Cx } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { hashOf } from '../authority.ts'

export interface RecoveryRow {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly username: string
  readonly personUnit: string | null
  readonly unitName: string | null
  readonly lost: string[]
  readonly firstDay: boolean
  readonly startedBy: string | null
  readonly startedByName: string | null
  readonly startedAt: string
  readonly until: string
  readonly confirmedBy: string | null
}
const from = sql`from identity.recovery r join identity.person p on p.id = r.person join identity.account a on a.person = r.person
  join identity.recovery_secret s on s.recovery = r.id left join identity.unit u on u.id = p.unit left join identity.person b on b.id = r.recorded_by
  left join identity.recovery_step c on c.recovery = r.id and c.kind = 'confirmed' left join identity.person cb on cb.id = c.recorded_by`
const columns = sql`r.id, r.person, p.name, a.username, p.unit as "personUnit", u.name as "unitName", r.lost, r.first_day as "firstDay", r.recorded_by as "startedBy",
  b.name as "startedByName", r.recorded_at as "startedAt", s.expires_at as until, cb.name as "confirmedBy"`
const MOST_TRIES = 5
const isOpen = (now: string): Sql => sql`s.expires_at > ${now}::timestamptz and s.failed < ${MOST_TRIES}
  and not exists (select 1 from identity.recovery_step e where e.recovery = r.id and e.kind in ('used', 'withdrawn'))`

export const openRecoveries = (cx: Cx): Promise<RecoveryRow[]> =>
  cx.tx.many(sql`select ${columns} ${from} where ${isOpen(cx.now)} order by r.recorded_at desc limit 200`)
export const findRecovery = (cx: Cx, id: string): Promise<RecoveryRow | undefined> =>
  cx.tx.maybe(sql`select ${columns} ${from} where r.id = ${id} and ${isOpen(cx.now)}`)
export const openRecoveryOf = (cx: Cx, person: string): Promise<RecoveryRow | undefined> =>
  cx.tx.maybe(sql`select ${columns} ${from} where r.person = ${person} and ${isOpen(cx.now)} limit 1`)

/** By the first half. */
export const recoveryOfCode = (
  cx: Cx,
  code: string,
): Promise<(RecoveryRow & { first_hash: Buffer; second_hash: Buffer | null }) | undefined> =>
  cx.tx.maybe(
    sql`select ${columns}, s.first_hash, s.second_hash ${from} where s.first_hash = ${hashOf(code)} and ${isOpen(cx.now)}`,
  )

export const keepFirstHalf = (cx: Cx, recovery: string, code: string, until: string) =>
  cx.tx.run(
    sql`insert into identity.recovery_secret (recovery, first_hash, expires_at) values (${recovery}, ${hashOf(code)}, ${until})`,
  )
export const keepSecondHalf = (cx: Cx, recovery: string, code: string) =>
  cx.tx.run(
    sql`update identity.recovery_secret set second_hash = ${hashOf(code)} where recovery = ${recovery}`,
  )
/** Before it is judged; outlives the refusal. False when the tries have run out. */
export const countRecoveryTry = (cx: Cx, recovery: string): Promise<boolean> =>
  cx.aside(async (tx) => {
    const counted = await tx.run(
      sql`update identity.recovery_secret set failed = failed + 1 where recovery = ${recovery} and failed < ${MOST_TRIES}`,
    )
    return counted === 1
  })

/** Nobody has come in yet: no password, passkey or PIN, no session ever. */
export const isUnused = async (cx: Cx, person: string): Promise<boolean> =>
  (await cx.tx.maybe(sql`
    select 1 from identity.account a where a.person = ${person} and a.password_hash is null and a.pin_hash is null and a.totp_confirmed_at is null
       and not exists (select 1 from identity.passkey k where k.person = a.person) and not exists (select 1 from identity.session s where s.person = a.person)`)) !==
  undefined
