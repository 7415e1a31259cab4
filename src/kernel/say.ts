/** Speaks a text key in a language: one ICU dialect for server and browser, so that both say the same sentence. */
import { IntlMessageFormat } from 'intl-messageformat'

export type Language = 'en' | 'es'
export type Texts = Readonly<Record<string, string>>
export type TextValues = Readonly<Record<string, unknown>>
export type Say = (key: string, values?: TextValues) => string

/**
 * `catalogues` holds the texts of each language. A key that is missing is answered as the key itself:
 * a test counts those (zero), so that the fault is seen and nothing else breaks.
 */
export function makeSay(catalogues: Readonly<Record<string, Texts>>, language: string): Say {
  const texts = catalogues[language] ?? catalogues.en ?? {}
  const parsed = new Map<string, IntlMessageFormat | string>()
  return (key, values = {}) => {
    let message = parsed.get(key)
    if (message === undefined) {
      const text = texts[key]
      if (text === undefined) return key
      // English as 24/11/2026 and 1,234.5, Spanish of Central America: the ICU formatters follow these two locales.
      message = wordsOf(new IntlMessageFormat(text, language === 'es' ? 'es-GT' : 'en-BZ'))
      parsed.set(key, message)
    }
    return typeof message === 'string' ? message : String(message.format(plain(values)))
  }
}

/** Most texts are words and nothing else: those are not put together anew each time they are said. */
function wordsOf(message: IntlMessageFormat): IntlMessageFormat | string {
  const [first, ...others] = message.getAst()
  return first?.type === LITERAL && others.length === 0 ? first.value : message
}
/** `TYPE.literal` of the parser, which exports it only as a type. */
const LITERAL = 0

/** ICU accepts strings, numbers and dates; anything else is said as the text it would be on paper. */
function plain(values: TextValues): Record<string, string | number> {
  const out: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values))
    out[name] =
      typeof value === 'number'
        ? value
        : Array.isArray(value)
          ? value.map((one) => dayInWords(String(one))).join(', ')
          : dayInWords(String(value ?? ''))
  return out
}

/** A day inside a sentence stands as the house writes days, 24/11/2026; what only looks like one is left alone. */
const dayInWords = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').reverse().join('/') : text
