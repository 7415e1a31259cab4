/** The SQL of codings: victims whose case the reader sees, with what is said of them and what is not yet. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { nameSql, noSql, sql, anywhere } from '#platform/sql.ts'
import { markOf } from './figures.ts'

export const coded = [
  'means',
  'firearm',
  'relationship',
  'context',
  'motive',
  'domestic',
  'road_role',
  'nationality',
] as const
export interface VictimRow extends Protected {
  victim: string
  root: string
  number: string
  title: string
  offence: string
  year: string
  sex: string
  age_band: string
  means: string
  firearm: string
  relationship: string
  context: string
  motive: string
  domestic: string
  road_role: string
  nationality: string
  missing: number
  seq: number
}
/** What a statistic of violence asks of every victim (Bogotá Protocol, minimum set). */
const asked = ['means', 'relationship', 'context', 'domestic']
const missing = asked.map((c) => `(v.${c} = 'not-yet-determined')::int`).join(' + ')

export async function victimOf(cx: Cx, root: string, victim: string): Promise<VictimRow> {
  const row = await cx.tx.maybe<VictimRow>(sql`
    select p.party as victim, c.id as root, c.number, c.title, c.unit, c.sensitive, coalesce((select max(seq) from observatory.coding x where x.victim = p.party), 0)::int as seq, ${visible(cx, 'c.id')} as may_see
      from cases.public_party_over_time p join cases.public_case c on c.id = p.root where p.root = ${root} and p.party = ${victim} limit 1`)
  if (!row) throw notFound()
  return row
}

export async function listVictims(
  cx: Cx,
  f: { limit: number; cursor?: string | undefined; show: 'open' | 'coded' | 'all'; q?: string | undefined },
): Promise<{ rows: VictimRow[]; nextCursor: string | null }> {
  const rows = await cx.tx.many<VictimRow>(sql`
    select v.victim, v.root, c.number, c.title, c.unit, c.sensitive, v.offence, v.year, v.sex, v.age_band, v.means, v.firearm, v.relationship, v.context, v.motive, v.domestic, v.road_role, v.nationality,
           ${nameSql(missing)} as missing, true as may_see, 0 as seq
      from observatory.victim v join cases.public_case c on c.id = v.root
     where v.until_at is null and v.counted and ${visible(cx, 'v.root')}
       ${f.show === 'open' ? sql`and (${nameSql(missing)}) > 0` : f.show === 'coded' ? sql`and (${nameSql(missing)}) = 0` : noSql}
       ${f.q ? sql`and c.number ilike ${anywhere(f.q)}` : noSql}
       ${f.cursor ? sql`and v.victim < ${markOf(f.cursor)}::uuid` : noSql}
     order by v.victim desc limit ${f.limit + 1}`)
  return {
    rows: rows.slice(0, f.limit),
    nextCursor: rows.length > f.limit ? (rows[f.limit - 1]?.victim ?? null) : null,
  }
}
