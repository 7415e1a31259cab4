/** Who the dead are said to be, what tells a person apart, who is missed, and which pairs were looked at. */
import type { Cx, Protected } from '#platform/cx.ts'
import { visible } from '#identity/sight.ts'
import { type Ref, ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { noSql, sql, anywhere } from '#platform/sql.ts'
import type { FeatureKind } from '../contract.ts'

export const missingRef = (id: string): Ref => ref('death.missing', id)

export interface IdentityRow {
  readonly id: string
  readonly seq: number
  readonly state: 'putative' | 'presumed' | 'confirmed' | 'withdrawn'
  readonly method: string
  readonly value: { name?: string | null; born?: string | null; document?: string | null } | null
  readonly said: { name: string; relation?: string | null } | null
  readonly words: string | null
  readonly at: string
  readonly by: string | null
}
/** Oldest first; the last holds. */
export const identitiesOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<IdentityRow[]> =>
  cx.tx.many(sql`
    select i.id, i.seq, i.state, i.method, v.value, s.value as said, i.words, i.at, p.name as by
      from death.identity i left join ledger.vault v on v.id = i.vault left join ledger.vault s on s.id = i.said_by left join identity.person p on p.id = i.recorded_by
     where i.root = ${root} order by i.seq`)

export interface FeatureRow {
  readonly id: string
  readonly root: string
  readonly kind: FeatureKind
  readonly site: string | null
  readonly words: string | null
  readonly value: string | null
  readonly spread: string | null
}
export const featuresOf = (cx: Pick<Cx, 'tx'>, roots: readonly string[]): Promise<FeatureRow[]> =>
  cx.tx.many(sql`
    select f.id, f.root, f.kind, f.site, f.words, f.value, f.spread from death.feature f
     where f.root = any(${roots as string[]}::uuid[]) and f.withdrawn is null and not exists (select 1 from death.feature w where w.withdrawn = f.id) order by f.recorded_at, f.id`)

export interface MissingRow extends Protected {
  readonly id: string
  readonly root: string
  readonly number: string
  readonly name: string
  readonly sex: string | null
  readonly age_from: number | null
  readonly age_to: number | null
  readonly seen_on: string | null
  readonly district: string | null
  readonly recorded_at: string
  readonly features: number
  readonly found_as: string | null
}
const missingColumns = sql`m.id, m.root, m.number, coalesce(v.value ->> 'name', '') as name, m.sex, m.age_from, m.age_to, m.seen_on, m.district, m.recorded_at,
  (select count(*)::int from death.feature f where f.root = m.root) as features,
  (select x.root from death.match x where x.missing = m.id and x.state = 'confirmed' and exists (select 1 from death.standing s where s.root = x.root and s.identity = 'confirmed') and not exists (select 1 from death.match y where y.root = x.root and y.missing = x.missing and y.seq > x.seq) limit 1) as found_as`
const missingFrom = sql`from death.missing m left join ledger.vault v on v.id = m.vault`

export async function seeMissing(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<MissingRow> {
  if (opts.lock) await cx.lock([missingRef(id)])
  const row = await cx.tx.maybe<MissingRow>(
    sql`select ${missingColumns}, ${visible(cx, 'm.root')} as may_see ${missingFrom} where m.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export function listMissing(
  cx: Cx,
  f: { state: 'open' | 'found' | 'all'; q?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<MissingRow[]> {
  const [at, id] = (page.cursor ?? '').split('|')
  return cx.tx.many<MissingRow>(sql`
    select t.*, true as may_see from (select ${missingColumns} ${missingFrom} where ${visible(cx, 'm.root')}
       ${f.q ? sql`and (m.number ilike ${anywhere(f.q)} or v.value ->> 'name' ilike ${anywhere(f.q)})` : noSql}) t
     where true ${f.state === 'open' ? sql`and t.found_as is null` : f.state === 'found' ? sql`and t.found_as is not null` : noSql}
       ${at && id ? sql`and (t.recorded_at, t.id) < (${at}::timestamptz, ${id}::uuid)` : noSql}
     order by t.recorded_at desc, t.id desc limit ${page.limit}`)
}

export interface MatchRow {
  readonly missing: string
  readonly seq: number
  readonly state: 'proposed' | 'confirmed' | 'excluded'
}
/** The newest of each pair of this body. */
export const matchesOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<MatchRow[]> =>
  cx.tx.many(
    sql`select distinct on (missing) missing, seq, state from death.match where root = ${root} order by missing, seq desc`,
  )
