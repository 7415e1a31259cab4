/** What can be counted: each dataset as a relation of its dimensions as known at an instant, and the lists that name their values. */
import { serviceZone } from '#kernel/calendar.ts'
import { type Sql, nameSql, sql } from '#platform/sql.ts'
import type { DatasetName } from '../contract.ts'

export interface Dimension {
  readonly key: string
  /** The column of the relation. */
  readonly column: string
  /** The code list that names its values; null for what names itself (months, hours). */
  readonly list: string | null
  /** Values named by the texts of this module, under `observatory.<own>-<value>`. */
  readonly own?: string
  /** Values are ids of units. */
  readonly units?: true
  /** Several values a row: one row is counted in each, so sums are not those of the cells. */
  readonly many?: true
}
export interface Dataset {
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly ('count' | 'grams' | 'median-days' | 'p90-days')[]
  /** Whose numbers small cells tell of. */
  readonly about: 'people' | 'work'
  readonly relation: (asOf: string) => Sql
}

const dim = (key: string, list: string | null = null, column = key): Dimension => ({ key, column, list })

const own = (key: string, texts = key): Dimension => ({ ...dim(key), own: texts })

const victims: Dataset = {
  about: 'people',
  measures: ['count'],
  dimensions: [
    dim('year'),
    dim('quarter'),
    dim('month'),
    own('weekday'),
    dim('hour'),
    dim('district', 'district'),
    dim('settlement', 'settlement'),
    dim('road', 'highway'),
    own('section', 'iccs'),
    dim('iccs', 'iccs-group'),
    dim('offence', 'offence'),
    dim('sex', 'sex'),
    dim('ageBand', 'age-band', 'age_band'),
    own('minor', 'yes-no'),
    own('identified', 'yes-no'),
    dim('means', 'means'),
    dim('firearm', 'firearm-kind'),
    dim('relationship', 'relationship'),
    dim('context', 'context'),
    dim('motive', 'motive'),
    own('domestic', 'yes-no'),
    { ...dim('ethnicity', 'ethnicity'), many: true },
    dim('roadRole', 'road-role', 'road_role'),
    dim('nationality', 'nationality'),
  ],
  relation: (asOf) =>
    sql`(select * from observatory.victim where counted and from_at <= ${asOf}::timestamptz and (until_at is null or until_at > ${asOf}::timestamptz))`,
}

/** A request stands in its newest step of that day; days are counted from the asking to the answer, or to that day. */
const requests: Dataset = {
  about: 'work',
  measures: ['count', 'median-days', 'p90-days'],
  dimensions: [
    dim('year'),
    dim('quarter'),
    dim('month'),
    dim('discipline', 'discipline'),
    dim('question', 'question'),
    { ...dim('unit'), units: true },
    own('state', 'request-state'),
    own('late', 'yes-no'),
    own('backlog', 'yes-no'),
    dim('answeredYear', null, 'answered_year'),
    dim('answeredMonth', null, 'answered_month'),
  ],
  relation: (asOf) => sql`(
    select s.discipline, s.question, s.unit::text as unit, hashtext(s.request::text) as noise,
           to_char(s.asked_at at time zone ${serviceZone()}, 'YYYY') as year, to_char(s.asked_at at time zone ${serviceZone()}, 'YYYY-"Q"Q') as quarter, to_char(s.asked_at at time zone ${serviceZone()}, 'YYYY-MM') as month,
           case s.state when 'completed' then 'answered' when 'declined' then 'declined' when 'withdrawn' then 'withdrawn' else case when s.waiting then 'waits' else 'open' end end as state,
           case when s.state in ('completed','declined','withdrawn') or s.due_on is null then 'not-applicable' when s.due_on < ${asOf}::timestamptz::date then 'yes' else 'no' end as late,
           case when s.state in ('completed','declined','withdrawn') then 'not-applicable' when s.asked_at < ${asOf}::timestamptz - interval '30 days' then 'yes' else 'no' end as backlog,
           case when s.state = 'completed' then to_char(s.at at time zone ${serviceZone()}, 'YYYY') else 'not-applicable' end as answered_year,
           case when s.state = 'completed' then to_char(s.at at time zone ${serviceZone()}, 'YYYY-MM') else 'not-applicable' end as answered_month,
           extract(epoch from case when s.state = 'completed' then s.at else ${asOf}::timestamptz end - s.asked_at) / 86400 as days
      from (select distinct on (request) * from work.public_step where at <= ${asOf}::timestamptz order by request, seq desc) s
      join cases.public_case c on c.id = s.root where not c.sealed)`,
}

/** What was identified and has passed review: one row an item and substance; grams where a quantity stands beside it. */
const findings: Dataset = {
  about: 'people',
  measures: ['count', 'grams'],
  dimensions: [
    dim('year'),
    dim('quarter'),
    dim('month'),
    dim('district', 'district'),
    dim('substance', 'drug'),
    own('kind', 'finding-kind'),
    dim('caseType', 'case-type', 'case_type'),
  ],
  relation: (asOf) => sql`(
    select coalesce(c.substance, 'not-applicable') as substance, c.kind, coalesce(f.district, 'not-yet-determined') as district, f.type as case_type,
           hashtext(c.item::text) as noise,
           to_char(c.from_at at time zone ${serviceZone()}, 'YYYY') as year, to_char(c.from_at at time zone ${serviceZone()}, 'YYYY-"Q"Q') as quarter, to_char(c.from_at at time zone ${serviceZone()}, 'YYYY-MM') as month,
           (select sum(case q.unit when 'kg' then q.value * 1000 when 'mg' then q.value / 1000 when 'lb' then q.value * 453.59237 else q.value end)
              from results.public_conclusion q where q.item = c.item and q.kind = 'quantity' and q.unit in ('g','kg','mg','lb') and q.from_at <= ${asOf}::timestamptz and (q.until_at is null or q.until_at > ${asOf}::timestamptz)) as grams
      from results.public_conclusion c join cases.public_case f on f.id = c.root
     where not f.sealed and c.kind in ('identity','negative','inconclusive') and c.from_at <= ${asOf}::timestamptz and (c.until_at is null or c.until_at > ${asOf}::timestamptz))`,
}

export const datasetOf: Readonly<Record<DatasetName, Dataset>> = { victims, requests, findings }

export const columnSql = (dimension: Dimension): Sql =>
  dimension.many ? nameSql(`unnest(f.${dimension.column})`) : nameSql(`f.${dimension.column}`)

/** Under this name the sums follow the log. */
export const FOLLOWER = 'observatory.keep-up'
