/** What waits in the indexes of the DNA law: what may be entered, whose time has come, which leads nobody has judged; the overseer reads the same sums. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Indexes } from '#modules/results/contract/profiles.ts'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import { Tiles } from './tiles.tsx'
import { WaitCard } from './WaitCard.tsx'

export function DnaHome({ keeps }: { readonly keeps: boolean }): ReactNode {
  const say = useSay()
  const asked = useAsk<z.output<typeof Indexes>>('results.indexes', {}, { every: 60_000 })
  const indexes = (asked.data?.sides ?? []).flatMap((side) => side.indexes)
  const sum = (of: 'standing' | 'due'): string | undefined =>
    asked.data && showNumber(indexes.reduce((n, index) => n + index[of], 0))
  const tiles: readonly (readonly [to: string, word: string, value: string | undefined])[] = [
    [keeps ? '/results/profiles' : '/results/indexes', 'standing', sum('standing')],
    ['/results/indexes', 'due', sum('due')],
    ['/results/indexes', 'waiting', asked.data && showNumber(asked.data.waiting)],
    ['/results/indexes', 'leads', asked.data && showNumber(asked.data.leads)],
  ]
  return (
    <>
      <Tiles of={tiles.map(([to, word, value]) => [to, say(`results.home-dna-${word}`), value])} />
      <WaitCard
        icon="gavel"
        title={say('results.home-dna-law')}
        to="/results/indexes"
        of={asked}
        count={(data) => data.sides.length}
        rows={(data) =>
          data.sides.map((side) => ({ key: side.side, to: '/results/indexes', what: side.says }))
        }
        empty={say('results.home-dna-none')}
      />
    </>
  )
}
