/** What is filled in before a request moves to another laboratory: where to, and why. */
import type { ReactNode } from 'react'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { Panel, type PanelProps } from './panels.tsx'

export function TransferPanel({ request, onDone }: PanelProps): ReactNode {
  const say = useSay()
  const move = useTell('work.transfer-request', { onDone })
  return (
    <Panel operation="work.transfer-request" onDone={onDone}>
      <Form
        name={`work.transfer.${request.id}`}
        draft={false}
        fields={[
          {
            key: 'toUnit',
            label: say('work.field-to-unit'),
            help: say('work.help-transfer'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'identity.list-units',
              label: (u: { name: string }) => u.name,
              value: (u: { id: string }) => u.id,
            },
          },
          { key: 'reason', label: say('work.field-why'), kind: 'prose', rows: 2, required: true },
        ]}
        problem={move.problem}
        onSend={async ({ reason, ...v }) =>
          void (await move.tell({ request: request.id, ...v }, { reason: String(reason) }))
        }
        sendLabel={say('op.work.transfer-request')}
      />
    </Panel>
  )
}
