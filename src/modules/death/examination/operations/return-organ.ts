/** Notes that an organ that was kept went back to the body or to the family. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { ReturnOrgan } from '../contract.ts'
import { write } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { caseHoldsOnBody, caseHoldsSaid, caseOf } from '../../call/store/case-holds.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { examinationRef, organsOf, seeExamination } from '../store/examinations.ts'

export const returnOrgan = command({
  name: 'death.return-organ',
  summary: 'Notes that an organ that was kept went back to the body or to the family.',
  who: pathologists,
  input: ReturnOrgan,
  output: Done,
  async run(cx, input) {
    const before = await seeExamination(cx, input.examination)
    const death = await seeDeath(cx, before.root)
    await cx.lock([examinationRef(before.id), deathRef(death.id), ...caseOf(death)])
    const e = await seeExamination(cx, before.id)
    cx.allow(e)
    const held = await caseHoldsSaid(cx, death, await caseHoldsOnBody(cx, death))
    refuseUnless(
      unless(
        held.length === 0,
        no('death.organ-held', { why: held.map((h) => h.why).join(' ') }, 'death.next-clear-each-organ'),
      ),
    )
    const kept = (await organsOf(cx, e.id)).find((o) => o.organ === input.organ)
    refuseUnless(unless(kept?.retained === true && !kept.returned, no('death.organ-not-kept')))
    const row = {
      id: cx.newId(),
      root: e.root,
      examination: e.id,
      organ: input.organ,
      seq: (kept?.seq ?? 0) + 1,
      weight_g: kept?.weight_g ?? null,
      absent: kept?.absent ?? null,
      words: input.words,
      retained: true,
      returned: true,
    }
    return { id: await write(cx, e, 'death.organ', row, { organ: input.organ, returned: true }) }
  },
})
