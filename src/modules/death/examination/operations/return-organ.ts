/** Notes that an organ that was kept went back to the body or to the family. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { ReturnOrgan } from '../contract.ts'
import { write } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { organsOf, seeExamination } from '../store/examinations.ts'

export const returnOrgan = command({
  name: 'death.return-organ',
  summary: 'Notes that an organ that was kept went back to the body or to the family.',
  who: pathologists,
  input: ReturnOrgan,
  output: Done,
  async run(cx, input) {
    const e = await seeExamination(cx, input.examination, { lock: true })
    cx.allow(e)
    const before = (await organsOf(cx, e.id)).find((o) => o.organ === input.organ)
    refuseUnless(unless(before?.retained === true && !before.returned, no('death.organ-not-kept')))
    const row = {
      id: cx.newId(),
      root: e.root,
      examination: e.id,
      organ: input.organ,
      seq: (before?.seq ?? 0) + 1,
      weight_g: before?.weight_g ?? null,
      absent: before?.absent ?? null,
      words: input.words,
      retained: true,
      returned: true,
    }
    return { id: await write(cx, e, 'death.organ', row, { organ: input.organ, returned: true }) }
  },
})
