/** The SQL of work: requests with their standing, worklists, and the sums over them. */
import { visible, visiblePart } from '#identity/sight.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { notFound } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { RequestState } from './contract.ts'

export interface RequestNow extends Protected {
  sensitive: boolean
  id: string
  root: string
  number: string
  unit: string
  asked_by_unit: string | null
  discipline: string
  question: string
  question_text: string | null
  state: RequestState
  waiting: boolean
  priority: 'routine' | 'urgent' | 'court'
  due_on: string | null
  assignee: string | null
  reviewer: string | null
  method_version: string | null
  seq: number
  asked_at: string
  since: string
  items: string[]
}

/** The request with its standing; the caller asks `cx.allow(row)`. */
export async function getRequest(cx: Cx, id: string): Promise<RequestNow> {
  const row = await cx.tx.maybe<RequestNow>(sql`
    select n.request as id, n.root, n.number, n.unit, r.asked_by_unit, n.discipline, n.question, r.question_text, n.state, n.waiting, n.priority, n.due_on, n.assignee, n.reviewer, n.method_version, n.seq, n.asked_at, n.since,
           array(select item from work.request_item i where i.request = n.request order by i.id) as items, c.sensitive, ${visiblePart(cx, 'n.root', 'n.request')} as may_see
      from work.request_now n join work.request r on r.id = n.request join cases.public_case c on c.id = n.root where n.request = ${id}`)
  if (!row) throw notFound()
  return row
}

export interface Step {
  kind:
    | 'accepted'
    | 'declined'
    | 'withdrawn'
    | 'assigned'
    | 'started'
    | 'stopped'
    | 'restarted'
    | 'completed'
    | 'reopened'
    | 'rescheduled'
    | 'transferred'
  state?: RequestState
  waiting?: boolean
  /** The laboratory that answers from now on. */
  unit?: string
  assignee?: string | null
  reviewer?: string | null
  method_version?: string | null
  due_on?: string | null
  priority?: RequestNow['priority']
  code?: string | null
  words?: string | null
}

/** The covered row of a step: it carries the whole standing after it. */
export function stepRow(cx: Cx, r: RequestNow, step: Step): CoveredRow {
  return {
    id: cx.newId(),
    request: r.id,
    seq: r.seq + 1,
    kind: step.kind,
    state: step.state ?? r.state,
    waiting: step.waiting ?? r.waiting,
    unit: step.unit ?? r.unit,
    assignee: step.assignee === undefined ? r.assignee : step.assignee,
    reviewer: step.reviewer === undefined ? r.reviewer : step.reviewer,
    method_version: step.method_version === undefined ? r.method_version : step.method_version,
    due_on: step.due_on === undefined ? r.due_on : step.due_on,
    priority: step.priority ?? r.priority,
    code: step.code ?? null,
    words: step.words ?? null,
  }
}

export async function moveRequest(cx: Cx, row: CoveredRow): Promise<void> {
  await cx.tx.run(
    sql`update work.request_now set state = ${row.state}, unit = ${row.unit}, waiting = ${row.waiting}, assignee = ${row.assignee}, reviewer = ${row.reviewer}, method_version = ${row.method_version}, due_on = ${row.due_on}, priority = ${row.priority}, seq = ${row.seq}, since = ${cx.now} where request = ${row.request}`,
  )
}

export async function insertRequestNow(
  cx: Cx,
  r: {
    id: string
    root: string
    number: string
    unit: string
    discipline: string
    question: string
    priority: string
    due_on: string | null
  },
): Promise<void> {
  await cx.tx.run(
    sql`insert into work.request_now (request, root, number, unit, discipline, question, state, waiting, priority, due_on, seq, asked_at, since) values (${r.id}, ${r.root}, ${r.number}, ${r.unit}, ${r.discipline}, ${r.question}, 'asked', false, ${r.priority}, ${r.due_on}, 0, ${cx.now}, ${cx.now})`,
  )
}

/** What `work.request_now` must hold, for `custodia verify`. */
export const derived = {
  'work.request_now': `
    select r.id as request, r.root, r.number, coalesce(s.unit, r.unit) as unit, r.discipline, r.question, coalesce(s.state, 'asked') as state, coalesce(s.waiting, false) as waiting,
           coalesce(s.priority, r.priority) as priority, case when s.id is null then r.due_on else s.due_on end as due_on, s.assignee, s.reviewer, s.method_version,
           coalesce(s.seq, 0) as seq, r.recorded_at as asked_at, coalesce(s.recorded_at, r.recorded_at) as since
      from work.request r left join lateral (select * from work.step s where s.request = r.id order by s.seq desc limit 1) s on true`,
}

export interface Line {
  id: string
  number: string
  root: string
  case_number: string
  case_title: string
  discipline: string
  question: string
  state: RequestState
  waiting: boolean
  priority: RequestNow['priority']
  due_on: string | null
  items: number
  assignee: string | null
  assignee_name: string | null
  unit: string
  unit_name: string
  asked_at: string
}
export interface Filter {
  state?: RequestState | undefined
  unit?: string | undefined
  discipline?: string | undefined
  case?: string | undefined
  item?: string | undefined
  assignee?: string | undefined
  open?: boolean | undefined
  overdue?: boolean | undefined
  q?: string | undefined
}
const line = sql`n.request as id, n.number, n.root, c.number as case_number, c.title as case_title, n.discipline, n.question, n.state, n.waiting, n.priority, n.due_on,
  (select count(*)::int from work.request_item i where i.request = n.request) as items, n.assignee, p.name as assignee_name, n.unit, u.name as unit_name, n.asked_at`
