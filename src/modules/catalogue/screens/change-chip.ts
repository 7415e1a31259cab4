/** The chip of each state of a change. */
import type { ChangeSeen } from '../contract.ts'

export const chipOf = {
  proposed: 'waits-person',
  approved: 'verified',
  declined: 'not-begun',
  withdrawn: 'not-begun',
} as const satisfies Readonly<Record<ChangeSeen['state'], string>>
