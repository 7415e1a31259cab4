/** The SQL of the portal: cases with what is under way on them, questions and their answers. Every statement asks who may see. */
import { visible } from '#identity/sight.ts'
import { addDays, instantAt } from '#kernel/calendar.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { joinSql, noSql, type Sql, sql, anywhere } from '#platform/sql.ts'
import type { z } from 'zod'
import type { MyCases } from '../contract.ts'
import { cursorAfter, cursorBefore } from './cursor.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'language' | 'now'>

export interface CaseRow {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: 'open' | 'closed'
  readonly opened_at: string
}
/** Requests that are not over, of a case. */
const openWork = sql`exists (select 1 from work.public_request r where r.root = c.id and r.state not in ('completed','declined','withdrawn'))`
const issuedPaper = sql`exists (select 1 from reports.public_report p where p.root = c.id and p.state = 'issued')`

interface Listed {
  readonly show: z.output<typeof MyCases>['show']
  readonly limit: number
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Only these, where somebody was named. */
  readonly among?: readonly string[] | undefined
}
/** Newest first; `roots` are those that bear a number that was asked for. */
export async function listCases(
  cx: Reader,
  f: Listed,
  roots: readonly string[],
): Promise<{ rows: CaseRow[]; nextCursor: string | null }> {
  const like = f.q ? anywhere(f.q) : null
  const where: Sql[] = [
    visible(cx, 'c.id'),
    ...(f.show === 'open' ? [sql`c.state = 'open'`] : []),
    ...(f.show === 'closed' ? [sql`c.state = 'closed'`] : []),
    ...(f.show === 'ready' ? [sql`c.state = 'open' and ${issuedPaper} and not ${openWork}`] : []),
    ...(like
      ? [sql`(c.id = any(${roots as string[]}::uuid[]) or c.number ilike ${like} or c.title ilike ${like})`]
      : []),
    ...(f.among ? [sql`c.id = any(${f.among as string[]}::uuid[])`] : []),
    ...(f.from ? [sql`c.opened_at >= ${instantAt(f.from, '00:00')}::timestamptz`] : []),
    ...(f.until ? [sql`c.opened_at < ${instantAt(addDays(f.until, 1), '00:00')}::timestamptz`] : []),
    ...cursorBefore(f.cursor, sql`c.opened_at`, sql`c.id`),
  ]
  const rows = await cx.tx.many<CaseRow>(sql`
    select c.id, c.number, c.title, c.state, c.opened_at from cases.public_case c
     where ${joinSql(where, ' and ')}
     order by c.opened_at desc, c.id desc limit ${f.limit + 1}`)
  return cursorAfter(rows, f.limit, (row) => row.opened_at)
}

export interface RequestRow {
  readonly id: string
  readonly root: string
  readonly number: string
  readonly question: string
  readonly section: string
  readonly state: string
  readonly waiting: boolean
  readonly assignee: string | null
  readonly due_on: string | null
}
export interface PaperRow {
  readonly root: string
  readonly report: string
  readonly version: string
  readonly request: string
  readonly number: string
  readonly place: number
  readonly state: string
  readonly at: string
}
export interface UnderWay {
  readonly requests: readonly RequestRow[]
  readonly papers: readonly PaperRow[]
  readonly items: ReadonlyMap<string, number>
  readonly questions: ReadonlyMap<string, number>
}

