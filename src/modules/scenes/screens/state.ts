/** How an attendance stands, in a word with its colour and icon. */
import type { IconName } from '#ui/Icon.tsx'
import type { Tone } from '#ui/theme.ts'
import type { AttendanceState } from '../contract/attendance.ts'

export const stateOf: Readonly<Record<AttendanceState, { tone: Tone; icon: IconName }>> = {
  open: { tone: 'maya', icon: 'truck' },
  'at-scene': { tone: 'maya', icon: 'pin' },
  left: { tone: 'maize', icon: 'hand-stop' },
  signed: { tone: 'reef', icon: 'sign' },
}
export const bookingStateOf = {
  booked: { tone: 'maize', icon: 'calendar' },
  examined: { tone: 'maya', icon: 'progress' },
  released: { tone: 'slate', icon: 'door-exit' },
  cancelled: { tone: 'slate', icon: 'ban' },
} as const satisfies Record<string, { tone: Tone; icon: IconName }>
export const callStateOf = {
  waiting: { tone: 'achiote', icon: 'bell', key: 'scenes.call-waiting' },
  dispatched: { tone: 'maize', icon: 'truck', key: 'scenes.call-dispatched' },
  declined: { tone: 'slate', icon: 'ban', key: 'scenes.call-declined-state' },
  attended: { tone: 'reef', icon: 'check', key: 'scenes.call-attended-state' },
} as const satisfies Record<string, { tone: Tone; icon: IconName; key: string }>
