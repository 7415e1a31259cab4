/** Days as they are written here (DD/MM/YYYY, or less when less is known) and moments by the service's clock. */
import { type ReactNode, useState } from 'react'
import { instantAt } from '#kernel/calendar.ts'
import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { useSay } from './say.ts'
import { showDate, showInstant, showTime } from './show.ts'

/** 2/11/2026, 02.11.2026, 11/2026, 2026 and the ISO forms; undefined when it is none of them. */
export function readDate(text: string): string | undefined {
  const trimmed = text.trim()
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(trimmed)
  const local = /^(?:(?:(\d{1,2})[/.\s-])?(\d{1,2})[/.\s-])?(\d{4})$/.exec(trimmed)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : []
  if (!year) return undefined
  if (!month) return year
  if (Number(month) < 1 || Number(month) > 12) return undefined
  const start = `${year}-${month.padStart(2, '0')}`
  if (!day) return start
  const whole = `${start}-${day.padStart(2, '0')}`
  const date = new Date(`${whole}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole) ? whole : undefined
}

export function DateField(
  props: FrameProps & { value: string | null; onChange: (value: string | null) => void; partial?: boolean },
): ReactNode {
  const say = useSay()
  const [text, setText] = useState(showDate(props.value))
  const [fault, setFault] = useState(false)
  const leave = (): void => {
    if (text.trim() === '') return setFault(false)
    const read = readDate(text)
    const good = read !== undefined && (props.partial || read.length === 10)
    setFault(!good)
    if (good) setText(showDate(read))
  }
  const change = (next: string): void => {
    setText(next)
    setFault(false)
    const read = readDate(next)
    props.onChange(
      next.trim() === '' ? null : read !== undefined && (props.partial || read.length === 10) ? read : next,
    )
  }
  return (
    <FieldFrame
      {...props}
      help={props.help ?? (props.partial ? say('kit.date-help') : undefined)}
      error={props.error ?? (fault ? say('kit.fault-date', { label: props.label }) : undefined)}
    >
      {(field) => (
        <input
          {...field}
          className="input figures"
          inputMode="numeric"
          placeholder={say('kit.date-format')}
          value={text}
          onChange={(e) => change(e.target.value)}
          onBlur={leave}
        />
      )}
    </FieldFrame>
  )
}

/** 14:20, 1420, 9.05: hours of the whole day, whatever the browser's own habit. */
export function readTime(text: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:.h]?(\d{2})$/.exec(text.trim()) ?? []
  return hours !== undefined && minutes !== undefined && Number(hours) < 24 && Number(minutes) < 60
    ? `${hours.padStart(2, '0')}:${minutes}`
    : undefined
}

const localDay = (at: string): string => showDate(readDate(showInstant(at).slice(0, 10)) ?? '')
export function InstantField(
  props: FrameProps & { value: string | null; onChange: (value: string | null) => void },
): ReactNode {
  const say = useSay()
  const [day, setDay] = useState(props.value ? localDay(props.value) : '')
  const [time, setTime] = useState(props.value ? showTime(props.value) : '')
  const become = (d: string, t: string): void => {
    setDay(d)
    setTime(t)
    const read = readDate(d)
    const clock = readTime(t)
    props.onChange(
      d === '' && t === ''
        ? null
        : read?.length === 10 && clock
          ? instantAt(read, clock)
          : `${d} ${t}`.trim(),
    )
  }
  return (
    <FieldFrame {...props} group>
      {(field) => (
        <span className="field-parts">
          <input
            className="input figures"
            inputMode="numeric"
            aria-label={`${props.label}, ${say('kit.known-date')}`}
            aria-describedby={field['aria-describedby']}
            aria-invalid={field['aria-invalid']}
            placeholder={say('kit.date-format')}
            value={day}
            onChange={(e) => become(e.target.value, time)}
          />
          <input
            className="input figures clock"
            inputMode="numeric"
            aria-label={`${props.label}, ${say('kit.time')}`}
            placeholder="HH:MM"
            value={time}
            onChange={(e) => become(day, e.target.value)}
            onBlur={() => become(day, readTime(time) ?? time)}
          />
          <button
            type="button"
            className="text-act"
            onClick={() => {
              const now = new Date().toISOString()
              become(localDay(now), showTime(now))
            }}
          >
            {say('kit.now-button')}
          </button>
        </span>
      )}
    </FieldFrame>
  )
}
