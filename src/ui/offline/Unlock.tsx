/** The PIN of this device, asked where something sealed is needed. */
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../Button.tsx'
import { Note } from '../Note.tsx'
import { useSay } from '../say.ts'
import { LockedDevice, keyOf, recover } from './sealing.ts'
import { opened } from './store.ts'

export function Unlock(props: { person: string; onOpen?: () => void }): ReactNode {
  const say = useSay()
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    try {
      await keyOf(props.person, pin)
      opened()
      props.onOpen?.()
    } catch (problem) {
      const locked = problem instanceof LockedDevice ? problem : new LockedDevice('wrong-pin')
      setWrong(
        locked.code === 'wait'
          ? say('device.wait', { minutes: Math.ceil(locked.waitMs / 60_000) })
          : say('device.wrong-pin'),
      )
      setPin('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="form" onSubmit={(event) => void open(event)}>
      <Note tone="slate" title={say('device.locked')}>
        {say('device.locked-next')}
      </Note>
      {wrong ? <Note tone="achiote">{wrong}</Note> : null}
      <PinField label={say('device.pin')} value={pin} onChange={setPin} />
      <Button primary type="submit" busy={busy}>
        {say('device.open')}
      </Button>
      <Forgotten
        person={props.person}
        onOpen={() => {
          opened()
          props.onOpen?.()
        }}
      />
    </form>
  )
}

/** Whoever looks after this person reads out the code that the service keeps; with it a new PIN is set. */
function Forgotten(props: { person: string; onOpen: () => void }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState(false)
  if (!open) return <Button onClick={() => setOpen(true)}>{say('device.forgotten')}</Button>
  const go = (): void => {
    recover(props.person, code, pin).then(props.onOpen, () => setWrong(true))
  }
  return (
    <>
      <p>{say('device.forgotten-how')}</p>
      {wrong ? <Note tone="achiote">{say('device.wrong-code')}</Note> : null}
      <label className="field">
        <span className="field-label">{say('device.recovery-code')}</span>
        <input
          className="input mono"
          autoComplete="off"
          autoCapitalize="characters"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <PinField label={say('device.pin-new')} value={pin} onChange={setPin} />
      <Button off={pin.length < 6 || code.length < 20} onClick={go}>
        {say('device.open-with-code')}
      </Button>
    </>
  )
}

function PinField(props: { label: string; value: string; onChange: (pin: string) => void }): ReactNode {
  return (
    <label className="field">
      <span className="field-label">{props.label}</span>
      <input
        className="input"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}
