/** Tables prepared to leave and those that left, the newest first. */
import { query } from '#platform/define.ts'
import { ReleaseList, Releases } from '../contract.ts'
import { releaseLine } from '../releasing.ts'
import { releasers } from '../roles.ts'
import { listReleases } from '../store/releases.ts'

export const releases = query({
  name: 'observatory.releases',
  summary: 'Tables prepared to leave and those that left, the newest first.',
  who: releasers,
  input: Releases,
  output: ReleaseList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listReleases(cx, input)
    return { items: rows.map((r) => releaseLine(cx, r)), nextCursor }
  },
})
