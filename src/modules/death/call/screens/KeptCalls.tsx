/** The calls that this device took without a network: those that wait, and those that came back refused, to be put right and sent again. */
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ActRow } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Note } from '#ui/Note.tsx'
import type { Values } from '#ui/fields.ts'
import { draftKeyOf, keepDraft } from '#ui/drafts.ts'
import { useMe } from '#ui/me.ts'
import { useWaiting } from '#ui/offline/use-kept.ts'
import { type WaitingAct, giveUp } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { pageOf } from './call-shape.ts'

export function KeptCalls(): ReactNode {
  const person = useMe()?.person.id ?? ''
  const calls = (useWaiting(person).rows ?? []).filter(
    (act) => act.operation === 'death.take-call' && act.state !== 'sent',
  )
  return calls.map((act) => <KeptCall key={act.id} person={person} act={act} />)
}

function KeptCall(props: { person: string; act: WaitingAct }): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const { person, act } = props
  const at = showInstant(act.occurredAt)
  if (act.state === 'waits')
    return (
      <Note tone="maize" icon="cloud-off" title={say('death.call-waits')}>
        {say('death.call-waits-why')} {say('device.waiting-since', { at })}
      </Note>
    )
  const again = async (): Promise<void> => {
    const values = pageOf((act.input ?? {}) as Values)
    keepDraft('tab', draftKeyOf(person, 'death.take-call'), { at: act.occurredAt, values })
    await giveUp(person, act.id)
    await navigate({ to: '/death/call', reloadDocument: true })
  }
  const drop = async (): Promise<void> => {
    if (await confirm({ title: say('device.give-up'), will: say('device.give-up-will'), danger: true }))
      await giveUp(person, act.id)
  }
  return (
    <Note tone="achiote" title={say('death.call-refused', { at })}>
      <p>{act.why}</p>
      <ActRow>
        <Button icon="edit" onClick={() => void again()}>
          {say('death.call-again')}
        </Button>
        <Button onClick={() => void drop()}>{say('device.give-up')}</Button>
      </ActRow>
    </Note>
  )
}
