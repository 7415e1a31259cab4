/** The pages of a file or a batch, in their order. */
import { query } from '#platform/define.ts'
import { PageList, PagesQuery } from '../contract.ts'
import { readers } from '../../roles.ts'
import { listPages } from '../store/pages.ts'
import { namesIn } from '../words.ts'

export const pages = query({
  name: 'archive.pages',
  summary: 'Lists the scanned pages of a file or a batch, in their order.',
  who: readers,
  input: PagesQuery,
  output: PageList,
  async run(cx, input) {
    cx.allow(null)
    const documents = await namesIn(cx, 'document-kind')
    const rows = await listPages(cx, input, input)
    const shown = rows.slice(0, input.limit)
    return {
      items: shown.map((p) => ({
        ...p,
        document: p.document ? (documents.get(p.document) ?? p.document) : null,
      })),
      nextCursor: rows.length > input.limit ? String(Number(input.cursor ?? 0) + shown.length) : null,
    }
  },
})
