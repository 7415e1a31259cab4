/** This device: what waits on it, what it keeps and how much room there is, how it is sealed, and the way to let go of it. */
import { type ReactNode, useEffect, useState } from 'react'
import { EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Stacked } from '#ui/Page.tsx'
import { useMe } from '#ui/me.ts'
import { Unlock } from '#ui/offline/Unlock.tsx'
import { askToLast, roomSaid, useRoom } from '#ui/offline/room.ts'
import { LockedDevice, changePin, hasPin, lockNow } from '#ui/offline/sealing.ts'
import { countKept, letEverythingGo, opened, whenKept } from '#ui/offline/store.ts'
import { useWaiting } from '#ui/offline/use-kept.ts'
import { type WaitingAct, giveUp, sendWaiting } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'

export function Device(): ReactNode {
  const person = useMe()?.person.id ?? ''
  return (
    <Columns kind="halves">
      <Stacked>
        <Waiting person={person} />
        <Kept person={person} />
      </Stacked>
      <Stacked>
        <Seal person={person} />
      </Stacked>
    </Columns>
  )
}

function Waiting(props: { person: string }): ReactNode {
  const say = useSay()
  const waiting = useWaiting(props.person)
  const [busy, setBusy] = useState(false)
  if (waiting.shut === 'no-seal') return <Note tone="maize">{say('device.no-seal')}</Note>
  if (waiting.shut === 'locked') return <Unlock person={props.person} />
  const acts = (waiting.rows ?? []).toReversed()
  const due = acts.filter((act) => act.state === 'waits').length
  const send = async (): Promise<void> => {
    setBusy(true)
    await sendWaiting(props.person).catch(() => 0)
    setBusy(false)
  }
  return (
    <Card title={say('device.waiting')}>
      <p className="dim">{say('device.waits', { n: due })}</p>
      {acts.map((act) => (
        <Act key={act.id} person={props.person} act={act} />
      ))}
      {due > 0 ? (
        <Button busy={busy} icon="send" onClick={() => void send()}>
          {say('device.send-now')}
        </Button>
      ) : null}
    </Card>
  )
}

function Act(props: { person: string; act: WaitingAct }): ReactNode {
  const say = useSay()
  const { act } = props
  const drop = async (): Promise<void> => {
    if (await confirm({ title: say('device.give-up'), will: say('device.give-up-will'), danger: true }))
      await giveUp(props.person, act.id)
  }
  return (
    <div className="device-act">
      <div>
        {act.to ? <Linked to={act.to}>{act.label}</Linked> : act.label}{' '}
        <span className="dim">{say(`op.${act.operation}`)}</span>
      </div>
      {act.state === 'sent' ? (
        <span className="dim">{say('device.sent', { at: showInstant(act.sentAt ?? act.occurredAt) })}</span>
      ) : (
        <span className="dim">{say('device.waiting-since', { at: showInstant(act.occurredAt) })}</span>
      )}
      {act.state === 'refused' ? (
        <Note tone="achiote" title={say('device.refused')}>
          {act.why}
        </Note>
      ) : null}
      {act.state === 'sent' ? null : <Button onClick={() => void drop()}>{say('device.give-up')}</Button>}
    </div>
  )
}

function Kept(props: { person: string }): ReactNode {
  const say = useSay()
  const room = useRoom()
  const [counts, setCounts] = useState<Awaited<ReturnType<typeof countKept>> | null>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const look = (): void => void countKept(props.person).then(setCounts, () => setCounts(null))
    look()
    return whenKept(look)
  }, [props.person])
  const drop = async (): Promise<void> => {
    if (!(await confirm({ title: say('device.let-go'), will: say('device.let-go-will'), danger: true })))
      return
    lockNow(props.person)
    await letEverythingGo(props.person)
    opened()
  }
  if (!counts) return <EmptyState title={say('device.keeps')}>{say('device.no-seal')}</EmptyState>
  return (
    <Card title={say('device.keeps')}>
      <ul>
        <li>{say('device.drafts', { n: counts.rows['prelog'] ?? 0 })}</li>
        <li>{say('device.cases', { n: counts.rows['case'] ?? 0 })}</li>
        <li>{say('device.files', { n: counts.files })}</li>
      </ul>
      {room ? (
        <>
          {room.short ? <Note tone="achiote">{say('device.short')}</Note> : null}
          <p className="dim">
            {roomSaid(room, say)} {say(room.lasting ? 'device.lasting' : 'device.not-lasting')}
          </p>
          {room.lasting || asked ? null : (
            <Button onClick={() => void askToLast().then(() => setAsked(true))}>
              {say('device.ask-lasting')}
            </Button>
          )}
        </>
      ) : null}
      <Button danger onClick={() => void drop()}>
        {say('device.let-go')}
      </Button>
    </Card>
  )
}

function Seal(props: { person: string }): ReactNode {
  const say = useSay()
  const [pin, setPin] = useState<boolean | null>(null)
  const [changing, setChanging] = useState<'set' | 'drop' | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    hasPin(props.person).then(setPin, () => setPin(null))
  }, [props.person, changing])
  const change = async (was: string, next: string | null, again: string | null): Promise<void> => {
    setWrong(null)
    if (next !== null && next.length < 6) return setWrong(say('device.pin-short'))
    if (next !== again) return setWrong(say('device.pin-differs'))
    try {
      await changePin(props.person, was, next)
      setChanging(null)
    } catch (problem) {
      const wait = problem instanceof LockedDevice && problem.code === 'wait' ? problem.waitMs : 0
      setWrong(wait > 0 ? say('device.wait', { minutes: Math.ceil(wait / 60_000) }) : say('device.wrong-pin'))
    }
  }
  const field = (key: string, label: string) => ({
    key,
    label: say(label),
    kind: 'text' as const,
    required: true,
    secret: true,
    autoComplete: 'off',
  })
  return (
    <Card title={say('device.seal')} aside={say(pin ? 'device.with-pin' : 'device.no-pin')}>
      <p>{say('device.seal-note')}</p>
      <p>{say('device.pin-note')}</p>
      {pin ? <p>{say('device.pin-forgotten')}</p> : null}
      {wrong ? <Note tone="achiote">{wrong}</Note> : null}
      {changing ? (
        <Form
          name="device-pin"
          fields={[
            ...(pin ? [field('was', 'device.pin-now')] : []),
            ...(changing === 'set'
              ? [field('next', 'device.pin-new'), field('again', 'device.pin-again')]
              : []),
          ]}
          sendLabel={say(
            changing === 'drop' ? 'device.drop-pin' : pin ? 'device.change-pin' : 'device.set-pin',
          )}
          onSend={(values) =>
            changing === 'drop'
              ? change(String(values['was'] ?? ''), null, null)
              : change(
                  String(values['was'] ?? ''),
                  String(values['next'] ?? ''),
                  String(values['again'] ?? ''),
                )
          }
        />
      ) : pin === null ? null : (
        <div className="device-acts">
          <Button onClick={() => setChanging('set')}>
            {say(pin ? 'device.change-pin' : 'device.set-pin')}
          </Button>
          {pin ? <Button onClick={() => setChanging('drop')}>{say('device.drop-pin')}</Button> : null}
        </div>
      )}
    </Card>
  )
}
