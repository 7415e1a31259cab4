/** The door at the machine of a counter: whoever brings something without having announced it comes in, writes it down, and is let out. */
import { type ReactNode, useEffect, useState } from 'react'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { dropAtDoor } from '#ui/drafts.ts'
import { beKiosk } from '#ui/kiosk.ts'
import { useSay } from '#ui/say.ts'
import { Door } from './Door.tsx'
import { signInFields } from './sign-in-fields.ts'

export default function Kiosk(): ReactNode {
  const say = useSay()
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const signIn = useTell<{ device: string }>('identity.sign-in', {
    onDone: () => location.assign('/portal/announce'),
  })
  const code = signIn.problem?.code
  if (code && !asked.has(code)) setAsked(new Set([...asked, code]))
  useEffect(() => {
    dropAtDoor()
    beKiosk()
  }, [])
  return (
    <Door title={say('identity.kiosk-title')}>
      <p>{say('identity.kiosk-words')}</p>
      <div className="door-card">
        <Form
          name="identity.kiosk"
          draft={false}
          fields={signInFields(say, asked, 'off')}
          onSend={async (values) => void (await signIn.tell({ ...values, kiosk: true }))}
          problem={signIn.problem}
          sendLabel={say('identity.kiosk-begin')}
        />
      </div>
      <p className="dim">{say('identity.kiosk-without')}</p>
    </Door>
  )
}
