/** What a conclusion says, in the reader's language, out of its key and the values that were recorded with it. */
import { fill } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { ConclusionRow } from './store.ts'

/** Names of substances were recorded in both languages; the statement takes the reader's. */
export function inLanguage(
  cx: Pick<Cx, 'say'>,
  c: Pick<ConclusionRow, 'statement' | 'statement_values'>,
): string {
  const language = cx.say('language-code') === 'es' ? 'es' : 'en'
  const values = {
    ...c.statement_values,
    substance: c.statement_values[language] ?? c.statement_values.en ?? '',
  }
  const own = c.statement_values[`words_${language}`]
  return own === undefined ? cx.say(c.statement, values) : fill(String(own), language, values)
}
