/** Help and complaints that I may see, newest first. */
import { query } from '#platform/define.ts'
import { HelpAsked, HelpList } from '../contract/help.ts'
import { helpSeen } from '../help-steps.ts'
import { speakers } from '../roles.ts'
import { listHelp } from '../store/help.ts'

export const help = query({
  name: 'portal.help',
  summary: 'Lists help that was asked for and complaints, as far as you may see them, newest first.',
  who: speakers,
  input: HelpAsked,
  output: HelpList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listHelp(cx, input)
    return { items: rows.map((h) => helpSeen(cx, h)), nextCursor }
  },
})
