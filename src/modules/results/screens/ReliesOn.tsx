/** What this worksheet relies on (method, people, instruments, lots), each with whether it may be relied on now. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { Card } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { Sheet } from './bench.ts'

const icons: Readonly<Record<string, IconName>> = {
  'method-version': 'book',
  person: 'person',
  equipment: 'scale',
  lot: 'flask',
  room: 'office',
}

export function ReliesOn(props: { sheet: Sheet }): ReactNode {
  const say = useSay()
  return (
    <Card title={say('results.relies-on')}>
      {props.sheet.relies.length === 0 ? (
        <p className="notes dim">{say('results.relies-on-nothing')}</p>
      ) : null}
      <ul className="bench-relies">
        {props.sheet.relies.map((r) => (
          <li key={`${r.kind}${r.id}`}>
            <div className="bench-relies-head">
              <span className="notes dim">
                <Icon name={icons[r.kind] ?? 'shield'} size={14} /> {say(`results.relies-${r.kind}`)}
              </span>
              {r.ok ? (
                <StateChip tone="reef" icon="check">
                  {say('results.fit')}
                </StateChip>
              ) : (
                <StateChip tone="achiote" icon="warning">
                  {say('results.not-fit')}
                </StateChip>
              )}
            </div>
            <strong>{r.name}</strong>
            {r.why ? <p className="notes">{r.why}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
