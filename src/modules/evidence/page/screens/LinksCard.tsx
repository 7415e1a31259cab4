/** What somebody says binds a thing to others, how strongly and on what; taken back here with a reason. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ItemSeen } from '../../things/contract.ts'
import { why } from '../../things/screens/asks.ts'

const looks = {
  strong: ['reef', 'check'],
  weak: ['maize', 'warning'],
  absent: ['slate', 'ban'],
} as const

export function LinksCard({ item }: { item: ItemSeen }) {
  const say = useSay()
  const [back, setBack] = useState<string | null>(null)
  if (item.links.length === 0) return null
  return (
    <Card title={say('evidence.lk-title')} aside={item.links.length}>
      <div className="fields">
        {item.links.map((l) => {
          const [tone, icon] = looks[l.strength]
          return (
            <div key={l.id} className={l.retracted ? 'dim' : ''}>
              <StateChip tone={l.retracted ? 'slate' : tone} icon={l.retracted ? 'ban' : icon}>
                {say(`evidence.lk-${l.strength}`)}
              </StateChip>{' '}
              <Linked to={`/evidence/items/${l.item.id}`} mono>
                {l.item.number}
              </Linked>{' '}
              {l.item.description}
              <p className="notes">
                {l.basis} · {l.by}, {showInstant(l.at)}
              </p>
              {l.retracted ? (
                <p className="notes">
                  {say('evidence.lk-retracted', { name: l.retracted.by, why: l.retracted.why })}
                </p>
              ) : item.asOf ? null : (
                <Button plain icon="back" onClick={() => setBack(l.id)}>
                  {say('op.evidence.retract-link')}
                </Button>
              )}
            </div>
          )
        })}
      </div>
      {back ? <Retract link={back} onClose={() => setBack(null)} /> : null}
    </Card>
  )
}

function Retract({ link, onClose }: { link: string; onClose: () => void }) {
  const say = useSay()
  const act = useTell('evidence.retract-link', { settles: ['evidence.'] })
  return (
    <Dialog title={say('op.evidence.retract-link')} onClose={onClose}>
      <Form
        name={`evidence.retract-link.${link}`}
        draft={false}
        problem={act.problem}
        fields={[why(say)]}
        sendLabel={say('op.evidence.retract-link')}
        onSend={async (values) => {
          if (await act.tell({ link, ...values })) onClose()
        }}
      />
    </Dialog>
  )
}
