/** The SQL of who asked, and of what was answered for when a request was taken on. */
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

/** Who asked about a thing that is not answered yet. */
export const askersOfItem = (
  tx: Tx,
  item: string,
): Promise<{ request: string; root: string; number: string; asked_by: string }[]> =>
  tx.many(sql`
    select r.id as request, r.root, r.number, r.recorded_by as asked_by
      from work.request_item i join work.request r on r.id = i.request join work.request_now n on n.request = r.id
     where i.item = ${item} and n.state not in ('completed','declined','withdrawn') order by r.id limit 50`)

export const askerOf = async (tx: Tx, request: string): Promise<string | undefined> =>
  (await tx.maybe<{ by: string }>(sql`select recorded_by as by from work.request where id = ${request}`))?.by

export interface ReviewSeen {
  readonly points: readonly string[]
  readonly by: string
  readonly at: string
}
export const contractReviewOf = (tx: Tx, request: string): Promise<ReviewSeen | undefined> =>
  tx.maybe<ReviewSeen>(sql`
    select v.points, coalesce(p.name, '') as by, v.recorded_at as at
      from work.contract_review v left join identity.person p on p.id = v.recorded_by where v.request = ${request} order by v.recorded_at desc limit 1`)
