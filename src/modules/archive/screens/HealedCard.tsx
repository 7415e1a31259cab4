/** Files that were found broken in one of their two places, and what became of each; nothing where files are kept in one place, or for whom it is no matter. */
import type { ReactNode } from 'react'
import { EmptyState, More } from '#ui/Asked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { HealingLine, HealingList } from '../pages/contract/places.ts'
import { healLook } from './state.ts'

export function HealedCard(): ReactNode {
  const say = useSay()
  const here = useAsk<HealingList>('archive.healings', { limit: 1 })
  const list = useList<HealingLine>('archive.healings', { limit: 20 })
  if (!here.data?.twoPlaces || list.problem) return null
  return (
    <Card label={say('op.archive.healings')}>
      {list.rows.length === 0 ? (
        <EmptyState title={say('archive.healings-none')} icon="check">
          {say('archive.healings-none-how')}
        </EmptyState>
      ) : null}
      {list.rows.map((h) => {
        const outcome = h.outcome ?? 'open'
        return (
          <article className="archive-req" key={h.id}>
            <div className="archive-req-head">
              <Mono>{h.sha256.slice(0, 12)}</Mono>
              <StateChip tone={healLook[outcome].tone} icon={healLook[outcome].icon}>
                {say(`archive.healing-${outcome}`)}
              </StateChip>
              <span>
                {say('archive.healing-found', {
                  found: h.found,
                  place: say(`archive.healing-${h.place}`),
                })}
              </span>
              <When at={h.endedAt ?? h.orderedAt} />
            </div>
          </article>
        )
      })}
      <More of={list} />
    </Card>
  )
}
