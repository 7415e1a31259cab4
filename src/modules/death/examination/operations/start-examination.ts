/** Begins an examination, with the stature and weight of the body as measured. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { StartExamination } from '../contract.ts'
import { takeStep } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { mayStart } from '../rules.ts'
import { seeExamination } from '../store/examinations.ts'

export const startExamination = command({
  name: 'death.start-examination',
  summary: 'Begins an examination, with the stature and weight of the body as measured.',
  who: pathologists,
  input: StartExamination,
  output: Done,
  async run(cx, input) {
    const e = await seeExamination(cx, input.examination, { lock: true })
    cx.allow(e)
    refuseUnless(mayStart(e, cx.actor.id))
    const { statureCm, weightKg } = input
    return { id: await takeStep(cx, e, { kind: 'started', state: 'started', statureCm, weightKg }) }
  },
})
