/** What evidence says, in English. */
import { acts } from './texts/acts.en.ts'
import { announced } from './texts/announced.en.ts'
import { cash } from './texts/cash.en.ts'
import { chain } from './texts/chain.en.ts'
import { counter } from './texts/counter.en.ts'
import { disposal } from './texts/disposal.en.ts'
import { kits } from './texts/kits.en.ts'
import { screens } from './texts/screens.en.ts'
import { stock } from './texts/stock.en.ts'
import { stores } from './texts/stores.en.ts'
import { taking } from './texts/taking.en.ts'

export const en = {
  ...acts,
  ...announced,
  ...cash,
  ...chain,
  ...counter,
  ...disposal,
  ...kits,
  ...screens,
  ...stock,
  ...stores,
  ...taking,
} as const
