/** When an absence lasts and when a grant holds: the one definition of each, for every statement that asks. */
import type { Cx } from '#platform/cx.ts'
import { type Sql, nameSql, noSql, sql } from '#platform/sql.ts'

/** `away` is in its time and was not ended. */
export const lastsAbsence = (
  now: string,
): Sql => sql`away.from_at <= ${now}::timestamptz and (away.until_at is null or away.until_at > ${now}::timestamptz)
  and not exists (select 1 from identity.absence_end back where back.absence = away.id and back.ends_at <= ${now}::timestamptz)`

/**
 * `g` names the grant's table in the statement: in its time, not withdrawn, its person still in the service; and where it was handed on, what it came from likewise.
 * `then`: as it stood at an instant that has passed, so that what was withdrawn later still held.
 */
export function holdsGrant(g: string, now: string, then = false): Sql {
  const since = (w: string): Sql => (then ? sql`and ${nameSql(w)}.recorded_at <= ${now}::timestamptz` : noSql)
  const own = (name: string): Sql => sql`${nameSql(name)}.from_at <= ${now}::timestamptz
    and (${nameSql(name)}.until_at is null or ${nameSql(name)}.until_at > ${now}::timestamptz)
    and not exists (select 1 from identity.role_withdrawal w_${nameSql(name)} where w_${nameSql(name)}.role_grant = ${nameSql(name)}.id ${since(`w_${name}`)})
    and not exists (select 1 from identity.absence away where away.person = ${nameSql(name)}.person and away.kind = 'left-service' and ${lastsAbsence(now)})`
  return sql`(${own(g)} and (${nameSql(g)}.delegated_from is null or exists (
    select 1 from identity.role_grant given where given.id = ${nameSql(g)}.delegated_from and ${own('given')})))`
}

/** Whether a person works for us from outside only: what they review is shown to them by itself, not with its case. */
export const isOutsider = async (cx: Pick<Cx, 'tx' | 'now'>, person: string): Promise<boolean> => {
  const { roles } = await cx.tx.one<{ roles: string[] }>(
    sql`select array(select distinct g.role from identity.role_grant g where g.person = ${person} and ${holdsGrant('g', cx.now)}) as roles`,
  )
  return roles.length > 0 && roles.every((role) => role === 'outside-reviewer')
}
