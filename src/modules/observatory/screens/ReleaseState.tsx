/** The state of a release as a chip. */
import type { ReactNode } from 'react'
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { ReleaseLine } from '../contract.ts'

const states: Readonly<Record<ReleaseLine['state'], StateName>> = {
  prepared: 'waits-person',
  approved: 'fit',
  returned: 'closed',
  published: 'issued',
  withdrawn: 'withdrawn',
}
export function ReleaseState({ state }: { state: ReleaseLine['state'] }): ReactNode {
  const say = useSay()
  return <StateChip state={states[state]}>{say(`observatory.state-${state}`)}</StateChip>
}
