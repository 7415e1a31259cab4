/** Pieces of SQL that victims, deaths and incidents are told with: when, in which band, in which precinct. Not told is a value of its own, and never the same as unknown. */
import { type Sql, nameSql, sql } from '#platform/sql.ts'
import type { Band, Words } from './refresh.ts'

/** Columns year to hour of what happened, by how exactly the day is known; `p` has precision, absent, first_day and time_text. */
export const whenOf = (p: string): Sql => {
  const of = (precisions: string, text: string): string =>
    `case when ${p}.precision in (${precisions}) then ${text} else coalesce(${p}.absent, case when ${p}.first_day is null then 'not-yet-determined' else 'unknown' end) end`
  const months = "'month','day','hour','minute'"
  return nameSql(`coalesce(to_char(${p}.first_day, 'YYYY'), ${p}.absent, 'not-yet-determined') as year,
    ${of(months, `to_char(${p}.first_day, 'YYYY-"Q"Q')`)} as quarter, ${of(months, `to_char(${p}.first_day, 'YYYY-MM')`)} as month,
    ${of("'day','hour','minute'", `to_char(${p}.first_day, 'ID')`)} as weekday, coalesce(left(${p}.time_text, 2), 'not-yet-determined') as hour`)
}

/** The code of the band that holds a number. */
export const bandOf = (bands: readonly Band[], of: string): Sql =>
  sql`(select b.code from jsonb_to_recordset(${JSON.stringify(bands)}::jsonb) as b(code text, least numeric, most numeric) where ${nameSql(of)} >= b.least and ${nameSql(of)} < b.most + 1 limit 1)`

export const precinctOf = ({ precincts }: Words, of: string): Sql =>
  sql`coalesce((select s.precinct from jsonb_to_recordset(${JSON.stringify(precincts)}::jsonb) as s(settlement text, precinct text) where s.settlement = ${nameSql(of)} limit 1), 'not-applicable')`

/** Whether a case was recorded here or came from a file. */
export const originOf = (root: string): Sql =>
  nameSql(
    `case when exists (select 1 from exchange.public_imported x where x.root = ${root}) then 'imported' else 'recorded' end`,
  )
