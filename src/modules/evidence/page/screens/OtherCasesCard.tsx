/** In which other cases a thing is evidence; nothing where it is of one case alone. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { CasesOfItem, ItemSeen } from '../../things/contract.ts'
import { why } from '../../things/screens/asks.ts'

export function OtherCasesCard({ item }: { item: ItemSeen }) {
  const say = useSay()
  const cases = useAsk<CasesOfItem>('evidence.cases-of-item', { item: item.id }).data
  const [taking, setTaking] = useState<string | null>(null)
  if (!cases || cases.others.length === 0) return null
  const may = item.actions.some((a) => a.operation === 'evidence.add-to-case' && a.ok)
  return (
    <Card title={say('evidence.oc-title')} aside={1 + cases.others.filter((o) => !o.ended).length}>
      <div className="fields">
        <div>
          <StateChip tone="maya" icon="case">
            {say('evidence.oc-primary')}
          </StateChip>{' '}
          <Linked to={`/cases/${cases.primary.id}`} mono>
            {cases.primary.number}
          </Linked>
        </div>
        {cases.others.map((o) => (
          <div key={`${o.case.id}${o.at}`} className={o.ended ? 'dim' : ''}>
            <StateChip tone="slate" icon={o.ended ? 'ban' : 'link'}>
              {say(o.ended ? 'evidence.oc-ended' : 'evidence.oc-also')}
            </StateChip>{' '}
            <Linked to={`/cases/${o.case.id}`} mono>
              {o.case.number}
            </Linked>{' '}
            {o.case.title}
            <p className="notes">
              {o.why} · {o.by}, {showInstant(o.at)}
            </p>
            {o.ended ? (
              <p className="notes">
                {o.ended.why} · {o.ended.by}, {showInstant(o.ended.at)}
              </p>
            ) : may ? (
              <Button plain icon="back" onClick={() => setTaking(o.case.id)}>
                {say('op.evidence.take-from-case')}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
      {taking ? <Taking item={item.id} from={taking} onClose={() => setTaking(null)} /> : null}
    </Card>
  )
}

function Taking({ item, from, onClose }: { item: string; from: string; onClose: () => void }) {
  const say = useSay()
  const act = useTell('evidence.take-from-case', { settles: ['evidence.'] })
  return (
    <Dialog title={say('op.evidence.take-from-case')} onClose={onClose}>
      <Form
        name={`evidence.take-from-case.${item}`}
        draft={false}
        problem={act.problem}
        fields={[why(say)]}
        sendLabel={say('op.evidence.take-from-case')}
        onSend={async (values) => {
          if (await act.tell({ item, case: from, ...values })) onClose()
        }}
      />
    </Dialog>
  )
}
