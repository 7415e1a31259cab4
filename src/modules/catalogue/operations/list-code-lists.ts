/** Every list of codes, how many codes it holds, and how many of them nobody has confirmed. */
import { query } from '#platform/define.ts'
import { CodeLists, ListCodeLists } from '../contract.ts'
import { dayOf } from '../rules.ts'
import { countCodes, newestLists } from '../store/codes.ts'

export const listCodeLists = query({
  name: 'catalogue.list-code-lists',
  summary: 'Lists the lists of codes.',
  who: 'signed-in',
  input: ListCodeLists,
  output: CodeLists,
  async run(cx) {
    cx.allow(null)
    const counts = new Map((await countCodes(cx.tx, dayOf(cx.now))).map((c) => [c.list, c]))
    const lists = await newestLists(cx.tx)
    return {
      items: lists.map((l) => ({
        list: l.list,
        name: l[cx.language],
        codes: counts.get(l.list)?.codes ?? 0,
        unconfirmed: counts.get(l.list)?.unconfirmed ?? 0,
      })),
    }
  },
})
