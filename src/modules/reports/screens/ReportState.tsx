/** The state of a certificate as one chip, the same on every screen. */
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { ReportState as State } from '../contract.ts'

const names: Readonly<Record<State, StateName>> = {
  draft: 'waits',
  returned: 'waits-person',
  reviewed: 'waits-person',
  signed: 'waits',
  issued: 'issued',
  superseded: 'closed',
  withdrawn: 'withdrawn',
}

export function ReportState({ state }: { readonly state: State }) {
  const say = useSay()
  return <StateChip state={names[state]}>{say(`reports.state-${state}`)}</StateChip>
}
