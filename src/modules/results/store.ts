/** The SQL of results: worksheets and everything written on them. */
import { visiblePart } from '#identity/sight.ts'
import type { Json } from '#kernel/canonical.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { DirtyBlank, TestSeen, WorksheetState } from './rules.ts'

export interface Sheet extends Protected {
  sensitive: boolean
  id: string
  root: string
  number: string
  request: string
  analyst: string
  analyst_name: string
  method_version: string
  unit: string
  state: WorksheetState
  case_number: string
  case_title: string
  since: string
  /** A certificate answers its request. */
  answered: boolean
}
const sheet = sql`w.id, w.root, w.number, w.request, w.analyst, p.name as analyst_name, w.method_version, w.unit, n.state, n.since, c.number as case_number, c.title as case_title, c.sensitive, q.state = 'completed' as answered`
const fromSheet = sql`from results.worksheet w join results.worksheet_now n on n.worksheet = w.id join identity.person p on p.id = w.analyst join cases.public_case c on c.id = w.root join work.public_request q on q.request = w.request`

export async function getSheet(cx: Cx, id: string): Promise<Sheet> {
  const row = await cx.tx.maybe<Sheet>(
    sql`select ${sheet}, ${visiblePart(cx, 'w.root', 'w.request')} as may_see ${fromSheet} where w.id = ${id}`,
  )
  if (!row) throw notFound()
  return { ...row, unit: row.unit }
}
interface OfSheets {
  state?: string | undefined
  mine?: boolean | undefined
  q?: string | undefined
}
const chosen = (cx: Cx, f: OfSheets): Sql =>
  sql`${visiblePart(cx, 'w.root', 'w.request')} ${f.state ? sql`and n.state = ${f.state}` : noSql} ${f.mine === undefined ? noSql : sql`and (w.analyst = ${cx.actor.id}) = ${f.mine}`}
    ${f.q ? sql`and (w.number ilike ${anywhere(f.q)} or c.number ilike ${anywhere(f.q)})` : noSql}`
