/** Boxes, the newest first. */
import { query } from '#platform/define.ts'
import { BoxList, FindBoxes } from '../contract.ts'
import { inside } from '../../roles.ts'
import { boxLine } from '../seen.ts'
import { listBoxes } from '../../shelves/store/boxes.ts'

export const findBoxes = query({
  name: 'archive.find-boxes',
  summary: 'Lists boxes with where they stand and how many files lie in them.',
  who: inside,
  input: FindBoxes,
  output: BoxList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listBoxes(cx, input)
    const shown = rows.slice(0, input.limit)
    return {
      items: shown.map(boxLine),
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
    }
  },
})
