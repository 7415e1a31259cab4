/** What identity says. */
import { acts } from './texts/acts.en.ts'
import { words } from './texts/words.en.ts'

export const en = { ...acts, ...words } as const
