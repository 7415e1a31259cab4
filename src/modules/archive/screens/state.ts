/** How a file, a stage and a request stand, in a word with its colour and icon. */
import type { IconName } from '#ui/Icon.tsx'
import type { Tone } from '#ui/theme.ts'
import type { FileState, Stage } from '../shelves/contract.ts'
import type { RequestState } from '../pages/contract/requests.ts'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
}
export const fileLook: Readonly<Record<FileState, Look>> = {
  'in-box': { tone: 'reef', icon: 'archive' },
  out: { tone: 'maize', icon: 'hand-over' },
  missing: { tone: 'achiote', icon: 'zoom-question' },
  transferred: { tone: 'slate', icon: 'door-exit' },
  destroyed: { tone: 'slate', icon: 'file-x' },
}
export const stageLook: Readonly<Record<Stage, Look>> = {
  listed: { tone: 'slate', icon: 'list' },
  prepared: { tone: 'maize', icon: 'stack' },
  captured: { tone: 'maya', icon: 'scan' },
  keyed: { tone: 'maize', icon: 'hand-stop' },
  indexed: { tone: 'maya', icon: 'checklist' },
  accepted: { tone: 'reef', icon: 'circle-check' },
}
export const requestLook: Readonly<Record<RequestState, Look>> = {
  asked: { tone: 'maize', icon: 'clock' },
  located: { tone: 'maya', icon: 'search' },
  'not-found': { tone: 'slate', icon: 'zoom-question' },
  scanned: { tone: 'maya', icon: 'scan' },
  screened: { tone: 'maya', icon: 'eye-check' },
  copied: { tone: 'maya', icon: 'certificate' },
  returned: { tone: 'reef', icon: 'circle-check' },
  withdrawn: { tone: 'slate', icon: 'ban' },
}
export const batchLook = {
  prepared: { tone: 'slate', icon: 'stack' },
  received: { tone: 'maya', icon: 'scan' },
  stopped: { tone: 'achiote', icon: 'hand-stop' },
  reconciled: { tone: 'reef', icon: 'circle-check' },
  rejected: { tone: 'achiote', icon: 'refresh' },
} as const satisfies Record<string, Look>
export const scanLook = {
  waiting: { tone: 'maize', icon: 'clock' },
  opened: { tone: 'reef', icon: 'check' },
  quarantined: { tone: 'achiote', icon: 'warning' },
  withdrawn: { tone: 'slate', icon: 'ban' },
} as const satisfies Record<string, Look>
export const lotLook = {
  drawn: { tone: 'maize', icon: 'clock' },
  accepted: { tone: 'reef', icon: 'circle-check' },
  rejected: { tone: 'achiote', icon: 'refresh' },
} as const satisfies Record<string, Look>
export const coldLook = {
  online: { tone: 'reef', icon: 'circle-check' },
  leaving: { tone: 'maize', icon: 'clock' },
  cold: { tone: 'slate', icon: 'archive' },
  'asked-back': { tone: 'maize', icon: 'hand-stop' },
  'coming-back': { tone: 'maya', icon: 'clock' },
} as const satisfies Record<string, Look>
export const leavingLook = {
  authorised: { tone: 'maize', icon: 'hand-stop' },
  agreed: { tone: 'maya', icon: 'check' },
  refused: { tone: 'slate', icon: 'ban' },
  'carried-out': { tone: 'reef', icon: 'circle-check' },
} as const satisfies Record<string, Look>
export const healLook = {
  open: { tone: 'maize', icon: 'clock' },
  healed: { tone: 'reef', icon: 'circle-check' },
  'no-whole-copy': { tone: 'achiote', icon: 'zoom-question' },
  destroyed: { tone: 'slate', icon: 'file-x' },
} as const satisfies Readonly<Record<string, Look>>
