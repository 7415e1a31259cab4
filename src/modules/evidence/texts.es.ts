/** What evidence says, in Spanish. */
import type { en } from './texts.en.ts'
import { acts } from './texts/acts.es.ts'
import { announced } from './texts/announced.es.ts'
import { cash } from './texts/cash.es.ts'
import { chain } from './texts/chain.es.ts'
import { counter } from './texts/counter.es.ts'
import { disposal } from './texts/disposal.es.ts'
import { kits } from './texts/kits.es.ts'
import { screens } from './texts/screens.es.ts'
import { stock } from './texts/stock.es.ts'
import { stores } from './texts/stores.es.ts'
import { taking } from './texts/taking.es.ts'

export const es: Record<keyof typeof en, string> = {
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
}
