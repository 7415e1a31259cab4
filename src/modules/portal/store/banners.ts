/** The SQL of what stands above every page. */
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'

export interface BannerRow {
  readonly id: string
  readonly en: string
  readonly es: string
  readonly tone: 'maya' | 'maize' | 'achiote'
  readonly whom: 'everybody' | 'inside' | 'outside'
  readonly from_at: string
  readonly until_at: string
  readonly by: string
  readonly state: 'to-come' | 'up' | 'over' | 'down'
}
/** `mine`: only what stands now, for this side of the counter. */
export const listBanners = (
  cx: Pick<Cx, 'tx' | 'now'>,
  mine: 'inside' | 'outside' | null,
): Promise<BannerRow[]> =>
  cx.tx.many<BannerRow>(sql`
    select b.id, b.en, b.es, b.tone, b.whom, b.from_at, b.until_at, coalesce(p.name, '') as by,
           case when d.id is not null then 'down' when b.until_at <= ${cx.now}::timestamptz then 'over' when b.from_at > ${cx.now}::timestamptz then 'to-come' else 'up' end as state
      from portal.banner b left join portal.banner_down d on d.banner = b.id left join identity.person p on p.id = b.recorded_by
     where true ${mine ? sql`and d.id is null and b.from_at <= ${cx.now}::timestamptz and b.until_at > ${cx.now}::timestamptz and b.whom in ('everybody', ${mine})` : noSql}
     order by b.from_at desc, b.id desc limit ${mine ? 5 : 100}`)
