/** The sums of the archive: what lies there, how far it has come, how many pages a day. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export const inventorySums = (cx: Cx) =>
  cx.tx.one<{
    boxes: number
    files: number
    linked: number
    out: number
    overdue: number
    missing: number
    open_requests: number
    late_requests: number
  }>(sql`
    select (select count(*)::int from archive.box_now) as boxes, count(*)::int as files, count(linked)::int as linked, count(*) filter (where state = 'out')::int as out,
           count(*) filter (where state = 'out' and due_on < ${cx.now}::timestamptz::date)::int as overdue, count(*) filter (where state = 'missing')::int as missing,
           (select count(*)::int from archive.request_now where not ended) as open_requests, (select count(*)::int from archive.request_now where not ended and due_at < ${cx.now}) as late_requests
      from archive.file_now`)
export const stagesByTier = (cx: Pick<Cx, 'tx'>) =>
  cx.tx.many<{ tier: string; stage: string; n: number }>(
    sql`select tier, stage, count(*)::int as n from archive.file_now where state not in ('destroyed', 'transferred') group by tier, stage`,
  )
const kept = sql`not exists (select 1 from archive.scan_step w where w.scan = p.scan and w.kind = 'withdrawn')`
export const pageSums = (cx: Pick<Cx, 'tx'>) =>
  cx.tx.one<{
    pages: number
    blank: number
    read: number
    waiting: number
    quarantined: number
    files: number
  }>(sql`
    select count(*) filter (where not p.blank)::int as pages, count(*) filter (where p.blank)::int as blank, count(*) filter (where t.state = 'read')::int as read,
           count(*) filter (where t.state = 'waiting')::int as waiting, count(*) filter (where t.state = 'quarantined')::int as quarantined, count(distinct p.file)::int as files
      from archive.page p left join archive.page_text t on t.page = p.id where ${kept}`)
/** Of the last ninety days those on which something was scanned. */
export const pagesByDay = (cx: Cx) =>
  cx.tx.many<{ day: string; pages: number; files: number }>(sql`
    select to_char(p.recorded_at, 'YYYY-MM-DD') as day, count(*) filter (where not p.blank)::int as pages, count(distinct p.file)::int as files
      from archive.page p where p.recorded_at > ${cx.now}::timestamptz - interval '90 days' and ${kept} group by 1 order by 1`)
