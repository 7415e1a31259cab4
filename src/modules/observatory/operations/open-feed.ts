/** Asks for a feed: which agency receives records of whom, for what, under which agreement and law. Nothing leaves before another person approves it. */
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { FeedOpened, OpenFeed } from '../contract/feed.ts'
import { onlyAgency } from '../feed-seen.ts'
import { mustHold } from '../feeding.ts'
import { releasers } from '../roles.ts'
import { nextFeedNumber } from '../store/feeds.ts'

export const openFeed = command({
  name: 'observatory.open-feed',
  summary: 'Asks for a feed of records to an agency, under an agreement and a law.',
  who: releasers,
  input: OpenFeed,
  output: FeedOpened,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    // Who is of another agency asks for a feed to their own.
    const only = await onlyAgency(cx)
    if (only !== null && only !== input.agency) throw notFound()
    await mustHold(cx, input.agreement, input.agency)
    const id = input.id ?? cx.newId()
    const number = await nextFeedNumber(cx)
    const { id: _, legalBasis, ...said } = input
    await cx.record({
      subject: ref('observatory.feed', id),
      facts: { number, agency: input.agency, agreement: input.agreement },
      rows: { 'observatory.feed': [{ id, number, ...said, legal_basis: legalBasis }] },
    })
    return { id, number: `F-${String(number).padStart(3, '0')}` }
  },
})
