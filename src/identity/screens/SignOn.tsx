/** Where the browser comes back to from the provider: the answer is handed in once, and the person is inside, or reads why not. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { FormField } from '#ui/FormField.tsx'
import { Note } from '#ui/Note.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { Door } from './Door.tsx'
import { placeField } from './sign-in-fields.ts'
import { goToProvider, takeFlow, useProvider } from './sign-on-flow.ts'
import { DEVICE, device } from './device-word.ts'

export default function SignOn(): ReactNode {
  const say = useSay()
  const provider = useProvider()
  // Taken out of the tab at once: an answer is good for one handing in.
  const [flow] = useState(takeFlow)
  const [place, setPlace] = useState('')
  const sent = useRef(false)
  const signOn = useTell<{ device: string; secondFactorDue: boolean }>('identity.sign-on', {
    onDone: (done) => {
      localStorage.setItem(DEVICE, done.device)
      location.replace(done.secondFactorDue ? '/me' : (flow?.to ?? '/'))
    },
  })
  const { tell, problem } = signOn
  useEffect(() => {
    if (sent.current || !flow) return
    sent.current = true
    void tell({
      answer: location.search.slice(1),
      flow: flow.flow,
      ...device(),
      ...(flow.place ? { place: flow.place } : {}),
    })
  }, [tell, flow])
  const again = async (): Promise<void> => {
    if (!(await goToProvider(flow?.to ?? '/', place))) location.assign('/sign-in')
  }
  return (
    <Door title={say('identity.sign-on-title')}>
      <div className="door-card">
        {problem ? (
          <Note tone="achiote">
            {problem.detail} {problem.next}
          </Note>
        ) : flow ? (
          <p>{say('identity.sign-on-coming', { name: provider ?? '' })}</p>
        ) : (
          <Note tone="maize">
            {say('identity.sign-on-refused')} {say('identity.next-sign-on-anew')}
          </Note>
        )}
        {problem?.code === 'identity.place-needed' ? (
          <FormField
            field={placeField(say)}
            path="place"
            value={place}
            faults={[]}
            onChange={(value) => setPlace(String(value))}
          />
        ) : null}
        {problem && problem.code !== 'identity.sign-on-unknown' ? (
          <Button icon="key" onClick={() => void again()}>
            {say('identity.sign-on-again')}
          </Button>
        ) : null}
      </div>
      <p>
        <a href="/sign-in">{say('op.identity.sign-in')}</a>
      </p>
    </Door>
  )
}
