/** Notes a word with a relative: told of the death, asked, an objection of faith. */
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { NotifyRelative } from '../contract.ts'
import { papersPeople } from '../../roles.ts'
import { speak } from '../relatives.ts'

export const notifyRelative = command({
  name: 'death.notify-relative',
  summary: 'Notes a word with a relative: told of the death, asked, an objection of faith.',
  who: papersPeople,
  input: NotifyRelative,
  output: Done,
  run: (cx, input) => speak(cx, input),
})
