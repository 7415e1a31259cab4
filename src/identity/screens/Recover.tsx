/** The way back: one half of the code from who opened it, the other from the second person; then a new password. */
import { useState, type ReactNode } from 'react'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { Door } from './Door.tsx'

export default function Recover(): ReactNode {
  const say = useSay()
  // What stands behind the number sign never left this browser.
  const [given] = useState(() => location.hash.slice(1).replace(/(.{4})(?=.)/g, '$1-'))
  const recover = useTell<{ username: string }>('identity.recover-account')
  if (recover.done) {
    return (
      <Door title={say('identity.recovered')}>
        <Note tone="reef">{say('identity.recovered-text', { name: recover.done.username })}</Note>
        <a className="button primary" href="/sign-in">
          {say('op.identity.sign-in')}
        </a>
      </Door>
    )
  }
  return (
    <Door title={say('op.identity.recover-account')}>
      <p>{say('identity.recover-text')}</p>
      <div className="door-card">
        <Form
          name="identity.recover"
          draft={false}
          initial={{ code: given }}
          fields={[
            {
              key: 'code',
              label: say('identity.field-first-half'),
              kind: 'text',
              required: true,
              placeholder: 'xxxx-xxxx-xxxx-xxxx',
            },
            {
              key: 'second',
              label: say('identity.field-second-half'),
              help: say('identity.help-second-half'),
              kind: 'text',
              placeholder: 'xxxx-xxxx-xxxx',
            },
            {
              key: 'newPassword',
              label: say('identity.field-new-password'),
              help: say('identity.help-password'),
              kind: 'text',
              required: true,
              secret: true,
              autoComplete: 'new-password',
            },
          ]}
          onSend={async (values) => void (await recover.tell(values))}
          problem={recover.problem}
          sendLabel={say('identity.recover-send')}
        />
      </div>
      <p>
        <a href="/sign-in">{say('op.identity.sign-in')}</a>
      </p>
    </Door>
  )
}
