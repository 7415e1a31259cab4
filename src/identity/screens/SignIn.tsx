/** The door: a passkey first, else name and password, with the code of a second factor when it is asked for; in a demonstration, one click. */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { FormField } from '#ui/FormField.tsx'
import { Note } from '#ui/Note.tsx'
import { useTell } from '#ui/client.ts'
import { dropAtDoor } from '#ui/drafts.ts'
import { beNoKiosk } from '#ui/kiosk.ts'
import { canPasskey, passkeyForSignIn, wasLeft } from '#ui/passkey.ts'
import { useSay } from '#ui/say.ts'
import { DemoPeople, type Demonstration } from './DemoPeople.tsx'
import { PasskeyPlace } from './PasskeyPlace.tsx'
import { Door } from './Door.tsx'
import { DEVICE, device } from './device-word.ts'
import { goToProvider, useProvider } from './sign-on-flow.ts'
import { placeField, signInFields } from './sign-in-fields.ts'
import { wayIn } from './way-in.ts'

const enter = (): void => location.assign(wayIn(location.search, location.origin))

export default function SignIn(): ReactNode {
  const say = useSay()
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const [place, setPlace] = useState('')
  const [demo, setDemo] = useState<Demonstration | null>(null)
  const signIn = useTell<{ device: string; secondFactorDue: boolean }>('identity.sign-in', {
    onDone: (done) => {
      localStorage.setItem(DEVICE, done.device)
      if (done.secondFactorDue) location.assign('/me')
      else enter()
    },
  })
  const { tell } = signIn
  const [passkeyBusy, setPasskeyBusy] = useState(false)
  const [passkeyFault, setPasskeyFault] = useState(false)
  // The list of the name field and the button may both be answered: the first one enters, the other is let go.
  const entering = useRef(false)
  const byPasskey = useCallback(
    async (fill: boolean): Promise<void> => {
      try {
        const passkey = await passkeyForSignIn(fill)
        if (passkey !== null) {
          if (entering.current) return
          entering.current = true
          entering.current = (await tell({ passkey, ...device(), ...(place ? { place } : {}) })) !== undefined
        } else if (!fill) setPasskeyFault(true)
      } catch (cause) {
        if (!fill && !wasLeft(cause)) setPasskeyFault(true)
      }
    },
    [tell, place],
  )
  const provider = useProvider()
  const [providerDown, setProviderDown] = useState(false)
  const { problem } = signIn
  // Once it was asked for, the field stays, whatever the next answer is.
  if (problem && !asked.has(problem.code)) setAsked(new Set([...asked, problem.code]))
  useEffect(() => {
    // The browser offers its passkeys in the list of the name field, where it can.
    const soon = setTimeout(() => void (canPasskey() && byPasskey(true)), 0)
    return () => clearTimeout(soon)
  }, [byPasskey])
  useEffect(() => {
    dropAtDoor()
    beNoKiosk()
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
        {provider ? (
          <Button
            icon="key"
            onClick={() =>
              void goToProvider(wayIn(location.search, location.origin), place).then((gone) =>
                setProviderDown(!gone),
              )
            }
          >
            {say('identity.sign-on-with', { name: provider })}
          </Button>
        ) : null}
        {providerDown ? (
          <Note tone="maize">
            {say('identity.sign-on-down')} {say('identity.next-local-way')}
          </Note>
        ) : null}
        {canPasskey() ? (
          <>
            <Button
              primary
              icon="fingerprint"
              busy={passkeyBusy}
              onClick={() => {
                setPasskeyFault(false)
                setPasskeyBusy(true)
                void byPasskey(false).finally(() => setPasskeyBusy(false))
              }}
            >
              {say('identity.with-passkey')}
            </Button>
            {asked.has('identity.place-needed') ? (
              <FormField
                field={placeField(say)}
                path="place"
                value={place}
                faults={[]}
                onChange={(value) => setPlace(String(value))}
              />
            ) : null}
            {passkeyFault ? <Note tone="maize">{say('identity.passkey-did-not')}</Note> : null}
            <div className="door-or">
              <span>{say('identity.or')}</span>
            </div>
          </>
        ) : (
          <PasskeyPlace door />
        )}
        <Form
          name="identity.sign-in"
          draft={false}
          fields={signInFields(say, asked)}
          onSend={async (values) => void (await signIn.tell({ ...values, ...device() }))}
          problem={signIn.problem}
          sendLabel={say('op.identity.sign-in')}
        />
      </div>
      {demo ? null : (
        <p>
          {say('identity.door-help')} <a href="/recover">{say('identity.have-code')}</a>
        </p>
      )}
    </Door>
  )
}
