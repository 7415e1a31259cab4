/** What evidence says, in Spanish. */
import type { en } from './texts.en.ts'
import { acts } from './things/texts/acts.es.ts'
import { announced } from './counter/texts/announced.es.ts'
import { batches } from './things/texts/batches.es.ts'
import { cash } from './things/texts/cash.es.ts'
import { chain } from './things/texts/chain.es.ts'
import { counter } from './counter/texts/counter.es.ts'
import { disposal } from './disposal/texts/disposal.es.ts'
import { kits } from './counter/texts/kits.es.ts'
import { plans } from './things/texts/plans.es.ts'
import { screens } from './texts/screens.es.ts'
import { stock } from './stores/texts/stock.es.ts'
import { temporary } from './stores/texts/temporary.es.ts'
import { stores } from './stores/texts/stores.es.ts'
import { taking } from './things/texts/taking.es.ts'

export const es: Record<keyof typeof en, string> = {
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
}
