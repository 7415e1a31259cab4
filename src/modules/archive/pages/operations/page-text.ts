/** What a machine read on a page, and what it proposes: shown as such, never as a fact. */
import { query } from '#platform/define.ts'
import { PageRead, PageWords } from '../contract.ts'
import { readers } from '../../roles.ts'
import { proposalsShown } from '../seen-keying.ts'
import { seePage, textOf } from '../store/pages.ts'

export const pageText = query({
  name: 'archive.page-text',
  summary: 'Shows what a machine read on a page, and the numbers, dates and names that it proposes.',
  who: readers,
  reads: 'sensitive',
  input: PageWords,
  output: PageRead,
  async run(cx, input) {
    const p = await seePage(cx, input.page)
    cx.allow({ ...p, unit: null })
    const t = await textOf(cx, p.id)
    return {
      page: p.id,
      state: t?.state ?? 'blank',
      engine: t?.engine ?? null,
      languages: t?.languages ?? null,
      confidence: t?.confidence ?? null,
      problem: t?.problem ?? null,
      text: (t?.words ?? []).map(([word]) => word).join(' '),
      proposals: proposalsShown(t?.proposals ?? []),
    }
  },
})
