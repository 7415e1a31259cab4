/** Lets a feed begin, by another person than the one who asked for it. */
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { OfFeed } from '../contract/feed.ts'
import { feedStep } from '../feed-steps.ts'
import { releasers } from '../roles.ts'
import { mayApproveFeed } from '../rules.ts'

export const approveFeed = command({
  name: 'observatory.approve-feed',
  summary: 'Lets a feed begin, by another person than the one who asked for it.',
  who: releasers,
  input: OfFeed,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return feedStep(cx, input.feed, 'approved', (row, outside) => mayApproveFeed(row, cx.actor.id, outside))
  },
})
