/**
 * find-anything: any number or part of one, any name in any spelling, or several of these about one case. Hits first, then who
 * may see them, a thousand at most: what a reader may not see neither counts nor stands in the way of what he may.
 */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, joinSql, nameSql, noSql, sql, anywhere, literal } from '#platform/sql.ts'
import { soundsOf } from '../normalise.ts'
import { normaliseName, normaliseNumber } from '../rules/plain-text.ts'

export const MOST = 1_000
const TWICE = nameSql(String(2 * MOST + 1))

export interface Named {
  en: string
  es: string
}
export interface HitRow {
  subject: string
  /** What the handle that fitted belongs to: of several about one case, the person. */
  fitted: string
  kind: string
  label: string
  root: string | null
  normalised: string
  why: 'same' | 'begins' | 'part' | 'words' | 'together' | 'sounds' | 'similar'
  score: number
  number: string | null
  title: string | null
  state: string | null
  offence_on: string | null
  district: string | null
  district_name: Named | null
  /** Numbers of other offices that this handle may be, as they were written, and what such a number is called. */
  aliases: string[] | null
  alias_name: Named | null
  total: number
  /** The page was full before every way was asked: there may be more than `total`. */
  more: boolean
}

export interface Page {
  readonly limit: number
  readonly offset: number
  readonly kind?: string | undefined
}
type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

const columns = sql`h.id, h.subject, h.root, h.party, h.guarded`
const either = (branches: readonly Sql[]): Sql => joinSql(branches, ' union all ')
const wordsOf = (q: string): string[] => normaliseName(q).split(' ').filter(Boolean).slice(0, 8)

const WHOLE = 8
const wholeNumber = (number: string): Sql =>
  sql`select ${columns}, 100::real as score, 'same' as why from cases.handle h where h.normalised = ${number} and h.class = 'number'`

/** Ways in which letters and figures fit, best first. A trigram index needs three of them; a shorter question asks for the whole. */
function lettersOf(q: string): Sql[] {
  const number = normaliseNumber(q)
  const name = normaliseName(q)
  const words = wordsOf(q)
  const branches: Sql[] = []
  if (number.length >= 1) branches.push(wholeNumber(number))
  // Figures alone read the same in a number and in a text: one look at the index for both.
  if (words.length === 1 && words[0] === number && number.length >= 3) {
    branches.push(
      sql`select ${columns}, case when h.class <> 'number' then ${wordScore(number, words)} when h.normalised like ${`${literal(number)}%`} then 80 else 60 end::real as score,
                 case when h.class <> 'number' then ${wordWhy(number)} when h.normalised like ${`${literal(number)}%`} then 'begins' else 'part' end as why
            from cases.handle h where h.normalised like ${anywhere(number)}`,
    )
    return branches
  }
  // A part without a figure is a name, not a number: it would only read every such name twice.
  if (number.length >= 3 && /\p{N}/u.test(number)) {
    // One look at the index for beginning and part; the rank tells them apart.
    branches.push(
      sql`select ${columns}, case when h.normalised like ${`${literal(number)}%`} then 80 else 60 end::real as score, case when h.normalised like ${`${literal(number)}%`} then 'begins' else 'part' end as why from cases.handle h where h.normalised like ${anywhere(number)} and h.class = 'number'`,
    )
  }
  if (words.some((w) => w.length >= 3)) {
    const all = joinSql(
      words.map((w) => sql`h.normalised like ${anywhere(w)}`),
      ' and ',
    )
    branches.push(
      sql`select ${columns}, ${wordScore(name, words)}::real as score, ${wordWhy(name)} as why from cases.handle h where h.class in ('name', 'text') and ${all}`,
    )
  }
  return branches
}
function wordScore(name: string, words: readonly string[]): Sql {
  const whole = joinSql(
    words.map((w) => sql`' ' || h.normalised || ' ' like ${`% ${literal(w)} %`}`),
    ' and ',
  )
  return sql`case when h.normalised = ${name} then 95 when h.class <> 'name' then 70 when ${whole} then 85 else 75 end`
}
const wordWhy = (name: string): Sql => sql`case when h.normalised = ${name} then 'same' else 'words' end`

/** Ways in which a name sounds: every word of it. */
function soundsLike(q: string): Sql[] {
  const sounds = wordsOf(q).map(soundsOf)
  if (sounds.length === 0 || sounds.some((s) => s.length === 0)) return []
  const all = joinSql(
    sounds.map((s) => sql`h.phonetic && ${s as string[]}::text[]`),
    ' and ',
  )
  return [
    sql`select ${columns}, (45 + 25 * similarity(h.normalised, ${normaliseName(q)}))::real as score, 'sounds' as why from cases.handle h where h.phonetic is not null and ${all}`,
  ]
}

/**
 * One word of a question about a case: half a number, a year, a name as it sounds, a word of the title. `where` finds every handle it
 * fits by one look through the table; how well, from 0 to 1, is asked of those alone whose case all the words fit.
 */
