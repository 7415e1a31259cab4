/** Looking at a record as it was known on a day: the band under the bar, and the knowledge that nothing may be done here. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { instantAt } from '#kernel/calendar.ts'
import { type ReactNode, createContext, useContext, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'
import { showDay, showInstant, showTime } from './show.ts'

const PastContext = createContext<string | null>(null)
export const InThePast = (props: { at: string | null; children: ReactNode }): ReactNode => (
  <PastContext.Provider value={props.at}>{props.children}</PastContext.Provider>
)
/** The moment this page is shown for, or null for now. */
export const usePast = (): string | null => useContext(PastContext)

/** `?known=` of the address, so that a look into the past can be sent to somebody. */
export function useKnownAt(): [string | null, (at: string | null) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const at = typeof search['known'] === 'string' ? search['known'] : null
  const become = (next: string | null): void => {
    const { known: _left, ...rest } = search
    void navigate({ to: '.', search: (next ? { ...rest, known: next } : rest) as never, replace: true })
  }
  return [at, become]
}

const instantOf = (day: string, time: string): string => instantAt(day, time || '23:59')
function dayOf(at: string): string {
  const [d, m, y] = showInstant(at).slice(0, 10).split('/')
  return `${y}-${m}-${d}`
}

export function AsKnown(props: {
  at: string | null
  left?: number | undefined
  onChange: (at: string | null) => void
}): ReactNode {
  const say = useSay()
  if (!props.at) return null
  return (
    <div className="band tone-slate" role="status">
      <Icon name="known" size={18} />
      <p>
        <strong>
          {say('kit.known-band', { at: `${showDay(props.at).split(' ')[0]} ${showInstant(props.at)}` })}
        </strong>{' '}
        {props.left === undefined ? say('kit.known-nothing') : say('kit.known-left', { n: props.left })}
      </p>
      <KnownDate at={props.at} onChange={props.onChange} />
      <Button primary icon="arrow-right" onClick={() => props.onChange(null)}>
        {say('kit.back-to-now')}
      </Button>
    </div>
  )
}

export function KnownDate(props: {
  at: string | null
  onChange: (at: string) => void
  onDone?: () => void
}): ReactNode {
  const say = useSay()
  const [day, setDay] = useState(props.at ? dayOf(props.at) : '')
  const [time, setTime] = useState(props.at ? showTime(props.at) : '')
  return (
    <form
      className="known-date"
      onSubmit={(event) => {
        event.preventDefault()
        if (day) {
          props.onChange(instantOf(day, time))
          props.onDone?.()
        }
      }}
    >
      <input
        type="date"
        className="input"
        aria-label={say('kit.known-date')}
        value={day}
        onChange={(e) => setDay(e.target.value)}
      />
      <input
        type="time"
        className="input"
        aria-label={say('kit.known-time')}
        value={time}
        onChange={(e) => setTime(e.target.value)}
      />
      <Button type="submit">{say('kit.known-show')}</Button>
    </form>
  )
}
