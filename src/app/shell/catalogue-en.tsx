/** The English texts of every module, fetched only by those who read English. */
import type { Texts } from '#kernel/say.ts'

const found = import.meta.glob<{ en: Texts }>(
  [
    '../../modules/*/texts.en.ts',
    '../../identity/texts.en.ts',
    '../../platform/texts.en.ts',
    './texts.en.ts',
  ],
  { eager: true },
)
export const texts: Texts = Object.assign({}, ...Object.values(found).map((module) => module.en))
