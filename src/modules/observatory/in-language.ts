/** The same act, said in another language: what leaves the service is named in both. */
import type { Cx } from '#platform/cx.ts'

export const inLanguage = (cx: Cx, language: 'en' | 'es'): Cx => ({
  ...cx,
  language,
  say: cx.ground.say(language),
})
