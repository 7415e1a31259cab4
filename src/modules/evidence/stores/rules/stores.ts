/** Rules of stores: which temperature a kind of thing needs, what goes over capacity with a reason, what is carried out first; pure. */
import { no, unless, yes, type Verdict } from '#kernel/verdict.ts'

interface Keeping {
  readonly name: string
  /** Temperature classes that the place keeps; none where nobody said. */
  readonly keeps: readonly string[]
}

/** A place that keeps another temperature than the kind of thing needs is refused; `better` is one near by that keeps it. */
export function keepsRight(
  place: Keeping,
  item: { readonly number: string; readonly needs: readonly string[] },
  words: { readonly needs: string; readonly better: string | null },
): Verdict {
  if (item.needs.length === 0 || place.keeps.length === 0) return yes
  return unless(
    item.needs.some((n) => place.keeps.includes(n)),
    no(
      'evidence.wrong-temperature',
      { number: item.number, name: place.name, needs: words.needs, better: words.better ?? '' },
      words.better ? 'evidence.next-right-temperature' : 'evidence.next-name-cold-place',
    ),
  )
}

/** In a hurricane or a fire: what two persons guard first, then what spoils, then all else. */
export const carriedFirst = (place: {
  readonly witness: boolean
  readonly keeps: readonly string[]
}): 1 | 2 | 3 => (place.witness ? 1 : place.keeps.some((k) => k !== 'ambient') ? 2 : 3)
