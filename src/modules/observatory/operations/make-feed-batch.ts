/** Makes the batch of a feed now: what is known a minute ago, coarsened, against what was told last. The schedule does the same each month. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { BatchMade, OfFeed } from '../contract/feed.ts'
import { onlyAgency } from '../feed-seen.ts'
import { makeBatch } from '../feeding.ts'
import { releasers } from '../roles.ts'
import { batchById, feedById } from '../store/feeds.ts'

export const makeFeedBatch = command({
  name: 'observatory.make-feed-batch',
  summary:
    'Makes the batch of a feed: records coarsened, with what is new, revised or withdrawn since the last.',
  who: releasers,
  input: OfFeed,
  output: BatchMade,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('observatory.feed', input.feed)])
    const only = await onlyAgency(cx)
    const { id } = await makeBatch(cx, await feedById(cx, input.feed, only), only !== null)
    const { number, records, fresh, revised, withdrawn, held } = await batchById(cx, id, null)
    return { id, number, records, fresh, revised, withdrawn, held }
  },
})
