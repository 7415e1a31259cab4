/** The panel that asks for the person again before something is signed: PIN, and what will be recorded. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import { useMe } from './me.ts'
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
  const me = useMe()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>()
  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || pin === '') return
    setBusy(true)
    try {
      props.answer(await props.ask.prove({ pin }))
    } catch (cause) {
      setFault(cause instanceof Error ? cause.message : String(cause))
      setPin('')
      setBusy(false)
    }
  }
  return (
    <Dialog title={say('kit.step-up')} onClose={() => props.answer(null)}>
      <form onSubmit={(event) => void sign(event)} noValidate>
        <div className="note tone-mahogany">
          <div>
            <div className="note-title">{me?.person.name}</div>
            {say('kit.step-up-will', { act: say(`op.${props.ask.operation}`) })}
          </div>
        </div>
        <FieldFrame label={say('kit.pin')} help={say('kit.pin-help')} error={fault}>
          {(field) => (
            <input
              {...field}
              className="input mono"
              type="password"
              inputMode="numeric"
              autoComplete="off"
              autoFocus
              value={pin}
              onChange={(e) => {
                setPin(e.target.value)
                setFault(undefined)
              }}
            />
          )}
        </FieldFrame>
        <footer className="acts">
          <Button onClick={() => props.answer(null)}>{say('kit.cancel')}</Button>
          <Button type="submit" primary icon="sign" busy={busy}>
            {say('kit.sign')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
