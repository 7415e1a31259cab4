/** find-cases: the worklist from cases.standing alone, page by key, counted to a thousand. */
import type { z } from 'zod'
import { Refusal } from '#kernel/verdict.ts'
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, joinSql, nameSql, sql, anywhere } from '#platform/sql.ts'
import type { FindCases } from '../contract/finding.ts'
import { normaliseName, normaliseNumber } from '../rules/plain-text.ts'

type Query = z.output<typeof FindCases>
export const MOST = 1_000

/** Each sort by one column and the root, so that a cursor names one place in the list. */
const sorts = {
  newest: { column: 'c.opened_at', type: 'timestamptz', down: true },
  oldest: { column: 'c.opened_at', type: 'timestamptz', down: false },
  number: { column: 'c.number', type: 'text', down: false },
  priority: { column: 'c.priority', type: 'int', down: false },
  'offence-day': { column: `coalesce(c.offence_on, '0001-01-01')`, type: 'date', down: true },
} as const

export interface LineRow {
  id: string
  number: string
  title: string
  type: string
  typeName: string
  state: 'open' | 'closed'
  priority: number
  district: string | null
  districtName: string | null
  offences: string[]
  investigatorName: string | null
  unitName: string | null
  offenceOn: string | null
  openedAt: string
  restricted: boolean
  sealed: boolean
  guarded: boolean
  open: number
  key: string
}

export async function listCases(
  cx: Pick<Cx, 'tx' | 'actor' | 'now' | 'language'>,
  query: Query,
): Promise<{ rows: LineRow[]; nextCursor: string | null; total: number; atLeast: boolean }> {
  const where = conditions(cx, query)
  const sort = sorts[query.sort]
  const after = cursorOf(query.cursor, sort.type)
  const beyond = after
    ? sql`and (${nameSql(sort.column)}, c.root) ${nameSql(sort.down ? '<' : '>')} (${after.key}::text::${nameSql(sort.type)}, ${after.root}::uuid)`
    : sql``
  const way = nameSql(sort.down ? 'desc' : 'asc')
  const order = sql`order by ${nameSql(sort.column)} ${way}, c.root ${way}`
  const most = query.cursor ? rowsUpTo(query.limit + 1) : rowsUpTo(MOST + 1)
  // One walk through the index in the order of the list: it counts to a thousand, and its first rows are the page.
  // What the codes of the page are called comes along, each looked up once: a second statement costs the way there and back.
  const lines = sql`
    with found as materialized (select c.root from cases.standing c where ${where} ${beyond} ${order} limit ${most}),
    page as materialized (select c.* from (select root from found limit ${rowsUpTo(query.limit + 1)}) f join cases.standing c on c.root = f.root),
    said as materialized (
      select k.list, k.code, (select ${nameSql(cx.language === 'es' ? 'w.es' : 'w.en')} from catalogue.public_code w where w.list = k.list and w.code = k.code) as name
        from (select distinct 'case-type' as list, type as code from page union all select distinct 'district', district from page) k)
    select c.root as id, c.number, c.title, c.type, coalesce(t.name, c.type) as "typeName", c.state, c.priority, c.district, coalesce(d.name, c.district) as "districtName", c.offences,
           coalesce(c.investigator_name, p.name) as "investigatorName", u.name as "unitName",
           c.offence_on as "offenceOn", c.opened_at as "openedAt", c.restricted, c.sealed, c.guarded, ${nameSql(sort.column)}::text as key,
           (select count(*)::int from cases.progress g where g.root = c.root and g.state = 'open') as open, (select count(*)::int from found) as found
      from page c
      left join said t on t.list = 'case-type' and t.code = c.type
      left join said d on d.list = 'district' and d.code = c.district
      left join identity.person p on p.id = c.investigator
      left join identity.unit u on u.id = coalesce(c.investigator_unit, p.unit)
     ${order}`
  const rows = await cx.tx.many<LineRow & { found: number }>(
    lines,
    // What words are looked for decides the way: then a plan is made for them.
    query.q?.trim() ? undefined : { plan: 'kept' },
  )
  const page = rows.slice(0, query.limit).map(({ found: _found, ...row }) => row)
  const last = page.at(-1)
  const found = rows[0]?.found ?? 0
  return {
    rows: page,
    nextCursor:
      rows.length > query.limit && last
        ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url')
        : null,
    total: Math.min(found, MOST),
    atLeast: found > MOST,
  }
}
/** The usual sizes are written out and not sent as a parameter: what the planner knows lets it keep one plan and not make a new one each time. */
const usual = new Set([26, 51, 101, 201, MOST + 1])
const rowsUpTo = (n: number): Sql => (usual.has(n) ? nameSql(String(n)) : sql`${n}`)

function conditions(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, q: Query): Sql {
  const all: Sql[] = []
  // Written out and not as a parameter: only so does PostgreSQL use the partial index of open cases.
  if (q.state === 'open') all.push(sql`c.state = 'open'`)
  if (q.state === 'closed') all.push(sql`c.state = 'closed'`)
  if (q.type) all.push(sql`c.type = ${q.type}`)
  if (q.district) all.push(sql`c.district = ${q.district}`)
  if (q.offence) all.push(sql`c.offences @> array[${q.offence}]::text[]`)
  if (q.investigator) all.push(sql`c.investigator = ${q.investigator}`)
  if (q.unit) all.push(sql`(c.unit = ${q.unit} or c.investigator_unit = ${q.unit})`)
  if (q.priority) all.push(sql`c.priority = ${q.priority}`)
  if (q.from) all.push(sql`c.offence_on >= ${q.from}`)
  if (q.until) all.push(sql`c.offence_on <= ${q.until}`)
  if (q.q?.trim()) all.push(sql`c.root in (${rootsOf(q.q)})`)
  // `(select …)` keeps it a look per row in the order of the index: as a join PostgreSQL would sort every open case first.
  all.push(sql`(select ${visible(cx, 'c.root')})`)
  return joinSql(all, ' and ')
}

/** Cases whose numbers or title hold the words; names of people are found by find-anything, which knows whom to hide. */
function rootsOf(text: string): Sql {
  const number = normaliseNumber(text)
  const words = normaliseName(text).split(' ').filter(Boolean).slice(0, 8)
  const title =
    words.length === 0
      ? sql`false`
      : joinSql(
          words.map((w) => sql`h.normalised like ${anywhere(w)}`),
          ' and ',
        )
  // What has neither letter nor figure is in no number: an empty pattern would be in all of them.
  const inNumber =
    number === '' ? sql`false` : sql`h.class = 'number' and h.normalised like ${anywhere(number)}`
  return sql`select h.root from cases.handle h where h.subject like 'cases.case/%' and ((${inNumber}) or (h.class = 'text' and ${title}))`
}

function cursorOf(cursor: string | undefined, type: string): { key: string; root: string } | undefined {
  if (!cursor) return undefined
  try {
    const [key, root] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown]
    if (
      typeof key === 'string' &&
      typeof root === 'string' &&
      /^[0-9a-f-]{36}$/.test(root) &&
      fits[type]?.test(key)
    )
      return { key, root }
  } catch {
    /* told below */
  }
  throw new Refusal('invalid', 'cases.cursor-unknown')
}
const fits: Readonly<Record<string, RegExp>> = {
  timestamptz: /^\d{4,}-\d\d-\d\d /,
  text: /^[^\u0000]{0,200}$/,
  int: /^\d{1,4}$/,
  date: /^\d{4}-\d\d-\d\d$/,
}
