/** A time at a counter: the day, the free times of that day, one touch. */
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateFields.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Note } from '#ui/Note.tsx'
import { Skeleton } from '#ui/Asked.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showTime } from '#ui/show.ts'
import type { CounterList, FreeTimesSeen } from '../contract/appointments.ts'
import './portal.css'

export function BookTime(props: {
  readonly counter?: string
  readonly day?: string | null
  readonly submission?: string
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const counters = useAsk<CounterList>('portal.counters')
  const [chosen, setChosen] = useState(props.counter ?? '')
  const [day, setDay] = useState<string | null>(props.day ?? null)
  const items = counters.data?.items ?? []
  const counter = chosen || (items.length === 1 ? (items[0]?.id ?? '') : '')
  const ready = counter !== '' && day !== null
  const free = useAsk<FreeTimesSeen>('portal.free-times', { counter, day }, { enabled: ready })
  const act = useTell('portal.book-appointment', { settles: ['portal.'], onDone: props.onClose })
  return (
    <Dialog title={say('op.portal.book-appointment')} onClose={props.onClose}>
      {items.length > 1 ? (
        <label className="field">
          <span className="field-label">{say('portal.counter')}</span>
          <select className="input" value={counter} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{say('portal.choose')}</option>
            {items.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <DateField label={say('portal.date')} value={day} onChange={setDay} />
      {act.problem ? <Note tone="achiote">{act.problem.detail}</Note> : null}
      {free.error ? <Note tone="achiote">{free.error.detail}</Note> : null}
      {ready && free.isPending ? <Skeleton lines={2} /> : null}
      {free.data && free.data.items.length === 0 ? <Note tone="maize">{say('portal.no-times')}</Note> : null}
      <div className="portal-times">
        {(free.data?.items ?? []).map((time) => (
          <Button
            key={time.at}
            busy={act.busy}
            onClick={() =>
              void act.tell({
                counter,
                at: time.at,
                ...(props.submission ? { submission: props.submission } : {}),
              })
            }
          >
            {showTime(time.at)}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
