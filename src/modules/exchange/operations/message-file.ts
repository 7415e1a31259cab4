/** A message as it came or left, byte for byte. */
import { stream } from '#platform/define.ts'
import { mediaTypes } from '../contract/forms.ts'
import { OfMessage } from '../contract/message.ts'
import { correspondents } from '../roles.ts'
import { seeMessage } from '../store/messages.ts'

export const messageFile = stream({
  name: 'exchange.message-file',
  summary: 'A message as it came or left, byte for byte.',
  who: correspondents,
  reads: 'sensitive',
  input: OfMessage,
  async run(cx, input) {
    const row = await seeMessage(cx, input.message)
    cx.allow(row)
    return { name: row.file_name, mediaType: mediaTypes[row.form], file: row.file }
  },
})
