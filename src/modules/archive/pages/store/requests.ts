/** The SQL of requests for scans: on their clock, each step with its time and its person. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { FileState } from '../../shelves/contract.ts'
import type { RequestState } from '../contract/requests.ts'

export interface RequestRow extends Protected {
  readonly id: string
  readonly root: string
  readonly number: string
  readonly file: string | null
  readonly file_number: string | null
  readonly file_state: FileState | null
  readonly case: string | null
  readonly case_number: string | null
  readonly state: RequestState
  readonly ended: boolean
  readonly said: string | null
  readonly purpose: string
  readonly words: string | null
  readonly person: string | null
  readonly by_name: string
  readonly asked_at: string
  readonly due_at: string
  readonly seq: number
}
export const requestRef = (id: string): Ref => ref('archive.request', id)
// Whoever asked sees what they asked for; the archive sees every request, or it could not answer it.
const sees = (cx: Cx): Sql =>
  sql`(r.person = ${cx.actor.id} or ${visible(cx, 'coalesce(n.root, q.root)')} or ((${visible(cx, 'q.file')} ${cx.actor.grants.some((g) => g.role === 'archivist') ? sql`or true` : noSql})
    and not exists (select 1 from cases.public_case k where k.sealed and k.id in (n.root, q.root, r."case"))))`
const columns = (
  cx: Cx,
): Sql => sql`q.request as id, q.root, null as unit, q.number, q.file, n.number as file_number, n.state as file_state, r."case", (select c.number from cases.public_case c where c.id = r."case") as case_number,
  q.state, q.ended, r.said, r.purpose, r.words, r.person, r.by_name, r.recorded_at as asked_at, q.due_at, q.seq, ${sees(cx)} as may_see`
// What a sealed case is about is where its file is today, not where it was when somebody asked.
const from = sql`from archive.request_now q join archive.request r on r.id = q.request left join archive.file_now n on n.file = q.file`

export async function seeRequest(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<RequestRow> {
  if (opts.lock) await cx.lock([requestRef(id)])
  const row = await cx.tx.maybe<RequestRow>(sql`select ${columns(cx)} ${from} where q.request = ${id}`)
  if (!row) throw notFound()
  return row
}
export interface RequestFilter {
  readonly state: 'open' | 'late' | 'ended' | 'all'
  readonly mine?: boolean | undefined
  readonly file?: string | undefined
  readonly q?: string | undefined
}
export function listRequests(
  cx: Cx,
  f: RequestFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<RequestRow[]> {
  const [due, id] = (page.cursor ?? '').split('|')
  return cx.tx.many<RequestRow>(sql`
    select ${columns(cx)} ${from} where ${sees(cx)}
     ${f.state === 'open' ? sql`and not q.ended` : f.state === 'late' ? sql`and not q.ended and q.due_at < ${cx.now}` : f.state === 'ended' ? sql`and q.ended` : noSql}
     ${f.mine ? sql`and r.person = ${cx.actor.id}` : noSql} ${f.file ? sql`and q.file = ${f.file}` : noSql}
     ${f.q ? sql`and (q.number ilike ${anywhere(f.q)} or r.said ilike ${anywhere(f.q)})` : noSql}
     ${page.cursor ? sql`and (q.due_at, q.request) > (${due}::timestamptz, ${id}::uuid)` : noSql} order by q.due_at, q.request limit ${page.limit + 1}`)
}
export const openRequestsOf = (
  cx: Cx,
  file: string,
  states?: readonly RequestState[],
): Promise<RequestRow[]> =>
  cx.tx.many<RequestRow>(
    sql`select ${columns(cx)} ${from} where q.file = ${file} and not q.ended ${states ? sql`and q.state = any(${states as string[]})` : noSql} order by q.due_at`,
  )
export const stepsOfRequests = (cx: Pick<Cx, 'tx'>, ids: readonly string[]) =>
  cx.tx.many<{ request: string; kind: RequestState; by_name: string; at: string; words: string | null }>(
    sql`select request, kind, by_name, at, words from archive.request_step where request = any(${ids as string[]}::uuid[]) order by seq`,
  )
export const insertRequestNow = (
  cx: Cx,
  r: { id: string; root: string; number: string; file: string | null; due: string },
): Promise<unknown> =>
  cx.tx.run(
    sql`insert into archive.request_now (request, root, number, file, state, ended, due_at, seq, since) values (${r.id}, ${r.root}, ${r.number}, ${r.file}, 'asked', false, ${r.due}, 1, ${cx.now})`,
  )
export const requestNow = (
  cx: Cx,
  r: Pick<RequestRow, 'id' | 'seq'>,
  to: { state: RequestState; ended: boolean; file: string | null },
): Promise<unknown> =>
  cx.tx.run(
    sql`update archive.request_now set state = ${to.state}, ended = ${to.ended}, file = ${to.file}, seq = ${r.seq + 1}, since = ${cx.now} where request = ${r.id}`,
  )
