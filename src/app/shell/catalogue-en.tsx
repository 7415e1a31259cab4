/** The English texts that every page needs, fetched only by those who read English. */
import type { Texts } from '#kernel/say.ts'

const found = import.meta.glob<{ en: Texts }>(
  ['../../modules/cases/texts.en.ts', '../../ui/texts.en.ts', './texts.en.ts'],
  { eager: true },
)
export const texts: Texts = Object.assign({}, ...Object.values(found).map((module) => module.en))
