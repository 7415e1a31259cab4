/** Who may have which papers of this death, by the laboratory's rule for each asker: all at once, or why not yet. */
import type { ReactNode } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { RecordsSeen } from '../contract/records.ts'

export function RecordsCard({ death }: { death: string }): ReactNode {
  const say = useSay()
  const list = useAsk<RecordsSeen>('death.records-for', { death })
  return (
    <Card title={say('death.card-records')}>
      <Asked of={list}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p className="dim">{say('death.records-empty')}</p> : null}
            <ul className="death-list">
              {items.map((i) => (
                <li key={i.code}>
                  <span style={{ color: i.ok ? 'var(--reef)' : 'var(--maize)' }}>
                    <Icon name={i.ok ? 'circle-check' : 'hand-stop'} size={16} />
                  </span>
                  <span>
                    <strong>{i.name}</strong>
                    <small>
                      {i.ok ? say('death.records-ready') : [i.why, i.next].filter(Boolean).join(' ')}
                    </small>
                    {i.parts.length > 0 ? (
                      <small>
                        {i.parts
                          .map((p) => `${say(`death.part-${p.part}`)}: ${say(`death.part-state-${p.state}`)}`)
                          .join(' · ')}
                      </small>
                    ) : null}
                  </span>
                  <span />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </Card>
  )
}
