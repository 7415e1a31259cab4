/** What identity says. */
import { acts } from './texts/acts.en.ts'
import { claims } from './texts/claims.en.ts'
import { places } from './texts/places.en.ts'
import { telling } from './texts/telling.en.ts'
import { signOn } from './texts/sign-on.en.ts'
import { words } from './texts/words.en.ts'
import { working } from './texts/working.en.ts'

export const en = { ...acts, ...claims, ...places, ...telling, ...signOn, ...words, ...working } as const
