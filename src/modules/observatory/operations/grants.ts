/** Grants, the newest first. */
import { query } from '#platform/define.ts'
import { GrantList, Grants } from '../contract/grants.ts'
import { grantLine } from '../grants-seen.ts'
import { releasers } from '../roles.ts'
import { listGrants, spendingOf } from '../store/grants.ts'
import { pageOf } from '../store/figures.ts'

export const grants = query({
  name: 'observatory.grants',
  summary: 'Lists grants with what was spent of each and how many reports were made.',
  who: releasers,
  input: Grants,
  output: GrantList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = pageOf(await listGrants(cx, input), input.limit)
    const spending = await spendingOf(
      cx,
      rows.map((g) => g.id),
    )
    return { items: rows.map((g) => grantLine(g, spending)), nextCursor }
  },
})
