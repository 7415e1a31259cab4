/** Answers to choose from that lie open: one as segments, several as ticks; of very many only those that were chosen. */
import type { ReactNode } from 'react'
import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

type Options = readonly { readonly value: string; readonly label: string }[]
/** Few answers, all of them in sight. */
export function Segments(props: {
  frame: FrameProps
  options: Options
  value: string
  onChange: (value: string) => void
}): ReactNode {
  // Answers that are sentences stand beneath one another.
  const tall = props.options.length > 2 && props.options.some((o) => o.label.length > 24)
  return (
    <FieldFrame {...props.frame} group>
      {(f) => (
        <span className={tall ? 'segments tall' : 'segments'}>
          {props.options.map((o) => (
            <label key={o.value} className={o.value === props.value ? 'on' : ''}>
              <input
                type="radio"
                name={f.id}
                value={o.value}
                checked={o.value === props.value}
                onChange={() => props.onChange(o.value)}
              />
              {o.value === props.value ? <Icon name="check" size={15} /> : null}
              {o.label}
            </label>
          ))}
        </span>
      )}
    </FieldFrame>
  )
}

/** Several answers at once. */
export function Ticks(props: {
  frame: FrameProps
  options: Options
  value: readonly string[]
  onChange: (value: string[]) => void
}): ReactNode {
  return (
    <FieldFrame {...props.frame} group>
      {() => (
        <span className="ticks">
          {props.options.map((o) => (
            <label key={o.value}>
              <input
                type="checkbox"
                checked={props.value.includes(o.value)}
                onChange={(e) =>
                  props.onChange(
                    e.target.checked ? [...props.value, o.value] : props.value.filter((v) => v !== o.value),
                  )
                }
              />
              {o.label}
            </label>
          ))}
        </span>
      )}
    </FieldFrame>
  )
}

/** Of more answers than anybody reads, the chosen ones lie open, and the next is picked from the list. */
export function Chosen(props: {
  frame: FrameProps
  options: Options
  value: readonly string[]
  onChange: (value: string[]) => void
}): ReactNode {
  const say = useSay()
  const nameOf = (value: string): string => props.options.find((o) => o.value === value)?.label ?? value
  return (
    <FieldFrame {...props.frame}>
      {(f) => (
        <span className="chosen">
          {props.value.map((value) => (
            <span key={value} className="chosen-one">
              {nameOf(value)}
              <button
                type="button"
                className="quiet"
                aria-label={say('kit.remove', { what: nameOf(value) })}
                onClick={() => props.onChange(props.value.filter((v) => v !== value))}
              >
                <Icon name="x" size={14} />
              </button>
            </span>
          ))}
          <select
            {...f}
            className="input"
            value=""
            onChange={(event) => props.onChange([...props.value, event.target.value])}
          >
            <option value="">{say('kit.add-one')}</option>
            {props.options
              .filter((o) => !props.value.includes(o.value))
              .map((o) => (
                <option key={o.value} value={o.value}>
                  {o.label}
                </option>
              ))}
          </select>
        </span>
      )}
    </FieldFrame>
  )
}