/** What is under way on these cases, in four statements whatever their number; the roots come from a list that asked who may see. */
export async function underWay(
  cx: Reader,
  roots: readonly string[],
  side: 'service' | 'customer',
): Promise<UnderWay> {
  const ids = sql`any(${roots as string[]}::uuid[])`
  const language = cx.language
  const requests = await cx.tx.many<RequestRow>(sql`
    select r.request as id, r.root, r.number, coalesce((select case when ${language} = 'es' then k.es else k.en end from catalogue.public_code k where k.list = 'question' and k.code = r.question), r.question) as question,
           u.name as section, r.state, r.waiting, p.name as assignee, r.due_on
      from work.public_request r join identity.unit u on u.id = r.unit left join identity.person p on p.id = r.assignee
     where r.root = ${ids} and ${visible(cx, 'r.root')} order by r.asked_at, r.request`)
  const papers = await cx.tx.many<PaperRow>(sql`
    select v.root, v.report, v.version, v.request, v.number, v.place, v.state, v.since as at from reports.public_report v where v.root = ${ids} and v.state in ('issued','withdrawn') and ${visible(cx, 'v.root')} order by v.since desc, v.report`)
  const items = await cx.tx.many<{ root: string; n: number }>(
    sql`select i.root, count(*)::int as n from evidence.public_item i where i.root = ${ids} and i.state <> 'void' and ${visible(cx, 'i.root')} group by 1`,
  )
  const questions = await cx.tx.many<{ root: string; n: number }>(sql`
    select q.root, count(*)::int as n from portal.question q where q.root = ${ids} and q.to_side = ${side} and ${visible(cx, 'q.root')}
       and not exists (select 1 from portal.answer a where a.question = q.id) group by 1`)
  return {
    requests,
    papers,
    items: new Map(items.map((r) => [r.root, r.n])),
    questions: new Map(questions.map((r) => [r.root, r.n])),
  }
}

export function itemsSeen(cx: Reader, root: string) {
  return cx.tx.many<{
    id: string
    number: string
    description: string
    state: string
    holder: string | null
  }>(sql`
    select i.thing as id, i.number, i.words as description, i.state, i.holder_name as holder from evidence.public_item i
     where i.root = ${root} and i.state <> 'void' and ${visible(cx, 'i.root')} order by i.born_at, i.thing limit 500`)
}

export interface QuestionRow extends Protected {
  readonly id: string
  readonly root: string
  readonly to_side: 'service' | 'customer'
  readonly case_number: string
  readonly case_title: string
  readonly text: string | null
  readonly by_name: string
  readonly recorded_by: string | null
  readonly at: string
  readonly recorded_at: string
  readonly answers: readonly {
    id: string
    text: string | null
    by_name: string
    recorded_by: string | null
    at: string
  }[]
}
const questionColumns = (cx: Reader): Sql => sql`
  q.id, q.root, q.to_side, c.number as case_number, c.title as case_title, v.value->>'text' as text, q.by_name, q.recorded_by, q.at, q.recorded_at, ${visible(cx, 'q.root')} as may_see, c.sensitive,
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'text', w.value->>'text', 'by_name', a.by_name, 'recorded_by', a.recorded_by, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.recorded_at, a.id)
     from portal.answer a left join ledger.vault w on w.id = a.vault where a.question = q.id), '[]') as answers`
const questionFrom = sql`portal.question q join cases.public_case c on c.id = q.root left join ledger.vault v on v.id = q.vault`

export async function questionById(cx: Reader, id: string): Promise<QuestionRow> {
  const row = await cx.tx.maybe<QuestionRow>(
    sql`select ${questionColumns(cx)} from ${questionFrom} where q.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export function questionsOf(cx: Reader, root: string): Promise<QuestionRow[]> {
  return cx.tx.many<QuestionRow>(
    sql`select ${questionColumns(cx)} from ${questionFrom} where q.root = ${root} and ${visible(cx, 'q.root')} order by q.recorded_at, q.id`,
  )
}
/** For a customer all of their cases; for the service what was asked of it, and what it asked. */
export async function listQuestions(
  cx: Reader,
  f: { limit: number; cursor?: string | undefined; show: 'open' | 'all' },
): Promise<{ rows: QuestionRow[]; nextCursor: string | null }> {
  const after = cursorBefore(f.cursor, sql`q.recorded_at`, sql`q.id`)[0]
  const open =
    f.show === 'open' ? sql`and not exists (select 1 from portal.answer a where a.question = q.id)` : noSql
  const rows = await cx.tx.many<QuestionRow>(sql`
    select ${questionColumns(cx)} from ${questionFrom} where ${visible(cx, 'q.root')} ${open}
      ${after ? sql`and ${after}` : noSql}
     order by q.recorded_at desc, q.id desc limit ${f.limit + 1}`)
  return cursorAfter(rows, f.limit)
}
