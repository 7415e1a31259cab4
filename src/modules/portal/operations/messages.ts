/** Questions and answers on the cases that I may see, newest first. */
import { query } from '#platform/define.ts'
import { MessageList, Messages } from '../contract.ts'
import { speakers } from '../roles.ts'
import { questionSeen } from '../seeing.ts'
import { listQuestions } from '../store/cases.ts'

export const messages = query({
  name: 'portal.messages',
  summary: 'Lists questions and answers on the cases that I may see, newest first.',
  who: speakers,
  input: Messages,
  output: MessageList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listQuestions(cx, input)
    return { items: rows.map((q) => questionSeen(cx, q)), nextCursor }
  },
})
