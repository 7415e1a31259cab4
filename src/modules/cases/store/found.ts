/** What a hit is, in words: who, and in which part; which other office's number, as that office writes it. */
import { sql } from '#platform/sql.ts'
import type { Cx } from '#platform/cx.ts'
import { normaliseNumber } from '../rules/plain-text.ts'
import { namesOf, type Wanted } from './codes.ts'
import { partiesNamed } from './people.ts'
import type { HitRow } from './search.ts'

const PARTY = 'cases.party/'

/** One answer a row, in their order; asked of one page of rows that the reader may see. */
export async function whatWasFound(cx: Cx, rows: readonly HitRow[]): Promise<(string | null)[]> {
  const [people, aliases] = await Promise.all([
    partiesNamed(
      cx,
      rows.flatMap((r) => (r.fitted.startsWith(PARTY) ? [r.fitted.slice(PARTY.length)] : [])),
    ),
    aliasesOf(cx, [
      ...new Set(
        rows.flatMap((r) => (r.root && r.kind !== 'case-number' && r.kind !== 'title' ? [r.root] : [])),
      ),
    ]),
  ])
  const personOf = new Map(people.map((p) => [p.party, p]))
  const name = await namesOf(cx, [
    ...people.map((p): Wanted => ['party-role', p.role]),
    ...aliases.map((a): Wanted => ['number-kind', a.kind]),
  ])
  return rows.map((r) => {
    const person = personOf.get(r.fitted.slice(PARTY.length))
    if (person?.name) return `${person.name}, ${name('party-role', person.role)}`
    const alias = aliases.find(
      (a) => a.root === r.root && a.kind === r.kind && normaliseNumber(a.text) === r.normalised,
    )
    return alias ? `${name('number-kind', alias.kind)} ${alias.text}` : null
  })
}

interface Alias {
  root: string
  kind: string
  text: string
}
const aliasesOf = async (cx: Pick<Cx, 'tx'>, roots: readonly string[]): Promise<Alias[]> =>
  roots.length === 0
    ? []
    : cx.tx.many<Alias>(
        sql`select root, kind, text from cases.alias where root = any(${roots as string[]}::uuid[])`,
      )
