/** The Spanish texts that every page needs, fetched only by those who read Spanish. */
import type { Texts } from '#kernel/say.ts'

const found = import.meta.glob<{ es: Texts }>(
  ['../../modules/cases/texts.es.ts', '../../ui/texts.es.ts', './texts.es.ts'],
  { eager: true },
)
export const texts: Texts = Object.assign({}, ...Object.values(found).map((module) => module.es))
