/** The first five minutes: the word from the console, the service's name, the first administrator, the laboratory. */
import { useEffect, useState, type ReactNode } from 'react'
import { Skeleton } from '#ui/Asked.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { type Problem, offline, problemOf } from '#ui/problem.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { Door } from './Door.tsx'

/** A laboratory that the installation brings along. */
interface Offered {
  readonly name: string
  readonly en: string
  readonly es: string
}

export default function SetUp(): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [ready, setReady] = useState(false)
  const [laboratories, setLaboratories] = useState<readonly Offered[] | null>(null)
  useEffect(() => {
    void fetch('/api/setup-state')
      .then((answer) => answer.json() as Promise<{ laboratories: readonly Offered[] }>)
      .then((state) => setLaboratories(state.laboratories))
      .catch(() => setProblem(offline(say('kit.offline-now'))))
    // Asked once, when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const answer = await fetch('/api/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ ...values, language }),
    }).catch(() => null)
    if (answer === null) setProblem(offline(say('kit.offline-now')))
    else if (answer.ok) setReady(true)
    else setProblem(await problemOf(answer))
  }
  if (ready) {
    return (
      <Door title={say('identity.setup-done')}>
        <p>{say('identity.setup-done-text')}</p>
        <a className="button primary" href="/sign-in">
          {say('op.identity.sign-in')}
        </a>
      </Door>
    )
  }
  // The form begins once it knows what it offers: nothing that was typed is lost to an answer that comes late.
  if (laboratories === null) {
    return (
      <Door title={say('identity.setup-title')}>
        {problem ? <Note tone="achiote">{problem.detail}</Note> : <Skeleton lines={6} />}
      </Door>
    )
  }
  return (
    <Door title={say('identity.setup-title')}>
      <p>{say('identity.setup-text')}</p>
      <div className="door-card">
        <Form
          name="identity.set-up"
          draft={false}
          fields={[
            {
              key: 'token',
              label: say('identity.field-setup-token'),
              help: say('identity.help-setup-token'),
              kind: 'text',
              required: true,
            },
            {
              key: 'name',
              label: say('identity.field-service'),
              help: say('identity.help-service'),
              kind: 'text',
              required: true,
            },
            {
              key: 'lab',
              label: say('identity.field-lab'),
              kind: 'choice',
              required: true,
              options: laboratories.map((lab) => ({ value: lab.name, label: lab[language] })),
            },
            {
              key: 'person',
              label: say('identity.field-your-name'),
              kind: 'text',
              required: true,
              autoComplete: 'name',
            },
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
              help: say('identity.help-password'),
              kind: 'text',
              required: true,
              secret: true,
              autoComplete: 'new-password',
            },
          ]}
          initial={{ lab: laboratories[0]?.name }}
          onSend={send}
          problem={problem}
          sendLabel={say('identity.setup-send')}
        />
      </div>
    </Door>
  )
}
