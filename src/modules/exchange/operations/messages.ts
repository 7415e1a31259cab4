/** Messages about deaths, newest first: of one death, or of all that this person may see. */
import { query } from '#platform/define.ts'
import { MessageList, Messages } from '../contract/message.ts'
import { correspondents } from '../roles.ts'
import { headOf } from '../seeing.ts'
import { listMessages } from '../store/messages.ts'

export const messages = query({
  name: 'exchange.messages',
  summary: 'Messages about deaths, newest first.',
  who: correspondents,
  input: Messages,
  output: MessageList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listMessages(cx, input.death ?? null, input.limit)
    return { items: rows.map(headOf) }
  },
})
