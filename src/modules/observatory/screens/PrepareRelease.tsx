/** The table on screen as a release: two titles, then counted, hidden and kept. */
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { Asked } from './question.ts'

export function PrepareRelease(props: { asked: Asked; title: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const prepare = useTell<{ id: string }>('observatory.prepare-release')
  const { dataset, rows, columns, measure, where } = props.asked
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const out = await prepare.tell({
      title: values.title,
      titleEs: values.titleEs,
      question: { dataset, rows, columns: columns || null, measure, where },
    })
    if (out) void navigate({ to: `/observatory/releases/${out.id}` as never })
  }
  return (
    <Dialog title={say('op.observatory.prepare-release')} onClose={props.onClose}>
      <p>{say('observatory.prepare-will')}</p>
      <Form
        name="observatory.prepare-release"
        draft={false}
        initial={{ title: props.title }}
        fields={[
          { key: 'title', label: say('observatory.title-en'), kind: 'text', required: true },
          { key: 'titleEs', label: say('observatory.title-es'), kind: 'text', required: true },
        ]}
        sendLabel={say('op.observatory.prepare-release')}
        problem={prepare.problem}
        onSend={send}
      />
    </Dialog>
  )
}
