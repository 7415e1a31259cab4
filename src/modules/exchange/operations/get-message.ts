/** One message with all that was understood of it, and what was not. */
import { query } from '#platform/define.ts'
import { MessageSeen, OfMessage } from '../contract/message.ts'
import { correspondents } from '../roles.ts'
import { seenOf } from '../seeing.ts'
import { seeMessage } from '../store/messages.ts'

export const getMessage = query({
  name: 'exchange.get-message',
  summary: 'One message with all that was understood of it, and what was not.',
  who: correspondents,
  reads: 'sensitive',
  input: OfMessage,
  output: MessageSeen,
  async run(cx, input) {
    const row = await seeMessage(cx, input.message)
    cx.allow(row)
    return seenOf(row, cx.say)
  },
})
