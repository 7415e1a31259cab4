/** What a feed told month by month, the newest first. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { yes } from '#kernel/verdict.ts'
import { FeedBatchList, FeedBatches } from '../contract/feed.ts'
import { onlyAgency } from '../feed-seen.ts'
import { releasers } from '../roles.ts'
import { feedById, listBatches } from '../store/feeds.ts'

export const feedBatches = query({
  name: 'observatory.feed-batches',
  summary: 'What a feed told month by month, the newest first.',
  who: releasers,
  input: FeedBatches,
  output: FeedBatchList,
  async run(cx, input) {
    cx.allow(null)
    const feed = await feedById(cx, input.feed, await onlyAgency(cx))
    const { rows, nextCursor } = await listBatches(cx, { ...input, feed: feed.id })
    return {
      items: rows.map((b) => ({
        id: b.id,
        number: b.number,
        month: b.month,
        asOf: b.as_of,
        madeAt: b.recorded_at,
        boundaries: b.boundaries,
        records: b.records,
        fresh: b.fresh,
        revised: b.revised,
        withdrawn: b.withdrawn,
        held: b.held,
        k: b.policy.k,
        l: b.policy.l,
        sha256: b.file,
        taken: b.taken,
        actions: actionsOf(cx, { may_see: true }, { 'observatory.take-feed-batch': yes }),
      })),
      nextCursor,
    }
  },
})
