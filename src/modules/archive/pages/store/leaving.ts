/** The SQL of paper that leaves for good. */
import { ref, type Ref } from '#kernel/shapes.ts'
import { holdsOfRoot, seeCase } from '#modules/cases/public.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { DisposalStands, Leaving } from '../rules.ts'
import type { FileRow } from '../../shelves/store/files.ts'
import { counts } from './pages.ts'
import { seesFile } from '../../shelves/store/sight.ts'

export const disposalRef = (id: string): Ref => ref('archive.disposal', id)
export interface DisposalRow extends Protected, DisposalStands {
  readonly id: string
  readonly root: string
  readonly authority: string
  readonly authority_number: string
  readonly authority_on: string
  readonly document: string
  readonly receiver: string | null
  readonly words: string | null
  readonly by_name: string
  readonly at: string
  readonly seq: number
}
const columns = sql`d.id, d.id as root, d.number, d.action, d.authority, d.authority_number, d.authority_on::text as authority_on, d.document, d.receiver, d.words, d.by_name, d.recorded_at as at, s.kind as state, s.seq, true as may_see, null as unit,
  array(select distinct p.person from archive.disposal_step p where p.disposal = d.id and p.kind in ('authorised', 'agreed') and p.person is not null) as people`
const from = sql`from archive.disposal d join lateral (select * from archive.disposal_step s where s.disposal = d.id order by s.seq desc limit 1) s on true`
export async function seeDisposal(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<DisposalRow> {
  if (opts.lock) await cx.lock([disposalRef(id)])
  const row = await cx.tx.maybe<DisposalRow>(sql`select ${columns} ${from} where d.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export const listDisposals = (
  cx: Cx,
  state: 'open' | 'ended' | 'all',
  page: { limit: number; cursor?: string | undefined },
): Promise<DisposalRow[]> =>
  cx.tx.many<DisposalRow>(sql`
    select ${columns} ${from} where true ${state === 'open' ? sql`and s.kind in ('authorised', 'agreed')` : state === 'ended' ? sql`and s.kind in ('refused', 'carried-out')` : noSql}
     ${page.cursor ? sql`and d.number < ${page.cursor}` : noSql} order by d.number desc limit ${page.limit + 1}`)
export const stepsOfDisposals = (cx: Pick<Cx, 'tx'>, ids: readonly string[]) =>
  cx.tx.many<{
    disposal: string
    kind: string
    by_name: string
    at: string
    words: string | null
    witness_name: string | null
  }>(
    sql`select disposal, kind, by_name, at, words, witness_name from archive.disposal_step where disposal = any(${ids as string[]}::uuid[]) order by seq`,
  )
/** Every file of them, with whether the reader may know which it is. */
export const filesOfDisposals = (cx: Cx, ids: readonly string[]) =>
  cx.tx.many<{ disposal: string; id: string; number: string; title: string | null; may_see: boolean }>(
    sql`select d.disposal, d.file as id, f.number, f.title, ${seesFile(cx)} as may_see from archive.disposal_file d join archive.file f on f.id = d.file join archive.file_now n on n.file = d.file where d.disposal = any(${ids as string[]}::uuid[]) order by f.number`,
  )
/** Everything that the rule asks of a file that shall leave. */
export async function leavingOf(cx: Cx, f: FileRow, but: string | null): Promise<Leaving> {
  const row = await cx.tx.one<{
    requests: number
    pending: boolean
    scanning: number
    beside: number
  }>(sql`
    select (select count(*)::int from archive.request_now q where q.file = ${f.id} and not q.ended) as requests,
           exists (select 1 from archive.disposal_file d where d.file = ${f.id} and d.disposal is distinct from ${but}::uuid
                      and (select s.kind from archive.disposal_step s where s.disposal = d.disposal order by s.seq desc limit 1) in ('authorised', 'agreed')) as pending,
           (select count(distinct k.batch)::int from archive.batch_count k join archive.batch_now q on q.batch = k.batch where k.file = ${f.id} and q.state <> 'reconciled') as scanning,
           (select count(distinct o.file)::int from archive.page p join archive.page o on o.batch = p.batch and o.file <> p.file join archive.file_now n on n.file = o.file
             where p.file = ${f.id} and ${counts} and not exists (select 1 from archive.scan_step w where w.scan = o.scan and w.kind = 'withdrawn') and n.state not in ('destroyed', 'transferred')
               and not exists (select 1 from archive.lot_file a join archive.lot l on l.id = a.lot and l.kind = 'pages' where a.file = o.file and a.generation = n.generation
                 and (select t.kind from archive.lot_step t where t.lot = l.id order by t.seq desc limit 1) = 'accepted')) as beside`)
  const of = f.linked ? await seeCase(cx, f.linked) : null
  const holds = f.linked ? await holdsOfRoot(cx, f.linked) : []
  return {
    number: f.number,
    state: f.state,
    stage: f.stage,
    on: f.said_on,
    caseState: of?.state ?? null,
    closedOn: of?.closed_at?.slice(0, 10) ?? null,
    // A thing of the case that is held is no hold on its paper; what holds the case itself is.
    holds: holds.filter((h) => h.subject === `cases.case/${f.linked ?? ''}` || h.kind === 'legal').length,
    requests: row.requests,
    pending: row.pending,
    scanning: row.scanning,
    beside: row.beside,
  }
}
