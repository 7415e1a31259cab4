/** Ends an examination: nothing is added to it any more unless it is given back. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { FinishExamination } from '../contract.ts'
import { takeStep } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { mayFinish } from '../rules.ts'
import { seeExamination } from '../store/examinations.ts'

export const finishExamination = command({
  name: 'death.finish-examination',
  summary: 'Ends an examination: nothing is added to it any more unless it is given back.',
  who: pathologists,
  input: FinishExamination,
  output: Done,
  async run(cx, input) {
    const e = await seeExamination(cx, input.examination, { lock: true })
    cx.allow(e)
    refuseUnless(mayFinish(e, cx.actor.id))
    return { id: await takeStep(cx, e, { kind: 'finished', state: 'finished', words: input.words }) }
  },
})
