/** A state as word, icon and tone: never colour alone, and the same state looks the same on every screen. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { useSay } from './say.ts'
import type { Tone } from './theme.ts'

const states = {
  announced: ['maya', 'send'],
  received: ['maya', 'door-enter'],
  'at-bench': ['maya', 'microscope'],
  'in-examination': ['maya', 'progress'],
  'match-proposed': ['maya', 'compare'],
  'in-store': ['reef', 'store'],
  fit: ['reef', 'check'],
  holding: ['reef', 'check'],
  verified: ['reef', 'check'],
  closed: ['reef', 'circle-check'],
  frozen: ['reef', 'lock-check'],
  'in-transit': ['maize', 'truck'],
  left: ['maize', 'moon'],
  'waits-person': ['maize', 'hand-stop'],
  waits: ['maize', 'clock'],
  'ends-soon': ['maize', 'clock'],
  offline: ['maize', 'cloud-off'],
  degraded: ['maize', 'cloud-exclamation'],
  gap: ['achiote', 'warning'],
  failing: ['achiote', 'warning'],
  overdue: ['achiote', 'warning'],
  missing: ['achiote', 'zoom-question'],
  'out-of-service': ['achiote', 'tool'],
  sealed: ['mahogany', 'lock'],
  'seal-opened': ['mahogany', 'lock-open'],
  issued: ['mahogany', 'sign'],
  'at-court': ['mahogany', 'gavel'],
  withdrawn: ['mahogany', 'file-x'],
  'minor-protected': ['orchid', 'shield-lock'],
  'sealed-by-order': ['orchid', 'shield-lock'],
  hidden: ['orchid', 'eye-off'],
  'not-begun': ['slate', 'clock'],
  'waits-no-request': ['slate', 'clock'],
  disposed: ['slate', 'archive'],
  released: ['slate', 'door-exit'],
  void: ['slate', 'ban'],
} as const satisfies Record<string, readonly [Tone, IconName]>
export type StateName = keyof typeof states
export const stateNames = Object.keys(states) as StateName[]

export interface StateChipProps {
  readonly state?: StateName
  readonly tone?: Tone
  readonly icon?: IconName
  /** Icon alone, its word for readers: for dense rows. */
  readonly dense?: boolean
  readonly children?: ReactNode
}
export function StateChip(props: StateChipProps): ReactNode {
  const say = useSay()
  const [tone, icon] = props.state ? states[props.state] : [props.tone ?? 'slate', props.icon ?? 'point']
  const word = props.children ?? (props.state ? say(`state.${props.state}`) : '')
  return (
    <span className={`chip tone-${props.tone ?? tone}${props.dense ? ' dense' : ''}`}>
      <Icon
        name={props.icon ?? icon}
        size={14}
        {...(props.dense && typeof word === 'string' ? { label: word } : {})}
      />
      {props.dense ? null : word}
    </span>
  )
}
