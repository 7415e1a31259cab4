/** How a stage looks: the kit's chip for each of ours. */
import type { ReactNode } from 'react'
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { Stage } from '../contract.ts'

const chips: Readonly<Record<Stage, StateName>> = {
  opened: 'waits-no-request',
  received: 'received',
  asked: 'not-begun',
  'in-examination': 'in-examination',
  waits: 'waits',
  ready: 'issued',
  closed: 'closed',
}
export function StageChip({ stage }: { stage: Stage }): ReactNode {
  const say = useSay()
  return <StateChip state={chips[stage]}>{say(`portal.stage-${stage}`)}</StateChip>
}