function termOf(word: string, besideNumber: boolean): Omit<Term, 'figure'> | undefined {
  const number = normaliseNumber(word)
  if (/\p{N}/u.test(number)) return number.length < 3 ? undefined : numberTerm(number)
  const name = normaliseName(word)
  const sounds = soundsOf(name)
  const ways: Sql[] = []
  const fits: Sql[] = []
  if (name.length >= 3) {
    const letters = sql`h.class in ('name', 'text') and h.normalised like ${anywhere(name)}`
    ways.push(letters)
    fits.push(
      sql`case when ${letters} then case when ' ' || h.normalised || ' ' like ${`% ${literal(name)} %`} then 1 else 0.8 end end`,
    )
  }
  // The letters of a number whose writer leaves spaces: ABC 2026 417.
  if (besideNumber && number.length >= 2 && number.length <= 5) {
    const letters = sql`h.class = 'number' and h.normalised like ${anywhere(number)}`
    ways.push(letters)
    fits.push(sql`case when ${letters} then 0.5 end`)
  }
  if (sounds.length > 0) {
    const alike = sql`h.phonetic && ${sounds as string[]}::text[]`
    ways.push(alike)
    fits.push(sql`case when ${alike} then 0.5 + 0.3 * word_similarity(${name}, h.normalised) end`)
  }
  if (ways.length === 0) return undefined
  return { where: sql`(${joinSql(ways, ') or (')})`, fit: sql`greatest(${joinSql(fits, ', ')})` }
}

function numberTerm(number: string): Omit<Term, 'figure'> {
  return {
    where: sql`h.class = 'number' and h.normalised like ${anywhere(number)}`,
    fit: sql`case when h.normalised = ${number} then 1 when h.normalised like ${`%${literal(number)}`} then 0.9 else 0.8 end`,
    ...(/^(19|20)\d\d$/.test(number) ? { year: number } : {}),
  }
}

interface Term {
  readonly where: Sql
  readonly fit: Sql
  /** A year fits the cases of its offences too, without any handle. */
  readonly year?: string
  readonly figure: boolean
}

/** Words apart; letters of one or two are left out where enough else is said. */
function termsOf(q: string): Term[] {
  const words = q.split(/[\s,;]+/).filter((w) => normaliseNumber(w) !== '')
  const figures = words.map((w) => /\p{N}/u.test(w))
  const short = words.map((w, i) => !figures[i] && normaliseNumber(w).length < 3)
  const drop = words.length - short.filter(Boolean).length >= 2
  const terms = words.flatMap((w, i): Term[] => {
    const term =
      short[i] && drop ? undefined : termOf(w, (figures[i - 1] ?? false) || (figures[i + 1] ?? false))
    return term ? [{ ...term, figure: figures[i] ?? false }] : []
  })
  // Names first: of what fitted, a list shows the person sooner than the number.
  return terms.slice(0, 6).sort((a, b) => Number(a.figure) - Number(b.figure))
}

/** Half a number and a misspelt name, two people, a name and a village: cases on which each word fits something. */
function togetherOf(q: string, reader: Reader): Sql[] {
  const terms = termsOf(q)
  if (terms.length < 2) return []
  const fitting = terms.map(({ where, year }, i) => {
    const bearing = sql`select h.id, h.root from cases.handle h where (${where}) and h.root is not null and ${unguarded(reader, sql`h`)}`
    const ofYear =
      year &&
      sql` union all select null::bigint, c.root from cases.standing c where c.offence_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`
    return sql`${founds[i] ?? noSql} as materialized (${bearing}${ofYear || noSql})`
  })
  const both = joinSql(
    terms.map((_, i) => sql`select root from ${founds[i] ?? noSql}`),
    ' intersect ',
  )
  const sides = terms.map(
    ({ fit }, i) =>
      sql`(select root, max(fit) as fit, (array_agg(id order by id is null, fit desc, id))[1] as id from (select f.root, f.id, case when f.id is null then 0.95 else ${fit} end::real as fit from ${founds[i] ?? noSql} f join cases_of_all using (root) left join cases.handle h on h.id = f.id) s group by root)`,
  )
  const joined = joinSql(
    sides.map((s, i) => (i === 0 ? sql`${s} t0` : sql`join ${s} ${alias(i)} using (root)`)),
    ' ',
  )
  const fits = joinSql(
    sides.map((_, i) => sql`${alias(i)}.fit`),
    ' + ',
  )
  const best = joinSql(
    sides.map((_, i) => sql`${alias(i)}.id`),
    ', ',
  )
  return [
    sql`select * from (with ${joinSql(fitting, ', ')}, cases_of_all as materialized (${both})
        select coalesce(${best}) as id, 'cases.case/' || root as subject, root, null::uuid as party, false as guarded, (20 + 45 * (${fits}) / ${sides.length})::real as score, 'together' as why from ${joined}) o`,
  ]
}
const founds = [sql`f0`, sql`f1`, sql`f2`, sql`f3`, sql`f4`, sql`f5`] as const
const aliases = [sql`t0`, sql`t1`, sql`t2`, sql`t3`, sql`t4`, sql`t5`] as const
const alias = (i: number): Sql => aliases[i] ?? noSql

