/** When a grant holds: the one definition, for every statement that asks. */
import { type Sql, nameSql, sql } from '#platform/sql.ts'

/** `g` names the grant's table in the statement: in its time, not withdrawn, and where it was handed on, what it came from likewise. */
export function holdsGrant(g: string, now: string): Sql {
  const own = (name: string): Sql => sql`${nameSql(name)}.from_at <= ${now}::timestamptz
    and (${nameSql(name)}.until_at is null or ${nameSql(name)}.until_at > ${now}::timestamptz)
    and not exists (select 1 from identity.role_withdrawal w_${nameSql(name)} where w_${nameSql(name)}.role_grant = ${nameSql(name)}.id)`
  return sql`(${own(g)} and (${nameSql(g)}.delegated_from is null or exists (
    select 1 from identity.role_grant given where given.id = ${nameSql(g)}.delegated_from and ${own('given')})))`
}
