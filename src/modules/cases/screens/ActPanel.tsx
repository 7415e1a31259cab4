/** One act on a case, asked for in a card on the page: its fields, its reason, and what will be recorded. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Page.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { fieldsOfAct, needReason } from './fields.ts'
import { said } from '../said.ts'

export function ActPanel(props: { readonly caseId: string; readonly operation: string; readonly fixed?: Readonly<Record<string, string>>; readonly onClose: () => void }) {
  const { caseId, operation, fixed, onClose } = props
  const say = useSay()
  const act = useTell<{ id: string }>(operation, { settles: ['cases.'], onDone: onClose })
  const [sent, setSent] = useState(false)
  const reason = needReason.has(operation)
  const fields = [...fieldsOfAct(operation, say), ...(reason ? [{ key: 'reason', label: say('cases.form-reason'), kind: 'prose' as const, required: true, ...(operation === 'cases.unmask-party' ? { help: say('cases.unmask-why') } : {}) }] : [])]
  const send = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    setSent(true)
    const { reason: why, file, ...rest } = said(values) as Record<string, unknown> & { reason?: string; file?: unknown }
    const sha = typeof file === 'string' ? file : (file as { sha256?: string } | undefined)?.sha256
    await act.tell({ case: caseId, ...fixed, ...rest, ...(sha ? { file: sha } : {}) }, why ? { reason: why } : {})
    setSent(false)
  }
  return (
    <Card title={say(`op.${operation}`)} aside={<Button plain onClick={onClose}>{say('cases.cancel')}</Button>}>
      <Form name={`${operation}.${caseId}`} fields={fields} onSend={send} problem={act.problem} sendLabel={say(`op.${operation}`)} draft={!sent} columns={2} />
    </Card>
  )
}
