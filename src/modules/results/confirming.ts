/** What a person may say yes to: pure. A search proposes; a yes goes only as far as the spectrum tells, under the name it was proposed by. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export interface Proposed {
  readonly name: string
  readonly cas: string | null
  readonly unmatched: readonly number[]
}
export interface Searched {
  readonly status: string
  readonly hits: readonly Proposed[]
}
export interface Substance {
  readonly en: string
  readonly es: string
  readonly cas: string | null
}

/** The CAS number that a code of the list of drugs carries, where it carries one. */
export const casOf = (data: unknown): string | null => {
  const cas = typeof data === 'object' && data !== null ? (data as { cas?: unknown }).cas : undefined
  return typeof cas === 'string' ? cas : null
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
/** “Heroin (diamorphine)” is known by each of its two names. */
const namesOf = (text: string): string[] =>
  text
    .split(/[(),;/]/)
    .map(plain)
    .filter((t) => t.length > 2)
const sameProposal = (a: Proposed, b: Proposed): boolean =>
  a.cas && b.cas ? a.cas === b.cas : plain(a.name) === plain(b.name)

export function bearsTheName(hit: Proposed, substance: Substance): boolean {
  if (hit.cas && substance.cas) return hit.cas === substance.cas
  const known = new Set([...namesOf(substance.en), ...namesOf(substance.es)])
  return namesOf(hit.name).some((n) => known.has(n))
}

const TOLD_APART = ['single', 'distinguished']

/** `why` is the search's own sentence. */
export function mayConfirm(
  search: Searched,
  at: number,
  substance: Substance,
  words: string | undefined,
  why: string,
): Verdict {
  const hit = search.hits[at]
  if (!hit) return no('results.no-such-hit')
  const [best] = search.hits as [Proposed]
  const said = words !== undefined
  return allOf(
    // Where the spectrum cannot tell two compounds apart, a person cannot either: other conditions are needed (S-B9).
    unless(
      [...TOLD_APART, 'mixture'].includes(search.status),
      no('results.cannot-be-told-apart', { why }, 'results.next-other-conditions'),
    ),
    unless(
      !TOLD_APART.includes(search.status) || sameProposal(hit, best),
      no('results.told-to-be-another', { name: best.name, other: hit.name }, 'results.next-other-conditions'),
    ),
    unless(
      said || search.status !== 'mixture',
      no('results.mixture-unremarked', { why }, 'results.next-remark'),
    ),
    unless(
      said || hit.unmatched.length === 0,
      no(
        'results.unexplained-ions',
        {
          ions: hit.unmatched
            .slice(0, 6)
            .map((m) => String(Math.round(m * 10) / 10))
            .join(', '),
        },
        'results.next-remark',
      ),
    ),
    unless(
      said || bearsTheName(hit, substance),
      no(
        'results.named-otherwise',
        { name: hit.name, substance: substance.en },
        'results.next-say-why-named',
      ),
    ),
  )
}
