/** Ends a feed, with the reason; what was told stays on the register. */
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { EndFeed } from '../contract/feed.ts'
import { feedStep } from '../feed-steps.ts'
import { releasers } from '../roles.ts'
import { mayEndFeed } from '../rules.ts'

export const endFeed = command({
  name: 'observatory.end-feed',
  summary: 'Ends a feed, with the reason; what was told stays on the register.',
  who: releasers,
  input: EndFeed,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return feedStep(cx, input.feed, 'ended', mayEndFeed, input.words)
  },
})
