/** How a proposal looks as it stands. */
import type { StateName } from '#ui/StateChip.tsx'
import type { DisposalLine } from '../contract.ts'

export const chipOfDisposal: Readonly<Record<DisposalLine['state'], StateName>> = {
  asked: 'waits-person',
  agreed: 'waits',
  approved: 'ends-soon',
  done: 'disposed',
  kept: 'holding',
  refused: 'withdrawn',
  withdrawn: 'withdrawn',
}
