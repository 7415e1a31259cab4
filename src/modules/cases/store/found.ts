/** What a hit is, in words: who, and in which part; which other office's number, as that office writes it. */
import type { Cx } from '#platform/cx.ts'
import { normaliseNumber } from '../rules/plain-text.ts'
import { namesOf, type Wanted } from './codes.ts'
import { partiesNamed } from './people.ts'
import type { HitRow, Named } from './search.ts'

const PARTY = 'cases.party/'

/** One answer a row, in their order; asked of one page of rows that the reader may see. */
export async function whatWasFound(cx: Cx, rows: readonly HitRow[]): Promise<(string | null)[]> {
  const people = await partiesNamed(
    cx,
    rows.flatMap((r) => (r.fitted.startsWith(PARTY) ? [r.fitted.slice(PARTY.length)] : [])),
  )
  const personOf = new Map(people.map((p) => [p.party, p]))
  const name = await namesOf(
    cx,
    people.map((p): Wanted => ['party-role', p.role]),
  )
  return rows.map((r) => {
    const person = personOf.get(r.fitted.slice(PARTY.length))
    if (person?.name) return `${person.name}, ${name('party-role', person.role)}`
    if (r.kind === 'case-number' || r.kind === 'title') return null
    const alias = r.aliases?.find((text) => normaliseNumber(text) === r.normalised)
    return alias === undefined ? null : `${nameIn(cx, r.alias_name) ?? r.kind} ${alias}`
  })
}

/** In the language of the request, which may differ from the account's. */
export const nameIn = (cx: Cx, named: Named | null): string | null =>
  named && (cx.say('cases.language') === 'es' ? named.es : named.en)
