/** Who asked to see a case, as its keepers and as who asked may read it. */
import { visible } from '#identity/sight.ts'
import { Refusal, notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'

export interface AskedRow extends Protected {
  readonly id: string
  readonly root: string
  readonly person: string
  readonly by_name: string
  readonly unit_name: string | null
  readonly number: string
  readonly why: string | null
  readonly case_number: string
  readonly case_title: string
  readonly recorded_at: string
  readonly answered: boolean
}

/** Given since, or declined. */
const answered = sql`(exists (select 1 from cases.access_declined d where d.asked = a.id)
  or exists (select 1 from cases.access g where g.root = a.root and g.principal = a.person and g.given and g.recorded_at >= a.recorded_at))`
const columns = (cx: Pick<Cx, 'actor' | 'now'>) => sql`
  a.id, a.root, a.person, a.by_name, u.name as unit_name, a.number, v.value->>'why' as why, s.number as case_number, s.title as case_title, a.recorded_at,
  ${answered} as answered, s.restricted or s.sealed or s.guarded as sensitive, ${visible(cx, 'a.root')} as may_see`
const from = sql`cases.access_asked a join cases.standing s on s.root = a.root left join ledger.vault v on v.id = a.vault
  left join identity.person p on p.id = a.person left join identity.unit u on u.id = p.unit`

export async function askedById(cx: Cx, id: string): Promise<AskedRow> {
  const row = await cx.tx.maybe<AskedRow>(sql`select ${columns(cx)} from ${from} where a.id = ${id}`)
  if (!row) throw notFound()
  return row
}

/** Unanswered, the oldest first: somebody waits. */
export async function listAsked(
  cx: Cx,
  f: { limit: number; cursor?: string | undefined },
): Promise<{ rows: AskedRow[]; nextCursor: string | null }> {
  if (f.cursor !== undefined && !/^[0-9a-f-]{36}$/.test(f.cursor))
    throw new Refusal('invalid', 'cases.cursor-unknown')
  const after = f.cursor ? sql`and a.id > ${f.cursor}` : noSql
  const rows = await cx.tx.many<AskedRow>(sql`
    select ${columns(cx)} from ${from} where ${visible(cx, 'a.root')} and not ${answered} ${after} order by a.id limit ${f.limit + 1}`)
  const page = rows.slice(0, f.limit)
  return { rows: page, nextCursor: rows.length > f.limit ? (page.at(-1)?.id ?? null) : null }
}

/** What one asked oneself; the case beside it only where one sees it now. */
export const asksOfActor = (cx: Cx) =>
  cx.tx.many<{
    id: string
    number: string
    recorded_at: string
    root: string | null
    case_number: string | null
    case_title: string | null
  }>(sql`
    select a.id, a.number, a.recorded_at, s.root, s.number as case_number, s.title as case_title
      from cases.access_asked a left join cases.standing s on s.root = a.root and ${visible(cx, 's.root')}
     where a.person = ${cx.actor.id} order by a.recorded_at desc, a.id desc limit 50`)
