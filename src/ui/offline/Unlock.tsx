/** The PIN of this device, asked where something sealed is needed. */
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../Button.tsx'
import { Note } from '../Note.tsx'
import { useSay } from '../say.ts'
import { LockedDevice, keyOf } from './sealing.ts'
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
      <label className="field">
        <span className="field-label">{say('device.pin')}</span>
        <input
          className="input"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => setPin(event.target.value)}
        />
      </label>
      <Button primary type="submit" busy={busy}>
        {say('device.open')}
      </Button>
    </form>
  )
}
