/** Pure rules of the laboratory's own words: which sentences of the product it may say for itself, and with which values. */
import { type Verdict, no, unless } from '#kernel/verdict.ts'

/** Sentences told to people, words of the certificate, of the papers of custody, and what a result states; all others are the product's. */
export const families = ['notice', 'paper', 'custody', 'statement'] as const
export type Family = (typeof families)[number]
const patterns: Readonly<Record<Family, RegExp>> = {
  notice: /^[a-z]+\.notice-[a-z-]+-(subject|body)$/,
  paper: /^reports\.paper-/,
  // The custody form with its columns and what does not agree, the receipt, the certificate of disposal and the letters.
  custody: /^(evidence\.(form|f|c|finding|rc|dc|dl|cn)-|document-(demo|page|end)$)/,
  statement: /^results\.statement-/,
}
export const familyOf = (key: string): Family | undefined => families.find((f) => patterns[f].test(key))

/** A sentence can only name what is there when it is said: the values that the product's own sentence names. */
export function mayNameValues(given: readonly string[], own: readonly string[]): Verdict {
  const unknown = own.find((name) => !given.includes(name))
  return unless(
    unknown === undefined,
    no(
      'catalogue.value-not-there',
      { value: unknown ?? '', values: given.length > 0 ? given.map((g) => `{${g}}`).join(', ') : '–' },
      'catalogue.next-values-there',
    ),
  )
}

/** The values that a text names, as a screen sees them while it is typed; the server parses the text. */
export const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\s*([A-Za-z]\w*)\s*[,}]/g)].map((m) => m[1] ?? ''))].sort()