/** What waits for somebody comes with the longest waiting first; all else newest first. */
const waitsInLine = (f: OfSheets): boolean => f.state === 'concluded' || f.state === 'returned'
export function findSheets(
  cx: Cx,
  f: OfSheets,
  page: { limit: number; cursor?: string | undefined },
): Promise<Sheet[]> {
  const [since, id] = (page.cursor ?? '').split('|')
  const at = sql`(${since ?? ''}::timestamptz, ${id ?? ''}::uuid)`
  const [after, order] = waitsInLine(f)
    ? [sql`and (n.since, w.id) > ${at}`, sql`n.since, w.id`]
    : [sql`and (n.since, w.id) < ${at}`, sql`n.since desc, w.id desc`]
  return cx.tx.many<Sheet>(
    sql`select ${sheet}, true as may_see ${fromSheet} where ${chosen(cx, f)} ${page.cursor ? after : noSql} order by ${order} limit ${page.limit}`,
  )
}
/** Counted to a thousand: more is said as “at least”. */
export async function countSheets(cx: Cx, f: OfSheets): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from (select 1 ${fromSheet} where ${chosen(cx, f)} limit 1001) t`,
    )
  ).n
}
export async function standNow(
  cx: Cx,
  s: { id: string; root: string; request: string; analyst: string },
  state: WorksheetState,
): Promise<void> {
  await cx.tx.run(
    sql`insert into results.worksheet_now (worksheet, root, request, analyst, state, since) values (${s.id}, ${s.root}, ${s.request}, ${s.analyst}, ${state}, ${cx.now}) on conflict (worksheet) do update set state = excluded.state, since = excluded.since`,
  )
}
/**
 * The state after the last review or the answer to it; before any, concluded from the first conclusion on. A conclusion written anew on
 * a returned worksheet leaves it returned: it goes back to its reviewer with the answers to the findings.
 */
export const derived = {
  'results.worksheet_now': `
    select w.id as worksheet, w.root, w.request, w.analyst, coalesce(l.state, c.state, 'open') as state, coalesce(l.at, c.at, w.recorded_at) as since
      from results.worksheet w
      left join lateral (
        select case when r.outcome = 'passed' then 'reviewed' when a.id is null then 'returned' else 'concluded' end as state, coalesce(a.recorded_at, r.recorded_at) as at
          from results.review r left join results.finding_answer a on a.review = r.id where r.worksheet = w.id order by r.recorded_at desc, r.id desc limit 1) l on true
      left join lateral (
        select 'concluded' as state, min(c.recorded_at) as at from results.conclusion c where c.worksheet = w.id having count(*) > 0) c on true`,
}

export interface ObservationRow {
  id: string
  item: string
  step: string
  field: string
  answer: Json
  recorded_at: string
  by: string
  corrects: string | null
}
/** An answer of any kind within an object: what is covered as JSON must be one, or a bare text would read back in quotes and fail its digest. */
export const kept = (answer: Json): Json => ({ is: answer })
export const observationsOf = (cx: Cx, worksheet: string) =>
  cx.tx.many<ObservationRow>(
    sql`select o.id, o.item, o.step, o.field, coalesce(o.answer -> 'is', o.answer) as answer, o.recorded_at, p.name as by, o.corrects from results.observation o join identity.person p on p.id = o.recorded_by where o.worksheet = ${worksheet} order by o.recorded_at, o.id`,
  )

export interface WeighingRow {
  id: string
  item: string
  parcel: number
  gross: string
  tare: string
  unit: string
  equipment: string
  recorded_at: string
}
/** Readings that hold: those that no later reading corrects. */
export const weighingsOf = (cx: Cx, worksheet: string, item?: string) =>
  cx.tx.many<WeighingRow>(
    sql`select w.id, w.item, w.parcel, w.gross, w.tare, w.unit, w.equipment, w.recorded_at from results.weighing w where w.worksheet = ${worksheet} ${item ? sql`and w.item = ${item}` : noSql} and not exists (select 1 from results.weighing c where c.corrects = w.id) order by w.item, w.parcel`,
  )

export interface SamplingRow {
  id: string
  item: string
  population: number
  sample_size: number
  fraction: string
  confidence: string
  seed: string
  units: number[]
}
export const samplingsOf = (cx: Cx, worksheet: string) =>
  cx.tx.many<SamplingRow>(
    sql`select id, item, population, sample_size, fraction, confidence, seed, units from results.sampling where worksheet = ${worksheet} order by id`,
  )

export interface TestRow extends TestSeen {
  id: string
  item: string
  words: string | null
  run: string | null
  recorded_at: string
}
/** A category A test counts as confirmed when a person's last word on its run and the substance it points to is a yes. */
export const testsOf = (cx: Cx, worksheet: string, item?: string) =>
  cx.tx.many<TestRow>(sql`
  select t.id, t.item, t.technique, t.category, t.principle, t.sampling_no, t.outcome, t.points_to, t.words, t.run, t.recorded_at,
         coalesce((select k.outcome = 'confirmed' from results.confirmation k join results.search s on s.id = k.search where s.run = t.run and k.substance = t.points_to order by k.recorded_at desc, k.id desc limit 1), false) as confirmed,
         coalesce((select a.disposition <> 'used' from results.run_account a where a.run = t.run order by a.recorded_at desc, a.id desc limit 1), false) as set_aside
    from results.test t where t.worksheet = ${worksheet} ${item ? sql`and t.item = ${item}` : noSql} and not exists (select 1 from results.test c where c.corrects = t.id) order by t.recorded_at, t.id`)

/** Blanks that were not set aside and in which a person has found something. */
export const dirtyBlanks = (cx: Cx, worksheet: string) =>
  cx.tx.many<DirtyBlank>(sql`
  select r.number as run, k.substance from results.run r
    join lateral (select distinct on (k.substance) k.substance, k.outcome from results.confirmation k join results.search s on s.id = k.search where s.run = r.id order by k.substance, k.recorded_at desc, k.id desc) k on k.outcome = 'confirmed'
   where r.worksheet = ${worksheet} and r.sample_kind = 'blank'
     and not exists (select 1 from (select a.disposition from results.run_account a where a.run = r.id order by a.recorded_at desc, a.id desc limit 1) a where a.disposition <> 'used') order by r.number`)

export interface RunRow extends Protected {
  sensitive: boolean
  id: string
  root: string
  worksheet: string
  item: string | null
  number: string
  file: string
  file_name: string
  size: number
  format: string
  sample_kind: string
  technique: string
  summary: Record<string, string | number>
  readable: boolean
  unreadable_because: string | null
  analyst: string
  state: WorksheetState
  unit: string
  account: string | null
  account_words: string | null
  recorded_at: string
}
const run = sql`r.id, r.root, r.worksheet, r.item, r.number, r.file, r.file_name, r.size, r.format, r.sample_kind, r.technique, r.summary, r.readable, r.unreadable_because, r.recorded_at, w.analyst, n.state, w.unit, a.disposition as account, a.words as account_words, c.sensitive`
const fromRun = sql`from results.run r join cases.public_case c on c.id = r.root join results.worksheet w on w.id = r.worksheet join results.worksheet_now n on n.worksheet = w.id left join lateral (select disposition, words from results.run_account a where a.run = r.id order by a.recorded_at desc, a.id desc limit 1) a on true`
export async function getRun(cx: Cx, id: string): Promise<RunRow> {
  const row = await cx.tx.maybe<RunRow>(
    sql`select ${run}, ${visiblePart(cx, 'r.root', 'w.request')} as may_see ${fromRun} where r.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export const runsOf = (cx: Cx, worksheet: string) =>
  cx.tx.many<RunRow>(
    sql`select ${run}, true as may_see ${fromRun} where r.worksheet = ${worksheet} order by r.recorded_at, r.id`,
  )
