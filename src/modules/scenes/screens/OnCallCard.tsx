/** Who is on call in which office at this hour, and who of them is out. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { StateChip } from '#ui/StateChip.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { OnCallAnswer } from '../contract.ts'

export function OnCallCard(): ReactNode {
  const say = useSay()
  const may = useMay('scenes.on-call')
  const asked = useAsk<z.output<typeof OnCallAnswer>>('scenes.on-call', {}, { enabled: may, every: 60_000 })
  if (!may || !asked.data) return null
  const { items } = asked.data
  return (
    <Card title={say('scenes.on-duty')}>
      {items.length === 0 ? (
        <p className="scene-quiet">{say('scenes.nobody-on-duty')}</p>
      ) : (
        <ul className="scene-duty">
          {items.map((d) => (
            <li key={`${d.unit.id}${d.person.id}${d.from}`}>
              <strong>{d.person.name}</strong>
              <span>{[d.unit.name, say(`scenes.duty-${d.duty}`), d.phone].filter(Boolean).join(' · ')}</span>
              {d.busy ? (
                <StateChip tone="maize" icon="truck">
                  {say('scenes.busy')}
                </StateChip>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
