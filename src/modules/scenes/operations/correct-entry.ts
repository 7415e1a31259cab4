/** Puts right what was written wrongly: a new row names the old one, what it said, what it should have said, and why. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { canonical, type Json } from '#kernel/canonical.ts'
import { command } from '#platform/define.ts'
import { CorrectEntry, Done } from '../contract.ts'
import { standingOf } from '../mending.ts'
import { attending } from '../roles.ts'
import { ofScene, openToWrite, write } from '../writing.ts'

export const correctEntry = command({
  name: 'scenes.correct-entry',
  summary: 'Puts right what was written wrongly at a scene; what stood there stays and is shown.',
  who: attending,
  reason: 'required',
  input: CorrectEntry,
  output: Done,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const stands = await standingOf(cx, a, input.kind, input.entry)
    const becomes = input.becomes as { [key: string]: Json }
    const was = Object.fromEntries(Object.keys(becomes).map((key) => [key, stands[key] ?? null]))
    refuseUnless(
      unless(
        canonical(was) !== canonical(becomes),
        no('scenes.nothing-changes', {}, 'scenes.next-look-again'),
      ),
    )
    return write(
      cx,
      a,
      'scenes.correction',
      {
        id: input.id ?? cx.newId(),
        ...ofScene(cx, a),
        of_kind: input.kind,
        corrects: input.entry,
        was,
        becomes,
        why: cx.reason ?? '',
      },
      { corrects: input.entry, kind: input.kind },
    )
  },
})
