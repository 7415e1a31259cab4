/** Undoing an import: why, and who consents where somebody else brought it. */
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'

interface Undoing {
  readonly id: string
  readonly fileName: string
  readonly created: number
  readonly mine: boolean
}

export function UndoDialog({
  of,
  onClose,
}: {
  readonly of: Undoing
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const undo = useTell('exchange.undo-import', { onDone: onClose })
  return (
    <Dialog title={`${say('op.exchange.undo-import')}: ${of.fileName}`} onClose={onClose}>
      <p>{say('exchange.undo-note', { cases: of.created })}</p>
      <Form
        name="exchange.undo-import"
        draft={false}
        fields={[
          { key: 'reason', label: say('exchange.undo-why'), kind: 'prose', required: true },
          ...(of.mine
            ? []
            : [
                {
                  key: 'person',
                  label: say('exchange.undo-second'),
                  kind: 'ref' as const,
                  required: true,
                  ask: {
                    name: 'identity.list-people',
                    label: (p: { name: string }) => p.name,
                    value: (p: { id: string }) => p.id,
                  },
                },
                {
                  key: 'pin',
                  label: say('exchange.undo-pin'),
                  kind: 'text' as const,
                  secret: true,
                  required: true,
                },
              ]),
        ]}
        sendLabel={say('op.exchange.undo-import')}
        problem={undo.problem}
        onSend={async ({ reason, ...coSigner }) =>
          void (await undo.tell(
            { import: of.id, ...(of.mine ? {} : { coSigner }) },
            { reason: String(reason) },
          ))
        }
      />
    </Dialog>
  )
}
