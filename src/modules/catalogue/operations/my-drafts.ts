/** What somebody was writing when they left their desk. */
import { query } from '#platform/define.ts'
import { DraftsSeen, MyDrafts } from '../contract.ts'
import { draftsOf } from '../store/drafts.ts'

export const myDrafts = query({
  name: 'catalogue.my-drafts',
  summary: 'Lists the rules that you are writing and have not proposed yet, newest first.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: MyDrafts,
  output: DraftsSeen,
  async run(cx) {
    cx.allow(null)
    return {
      items: (await draftsOf(cx)).map(({ kept_at, ...draft }) => ({ ...draft, keptAt: kept_at })),
    }
  },
})
