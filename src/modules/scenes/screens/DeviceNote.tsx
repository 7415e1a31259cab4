/** How this device stands: taken in or not, room, what waits; told only where somebody has something to do about it. */
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Problem } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { askToLast, roomSaid, useRoom } from '#ui/offline/room.ts'
import { signingDevice, takeDeviceIn } from '#ui/offline/signing.ts'
import { useWaiting } from '#ui/offline/use-kept.ts'
import { Unlock } from '#ui/offline/Unlock.tsx'
import { useSay } from '#ui/say.ts'

export function useSigningDevice(person: string): { id: string; name: string } | null | undefined {
  const [device, setDevice] = useState<{ id: string; name: string } | null | undefined>(undefined)
  useEffect(() => {
    let gone = false
    if (person !== '') void signingDevice(person).then((d) => gone || setDevice(d))
    return () => {
      gone = true
    }
  }, [person])
  return device
}

const nameOfDevice = (): string => {
  const kind = /iPad|Tablet/i.test(navigator.userAgent)
    ? 'Tablet'
    : /Mobi|Android/i.test(navigator.userAgent)
      ? 'Phone'
      : 'Computer'
  return `${kind} ${new Date().toISOString().slice(0, 10)}`
}

export function DeviceNote(): ReactNode {
  const say = useSay()
  const person = useMe()?.person.id ?? ''
  const device = useSigningDevice(person)
  const room = useRoom()
  const waiting = useWaiting(person)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const takeIn = async (): Promise<void> => {
    setBusy(true)
    try {
      await takeDeviceIn(person, nameOfDevice(), null)
      await askToLast()
      location.reload()
    } catch (cause) {
      setSaid(cause instanceof Problem ? cause.detail : say('scenes.take-in-pin'))
      setBusy(false)
    }
  }
  const refused = (waiting.rows ?? []).filter((a) => a.state === 'refused').length
  return (
    <>
      {waiting.shut === 'locked' ? <Unlock person={person} /> : null}
      {device === null && waiting.shut === null ? (
        <Note tone="slate" icon="phone" title={say('scenes.take-in')}>
          <div className="scene-device">
            {said ?? say('scenes.take-in-why')}
            <Button busy={busy} icon="key" onClick={() => void takeIn()}>
              {say('op.identity.register-device-key')}
            </Button>
          </div>
        </Note>
      ) : null}
      {room?.short ? (
        <Note tone="achiote" title={say('device.short')}>
          {roomSaid(room, say)}
        </Note>
      ) : null}
      {refused > 0 ? (
        <Note tone="achiote" title={say('scenes.refused-here', { n: refused })}>
          <Linked to="/scenes/handed-in">{say('op.identity.my-claims')}</Linked>
        </Note>
      ) : null}
    </>
  )
}
