/** Which agencies receive records of whom, under what; people of another agency see the feeds of their own. */
import { query } from '#platform/define.ts'
import { FeedList, Feeds } from '../contract/feed.ts'
import { feedSeen, onlyAgency } from '../feed-seen.ts'
import { releasers } from '../roles.ts'
import { listFeeds } from '../store/feeds.ts'

export const feeds = query({
  name: 'observatory.feeds',
  summary: 'Which agencies receive records of whom, under what agreement and law.',
  who: releasers,
  input: Feeds,
  output: FeedList,
  async run(cx, input) {
    cx.allow(null)
    const only = await onlyAgency(cx)
    const { rows, nextCursor } = await listFeeds(cx, input, only)
    const items = []
    for (const row of rows) items.push(await feedSeen(cx, row, only !== null))
    return { items, nextCursor }
  },
})
