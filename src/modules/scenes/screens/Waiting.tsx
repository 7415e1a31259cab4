/** What stands on this device alone until the server has it: each act with its state; said before anybody closes the lid. */
import { type ReactNode, useEffect, useState } from 'react'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { quietMs } from '#ui/attended.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { WaitingAct } from '#ui/offline/waiting.ts'
import { minutesLeft } from '../rules/going-on.ts'

export function Waiting(props: { acts: readonly WaitingAct[]; unproved: number }): ReactNode {
  const say = useSay()
  const { acts, unproved } = props
  if (acts.length === 0)
    return unproved > 0 ? (
      <p className="scene-quiet" role="status">
        {say('scenes.until-proved', { n: unproved })}
      </p>
    ) : null
  const bytes = acts.filter((a) => a.files.length > 0).length
  return (
    <Card
      title={say('scenes.kept-waiting', { n: acts.length })}
      aside={bytes > 0 ? say('scenes.of-which-photos', { n: bytes }) : undefined}
    >
      <GoesOn />
      <ul className="scene-waiting">
        {acts.slice(-12).map((a) => (
          <li key={a.id}>
            <span>{a.label}</span>
            <span className="scene-quiet">{showInstant(a.occurredAt)}</span>
            {a.state === 'refused' ? (
              <StateChip tone="achiote" icon="warning">
                {a.why ?? say('device.refused')}
              </StateChip>
            ) : (
              <StateChip tone="maize" icon="cloud-off">
                {say('scenes.kept-on-device')}
              </StateChip>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const LOOK_MS = 15_000
/** Said long before the hour is over: sending ends with the session, and a touch is enough. */
function GoesOn(): ReactNode {
  const say = useSay()
  const minutes = useMe()?.idleMinutes ?? 60
  const [quiet, setQuiet] = useState(quietMs)
  useEffect(() => {
    const timer = setInterval(() => setQuiet(quietMs()), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  const left = minutesLeft(quiet, minutes)
  return left === null ? (
    <p className="scene-quiet">{say('scenes.sending-while', { minutes })}</p>
  ) : (
    <Note tone="maize" icon="clock" title={say('scenes.sending-ends', { n: left })}>
      {say('scenes.sending-ends-next')}
    </Note>
  )
}
