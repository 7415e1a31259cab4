/** One box, by its id or by what a scanner sent. */
import { yes } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { actionsOf } from '#platform/actions.ts'
import { BoxSeen, GetBox } from '../contract.ts'
import { inside } from '../../roles.ts'
import { boxLine } from '../seen.ts'
import { seeBox } from '../../shelves/store/boxes.ts'

export const getBox = query({
  name: 'archive.get-box',
  summary: 'Shows a box, by its id, its number or its barcode.',
  who: inside,
  input: GetBox,
  output: BoxSeen,
  async run(cx, input) {
    const box = await seeBox(cx, { id: input.box, code: input.code })
    cx.allow({ ...box, unit: null })
    return {
      ...boxLine(box),
      words: box.words,
      actions: actionsOf(cx, box, { 'archive.move-box': yes, 'archive.register-file': yes }),
    }
  },
})
