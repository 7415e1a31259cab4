/** The SQL of reading: pages wait in one list, a worker holds the row of the page it reads, and whatever ends the worker lets the row go. */
import type { Ground } from '#platform/cx.ts'
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { PageText } from '#formats/recognition/kept.ts'

export const insertWaiting = (cx: Cx, pages: readonly { id: string; file: string }[]): Promise<unknown> =>
  pages.length === 0
    ? Promise.resolve()
    : cx.tx.run(sql`
        insert into archive.page_text (page, file, state, attempts, waiting_since)
        select id, file, 'waiting', 0, ${cx.now} from jsonb_to_recordset(${JSON.stringify(pages.map(({ id, file }) => ({ id, file })))}::jsonb) as r(id uuid, file uuid)`)
/** What was read of a withdrawn scan is found no longer. */
export const dropTexts = (cx: Pick<Cx, 'tx'>, scan: string): Promise<unknown> =>
  cx.tx.run(
    sql`delete from archive.page_text where page in (select id from archive.page where scan = ${scan})`,
  )

/** Pages wait again to be read; what ended its readers before is tried anew. */
export const waitAgain = async (
  cx: Pick<Cx, 'tx' | 'now'>,
  of: { file?: string | undefined; batch?: string | undefined; all: boolean },
): Promise<number> =>
  (
    await cx.tx.many<{ page: string }>(sql`
      with again as (update archive.page_text t set state = 'waiting', problem = null, waiting_since = ${cx.now} from archive.page p
         where p.id = t.page and t.state <> 'waiting' ${of.file ? sql`and p.file = ${of.file}` : noSql} ${of.batch ? sql`and p.batch = ${of.batch}` : noSql} ${of.all ? noSql : sql`and t.state = 'quarantined'`}
        returning t.page), anew as (delete from archive.begun b using again where b.thing = again.page)
      select page from again`)
  ).length

export interface Waiting {
  readonly page: string
  readonly sha256: string
}
/** Locks one waiting page that nobody else holds. */
export const claimPage = (tx: Tx): Promise<Waiting | undefined> =>
  tx.maybe<Waiting>(sql`
    select t.page, p.sha256 from archive.page_text t join archive.page p on p.id = t.page where t.state = 'waiting' order by t.waiting_since, t.page limit 1 for update of t skip locked`)
/** After so many beginnings a page or a scan is set aside: it ends whoever reads it. */
export const TRIES = 3
/** Told outside of the transaction that reads: it stays, whatever becomes of the reader. */
export const begun = async (ground: Ground, thing: string): Promise<number> =>
  (
    await ground.db.direct.one<{ times: number }>(
      sql`insert into archive.begun (thing, times) values (${thing}, 1) on conflict (thing) do update set times = archive.begun.times + 1 returning times`,
    )
  ).times
/** A hard page takes minutes, in which nothing is asked of the database; a machine that lost its power lets go after a quarter of an hour. */
export const holdLong = (tx: Tx): Promise<unknown> =>
  tx.run(sql`set local idle_in_transaction_session_timeout = '15min'`)
export async function keepText(tx: Tx, page: string, at: string, text: PageText): Promise<void> {
  await tx.run(sql`
    update archive.page_text set state = 'read', engine = ${text.engine}, languages = ${text.languages}, confidence = ${text.confidence}, words = ${JSON.stringify(text.words)}::jsonb,
           proposals = ${JSON.stringify(text.proposals)}::jsonb, terms = ${text.terms as string[]}, turned = ${text.turned}, lean = ${text.lean}, problem = null, at = ${at} where page = ${page}`)
  await tx.run(sql`
    insert into archive.term (term, pages) select t, 1 from unnest(${text.terms.filter((t) => t.startsWith('w:')).toSorted() as string[]}::text[]) t
    on conflict (term) do nothing`)
}
export const quarantinePage = (tx: Tx, page: string, at: string, problem: string): Promise<unknown> =>
  tx.run(
    sql`update archive.page_text set state = 'quarantined', problem = ${problem}, at = ${at} where page = ${page}`,
  )
