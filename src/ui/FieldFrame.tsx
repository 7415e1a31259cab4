/** What stands around an answer: label above, help under it, the fault with its sentence beneath. */
import { type ReactNode, useId } from 'react'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

export interface FieldAttributes {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
}
export interface FrameProps {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly required?: boolean | undefined
  readonly aside?: ReactNode
  readonly id?: string
  /** The parts have their own labels: the frame becomes a group. */
  readonly group?: boolean
}
export function FieldFrame(
  props: FrameProps & { children: ReactNode | ((field: FieldAttributes) => ReactNode) },
): ReactNode {
  const say = useSay()
  const made = useId()
  const id = props.id ?? made
  const described = [props.help ? `${id}-help` : '', props.error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  const field: FieldAttributes = {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(props.error ? { 'aria-invalid': true as const } : {}),
    ...(props.required && !props.group ? { 'aria-required': true as const } : {}),
  }
  const inner = (
    <>
      <span className="field-label">
        {props.group ? (
          <span id={`${id}-label`}>{props.label}</span>
        ) : (
          <label htmlFor={id}>{props.label}</label>
        )}
        {props.required === false ? <span className="dim"> {say('kit.optional')}</span> : null}
        {props.aside}
      </span>
      {props.help ? (
        <span className="field-help" id={`${id}-help`}>
          {props.help}
        </span>
      ) : null}
      {typeof props.children === 'function' ? props.children(field) : props.children}
      {props.error ? (
        <span className="field-error" id={`${id}-error`}>
          <Icon name="error" size={15} />
          {props.error}
        </span>
      ) : null}
    </>
  )
  return props.group ? (
    <div className="field" role="group" aria-labelledby={`${id}-label`} id={id} tabIndex={-1}>
      {inner}
    </div>
  ) : (
    <div className="field">{inner}</div>
  )
}
