/** Codes in the reader’s words: every name that an answer needs, in one statement. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export type Wanted = readonly [list: string, code: string | null | undefined]
export interface Named {
  readonly code: string
  readonly name: string
}
export interface Names {
  of(list: string, code: string): Named
  of(list: string, code: string | null): Named | null
  text(list: string, code: string): string
}

export async function namesOf(
  cx: Pick<Cx, 'tx' | 'language'>,
  wanted: readonly Wanted[],
  language: 'en' | 'es' = cx.language,
): Promise<Names> {
  const asked = [...new Set(wanted.flatMap(([list, code]) => (code ? [`${list} ${code}`] : [])))].map(
    (k) => k.split(' ') as [string, string],
  )
  const rows =
    asked.length === 0
      ? []
      : await cx.tx.many<{ key: string; name: string | null }>(sql`
    select r.list || ' ' || r.code as key, (select case when ${language} = 'es' then c.es else c.en end from catalogue.public_code c where c.list = r.list and c.code = r.code) as name
      from unnest(${asked.map((a) => a[0])}::text[], ${asked.map((a) => a[1])}::text[]) as r(list, code)`)
  const names = new Map(rows.map((r) => [r.key, r.name]))
  const text = (list: string, code: string): string => names.get(`${list} ${code}`) ?? code
  return {
    text,
    of: ((list: string, code: string | null) =>
      code === null ? null : { code, name: text(list, code) }) as Names['of'],
  }
}
