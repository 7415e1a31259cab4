/** The views of a list that I keep. */
import { query } from '#platform/define.ts'
import { MyViews, ViewList } from '../contract/views.ts'
import { listViews } from '../store/views.ts'

export const myViews = query({
  name: 'identity.my-views',
  summary: 'Lists the views of a list that the person who asks keeps.',
  who: 'signed-in',
  input: MyViews,
  output: ViewList,
  async run(cx, input) {
    cx.allow(null)
    return { items: await listViews(cx, input.list) }
  },
})
