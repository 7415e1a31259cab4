/** The SQL of signed papers of the archive. */
import { notFound } from '#kernel/verdict.ts'
import { visible } from '#identity/sight.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { isInside, seesFile } from '../../shelves/store/sight.ts'

export interface PaperLine {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly by_name: string
  readonly at: string
  readonly request: string | null
}
export const papersOf = (cx: Pick<Cx, 'tx'>, of: { subject?: string; requests?: readonly string[] }) =>
  cx.tx.many<PaperLine>(
    sql`select id, kind, number, by_name, at, request from archive.paper where ${of.subject ? sql`subject = ${of.subject}` : sql`request = any(${(of.requests ?? []) as string[]}::uuid[])`} order by at desc limit 100`,
  )
/**
 * A copy that was made for somebody is theirs to fetch; what names batches and authorisations is for our own people; else need to know decides.
 * Where a paper speaks of a file the standing of that file today decides, and not the root that it had when the paper was made.
 */
export async function paperFile(
  cx: Cx,
  id: string,
): Promise<Protected & { file: string; number: string; kind: string }> {
  const row = await cx.tx.maybe<Protected & { file: string; number: string; kind: string }>(sql`
    select p.file, p.number, p.kind, p.root, p.kind = 'copy' as sensitive,
           (case when n.file is not null then ${seesFile(cx)} else ${visible(cx, 'p.root')} or ${visible(cx, 'p.subject')} end and (${isInside(cx)} or p.kind <> 'capture') and (${isInside(cx)} or n.file is null or n.sensitive = '{}'))
             or (${isInside(cx)} and p.kind in ('capture', 'disposal'))
             or exists (select 1 from archive.request r where r.id = p.request and r.person = ${cx.actor.id}) as may_see
      from archive.paper p left join archive.request q on q.id = p.request left join archive.file_now n on n.file = case p.kind when 'search' then q.file else p.subject end where p.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export const papersOfSubjects = async (
  cx: Pick<Cx, 'tx'>,
  subjects: readonly string[],
): Promise<Map<string, string>> =>
  new Map(
    (
      await cx.tx.many<{ subject: string; id: string }>(
        sql`select subject, id from archive.paper where kind = 'disposal' and subject = any(${subjects as string[]}::uuid[])`,
      )
    ).map((r) => [r.subject, r.id]),
  )
