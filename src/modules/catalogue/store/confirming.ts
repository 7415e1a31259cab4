/** The SQL of doubt: which values nobody has compared with their printed source, and who confirmed the others. */
import type { Tx } from '#platform/db.ts'
import { noSql, sql, anywhere } from '#platform/sql.ts'

export interface Doubted {
  readonly id: string
  readonly kind: 'code' | 'limit' | 'definition' | 'unit' | 'agency'
  readonly key: string
  readonly en: string
  readonly es: string
  readonly source: string | null
  readonly unverified: boolean
  readonly confirmed: boolean
}

/** Newest versions only: an older version is nobody's work any more. */
const values = sql`
  select c.id, 'code' as kind, c.list || '/' || c.code as key, c.en, c.es, c.source, c.unverified from (select distinct on (list, code) * from catalogue.code order by list, code, seq desc) c
  union all select l.id, 'limit', l.key, l.en, l.es, l.source, l.unverified from (select distinct on (key) * from catalogue.statutory_limit order by key, seq desc) l
  union all select d.id, 'definition', d.kind || '/' || d.key, d.en, d.es, d.source, d.unverified from (select distinct on (kind, key) * from catalogue.definition order by kind, key, version desc) d
  union all select u.id, 'unit', u.code, u.name, u.name, u.source, coalesce(u.unverified, false) from identity.unit u
  union all select a.id, 'agency', a.short_name, a.name, a.name, a.source, coalesce(a.unverified, false) from identity.agency a`

export function listUnconfirmedAmong(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; key: string; en: string; es: string; source: string | null }[]> {
  return tx.many(sql`
    select v.id, v.key, v.en, v.es, v.source from (
      select c.id, c.list || '/' || c.code as key, l.en || ': ' || c.en as en, l.es || ': ' || c.es as es, c.source, c.unverified
        from catalogue.code c join (select distinct on (list) list, en, es from catalogue.code_list order by list, seq desc) l on l.list = c.list where c.id = any(${ids as string[]}::uuid[])
      union select id, key, en, es, source, unverified from catalogue.statutory_limit where id = any(${ids as string[]}::uuid[])
      union select id, kind || '/' || key, en, es, source, unverified from catalogue.definition where id = any(${ids as string[]}::uuid[])
      union select id, code, name, name, source, coalesce(unverified, false) from identity.unit where id = any(${ids as string[]}::uuid[])
      union select a.id, a.short_name, a.name, a.name, a.source, coalesce(a.unverified, false) from identity.agency a join identity.unit u on u.agency = a.id where u.id = any(${ids as string[]}::uuid[])) v
     where v.unverified and not exists (select 1 from catalogue.confirmation k where k.value_id = v.id) order by v.key`)
}

export function findValue(tx: Tx, id: string): Promise<Doubted | undefined> {
  return tx.maybe<Doubted>(
    sql`select v.*, exists (select 1 from catalogue.confirmation k where k.value_id = v.id) as confirmed from (${values}) v where v.id = ${id}`,
  )
}

/** What law names comes first, then texts, then codes: a limit blocks a certificate. The cursor is `rank|key` of the last row. */
const rank = sql`case v.kind when 'limit' then 0 when 'definition' then 1 else 2 end`
export const cursorOf = (row: Doubted): string =>
  `${row.kind === 'limit' ? 0 : row.kind === 'definition' ? 1 : 2}|${row.key}`

export function pageOfUnconfirmed(
  tx: Tx,
  q: string | undefined,
  page: { limit: number; cursor?: string | undefined },
): Promise<Doubted[]> {
  const [after, key] = (page.cursor ?? '').split('|')
  return tx.many<Doubted>(sql`
    select v.*, false as confirmed from (${values}) v
     where v.unverified and not exists (select 1 from catalogue.confirmation k where k.value_id = v.id)
       ${q ? sql`and (v.key || ' ' || v.en || ' ' || v.es) ilike ${anywhere(q)}` : noSql}
       ${page.cursor ? sql`and (${rank}, v.key) > (${Number(after) || 0}::int, ${key ?? ''})` : noSql}
     order by ${rank}, v.key limit ${page.limit}`)
}
export async function countUnconfirmed(tx: Tx): Promise<number> {
  return (
    await tx.one<{ n: number }>(
      sql`select count(*)::int as n from (${values}) v where v.unverified and not exists (select 1 from catalogue.confirmation k where k.value_id = v.id)`,
    )
  ).n
}
