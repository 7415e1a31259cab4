/** What can be counted: each dataset as a relation of its dimensions as known at an instant, and the lists that name their values. */
import { serviceZone } from '#kernel/calendar.ts'
import { type Sql, nameSql, sql } from '#platform/sql.ts'
import type { DatasetName, Measure } from '../contract.ts'
import { stagesOf } from './stages.ts'

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
  /** The key of its title, where the same word means something else elsewhere. */
  readonly title?: string
  /** Of a victim it is told by the examination of the death, which has its own root: to the case behind it goes who sees that too. */
  readonly ofDeath?: true
  /** Several values a row: one row is counted once in each, and once in a sum. */
  readonly many?: true
}
export interface Dataset {
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Measure[]
  /** Whose numbers small cells tell of. */
  readonly about: 'people' | 'work'
  readonly relation: (asOf: string) => Sql
  /** The kept table whose first versions say when how many were new; of what has none, cases do. */
  readonly kept?: 'observatory.victim' | 'observatory.death' | 'observatory.incident' | 'observatory.paper'
  /** The column that tells one row from another, where a dimension holds several values a row. */
  readonly id?: string
  /** The column that names the case of a row, for whoever may go from a sum to cases. */
  readonly root: string
  /** The column of a root of its own that a row has beside its case. */
  readonly own?: string
  /** The column that names a paper file, where files and not cases stand behind a sum. */
  readonly behind?: string
}

const dim = (key: string, list: string | null = null, column = key): Dimension => ({ key, column, list })

const own = (key: string, texts = key): Dimension => ({ ...dim(key), own: texts })

const when = [dim('year'), dim('quarter'), dim('month'), own('weekday'), dim('hour')]
const where = [dim('district', 'district'), dim('precinct', 'precinct'), dim('settlement', 'settlement')]
/** What holds at an instant of a table kept in versions. */
const known =
  (table: string) =>
  (asOf: string): Sql =>
    sql`(select * from ${nameSql(table)} where counted and from_at <= ${asOf}::timestamptz and (until_at is null or until_at > ${asOf}::timestamptz))`

const victims: Dataset = {
  about: 'people',
  measures: ['count'],
  id: 'victim',
  root: 'root',
  dimensions: [
    ...when,
    ...where,
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
    { ...dim('roadRole', 'road-role', 'road_role'), ofDeath: true },
    dim('nationality', 'nationality'),
    { ...dim('manner', 'manner'), ofDeath: true },
    { ...own('autopsy'), ofDeath: true },
    { ...own('cause', 'cause-state'), ofDeath: true },
    { ...dim('alcohol', 'alcohol-band'), ofDeath: true },
    { ...dim('drugs', 'drug'), many: true, ofDeath: true },
    dim('court', 'court-outcome'),
    own('origin'),
  ],
  kept: 'observatory.victim',
  relation: known('observatory.victim'),
}

/** A death is there whether or not anybody did it: by manner, and by what was found in whom. */
const deaths: Dataset = {
  about: 'people',
  measures: ['count'],
  id: 'death',
  root: 'case_root',
  own: 'root',
  dimensions: [
    ...when,
    ...where,
    dim('setting', 'death-setting'),
    dim('sex', 'sex'),
    dim('ageBand', 'age-band', 'age_band'),
    own('minor', 'yes-no'),
    dim('manner', 'manner'),
    own('cause', 'cause-state'),
    own('autopsy'),
    dim('means', 'means'),
    dim('roadRole', 'road-role', 'road_role'),
    dim('alcohol', 'alcohol-band'),
    { ...dim('drugs', 'drug'), many: true },
    // The same once more: which substance beside which, and conditions on two of them.
    { ...dim('withDrug', 'drug', 'drugs'), many: true },
    own('origin'),
  ],
  kept: 'observatory.death',
  relation: known('observatory.death'),
}

/** A case and what happened in it, however many were harmed. */
const incidents: Dataset = {
  about: 'people',
  measures: ['count'],
  id: 'root',
  root: 'root',
  dimensions: [
    ...when,
    ...where,
    dim('road', 'highway'),
    own('section', 'iccs'),
    dim('iccs', 'iccs-group'),
    dim('offence', 'offence'),
    dim('caseType', 'case-type', 'case_type'),
    dim('court', 'court-outcome'),
    own('origin'),
  ],
  kept: 'observatory.incident',
  relation: known('observatory.incident'),
}

/** Paper files as two people keyed them: beside cases, never among them, each with how sure it is. */
const papers: Dataset = {
  about: 'people',
  measures: ['count'],
  id: 'file',
  root: 'root',
  behind: 'file',
  dimensions: [
    dim('year'),
    dim('quarter'),
    dim('month'),
    dim('district', 'district'),
    own('section', 'iccs'),
    dim('iccs', 'iccs-group'),
    dim('offence', 'offence'),
    dim('manner', 'manner'),
    dim('means', 'means'),
    own('confidence'),
    own('accepted', 'yes-no'),
    own('linked', 'yes-no'),
  ],
  kept: 'observatory.paper',
  relation: known('observatory.paper'),
}

