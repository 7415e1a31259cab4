/** The panel that asks for the person again before something is signed: passkey or PIN, and what will be recorded. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import { useAsk } from './client.ts'
import type { Me } from './me.ts'
import { canPasskey, passkeyAnswer, wasLeft } from './passkey.ts'
import { useSay } from './say.ts'
import { type StepUpAsk, stepUpPanelIs } from './step-up.ts'

/** Stands once in the ground; the client opens it when the server answers step-up-required. */
export function StepUpHost(): ReactNode {
  const [open, setOpen] = useState<{ ask: StepUpAsk; answer: (proof: string | null) => void } | null>(null)
  useEffect(() => {
    stepUpPanelIs(
      (ask) =>
        new Promise((resolve) =>
          setOpen({
            ask,
            answer: (proof) => {
              setOpen(null)
              resolve(proof)
            },
          }),
        ),
    )
    return () => stepUpPanelIs(null)
  }, [])
  return open ? <StepUpPanel ask={open.ask} answer={open.answer} /> : null
}

export function StepUpPanel(props: { ask: StepUpAsk; answer: (proof: string | null) => void }): ReactNode {
  const say = useSay()
  // The host stands outside of the signed-in shell: it asks for itself, and finds the answer that the shell has.
  const me = useAsk<Me>('identity.who-am-i').data
  const byPasskey = (me?.passkeys ?? 0) > 0 && canPasskey()
  const byPin = me?.hasPin ?? !byPasskey
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState<'pin' | 'passkey' | null>(null)
  const [fault, setFault] = useState<string | undefined>()
  const prove = async (way: 'pin' | 'passkey', how: () => Promise<Parameters<StepUpAsk['prove']>[0]>) => {
    if (busy) return
    setBusy(way)
    setFault(undefined)
    try {
      props.answer(await props.ask.prove(await how()))
    } catch (cause) {
      if (!wasLeft(cause)) setFault(cause instanceof Error ? cause.message : String(cause))
      setPin('')
      setBusy(null)
    }
  }
  const sign = (event: FormEvent): void => {
    event.preventDefault()
    if (pin !== '') void prove('pin', async () => ({ pin }))
  }
  return (
    <Dialog title={say('kit.step-up')} onClose={() => props.answer(null)}>
      <form onSubmit={sign} noValidate>
        <div className="note tone-mahogany">
          <div>
            <div className="note-title">{me?.person.name}</div>
            {say('kit.step-up-will', { act: say(`op.${props.ask.operation}`) })}
          </div>
        </div>
        {byPasskey ? (
          <Button
            primary
            icon="key"
            busy={busy === 'passkey'}
            onClick={() => void prove('passkey', async () => ({ passkey: await passkeyAnswer() }))}
          >
            {say('kit.sign-passkey')}
          </Button>
        ) : null}
        {byPin ? (
          <FieldFrame
            label={say(byPasskey ? 'kit.pin-instead' : 'kit.pin')}
            help={say('kit.pin-help')}
            error={fault}
          >
            {(field) => (
              <input
                {...field}
                className="input mono"
                type="password"
                inputMode="numeric"
                autoComplete="off"
                autoFocus={!byPasskey}
                value={pin}
                onChange={(e) => {
                  setPin(e.target.value)
                  setFault(undefined)
                }}
              />
            )}
          </FieldFrame>
        ) : !byPasskey ? (
          <div className="note tone-maize">
            <div>
              {say('kit.no-pin')} <a href="/me">{say('kit.to-account')}</a>
            </div>
          </div>
        ) : fault ? (
          <p className="field-error" role="alert">
            {fault}
          </p>
        ) : null}
        <footer className="acts">
          <Button onClick={() => props.answer(null)}>{say('kit.cancel')}</Button>
          {byPin ? (
            <Button type="submit" primary={!byPasskey} icon="sign" busy={busy === 'pin'}>
              {say(byPasskey ? 'kit.sign-pin' : 'kit.sign')}
            </Button>
          ) : null}
        </footer>
      </form>
    </Dialog>
  )
}
