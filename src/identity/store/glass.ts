/** Broken glass: who took sight of what, how often they looked, and what somebody else found of it. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { reasonOf } from '#ledger/reasons.ts'
import { visible } from '../sight.ts'

export interface GlassRow {
  readonly id: string
  readonly person: string
  readonly personName: string
  readonly unitName: string | null
  readonly root: string
  readonly at: string
  readonly until: string
  readonly reason: string | null
  readonly looks: number
  readonly may_see: boolean
  readonly finding: 'justified' | 'not-justified' | null
  readonly reviewedBy: string | null
  readonly reviewedAt: string | null
  readonly words: string | null
}
const columns = (
  cx: Cx,
) => sql`b.id, b.person, p.name as "personName", u.name as "unitName", b.root, b.recorded_at as at, b.until_at as until,
  ${reasonOf} as reason,
  (select count(*)::int from platform.read_log l where l.person = b.person and l.root = b.root and l.read_at >= b.recorded_at and l.read_at <= b.until_at) as looks,
  ${visible(cx, 'b.root')} as may_see, v.finding, v.words, v.recorded_at as "reviewedAt", vp.name as "reviewedBy"`
const joined = sql`from identity.glass b join identity.person p on p.id = b.person left join identity.unit u on u.id = p.unit join ledger.entry e on e.id = b.entry
  left join identity.glass_review v on v.glass = b.id left join identity.person vp on vp.id = v.recorded_by`

/** Waiting ones first, the oldest first; then those that were judged, the newest first. */
export const listGlass = (cx: Cx, f: { waiting: boolean; limit: number; cursor?: string | undefined }) => {
  const [at, id] = (f.cursor ?? '').split('|')
  return f.waiting
    ? cx.tx.many<GlassRow>(
        sql`select ${columns(cx)} ${joined} where v.id is null and (${f.cursor ?? null}::text is null or (b.recorded_at, b.id) > (${at || null}::timestamptz, ${id ?? null}::uuid)) order by b.recorded_at, b.id limit ${f.limit}`,
      )
    : cx.tx.many<GlassRow>(
        sql`select ${columns(cx)} ${joined} where v.id is not null and (${f.cursor ?? null}::text is null or (b.recorded_at, b.id) < (${at || null}::timestamptz, ${id ?? null}::uuid)) order by b.recorded_at desc, b.id desc limit ${f.limit}`,
      )
}
export const findGlass = (cx: Cx, id: string): Promise<GlassRow | undefined> =>
  cx.tx.maybe(sql`select ${columns(cx)} ${joined} where b.id = ${id}`)
export const glassToday = async (cx: Cx, person: string): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from identity.glass where person = ${person} and recorded_at > ${cx.now}::timestamptz - interval '24 hours'`,
    )
  ).n
/** Those of these roots that the reader sees. */
export const seenOf = async (cx: Cx, roots: readonly string[]): Promise<string[]> =>
  (
    await cx.tx.many<{ root: string }>(
      sql`select r.root from unnest(${[...new Set(roots)]}::uuid[]) as r(root) where ${visible(cx, 'r.root')}`,
    )
  ).map((r) => r.root)
