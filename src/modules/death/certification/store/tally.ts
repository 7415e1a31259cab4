/** The sums over deaths: by year of death and manner, over what the reader may see. */
import { visible } from '#identity/sight.ts'
import { serviceZone } from '#kernel/calendar.ts'
import type { Cx } from '#platform/cx.ts'
import { noSql, sql, anywhere } from '#platform/sql.ts'

export interface TallyRow {
  readonly year: string | null
  readonly manner: string | null
  readonly n: number
  readonly male: number
}
/** The year is that of the day of death; where none is known, of the call. A day known by its year alone is held against the year alone. */
export const tallyOf = (
  cx: Cx,
  f: { from?: string | undefined; until?: string | undefined; cause?: string | undefined },
): Promise<TallyRow[]> =>
  cx.tx.many(sql`
    select left(t.on_day, 4) as year, s.manner, count(*)::int as n, count(*) filter (where s.sex = 'male')::int as male
      from death.standing s left join lateral (select on_text from death.place x where x.root = s.root and x.kind = 'death' order by x.seq desc limit 1) d on true
      cross join lateral (select coalesce(d.on_text, to_char(s.called_at at time zone ${serviceZone()}, 'YYYY-MM-DD')) as on_day) t
      ${f.cause ? sql`join lateral (select lines from death.cause x where x.root = s.root order by x.seq desc limit 1) c on c.lines::text ilike ${anywhere(f.cause)}` : noSql}
     where s.state = 'accepted' and ${visible(cx, 's.root')}
       ${f.from ? sql`and t.on_day >= left(${f.from}, length(t.on_day))` : noSql} ${f.until ? sql`and t.on_day <= left(${f.until}, length(t.on_day))` : noSql}
     group by 1, 2 order by 1, 3 desc`)
