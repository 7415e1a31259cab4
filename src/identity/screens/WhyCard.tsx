/** Why an act is open to somebody or not, asked in the words of the acts themselves. */
import { useState } from 'react'
import { Card } from '#ui/Page.tsx'
import { RefField } from '#ui/RefPicker.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { StateChip } from '#ui/StateChip.tsx'
import type { RightExplained } from '../contract/places.ts'

export function WhyCard({ person }: { readonly person: string }) {
  const say = useSay()
  const [operation, setOperation] = useState<string | null>(null)
  const told = useAsk<RightExplained>(
    'identity.explain-right',
    { operation, person },
    { enabled: operation !== null },
  )
  return (
    <Card title={say('op.identity.explain-right')}>
      <RefField
        frame={{ label: say('identity.field-act'), id: 'why-act' }}
        ask={{
          name: 'identity.find-acts',
          label: (a: { title: string }) => a.title,
          note: (a: { name: string }) => a.name,
          value: (a: { name: string }) => a.name,
        }}
        value={operation}
        onChange={(value) => setOperation(typeof value === 'string' ? value : null)}
      />
      {told.data ? (
        <>
          <StateChip tone={told.data.holds ? 'reef' : 'slate'} icon={told.data.holds ? 'check' : 'ban'}>
            {say(told.data.holds ? 'kit.yes' : 'kit.no')}
          </StateChip>
          {told.data.says.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      ) : null}
    </Card>
  )
}
