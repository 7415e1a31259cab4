/** Lo que dice la identidad. */
import { acts } from './texts/acts.es.ts'
import { claims } from './texts/claims.es.ts'
import { places } from './texts/places.es.ts'
import { signOn } from './texts/sign-on.es.ts'
import { telling } from './texts/telling.es.ts'
import { words } from './texts/words.es.ts'
import { working } from './texts/working.es.ts'
import type { en } from './texts.en.ts'

export const es: Record<keyof typeof en, string> = {
  ...acts,
  ...claims,
  ...places,
  ...telling,
  ...signOn,
  ...words,
  ...working,
}
