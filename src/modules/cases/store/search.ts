/** find-anything: any number or part of one, any name in any spelling; hits first, then who may see them, at most a thousand. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, joinSql, sql } from '#platform/sql.ts'
import { normaliseName, normaliseNumber, soundsOf } from '../normalise.ts'

export const MOST = 1_000

export interface HitRow {
  subject: string; kind: string; label: string; root: string | null; why: 'same' | 'begins' | 'part' | 'words' | 'sounds' | 'similar'; score: number
  number: string | null; title: string | null; state: string | null; total: number
}

const like = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`)
const columns = sql`h.id, h.subject, h.kind, h.label, h.root, h.party, h.guarded`

/** Ways in which a handle may fit, best first. A trigram index needs three letters; shorter questions ask for the whole or its beginning. */
function branchesOf(q: string): Sql[] {
  const number = normaliseNumber(q)
  const name = normaliseName(q)
  const words = name.split(' ').filter(Boolean).slice(0, 8)
  const branches: Sql[] = []
  if (number.length >= 1) branches.push(sql`select ${columns}, 100::real as score, 'same' as why from cases.handle h where h.normalised = ${number} and h.class = 'number'`)
  if (number.length >= 3) {
    // One look at the index for beginning and part; the rank tells them apart.
    branches.push(sql`select ${columns}, case when h.normalised like ${`${like(number)}%`} then 80 else 60 end::real as score, case when h.normalised like ${`${like(number)}%`} then 'begins' else 'part' end as why from cases.handle h where h.normalised like ${`%${like(number)}%`} and h.class = 'number'`)
  }
  const long = words.filter((w) => w.length >= 3)
  if (long.length > 0) {
    const all = joinSql(words.map((w) => sql`h.normalised like ${`%${like(w)}%`}`), ' and ')
    branches.push(sql`select ${columns}, case when h.normalised = ${name} then 95 when h.class = 'name' then 75 else 70 end::real as score, case when h.normalised = ${name} then 'same' else 'words' end as why from cases.handle h where h.class in ('name', 'text') and ${all}`)
  }
  const sounds = words.map(soundsOf)
  if (words.length > 0 && sounds.every((s) => s.length > 0)) {
    const all = joinSql(sounds.map((s) => sql`h.phonetic && ${s}::text[]`), ' and ')
    branches.push(sql`select ${columns}, (45 + 25 * similarity(h.normalised, ${name}))::real as score, 'sounds' as why from cases.handle h where h.phonetic is not null and ${all}`)
  }
  return branches
}

/** Typing slips that neither letters nor sounds catch; asked only when nothing else fits, because it reads most of the index. */
function slips(q: string): Sql[] {
  const name = normaliseName(q)
  if (name.length < 4) return []
  return [sql`select ${columns}, (40 * word_similarity(${name}, h.normalised))::real as score, 'similar' as why from cases.handle h where ${name} <% h.normalised and h.class in ('name', 'text')`]
}

/**
 * A guarded name is a hit only for who has asked to see it. Of several handles of one case the best counts. The thousand
 * are cut after ranking, so that need to know is asked of no more rows than can be shown.
 */
export async function findHandles(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, q: string, page: { limit: number; offset: number; kind?: string | undefined }): Promise<HitRow[]> {
  const first = await hits(cx, branchesOf(q), page)
  return first.length > 0 || page.offset > 0 ? first : hits(cx, slips(q), page)
}

async function hits(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, branches: readonly Sql[], page: { limit: number; offset: number; kind?: string | undefined }): Promise<HitRow[]> {
  if (branches.length === 0) return []
  return cx.tx.many<HitRow>(sql`
    with hit as materialized (
      select distinct on (coalesce(case when subject like 'cases.%' then root::text end, subject)) id, subject, kind, label, root, score, why
        from (${joinSql(branches, ' union all ')}) b
       where (not b.guarded or exists (select 1 from cases.unmasking u where u.party = b.party and u.person = ${cx.actor.id} and u.until_at > ${cx.now}::timestamptz))
         and (${page.kind ?? null}::text is null or b.subject like ${`${like(page.kind ?? '')}%`})
       order by coalesce(case when subject like 'cases.%' then root::text end, subject), score desc),
    ranked as (select * from hit order by score desc, id desc),
    seen as materialized (select * from ranked where root is null or ${visible(cx, 'ranked.root')} limit ${MOST + 1})
    select p.subject, p.kind, p.label, p.root, p.why, p.score, s.number, s.title, s.state, (select count(*)::int from seen) as total
      from (select * from seen order by score desc, id desc limit ${page.limit} offset ${page.offset}) p
      left join cases.standing s on s.root = p.root
     order by p.score desc, p.id desc`)
}