const from = sql`from work.request_now n join cases.public_case c on c.id = n.root left join identity.person p on p.id = n.assignee left join identity.unit u on u.id = n.unit`

function where(cx: Cx, f: Filter): Sql {
  return sql`where ${visiblePart(cx, 'n.root', 'n.request')}
    ${f.open === false ? noSql : (f.state === undefined && f.case === undefined && f.item === undefined) || f.open ? sql`and n.state not in ('completed','declined','withdrawn')` : noSql}
    ${f.state ? sql`and n.state = ${f.state}` : noSql} ${f.unit ? sql`and n.unit = ${f.unit}` : noSql} ${f.discipline ? sql`and n.discipline = ${f.discipline}` : noSql}
    ${f.case ? sql`and n.root = ${f.case}` : noSql} ${f.assignee ? sql`and n.assignee = ${f.assignee}` : noSql}
    ${f.item ? sql`and exists (select 1 from work.request_item i where i.request = n.request and i.item = ${f.item})` : noSql}
    ${f.overdue ? sql`and n.due_on < ${dayOfInstant(cx.now)}::date and n.state not in ('completed','declined','withdrawn')` : noSql} ${f.q ? sql`and (n.number ilike ${anywhere(f.q)} or c.number ilike ${anywhere(f.q)})` : noSql}`
}

/** Soonest due first, requests without a date last; the cursor is `due|number` of the last row. */
export async function listRequests(
  cx: Cx,
  f: Filter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Line[]> {
  const [due, number] = (page.cursor ?? '').split('|')
  const after = page.cursor
    ? sql`and (coalesce(n.due_on, '9999-12-31'), n.number) > (${due || '9999-12-31'}::date, ${number ?? ''})`
    : noSql
  return cx.tx.many<Line>(
    sql`select ${line} ${from} ${where(cx, f)} ${after} order by coalesce(n.due_on, '9999-12-31'), n.number limit ${page.limit}`,
  )
}

/** Counted to a thousand: more is said as “at least”. */
export async function countRequests(cx: Cx, f: Filter): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from (select 1 ${from} ${where(cx, f)} limit 1001) t`,
    )
  ).n
}

export async function stepsOf(
  cx: Cx,
  request: string,
): Promise<{ kind: string; at: string; by: string; words: string | null; code: string | null }[]> {
  return cx.tx.many(
    sql`select s.kind, s.recorded_at as at, coalesce(p.name, '') as by, s.words, s.code from work.step s left join identity.person p on p.id = s.recorded_by where s.request = ${request} order by s.seq`,
  )
}

export async function workloadOf(cx: Cx, unit: string | undefined, today: string) {
  return cx.tx.many<{ assignee: string | null; name: string | null; open: number; overdue: number }>(sql`
    select n.assignee, p.name, count(*)::int as open, count(*) filter (where n.due_on < ${today}::date)::int as overdue
      from work.request_now n left join identity.person p on p.id = n.assignee
     where ${visible(cx, 'n.root')} and n.state not in ('completed','declined','withdrawn') ${unit ? sql`and n.unit = ${unit}` : noSql} group by 1, 2 order by 3 desc`)
}

export async function backlogOf(cx: Cx, unit: string | undefined, today: string) {
  return cx.tx.many<{
    unit: string
    name: string
    discipline: string
    open: number
    overdue: number
    olderThan30Days: number
  }>(sql`
    select n.unit, u.name, n.discipline, count(*)::int as open, count(*) filter (where n.due_on < ${today}::date)::int as overdue,
           count(*) filter (where n.asked_at < ${today}::date - 30)::int as "olderThan30Days"
      from work.request_now n join identity.unit u on u.id = n.unit
     where ${visible(cx, 'n.root')} and n.state not in ('completed','declined','withdrawn') ${unit ? sql`and n.unit = ${unit}` : noSql} group by 1, 2, 3 order by 2, 3`)
}

export async function turnaroundOf(
  cx: Cx,
  range: { from: string; until: string; unit?: string | undefined },
) {
  return cx.tx.many<{
    unit: string
    name: string
    discipline: string
    completed: number
    medianDays: string
    p90Days: string
  }>(sql`
    select n.unit, u.name, n.discipline, count(*)::int as completed,
           round((percentile_cont(0.5) within group (order by extract(epoch from n.since - n.asked_at) / 86400))::numeric, 1)::text as "medianDays",
           round((percentile_cont(0.9) within group (order by extract(epoch from n.since - n.asked_at) / 86400))::numeric, 1)::text as "p90Days"
      from work.request_now n join identity.unit u on u.id = n.unit
     where ${visible(cx, 'n.root')} and n.state = 'completed' and n.since >= ${range.from}::date and n.since < ${range.until}::date + 1 ${range.unit ? sql`and n.unit = ${range.unit}` : noSql} group by 1, 2, 3 order by 2, 3`)
}

export function lineOf(cx: Cx, request: string): Promise<Line | undefined> {
  return cx.tx.maybe<Line>(
    sql`select ${line} ${from} where n.request = ${request} and ${visiblePart(cx, 'n.root', 'n.request')}`,
  )
}

export function requestsOfCase(cx: Cx, root: string) {
  return cx.tx.many<{
    id: string
    number: string
    state: string
    discipline: string
    question: string
    due_on: string | null
  }>(
    sql`select request as id, number, state, discipline, question, due_on from work.request_now n where n.root = ${root} and ${visible(cx, 'n.root')} order by asked_at`,
  )
}

export function personOf(cx: Cx, id: string): Promise<{ id: string; name: string } | undefined> {
  return cx.tx.maybe(sql`select id, name from identity.person where id = ${id}`)
}
