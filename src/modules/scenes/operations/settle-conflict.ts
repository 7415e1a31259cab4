/** Two people wrote differently about one thing: says which holds and why; both rows stay in the record. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, SettleConflict } from '../contract.ts'
import { attending } from '../roles.ts'
import { conflictsIn } from '../seen.ts'
import { ofScene, openToWrite, write } from '../writing.ts'

export const settleConflict = command({
  name: 'scenes.settle-conflict',
  summary: 'Says which of two entries holds where two people wrote differently; both stay.',
  who: attending,
  input: SettleConflict,
  output: Done,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const found = (await conflictsIn(cx, a)).find((c) => c.key === input.conflict)
    refuseUnless(unless(found !== undefined, no('scenes.no-such-conflict', {}, 'scenes.next-look-again')))
    refuseUnless(
      unless(
        found?.rows.some((r) => r.id === input.keeps) ?? false,
        no('scenes.not-of-conflict', {}, 'scenes.next-look-again'),
      ),
    )
    return write(
      cx,
      a,
      'scenes.settlement',
      {
        id: input.id ?? cx.newId(),
        ...ofScene(cx, a),
        conflict: input.conflict,
        keeps: input.keeps,
        words: input.words,
      },
      { conflict: input.conflict, keeps: input.keeps },
    )
  },
})
