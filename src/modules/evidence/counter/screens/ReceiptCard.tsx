/** What was done at the counter: the number, the labels to print, the receipt for whoever brought it. */
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { z } from 'zod'
import type { SubmissionReceived } from '../contract.ts'
import { LabelDialog } from '../../things/screens/LabelDialog.tsx'

export function ReceiptCard(props: {
  done: { id: string; number: string }
  received?: z.output<typeof SubmissionReceived>
}) {
  const say = useSay()
  const [labels, setLabels] = useState(false)
  const { done, received } = props
  return (
    <Card
      tone={received ? 'reef' : 'achiote'}
      title={say(received ? 'evidence.r-done' : 'evidence.r-refused', { number: done.number })}
      aside={
        received ? (
          <Linked to={`/cases/${received.case.id}`} mono>
            {received.case.number}
          </Linked>
        ) : (
          <StateChip tone="achiote" icon="ban">
            {say('evidence.rc-nothing')}
          </StateChip>
        )
      }
    >
      <div className="fields">
        <ActRow>
          {received ? (
            <Act operation="evidence.print-label" icon="print" onAct={() => setLabels(true)}>
              {say('evidence.r-print-n', { n: received.items.length })}
            </Act>
          ) : null}
          <Button
            icon="file"
            onClick={() =>
              window.open(fileUrl('evidence.receipt', { submission: done.id }), '_blank', 'noopener')
            }
          >
            {say('op.evidence.receipt')}
          </Button>
          <Linked to={`/evidence/submissions/${done.id}`}>{say('evidence.r-look')}</Linked>
        </ActRow>
        {received ? (
          <Plain
            head={[say('evidence.s-number'), say('evidence.s-barcode')]}
            rows={received.items.map((i) => [
              <Linked key="n" to={`/evidence/items/${i.id}`} mono>
                {i.number}
              </Linked>,
              <Mono key="b">{i.barcode}</Mono>,
            ])}
          />
        ) : null}
      </div>
      {labels && received ? (
        <LabelDialog items={received.items.map((i) => i.id)} again={false} onClose={() => setLabels(false)} />
      ) : null}
    </Card>
  )
}