/** What was handed in, and where it has come: a row a thing, its state that of its newest custody event by then. */
const items: Dataset = {
  // By district and type of case a thing tells what was done to somebody.
  about: 'people',
  measures: ['count'],
  id: 'thing',
  root: 'root',
  dimensions: [
    dim('year'),
    dim('quarter'),
    dim('month'),
    dim('itemType', 'item-type', 'item_type'),
    { ...own('itemClass', 'item-class'), column: 'item_class' },
    own('state', 'item-state'),
    dim('outYear', null, 'out_year'),
    dim('outMonth', null, 'out_month'),
    dim('district', 'district'),
    dim('caseType', 'case-type', 'case_type'),
  ],
  relation: (asOf) => sql`(
    select i.thing, i.root, hashtext(i.thing::text) as noise, coalesce(i.type, 'not-yet-determined') as item_type,
           coalesce((select k.data->>'class' from catalogue.public_code k where k.list = 'item-type' and k.code = i.type), 'other') as item_class,
           case when e.state in ('disposed','returned','consumed') then 'out' else 'in' end as state,
           to_char(i.born_at at time zone ${serviceZone()}, 'YYYY') as year, to_char(i.born_at at time zone ${serviceZone()}, 'YYYY-"Q"Q') as quarter, to_char(i.born_at at time zone ${serviceZone()}, 'YYYY-MM') as month,
           case when e.state in ('disposed','returned','consumed') then to_char(e.at at time zone ${serviceZone()}, 'YYYY') else 'not-applicable' end as out_year,
           case when e.state in ('disposed','returned','consumed') then to_char(e.at at time zone ${serviceZone()}, 'YYYY-MM') else 'not-applicable' end as out_month,
           coalesce(c.district, 'not-yet-determined') as district, c.type as case_type
      from evidence.public_item i join cases.public_case c on c.id = i.root
      left join lateral (select x.state, x.at from evidence.public_custody_event x where x.thing = i.thing and x.recorded_at <= ${asOf}::timestamptz order by x.seq desc limit 1) e on true
     where not c.sealed and i.kind in ('item', 'subsample') and i.born_at <= ${asOf}::timestamptz)`,
}

/** A request stands in its newest step of that day; days are counted from the asking to the answer, or to that day. */
const requests: Dataset = {
  about: 'work',
  root: 'root',
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
    own('moved', 'yes-no'),
    dim('answeredYear', null, 'answered_year'),
    dim('answeredMonth', null, 'answered_month'),
  ],
  relation: (asOf) => sql`(
    select s.root, s.discipline, s.question, s.unit::text as unit, case when s.unit is distinct from s.asked_of then 'yes' else 'no' end as moved, hashtext(s.request::text) as noise,
           to_char(s.asked_at at time zone ${serviceZone()}, 'YYYY') as year, to_char(s.asked_at at time zone ${serviceZone()}, 'YYYY-"Q"Q') as quarter, to_char(s.asked_at at time zone ${serviceZone()}, 'YYYY-MM') as month,
           case s.state when 'completed' then 'answered' when 'declined' then 'declined' when 'withdrawn' then 'withdrawn' else case when s.waiting then 'waits' else 'open' end end as state,
           case when s.state in ('completed','declined','withdrawn') or s.due_on is null then 'not-applicable' when s.due_on < (${asOf}::timestamptz at time zone ${serviceZone()})::date then 'yes' else 'no' end as late,
           case when s.state in ('completed','declined','withdrawn') then 'not-applicable' when s.asked_at < ${asOf}::timestamptz - interval '30 days' then 'yes' else 'no' end as backlog,
           case when s.state = 'completed' then to_char(s.at at time zone ${serviceZone()}, 'YYYY') else 'not-applicable' end as answered_year,
           case when s.state = 'completed' then to_char(s.at at time zone ${serviceZone()}, 'YYYY-MM') else 'not-applicable' end as answered_month,
           extract(epoch from case when s.state = 'completed' then s.at else ${asOf}::timestamptz end - s.asked_at) / 86400 as days
      from (select distinct on (a.request) a.request, a.root, a.discipline, a.question, a.unit as asked_of, coalesce(x.unit, a.unit) as unit, a.asked_at, coalesce(x.due_on, a.due_on) as due_on, coalesce(x.state, 'asked') as state, coalesce(x.waiting, false) as waiting, x.at
              from work.public_asked a left join work.public_step x on x.request = a.request and x.at <= ${asOf}::timestamptz
             where a.asked_at <= ${asOf}::timestamptz order by a.request, x.seq desc nulls last) s
      join cases.public_case c on c.id = s.root where not c.sealed)`,
}

