/** One act on a case, asked for in a panel over the page: its fields, its reason, and what will be recorded. */
import { useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { fieldsOfAct, needReason } from './fields.ts'
import { said } from './said.ts'

export function ActPanel(props: {
  readonly caseId: string
  readonly operation: string
  readonly fixed?: Readonly<Record<string, string>>
  readonly onClose: () => void
}) {
  const { caseId, operation, fixed, onClose } = props
  const say = useSay()
  const act = useTell<{ id: string }>(operation, { settles: ['cases.'], onDone: onClose })
  const [sent, setSent] = useState(false)
  const reason = needReason.has(operation)
  const fields = [
    ...fieldsOfAct(operation, say),
    ...(reason
      ? [
          {
            key: 'reason',
            label: say('cases.form-reason'),
            kind: 'prose' as const,
            required: true,
            ...(operation === 'cases.unmask-party' ? { help: say('cases.unmask-why') } : {}),
          },
        ]
      : []),
  ]
  const send = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    setSent(true)
    const {
      reason: why,
      file,
      ...rest
    } = said(values) as Record<string, unknown> & { reason?: string; file?: unknown }
    const sha = typeof file === 'string' ? file : (file as { sha256?: string } | undefined)?.sha256
    await act.tell(
      { case: caseId, ...fixed, ...rest, ...(sha ? { file: sha } : {}) },
      why ? { reason: why } : {},
    )
    setSent(false)
  }
  return (
    <Dialog title={say(`op.${operation}`)} onClose={onClose} wide={fields.length > 3}>
      <Form
        name={`${operation}.${caseId}`}
        fields={fields}
        onSend={send}
        problem={act.problem}
        sendLabel={say(`op.${operation}`)}
        draft={!sent}
        columns={fields.length > 3 ? 2 : 1}
      />
    </Dialog>
  )
}
