/** The plain button under every act: outline, or filled when it is the one thing to do here. */
import type { ReactNode, Ref } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export interface ButtonProps {
  readonly children?: ReactNode
  readonly icon?: IconName | undefined
  readonly primary?: boolean | undefined
  /** Outline in achiote; `filled` inside its own dialog only. */
  readonly danger?: boolean | 'filled' | undefined
  readonly plain?: boolean | undefined
  readonly type?: 'button' | 'submit'
  readonly busy?: boolean | undefined
  /** Not allowed: greyed, still reached by the keyboard; the reason belongs beneath (see Act). */
  readonly off?: boolean | undefined
  readonly onClick?: (() => void) | undefined
  readonly label?: string
  readonly describedBy?: string | undefined
  readonly className?: string
  readonly expanded?: boolean
  readonly pressed?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}
export function Button({ ref, ...props }: ButtonProps): ReactNode {
  const kind = props.off
    ? 'off'
    : props.danger === 'filled'
      ? 'destroy'
      : props.primary
        ? 'primary'
        : props.danger
          ? 'danger'
          : props.plain
            ? 'plain'
            : ''
  return (
    <button
      ref={ref}
      type={props.type ?? 'button'}
      className={`button ${kind} ${props.className ?? ''} ${props.children ? '' : 'square'}`.trim()}
      aria-disabled={props.off || props.busy || undefined}
      aria-busy={props.busy || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      onClick={(event) => {
        if (props.off || props.busy) event.preventDefault()
        else props.onClick?.()
      }}
    >
      {props.icon ? <Icon name={props.icon} size={16} /> : null}
      {props.children}
    </button>
  )
}
