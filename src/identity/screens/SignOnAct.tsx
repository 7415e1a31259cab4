/** On the page of a person: which account of the provider is theirs, said with the code that they were shown, or no longer. */
import { useState, type ReactNode } from 'react'
import { Act } from '#ui/Act.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { SignOnLinked } from '../contract/sign-on.ts'

export function SignOnAct({
  of: p,
}: {
  of: { id: string; actions: readonly { operation: string; ok: boolean; why?: string; next?: string }[] }
}): ReactNode {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const link = useTell<SignOnLinked>('identity.link-sign-on')
  const unlink = useTell('identity.unlink-sign-on')
  const end = async (): Promise<void> => {
    const sure = await confirm({
      title: say('op.identity.unlink-sign-on'),
      will: say('identity.will-unlink'),
      reason: 'required',
      danger: true,
    })
    if (sure) await unlink.tell({ person: p.id }, { reason: sure.reason })
  }
  const offered = (operation: string): boolean => p.actions.some((a) => a.operation === operation)
  return (
    <>
      {offered('identity.link-sign-on') ? (
        <Act
          operation="identity.link-sign-on"
          actions={[...p.actions]}
          icon="key"
          onAct={() => setAsking(true)}
        />
      ) : null}
      {offered('identity.unlink-sign-on') ? (
        <Act operation="identity.unlink-sign-on" actions={[...p.actions]} onAct={() => void end()} />
      ) : null}
      {asking ? (
        <Dialog title={say('op.identity.link-sign-on')} onClose={() => setAsking(false)}>
          {link.done ? (
            <Note tone="reef">{say('identity.sign-on-linked-as', { name: link.done.name ?? '–' })}</Note>
          ) : (
            <Form
              name="identity.link-sign-on"
              draft={false}
              fields={[
                {
                  key: 'code',
                  label: say('identity.field-sign-on-code'),
                  help: say('identity.sign-on-code-help'),
                  placeholder: 'xxxx-xxxx-xxxx',
                  kind: 'text',
                  required: true,
                },
              ]}
              onSend={async (values) => void (await link.tell({ person: p.id, ...values }))}
              problem={link.problem}
              sendLabel={say('op.identity.link-sign-on')}
            />
          )}
        </Dialog>
      ) : null}
    </>
  )
}
