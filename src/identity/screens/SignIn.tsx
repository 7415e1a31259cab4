/** The door: name, password, and the code of the second factor when it is asked for; in a demonstration, one click. */
import { useEffect, useState, type ReactNode } from 'react'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { DemoPeople, type Demonstration } from './DemoPeople.tsx'
import { Door } from './Door.tsx'

/** Where the person wanted to go before the door; only a path of our own. */
function enter(): void {
  const to = new URLSearchParams(location.search).get('to') ?? '/'
  location.assign(/^\/(?!\/)/.test(to) ? to : '/')
}

export default function SignIn(): ReactNode {
  const say = useSay()
  const [codeAsked, setCodeAsked] = useState(false)
  const [demo, setDemo] = useState<Demonstration | null>(null)
  const signIn = useTell('identity.sign-in', { onDone: enter })
  const { problem } = signIn
  // Once it was asked for, the field stays, whatever the next answer is.
  if (!codeAsked && ['identity.code-needed', 'identity.passkey-needed'].includes(problem?.code ?? ''))
    setCodeAsked(true)
  useEffect(() => {
    void fetch('/api/setup-state')
      .then((r) => r.json())
      .then((state: { needed?: boolean }) => state.needed && location.assign('/set-up'))
      .catch(() => undefined)
    void fetch('/api/demo/people')
      .then((r) => (r.ok ? r.json() : null))
      .then(setDemo)
      .catch(() => undefined)
  }, [])
  return (
    <Door title={say('identity.door-title')} wide={demo !== null}>
      {demo ? <DemoPeople {...demo} onIn={enter} /> : null}
      <div className="door-card">
        <Form
          name="identity.sign-in"
          draft={false}
          fields={[
            {
              key: 'username',
              label: say('identity.field-username'),
              kind: 'text',
              required: true,
              autoComplete: 'username',
            },
            {
              key: 'password',
              label: say('identity.field-password'),
              kind: 'text',
              required: true,
              secret: true,
              autoComplete: 'current-password',
            },
            ...(codeAsked
              ? [
                  {
                    key: 'code',
                    label: say('identity.field-code'),
                    help: say('identity.code-needed'),
                    kind: 'text' as const,
                    required: true,
                    autoComplete: 'one-time-code',
                  },
                ]
              : []),
          ]}
          onSend={async (values) => void (await signIn.tell(values))}
          problem={signIn.problem}
          sendLabel={say('op.identity.sign-in')}
        />
      </div>
      {demo ? null : <p>{say('identity.door-help')}</p>}
    </Door>
  )
}
