/** The service's own rules for signing in, and whom they meet. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { holdsGrant } from './grants.ts'

const KEY = 'second-factor-roles'

/** Roles that are let in only with a second factor. */
export async function secondFactorRoles(cx: Pick<Cx, 'tx'>): Promise<string[]> {
  const row = await cx.tx.maybe<{ value: string[] }>(
    sql`select value from platform.setting where key = ${KEY}`,
  )
  return row?.value ?? []
}
export const keepSecondFactorRoles = (cx: Cx, roles: readonly string[]) =>
  cx.tx.run(
    sql`insert into platform.setting (key, value) values (${KEY}, ${JSON.stringify(roles)}::jsonb) on conflict (key) do update set value = excluded.value`,
  )

export const owesSecondFactor = async (cx: Pick<Cx, 'tx' | 'now'>, person: string): Promise<boolean> =>
  (await cx.tx.maybe(sql`
    select 1 from platform.setting s join identity.role_grant g on g.person = ${person} and s.value ? g.role
     where s.key = ${KEY} and ${holdsGrant('g', cx.now)} limit 1`)) !== undefined

/** Of those who hold each role and can sign in: how many there are, and how many have no second factor. */
export const factorsByRole = (cx: Pick<Cx, 'tx' | 'now'>) =>
  cx.tx.many<{ role: string; people: number; without: number }>(sql`
    select g.role, count(distinct g.person)::int as people,
           (count(distinct g.person) filter (where a.totp_confirmed_at is null and not exists (
             select 1 from identity.passkey k where k.person = a.person and k.removed_at is null and k.stopped_at is null)))::int as without
      from identity.role_grant g join identity.account a on a.person = g.person where not a.suspended and ${holdsGrant('g', cx.now)} group by g.role order by g.role`)
