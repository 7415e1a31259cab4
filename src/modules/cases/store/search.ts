/** find-anything: any number or part of one, any name in any spelling; hits first, then who may see them, at most a thousand. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, joinSql, sql } from '#platform/sql.ts'
import { normaliseName, normaliseNumber, soundsOf } from '../normalise.ts'

export const MOST = 1_000

export interface HitRow {
  subject: string
  kind: string
  label: string
  root: string | null
  why: 'same' | 'begins' | 'part' | 'words' | 'sounds' | 'similar'
  score: number
  number: string | null
  title: string | null
  state: string | null
  total: number
}

const like = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`)
const columns = sql`h.id, h.subject, h.root, h.party, h.guarded`

const WHOLE = 8
const wholeNumber = (number: string): Sql =>
  sql`select ${columns}, 100::real as score, 'same' as why from cases.handle h where h.normalised = ${number} and h.class = 'number'`

/** Ways in which letters and figures fit, best first. A trigram index needs three of them; a shorter question asks for the whole. */
function lettersOf(q: string): Sql[] {
  const number = normaliseNumber(q)
  const name = normaliseName(q)
  const words = name.split(' ').filter(Boolean).slice(0, 8)
  const branches: Sql[] = []
  if (number.length >= 1) branches.push(wholeNumber(number))
  // A part without a figure is a name, not a number: it would only read every such name twice.
  if (number.length >= 3 && /\p{N}/u.test(number)) {
    // One look at the index for beginning and part; the rank tells them apart.
    branches.push(
      sql`select ${columns}, case when h.normalised like ${`${like(number)}%`} then 80 else 60 end::real as score, case when h.normalised like ${`${like(number)}%`} then 'begins' else 'part' end as why from cases.handle h where h.normalised like ${`%${like(number)}%`} and h.class = 'number'`,
    )
  }
  const long = words.filter((w) => w.length >= 3)
  if (long.length > 0) {
    const all = joinSql(
      words.map((w) => sql`h.normalised like ${`%${like(w)}%`}`),
      ' and ',
    )
    branches.push(
      sql`select ${columns}, case when h.normalised = ${name} then 95 when h.class = 'name' then 75 else 70 end::real as score, case when h.normalised = ${name} then 'same' else 'words' end as why from cases.handle h where h.class in ('name', 'text') and ${all}`,
    )
  }
  return branches
}

/** Ways in which a name sounds. */
function soundsLike(q: string): Sql[] {
  const name = normaliseName(q)
  const words = name.split(' ').filter(Boolean).slice(0, 8)
  const sounds = words.map(soundsOf)
  if (words.length === 0 || sounds.some((s) => s.length === 0)) return []
  const all = joinSql(
    sounds.map((s) => sql`h.phonetic && ${s as string[]}::text[]`),
    ' and ',
  )
  return [
    sql`select ${columns}, (45 + 25 * similarity(h.normalised, ${name}))::real as score, 'sounds' as why from cases.handle h where h.phonetic is not null and ${all}`,
  ]
}

/** Typing slips that neither letters nor sounds catch; asked only when nothing else fits, because it reads most of the index. */
function slips(q: string): Sql[] {
  const name = normaliseName(q)
  if (name.length < 4) return []
  return [
    sql`select ${columns}, (40 * word_similarity(${name}, h.normalised))::real as score, 'similar' as why from cases.handle h where ${name} <% h.normalised and h.class in ('name', 'text')`,
  ]
}

/**
 * A guarded name is a hit only for who has asked to see it. Of several handles of one case the best counts. The thousand
 * are cut after ranking, so that need to know is asked of no more rows than can be shown.
 */
export async function findHandles(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  q: string,
  page: { limit: number; offset: number; kind?: string | undefined },
): Promise<HitRow[]> {
  const number = normaliseNumber(q)
  // A whole number or barcode, typed or scanned, means one thing: what merely holds it somewhere is not looked for.
  if (number.length >= WHOLE && /\p{N}/u.test(number) && page.offset === 0) {
    const same = await hits(cx, [wholeNumber(number)], [], page)
    if (same.length > 0) return same
  }
  const first = await hits(cx, lettersOf(q), soundsLike(q), page)
  return first.length > 0 || page.offset > 0 ? first : hits(cx, slips(q), [], page)
}

async function hits(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  first: readonly Sql[],
  then: readonly Sql[],
  page: { limit: number; offset: number; kind?: string | undefined },
): Promise<HitRow[]> {
  const [a, b] = first.length > 0 ? [first, then] : [then, []]
  if (a.length === 0) return []
  // What fits by its letters a thousand times over is not looked for by its sound as well.
  const more =
    b.length === 0
      ? sql``
      : sql`union all select * from (${joinSql(b, ' union all ')}) w where (select count(*) from letters) < ${MOST}`
  // `(select …)` around the predicate keeps it a look per row: as a join it would read all that the reader may see.
  // Hits first, then order by rank, then need to know, asked only until the thousand is full; one row a case comes last, on few rows.
  return cx.tx.many<HitRow>(sql`
    with letters as materialized (${joinSql(a, ' union all ')}),
    hit as materialized (
      select id, subject, root, score, why from (select * from letters ${more}) b
       where (not b.guarded or exists (select 1 from cases.unmasking u where u.party = b.party and u.person = ${cx.actor.id} and u.until_at > ${cx.now}::timestamptz))
         and (${page.kind ?? null}::text is null or b.subject like ${`${like(page.kind ?? '')}%`})),
    ranked as (select * from hit order by score desc, id desc),
    seen as materialized (select * from ranked where root is null or (select ${visible(cx, 'ranked.root')}) limit ${2 * MOST + 1}),
    one as materialized (
      select distinct on (key) id, score, why from (select *, (case when subject like 'cases.%' then root::text else subject end) collate "C" as key from seen) k order by key, score desc, id desc)
    select h.subject, h.kind, h.label, h.root, p.why, p.score, c.number, c.title, c.state, (select count(*)::int from one) as total
      from (select * from one order by score desc, id desc limit ${page.limit} offset ${page.offset}) p
      join cases.handle h on h.id = p.id
      left join cases.standing c on c.root = h.root
     order by p.score desc, p.id desc`)
}
