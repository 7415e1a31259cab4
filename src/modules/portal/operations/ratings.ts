/** How customers found the service, newest first, with how many of each score. */
import { query } from '#platform/define.ts'
import { RatingList, Ratings } from '../contract/help.ts'
import { listens } from '../roles.ts'
import { countRatings, listRatings } from '../store/help.ts'

export const ratings = query({
  name: 'portal.ratings',
  summary: 'Shows how customers found the service, newest first, with how many of each score.',
  who: listens,
  input: Ratings,
  output: RatingList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listRatings(cx, input)
    return {
      items: rows.map((r) => ({
        id: r.id,
        case: { id: r.root, number: r.case_number, title: r.case_title },
        score: r.score,
        text: r.text,
        by: r.by_name,
        unit: r.unit_name,
        at: r.recorded_at,
      })),
      nextCursor,
      counts: await countRatings(cx),
    }
  },
})
