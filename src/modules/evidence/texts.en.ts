/** What evidence says, in English. */
import { acts } from './things/texts/acts.en.ts'
import { announced } from './counter/texts/announced.en.ts'
import { batches } from './things/texts/batches.en.ts'
import { cash } from './things/texts/cash.en.ts'
import { chain } from './things/texts/chain.en.ts'
import { counter } from './counter/texts/counter.en.ts'
import { disposal } from './disposal/texts/disposal.en.ts'
import { kits } from './counter/texts/kits.en.ts'
import { plans } from './things/texts/plans.en.ts'
import { screens } from './texts/screens.en.ts'
import { stock } from './stores/texts/stock.en.ts'
import { temporary } from './stores/texts/temporary.en.ts'
import { stores } from './stores/texts/stores.en.ts'
import { taking } from './things/texts/taking.en.ts'

export const en = {
  ...acts,
  ...announced,
  ...batches,
  ...cash,
  ...chain,
  ...counter,
  ...disposal,
  ...kits,
  ...plans,
  ...screens,
  ...stock,
  ...stores,
  ...taking,
  ...temporary,
} as const
