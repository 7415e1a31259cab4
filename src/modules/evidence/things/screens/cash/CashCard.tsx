/** On the page of money: the sum that two people agree on, or what it waits for. */
import { Card } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { ItemSeen } from '../../contract.ts'
import { cashIcon as icons, cashTone as tones } from './looks.ts'
import './cash.css'

export function CashCard({ item }: { item: ItemSeen }) {
  const say = useSay()
  if (!item.cash) return null
  const { state, totals, by } = item.cash
  return (
    <Card
      title={say('evidence.cm-title')}
      aside={<Linked to={`/evidence/items/${item.id}/cash`}>{say('evidence.cm-count')}</Linked>}
    >
      <StateChip tone={tones[state]} icon={icons[state]}>
        {say(`evidence.cm-state-${state}`)}
      </StateChip>
      {totals.map((t) => (
        <p key={t.currency} className="cash-sum figures">
          {t.currency} {t.value}
        </p>
      ))}
      <p className="dim">
        {state === 'agreed'
          ? say('evidence.cm-last', { names: by.join(', ') })
          : say(`evidence.cm-${state}`, { name: by[0] ?? '' })}
      </p>
    </Card>
  )
}
