/** What waits about deaths: calls to decide, bodies with what is next for each, causes that wait for something. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { BodySeen, MorgueBoardSeen } from '#modules/death/contract.ts'
import type { PendingSeen } from '#modules/death/contract.ts'
import type { CallsAnswer, DeathLine } from '#modules/death/contract.ts'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { WaitCard } from './WaitCard.tsx'

const often = { every: 60_000 }

export function DeathsToDecide(): ReactNode {
  const say = useSay()
  const open = useAsk<z.output<typeof CallsAnswer>>('death.calls', { state: 'open', limit: 6 }, often)
  return (
    <WaitCard
      icon="phone"
      title={say('death.home-deaths-to-decide')}
      to="/death"
      of={open}
      rows={(data) =>
        data.items.map((d: DeathLine) => ({
          key: d.id,
          to: `/death/deaths/${d.id}`,
          number: d.call,
          what: [d.setting.name, d.district?.name].filter(Boolean).join(', '),
          note: d.circumstances.map((c) => c.name).join(', '),
          since: d.calledAt,
        }))
      }
      empty={say('death.home-deaths-none')}
    />
  )
}

/** Who may go, who is over the time, who has no name: each with its place. */
export function InTheMorgue(): ReactNode {
  const say = useSay()
  const board = useAsk<MorgueBoardSeen>('death.morgue-board', {}, often)
  const pressing = ['release', 'over', 'unclaimed', 'identify']
  return (
    <WaitCard
      icon="temperature"
      title={say('death.home-morgue')}
      to="/death/morgue"
      of={board}
      count={(data) => data.here}
      rows={(data) =>
        data.units
          .flatMap((u) => u.places.flatMap((p) => p.bodies.map((body: BodySeen) => ({ body, code: p.code }))))
          .filter(({ body }) => pressing.includes(body.next))
          .toSorted((a, b) => pressing.indexOf(a.body.next) - pressing.indexOf(b.body.next))
          .slice(0, 6)
          .map(({ body, code }) => ({
            key: body.death,
            to: `/death/deaths/${body.death}?tab=body`,
            number: body.number,
            what: say(`home.body-${body.next}`),
            note: code,
            late: body.over,
          }))
      }
      empty={say('death.home-morgue-calm')}
    />
  )
}

export function PendingCauses(): ReactNode {
  const say = useSay()
  const pending = useAsk<PendingSeen>('death.pending-because', {}, often)
  return (
    <WaitCard
      icon="hourglass"
      title={say('death.home-pending-causes')}
      to="/death/pending"
      of={pending}
      rows={(data) =>
        data.items.slice(0, 6).map((i) => ({
          key: i.death,
          to: `/death/deaths/${i.death}?tab=examination`,
          number: i.number,
          what: i.reasons.join(', '),
          late: i.overdue,
        }))
      }
      count={(data) => data.items.length}
      empty={say('death.home-pending-none')}
    />
  )
}