/**
 * Kits stage by stage, each against the clock that the laboratory's list set for it: a row a stage that a kit reached, `now` the one where it stands. A deadline
 * that has passed is late for ever; one that runs is judged by the day that is asked for.
 */
const kits: Dataset = {
  about: 'people',
  root: 'root',
  measures: ['count', 'median-days', 'p90-days'],
  dimensions: [
    dim('year'),
    dim('quarter'),
    dim('month'),
    { ...dim('stage', 'kit-stage'), title: 'kitStage' },
    own('deadline'),
    own('now', 'yes-no'),
    { ...dim('unit'), units: true },
  ],
  relation: (asOf) => sql`(
    select s.root, s.stage, s.unit::text as unit, hashtext(s.kit::text) as noise,
           to_char(s.at at time zone ${serviceZone()}, 'YYYY') as year, to_char(s.at at time zone ${serviceZone()}, 'YYYY-"Q"Q') as quarter, to_char(s.at at time zone ${serviceZone()}, 'YYYY-MM') as month,
           case when n.seq is null then 'yes' else 'no' end as now,
           case when s.due_on is null then 'not-applicable' when (coalesce(n.at, ${asOf}::timestamptz) at time zone ${serviceZone()})::date > s.due_on then case when n.seq is null then 'overdue' else 'late' end
                when n.seq is null then 'running' else 'kept' end as deadline,
           extract(epoch from coalesce(n.at, ${asOf}::timestamptz) - s.at) / 86400 as days
      from portal.public_kit_stage s
      left join portal.public_kit_stage n on n.kit = s.kit and n.seq = s.seq + 1 and n.recorded_at <= ${asOf}::timestamptz
     where s.recorded_at <= ${asOf}::timestamptz)`,
}

/** The days of each request, stage by stage. */
const stages: Dataset = {
  about: 'work',
  root: 'root',
  measures: ['days', 'median-days', 'p90-days', 'count'],
  dimensions: [
    own('stage'),
    own('owner'),
    dim('discipline', 'discipline'),
    dim('question', 'question'),
    { ...dim('unit'), units: true },
    dim('year'),
    dim('month'),
    dim('issuedYear', null, 'issued_year'),
  ],
  relation: stagesOf,
}

/** What was identified and has passed review: one row an item and substance; grams where a quantity stands beside it. */
const findings: Dataset = {
  about: 'people',
  root: 'root',
  measures: ['count', 'grams'],
  dimensions: [
    dim('year'),
    dim('quarter'),
    dim('month'),
    dim('district', 'district'),
    dim('substance', 'drug'),
    { ...own('drugClass', 'drug-class'), column: 'drug_class' },
    dim('legal'),
    own('kind', 'finding-kind'),
    dim('caseType', 'case-type', 'case_type'),
  ],
  relation: (asOf) => sql`(
    select c.root, coalesce(c.substance, 'not-applicable') as substance, c.kind,
           coalesce((select k.data->>'group' from catalogue.public_code k where k.list = 'drug' and k.code = c.substance), 'not-applicable') as drug_class,
           coalesce((select k.data->>'schedule' from catalogue.public_code k where k.list = 'drug' and k.code = c.substance), 'not-applicable') as legal, coalesce(f.district, 'not-yet-determined') as district, f.type as case_type,
           hashtext(c.item::text) as noise,
           to_char(c.from_at at time zone ${serviceZone()}, 'YYYY') as year, to_char(c.from_at at time zone ${serviceZone()}, 'YYYY-"Q"Q') as quarter, to_char(c.from_at at time zone ${serviceZone()}, 'YYYY-MM') as month,
           (select sum(case q.unit when 'kg' then q.value * 1000 when 'mg' then q.value / 1000 when 'µg' then q.value / 1000000 when 'lb' then q.value * 453.59237 when 'oz' then q.value * 28.349523125 else q.value end)
              from results.public_conclusion q where q.item = c.item and q.kind = 'quantity' and q.unit in ('g','kg','mg','µg','lb','oz') and q.from_at <= ${asOf}::timestamptz and (q.until_at is null or q.until_at > ${asOf}::timestamptz)) as grams
      from results.public_conclusion c join cases.public_case f on f.id = c.root
     where not f.sealed and c.kind in ('identity','negative','inconclusive') and c.from_at <= ${asOf}::timestamptz and (c.until_at is null or c.until_at > ${asOf}::timestamptz))`,
}

export const datasetOf: Readonly<Record<DatasetName, Dataset>> = {
  victims,
  deaths,
  incidents,
  papers,
  items,
  requests,
  kits,
  stages,
  findings,
}

/** Under this name the sums follow the log. */
export const FOLLOWER = 'observatory.keep-sums-up'
