/** The state of a feed as a chip; an agreement that is over counts more than anything else. */
import type { ReactNode } from 'react'
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { FeedSeen } from '../contract/feed.ts'

const states: Readonly<Record<FeedSeen['state'], StateName>> = {
  waiting: 'waits-person',
  approved: 'fit',
  ended: 'closed',
}
export function FeedState({ of }: { of: FeedSeen }): ReactNode {
  const say = useSay()
  return <StateChip state={states[of.state]}>{say(`observatory.feed-state-${of.state}`)}</StateChip>
}
