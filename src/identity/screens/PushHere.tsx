/** Notices in this browser while it is shut: turned on by the person, who is told what the maker of the browser learns by it. */
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { type PushState, pushEndpoint, pushState, subscribePush, unsubscribePush } from '#ui/offline/push.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { PushDevices } from '../contract/push.ts'

export function PushHere(): ReactNode {
  const say = useSay()
  const asked = useAsk<PushDevices>('identity.my-push-devices')
  const add = useTell('identity.add-push-device', { settles: ['identity.my-push-devices'] })
  const remove = useTell('identity.remove-push-device', { settles: ['identity.my-push-devices'] })
  const [state, setState] = useState<PushState | 'no-service' | null>(null)
  const [own, setOwn] = useState<string | null>(null)
  const look = (): void => {
    pushState().then(setState, () => setState('not-here'))
    pushEndpoint().then(setOwn, () => setOwn(null))
  }
  useEffect(look, [])
  const items = asked.data?.items ?? []
  const here = items.find((one) => one.endpoint === own)
  const turnOn = async (): Promise<void> => {
    try {
      const made = await subscribePush(asked.data?.key ?? '')
      if (made === 'denied' || made === 'not-here') return setState(made)
      await add.tell(made)
      look()
    } catch {
      setState('no-service')
    }
  }
  const turnOff = async (device: string): Promise<void> => {
    if (here?.id === device) await unsubscribePush().catch(() => undefined)
    await remove.tell({ device })
    look()
  }
  const others = items.filter((one) => one.id !== here?.id)
  return (
    <Card title={say('identity.push-title')}>
      <p className="dim">{say('identity.push-note')}</p>
      {state === 'not-here' || state === 'denied' || state === 'no-service' ? (
        <Note tone="maize">{say(`identity.push-${state}`)}</Note>
      ) : null}
      <ProblemNote of={add.problem ?? remove.problem} />
      {state === 'on' && here ? (
        <div className="portal-row one-line">
          <span>{say('identity.push-is-on')}</span>
          <Button busy={remove.busy} onClick={() => void turnOff(here.id)}>
            {say('identity.push-off')}
          </Button>
        </div>
      ) : state === 'off' || state === 'on' || state === 'no-service' ? (
        <Button icon="bell" busy={add.busy} off={!asked.data} onClick={() => void turnOn()}>
          {say('identity.push-on')}
        </Button>
      ) : null}
      {others.length > 0 ? <p className="dim">{say('identity.push-others')}</p> : null}
      {others.map((one) => (
        <div className="portal-row one-line" key={one.id}>
          <span>
            {one.device}
            <br />
            <span className="dim">
              {one.toldAt
                ? say('identity.push-told', { at: showInstant(one.toldAt) })
                : say('identity.push-never')}
            </span>
          </span>
          <Button plain onClick={() => void turnOff(one.id)}>
            {say('identity.push-off')}
          </Button>
        </div>
      ))}
    </Card>
  )
}
