/** The SQL of the forms that partners asked for: the newest of each agency holds. */
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { Form } from '../contract/forms.ts'

export interface RecipientRow {
  readonly agency: string
  readonly name: string
  readonly form: Form
  readonly agreement: string
  readonly by: string | null
  readonly at: string
}
export const recipientsOf = (cx: Pick<Cx, 'tx'>, agency?: string): Promise<RecipientRow[]> =>
  cx.tx.many(
    sql`select * from (select distinct on (f.agency) f.agency, g.name, f.form, f.agreement, p.name as by, f.recorded_at as at from exchange.agreed_form f join identity.agency g on g.id = f.agency
      left join identity.person p on p.id = f.recorded_by ${agency ? sql`where f.agency = ${agency}` : noSql} order by f.agency, f.recorded_at desc, f.id desc) x order by x.name`,
  )
