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
