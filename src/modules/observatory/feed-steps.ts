/** A step of a feed: locked, judged, recorded. */
import { ref } from '#kernel/shapes.ts'
import { type Verdict, refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { onlyAgency } from './feed-seen.ts'
import { type FeedRow, feedById } from './store/feeds.ts'

export async function feedStep(
  cx: Cx,
  feed: string,
  kind: 'approved' | 'ended',
  judge: (row: FeedRow, outside: boolean) => Verdict,
  words: string | null = null,
): Promise<{ id: string }> {
  const subject = ref('observatory.feed', feed)
  await cx.lock([subject])
  const only = await onlyAgency(cx)
  const row = await feedById(cx, feed, only)
  refuseUnless(judge(row, only !== null))
  const id = cx.newId()
  await cx.record({
    subject,
    facts: { kind },
    rows: { 'observatory.feed_step': [{ id, feed, seq: row.seq + 1, kind, words }] },
  })
  return { id }
}
