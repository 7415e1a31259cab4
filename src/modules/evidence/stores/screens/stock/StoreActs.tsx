/** What one does with a whole place: count it, open it by count, register what stands in it without a record, carry it out. */
import { useState } from 'react'
import { Act, type ActionVerdict } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Page.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { useNavigate } from '@tanstack/react-router'
import type { PlaceSeen } from '../../contract.ts'
import { StartDialog } from './StockTakesPage.tsx'

export function StoreActs({ here, actions }: { here: PlaceSeen | null; actions: readonly ActionVerdict[] }) {
  const say = useSay()
  const go = useNavigate()
  const mayCarry = useMay('evidence.evacuation-list')
  const [asking, setAsking] = useState<'count' | 'open' | null>(null)
  const opening = useTell('evidence.open-store', { settles: ['evidence.'] })
  return (
    <Card title={say('evidence.st-count-card')}>
      <div className="store-acts">
        <Act operation="evidence.start-stock-take" icon="checklist" onAct={() => setAsking('count')} />
        {here ? (
          <>
            <Act
              operation="evidence.register-found-item"
              icon="add"
              to={`/evidence/places/${here.id}/register`}
            />
            <Act
              operation="evidence.open-store"
              icon="door-enter"
              actions={actions}
              onAct={() => setAsking('open')}
            />
          </>
        ) : null}
        {mayCarry ? (
          <Button
            icon="route"
            onClick={() =>
              void go({ to: here ? `/evidence/places/${here.id}/evacuation` : '/evidence/evacuation' })
            }
          >
            {say('op.evidence.evacuation-list')}
          </Button>
        ) : null}
      </div>
      {asking === 'count' ? (
        <StartDialog
          {...(here ? { place: { id: here.id, name: here.name } } : {})}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'open' && here ? (
        <Dialog title={say('op.evidence.open-store')} onClose={() => setAsking(null)}>
          <p className="notes">{say('evidence.st-open-help', { name: here.name })}</p>
          <Form
            name="evidence.open-store"
            draft={false}
            problem={opening.problem}
            sendLabel={say('op.evidence.open-store')}
            fields={[{ key: 'words', label: say('evidence.d-words'), kind: 'text' }]}
            onSend={async (values) => {
              if (await opening.tell({ place: here.id, ...values })) setAsking(null)
            }}
          />
        </Dialog>
      ) : null}
    </Card>
  )
}