export const unaccountedOf = (cx: Cx, request: string) =>
  cx.tx.many<{ id: string; number: string; file_name: string }>(
    sql`select r.id, r.number, r.file_name from results.run r join results.worksheet w on w.id = r.worksheet where w.request = ${request} and not exists (select 1 from results.run_account a where a.run = r.id) order by r.number`,
  )
export const runCount = async (cx: Cx, worksheet: string): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from results.run where worksheet = ${worksheet}`,
    )
  ).n

export interface Hit {
  name: string
  score: number
  reverseScore: number
  matched: number
  cas: string | null
  accession: string | null
  index: number
  unmatched: number[]
}
export interface SearchRow {
  id: string
  run: string
  library: string
  library_name: string
  library_file: string
  spectrum: number
  status: string
  code: string
  code_values: Record<string, string | number>
  hits: Hit[]
  recorded_at: string
}
const search = sql`s.id, s.run, s.library, l.name || ' ' || l.version as library_name, l.file as library_file, s.spectrum, s.status, s.code, s.code_values, s.hits, s.recorded_at`
export const searchesOf = (cx: Cx, runId: string) =>
  cx.tx.many<SearchRow>(
    sql`select ${search} from results.search s join results.library l on l.id = s.library where s.run = ${runId} order by s.recorded_at, s.id`,
  )
export async function getSearch(cx: Cx, id: string): Promise<SearchRow> {
  const row = await cx.tx.maybe<SearchRow>(
    sql`select ${search} from results.search s join results.library l on l.id = s.library where s.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export interface ConfirmationRow {
  search: string
  hit: number
  substance: string
  outcome: string
  words: string | null
  by: string
  recorded_at: string
}
export const confirmationsOf = (cx: Cx, runId: string) =>
  cx.tx.many<ConfirmationRow>(
    sql`select k.search, k.hit, k.substance, k.outcome, k.words, p.name as by, k.recorded_at from results.confirmation k join results.search s on s.id = k.search join identity.person p on p.id = k.recorded_by where s.run = ${runId} order by k.recorded_at, k.id`,
  )

export interface LibraryRow {
  id: string
  name: string
  version: string
  file: string
  spectra: number
}
export const librariesOf = (cx: Cx) =>
  cx.tx.many<LibraryRow>(
    sql`select id, name, version, file, spectra from results.library order by name, version`,
  )
