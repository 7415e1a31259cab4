/** find-cases: the worklist from cases.standing alone, page by key, counted to a thousand. */
import type { z } from 'zod'
import { Refusal } from '#kernel/verdict.ts'
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, joinSql, nameSql, sql } from '#platform/sql.ts'
import type { FindCases } from '../contract.ts'
import { normaliseName, normaliseNumber } from '../normalise.ts'

type Query = z.output<typeof FindCases>
export const MOST = 1_000

/** Each sort by one column and the root, so that a cursor names one place in the list. */
const sorts = {
  newest: { column: 's.opened_at', type: 'timestamptz', down: true },
  oldest: { column: 's.opened_at', type: 'timestamptz', down: false },
  number: { column: 's.number', type: 'text', down: false },
  priority: { column: 's.priority', type: 'int', down: false },
  'offence-day': { column: `coalesce(s.offence_on, '0001-01-01')`, type: 'date', down: true },
} as const

export interface LineRow {
  id: string; number: string; title: string; type: string; state: string; priority: number; district: string | null; offences: string[]
  investigatorName: string | null; unitName: string | null; offenceOn: string | null; openedAt: string; restricted: boolean; sealed: boolean; guarded: boolean; open: number; key: string
}

export async function listCases(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, query: Query): Promise<{ rows: LineRow[]; nextCursor: string | null; total: number; atLeast: boolean }> {
  const where = conditions(cx, query)
  const sort = sorts[query.sort]
  const after = cursorOf(query.cursor, sort.type)
  const beyond = after ? sql`and (${nameSql(sort.column)}, s.root) ${nameSql(sort.down ? '<' : '>')} (${after.key}::text::${nameSql(sort.type)}, ${after.root}::uuid)` : sql``
  const way = nameSql(sort.down ? 'desc' : 'asc')
  const rows = await cx.tx.many<LineRow>(sql`
    select s.root as id, s.number, s.title, s.type, s.state, s.priority, s.district, s.offences, coalesce(s.investigator_name, p.name) as "investigatorName", u.name as "unitName",
           s.offence_on as "offenceOn", s.opened_at as "openedAt", s.restricted, s.sealed, s.guarded, s.key,
           (select count(*)::int from cases.progress g where g.root = s.root and g.state = 'open') as open
      from (select s.*, ${nameSql(sort.column)}::text as key from cases.standing s where ${where} ${beyond} order by ${nameSql(sort.column)} ${way}, s.root ${way} limit ${query.limit + 1}) s
      left join identity.person p on p.id = s.investigator
      left join identity.unit u on u.id = coalesce(s.investigator_unit, p.unit)
     order by ${nameSql(sort.column)} ${way}, s.root ${way}`)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const count = query.cursor ? null : await cx.tx.one<{ n: number }>(sql`select count(*)::int as n from (select 1 from cases.standing s where ${where} limit ${MOST + 1}) x`)
  return {
    rows: page, nextCursor: rows.length > query.limit && last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null,
    total: Math.min(count?.n ?? 0, MOST), atLeast: (count?.n ?? 0) > MOST,
  }
}

function conditions(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, q: Query): Sql {
  const all: Sql[] = []
  // Written out and not as a parameter: only so does PostgreSQL use the partial index of open cases.
  if (q.state === 'open') all.push(sql`s.state = 'open'`)
  if (q.state === 'closed') all.push(sql`s.state = 'closed'`)
  if (q.type) all.push(sql`s.type = ${q.type}`)
  if (q.district) all.push(sql`s.district = ${q.district}`)
  if (q.offence) all.push(sql`s.offences @> array[${q.offence}]::text[]`)
  if (q.investigator) all.push(sql`s.investigator = ${q.investigator}`)
  if (q.unit) all.push(sql`(s.unit = ${q.unit} or s.investigator_unit = ${q.unit})`)
  if (q.priority) all.push(sql`s.priority = ${q.priority}`)
  if (q.from) all.push(sql`s.offence_on >= ${q.from}`)
  if (q.until) all.push(sql`s.offence_on <= ${q.until}`)
  if (q.q?.trim()) all.push(sql`s.root in (${rootsOf(q.q)})`)
  all.push(visible(cx, 's.root'))
  return joinSql(all, ' and ')
}

/** Cases whose numbers or title hold the words; names of people are found by find-anything, which knows whom to hide. */
function rootsOf(text: string): Sql {
  const number = normaliseNumber(text)
  const words = normaliseName(text).split(' ').filter(Boolean).slice(0, 8)
  const title = words.length === 0 ? sql`false` : joinSql(words.map((w) => sql`h.normalised like ${`%${w}%`}`), ' and ')
  return sql`select h.root from cases.handle h where h.subject like 'cases.case/%' and ((h.class = 'number' and h.normalised like ${`%${number}%`}) or (h.class = 'text' and ${title}))`
}

function cursorOf(cursor: string | undefined, type: string): { key: string; root: string } | undefined {
  if (!cursor) return undefined
  try {
    const [key, root] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown]
    if (typeof key === 'string' && typeof root === 'string' && /^[0-9a-f-]{36}$/.test(root) && fits[type]?.test(key)) return { key, root }
  } catch { /* told below */ }
  throw new Refusal('invalid', 'cases.cursor-unknown')
}
const fits: Readonly<Record<string, RegExp>> = { timestamptz: /^\d{4,}-\d\d-\d\d /, text: /^[^\u0000]{0,200}$/, int: /^\d{1,4}$/, date: /^\d{4}-\d\d-\d\d$/ }
