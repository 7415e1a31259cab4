/** What waits in hands and on the road: offers to answer, things on the counter, what somebody must ask after. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Held, HandOverLine, ItemList, OverdueList, Travelling } from '#modules/evidence/contract.ts'
import { useAsk } from '#ui/client.ts'
import { useNow } from '#ui/now.ts'
import { useSay } from '#ui/say.ts'
import { WaitCard, type Waiting } from './WaitCard.tsx'

const often = { every: 60_000 }
type Item = z.output<typeof ItemList>['items'][number]
const itemRow = (item: Item, more: Partial<Waiting> = {}): Waiting => ({
  key: item.id,
  to: `/evidence/items/${item.id}`,
  number: item.number,
  what: item.description,
  since: item.since,
  ...more,
})

export function Offered(): ReactNode {
  const say = useSay()
  const now = useNow()
  const held = useAsk<z.output<typeof Held>>('evidence.held-by', { limit: 1 }, often)
  return (
    <WaitCard
      icon="hand-over"
      title={say('home.offered')}
      to="/evidence/hands"
      of={held}
      count={(data) => data.toAccept.reduce((sum, offer) => sum + offer.things.length, 0)}
      rows={(data) =>
        data.toAccept.flatMap((offer: z.output<typeof HandOverLine>) =>
          offer.things.map((item) =>
            itemRow(item, {
              to: '/evidence/hands',
              note: say('home.from', { name: offer.from }),
              since: offer.at,
              late: now - new Date(offer.at).getTime() > 48 * 3_600_000,
            }),
          ),
        )
      }
      empty={say('home.offered-none')}
    />
  )
}

/** For the counter what is to be put away, for a bench what lies on it. */
export function InMyHands(props: { counter?: boolean }): ReactNode {
  const say = useSay()
  const mine = useAsk<z.output<typeof ItemList>>(
    'evidence.find-items',
    { mine: true, state: 'here', sort: 'oldest', limit: 6 },
    often,
  )
  return (
    <WaitCard
      icon="package"
      title={say(props.counter ? 'home.put-away' : 'home.in-my-hands')}
      to="/evidence/hands"
      of={mine}
      rows={(data) => data.items.map((item) => itemRow(item))}
      empty={say('home.in-my-hands-none')}
    />
  )
}

export function AskAfter(): ReactNode {
  const say = useSay()
  const late = useAsk<z.output<typeof OverdueList>>('evidence.overdue', { limit: 50 }, often)
  return (
    <WaitCard
      icon="warning"
      title={say('home.ask-after')}
      to="/evidence/transit"
      of={late}
      rows={(data) =>
        data.items.map((line) =>
          itemRow(line.item, {
            note: [say(`home.why-${line.why}`), line.tell.join(', ')].filter(Boolean).join(': '),
            since: line.since,
            late: true,
          }),
        )
      }
      empty={say('home.ask-after-none')}
    />
  )
}

export function OnTheWay(): ReactNode {
  const say = useSay()
  const travelling = useAsk<z.output<typeof Travelling>>('evidence.in-transit', { limit: 20 }, often)
  return (
    <WaitCard
      icon="truck"
      title={say('home.on-the-way')}
      to="/evidence/transit"
      of={travelling}
      rows={(data) =>
        data.items.map((line) => ({
          key: line.id,
          to: '/evidence/transit',
          number: line.number,
          what: say('home.things', { n: line.things.length }),
          note: say('home.from-to', { from: line.from, to: line.to }),
          due: line.dueAt,
          late: line.late,
        }))
      }
      empty={say('home.on-the-way-none')}
    />
  )
}