/** Typing slips that neither letters nor sounds catch; asked only when nothing else fits, because it reads most of the index. */
function slips(q: string): Sql[] {
  const name = normaliseName(q)
  if (name.length < 4) return []
  return [
    sql`select ${columns}, (40 * word_similarity(${name}, h.normalised))::real as score, 'similar' as why from cases.handle h where ${name} <% h.normalised and h.class in ('name', 'text')`,
  ]
}

/** That a protected person is on a case would be told by the hit: a guarded name is one only for who has asked to see it. */
const unguarded = (reader: Reader, h: Sql): Sql =>
  sql`(not ${h}.guarded or exists (select 1 from cases.unmasking u where u.party = ${h}.party and u.person = ${reader.actor.id} and u.until_at > ${reader.now}::timestamptz))`

export async function findHandles(cx: Reader, q: string, page: Page): Promise<HitRow[]> {
  const number = normaliseNumber(q)
  // A whole number or barcode, typed or scanned, means one thing: what merely holds it somewhere is not looked for.
  if (number.length >= WHOLE && /\p{N}/u.test(number) && page.offset === 0) {
    const same = await hits(cx, [[wholeNumber(number)]], page)
    if (same.length > 0) return same
  }
  const first = await hits(cx, [lettersOf(q), soundsLike(q), togetherOf(q, cx)], page)
  return first.length > 0 || page.offset > 0 ? first : hits(cx, [slips(q)], page)
}

/**
 * Each way is asked only while the ways before it leave room on the page: what sounds alike, or stands apart on one case, comes after
 * what fits by its letters, and looking for it reads far more. Within a way: rank, then ask who may see, row by
 * row from the best on, until the room is full; so need to know is asked of no more rows than can be shown.
 */
async function hits(cx: Reader, ways: readonly (readonly Sql[])[], page: Page): Promise<HitRow[]> {
  const asked = ways.filter((branches) => branches.length > 0)
  if (asked.length === 0) return []
  const full = (i: number): Sql =>
    i === 0
      ? sql`false`
      : sql`(${joinSql(
          seens.slice(0, i).map((s) => sql`(select count(*) from ${s})`),
          ' + ',
        )}) > ${Math.min(page.offset + page.limit, MOST)}`
  const kind = page.kind ? sql`and b.subject like ${`${literal(page.kind)}%`}` : noSql
  // Materialized twice over: a sort that PostgreSQL may look through would ask need to know of every hit.
  const parts = asked.map(
    (branches, i) => sql`
    ${rankeds[i] ?? noSql} as materialized (
      select id, subject, root, score, why from (${either(branches)}) b where ${unguarded(cx, sql`b`)} ${kind} and not ${full(i)} order by score desc, id desc),
    ${seens[i] ?? noSql} as materialized (
      select * from ${rankeds[i] ?? noSql} r where root is null or (select ${visible(cx, 'r.root')}) limit ${TWICE})`,
  )
  // One row a case comes last, on few rows.
  const query = sql`
    with ${joinSql(parts, ',')},
    one as materialized (
      select distinct on (key) id, subject, way, score, why
        from (select *, (case when subject like 'cases.%' then root::text else subject end) collate "C" as key from (${either(
          asked.map((_, i) => sql`select *, ${i}::int as way from ${seens[i] ?? noSql}`),
        )}) s) k order by key, way, score desc, id desc)
    select p.subject, h.subject as fitted, h.kind, h.label, h.root, h.normalised, p.why, p.score, c.number, c.title, c.state, c.offence_on, c.district, ${named('district', sql`c.district`)} as district_name, a.aliases, case when a.aliases is not null then ${named('number-kind', sql`h.kind`)} end as alias_name, (select count(*)::int from one) as total, ${full(asked.length - 1)} as more
      from (select * from one order by way, score desc, id desc limit ${page.limit} offset ${page.offset}) p
      join cases.handle h on h.id = p.id
      left join cases.standing c on c.root = h.root
      left join lateral (select array_agg(text) as aliases from cases.alias where root = h.root and kind = h.kind) a on true
     order by p.way, p.score desc, p.id desc`
  // There is one way to look each of these up; to think of it anew takes PostgreSQL longer than a whole number takes to find.
  return cx.tx.many<HitRow>(query, { plan: 'kept' })
}
/** What a code of the laboratory's lists is called now, for one page of rows: in the same statement, where a second would cost the way there and back. */
const named = (list: string, code: Sql): Sql =>
  sql`(select json_build_object('en', w.en, 'es', w.es) from catalogue.public_code w where w.list = ${list} and w.code = ${code})`
const rankeds = [sql`ranked_letters`, sql`ranked_sounds`, sql`ranked_together`] as const
const seens = [sql`seen_letters`, sql`seen_sounds`, sql`seen_together`] as const
