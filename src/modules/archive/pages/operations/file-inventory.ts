/** The inventory: every paper file that the reader may know of, the newest first. */
import { query } from '#platform/define.ts'
import { FileInventory, FileList } from '../contract.ts'
import { readers } from '../../roles.ts'
import { fileLines } from '../seen.ts'
import { countFiles, listFiles } from '../../shelves/store/inventory.ts'

export const fileInventory = query({
  name: 'archive.file-inventory',
  summary: 'Lists paper files by box, case, tier, state or any number on the cover.',
  who: readers,
  input: FileInventory,
  output: FileList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listFiles(cx, input, input)
    const shown = rows.slice(0, input.limit)
    const total = await countFiles(cx, input)
    return {
      items: await fileLines(cx, shown),
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
      total: Math.min(total, 1_000),
      totalIsAtLeast: total > 1_000,
    }
  },
})
