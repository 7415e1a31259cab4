/** Statement texts are ICU messages: both languages must parse and ask for the same values, or a certificate would miss one. */
import { IntlMessageFormat } from 'intl-messageformat'
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

interface Element {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { value: readonly Element[] }>>
  readonly children?: readonly Element[]
}
const LITERAL = 0
const POUND = 7
const TAG = 8

/** Names of the values a text asks for, sorted; undefined where the text is not ICU. */
export function placeholdersOf(text: string): string[] | undefined {
  const names = new Set<string>()
  const walk = (elements: readonly Element[]): void => {
    for (const e of elements) {
      if (e.type !== LITERAL && e.type !== POUND && e.type !== TAG) names.add(String(e.value))
      for (const option of Object.values(e.options ?? {})) walk(option.value)
      walk(e.children ?? [])
    }
  }
  try {
    walk(new IntlMessageFormat(text, 'en').getAst() as unknown as readonly Element[])
  } catch {
    return undefined
  }
  return [...names].sort()
}

export function maySay(texts: { en: string; es: string }): Verdict {
  const [en, es] = [placeholdersOf(texts.en), placeholdersOf(texts.es)]
  return allOf(
    unless(en !== undefined, no('catalogue.not-icu', { language: 'English' }, 'catalogue.next-icu')),
    unless(es !== undefined, no('catalogue.not-icu', { language: 'español' }, 'catalogue.next-icu')),
    unless(
      en?.join() === es?.join(),
      no(
        'catalogue.placeholders-differ',
        { en: en?.join(', ') ?? '', es: es?.join(', ') ?? '' },
        'catalogue.next-icu',
      ),
    ),
  )
}

/** The text with values put in; a value that is not given is shown by its name in brackets. */
export function fill(
  text: string,
  language: 'en' | 'es',
  values: Readonly<Record<string, string | number>>,
): string {
  const all = Object.fromEntries((placeholdersOf(text) ?? []).map((n) => [n, values[n] ?? `[${n}]`]))
  return String(new IntlMessageFormat(text, language === 'es' ? 'es-GT' : 'en-BZ').format(all))
}
