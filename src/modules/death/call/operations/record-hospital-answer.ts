/** Notes what a hospital answered: the papers or the blood came, there is none, or it was refused. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { Done, RecordHospitalAnswer } from '../contract.ts'
import { investigators } from '../../roles.ts'
import { askedOf, deathRef, seeDeath } from '../store/deaths.ts'

export const recordHospitalAnswer = command({
  name: 'death.record-hospital-answer',
  summary: 'Notes what a hospital answered: it came, there is none, or it was refused.',
  who: investigators,
  input: RecordHospitalAnswer,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const asked = (await askedOf(cx, death.root)).find((a) => a.id === input.asked)
    refuseUnless(unless(asked !== undefined, no('death.asked-of-another')))
    refuseUnless(unless(asked?.outcome === null, no('death.answered-already')))
    const file = input.file ? (await uploadedFile(cx, input.file)).sha256 : null
    const id = cx.newId()
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { asked: asked?.kind ?? '', outcome: input.outcome },
      rows: {
        'death.asked_answer': [
          {
            id,
            root: death.root,
            asked: input.asked,
            outcome: input.outcome,
            file,
            thing: null,
            words: input.words ?? null,
            at: cx.occurredAt,
          },
        ],
      },
    })
    return { id }
  },
})