export async function getLibrary(cx: Cx, id: string): Promise<LibraryRow> {
  const row = await cx.tx.maybe<LibraryRow>(
    sql`select id, name, version, file, spectra from results.library where id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

export interface ConclusionRow {
  id: string
  root: string
  worksheet: string
  request: string
  item: string
  kind: 'identity' | 'quantity' | 'presumptive' | 'negative' | 'inconclusive'
  substance: string | null
  value: string | null
  unit: string | null
  uncertainty: string | null
  k: string | null
  decision: string | null
  statutory_limit: string | null
  limit_rule: string | null
  basis: Json
  statement: string
  statement_values: Record<string, string | number>
  recorded_at: string
  recorded_by: string
  entry: string
  method_version: string
  state: WorksheetState
  reviewed_by: string | null
  reviewed_at: string | null
}
const conclusion = sql`c.id, c.root, c.worksheet, c.request, c.item, c.kind, c.substance, c.value, c.unit, c.uncertainty, c.k, c.decision, c.statutory_limit, c.limit_rule, c.basis, c.statement, c.statement_values, c.recorded_at, c.recorded_by, c.entry, w.method_version, n.state,
  (select r.recorded_by from results.review r where r.worksheet = w.id and r.outcome = 'passed' order by r.recorded_at desc limit 1) as reviewed_by,
  (select r.recorded_at from results.review r where r.worksheet = w.id and r.outcome = 'passed' order by r.recorded_at desc limit 1) as reviewed_at`
const fromConclusion = sql`from results.conclusion c join results.worksheet w on w.id = c.worksheet join results.worksheet_now n on n.worksheet = w.id`
/** Conclusions that hold: those that no later one corrects. */
const holds = sql`not exists (select 1 from results.conclusion x where x.corrects = c.id)`
export const conclusionsOf = (cx: Cx, worksheet: string) =>
  cx.tx.many<ConclusionRow>(
    sql`select ${conclusion} ${fromConclusion} where c.worksheet = ${worksheet} and ${holds} order by c.recorded_at, c.id`,
  )
export const conclusionsWhere = (
  cx: Cx,
  f: {
    request?: string | undefined
    items?: readonly string[] | undefined
    ids?: readonly string[] | undefined
    /** Of these requests only what a reviewer passed, where the reader may see that part of the case. */
    passed?: readonly string[] | undefined
  },
) =>
  cx.tx.many<ConclusionRow>(
    sql`select ${conclusion} ${fromConclusion} where ${holds} ${f.passed ? sql`and n.state = 'reviewed' and c.request = any(${f.passed as string[]}::uuid[]) and ${visiblePart(cx, 'c.root', 'c.request')}` : noSql} ${f.request ? sql`and c.request = ${f.request}` : noSql} ${f.items ? sql`and c.item = any(${f.items as string[]}::uuid[])` : noSql} ${f.ids ? sql`and c.id = any(${f.ids as string[]}::uuid[])` : noSql} order by c.recorded_at, c.id`,
  )
export const verificationsOf = (cx: Cx, worksheet: string) =>
  cx.tx.many<{ conclusion: string; outcome: string; words: string | null; person: string; by: string }>(
    sql`select v.conclusion, v.outcome, v.words, v.recorded_by as person, p.name as by from results.verification v join results.conclusion c on c.id = v.conclusion join identity.person p on p.id = v.recorded_by where c.worksheet = ${worksheet} order by v.recorded_at`,
  )
export interface ReviewRow {
  id: string
  by: string
  at: string
  outcome: string
  findings: string[]
  answers: string[] | null
  answered_at: string | null
}
export const reviewsOf = (cx: Cx, worksheet: string) =>
  cx.tx.many<ReviewRow>(
    sql`select r.id, p.name as by, r.recorded_at as at, r.outcome, r.findings, a.answers, a.recorded_at as answered_at from results.review r join identity.person p on p.id = r.recorded_by left join results.finding_answer a on a.review = r.id where r.worksheet = ${worksheet} order by r.recorded_at, r.id`,
  )

export async function personName(cx: Cx, id: string): Promise<string> {
  return (
    (await cx.tx.maybe<{ name: string }>(sql`select name from identity.person where id = ${id}`))?.name ?? ''
  )
}

export const sheetsOfRequest = (cx: Cx, request: string) =>
  cx.tx.many<{
    id: string
    number: string
    analyst: string
    method_version: string
    state: WorksheetState
    began: string
  }>(
    sql`select w.id, w.number, w.analyst, w.method_version, n.state, w.recorded_at as began from results.worksheet w join results.worksheet_now n on n.worksheet = w.id where w.request = ${request} order by w.recorded_at`,
  )
