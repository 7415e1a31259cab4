/** Answers to choose from that lie open: one as segments, several as ticks. */
import type { ReactNode } from 'react'
import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'

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
