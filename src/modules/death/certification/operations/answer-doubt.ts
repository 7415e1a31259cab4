/** Answers a doubt that the checks raised: it stands as written, with the reason, or it was corrected. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AnswerDoubt } from '../contract.ts'
import { Done } from '../../call/contract.ts'
import { doubtsAbout } from '../standing-words.ts'
import { pathologists } from '../../roles.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'

export const answerDoubt = command({
  name: 'death.answer-doubt',
  summary:
    'Answers a doubt that the checks raised: it stands as written, with the reason, or it was corrected.',
  who: pathologists,
  input: AnswerDoubt,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const raised = await doubtsAbout(cx, death)
    refuseUnless(
      unless(
        raised.some((d) => d.key === input.doubt),
        no('death.no-such-doubt'),
      ),
    )
    const id = cx.newId()
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { doubt: input.doubt, outcome: input.outcome },
      rows: {
        'death.doubt_answer': [
          { id, root: death.root, doubt: input.doubt, outcome: input.outcome, words: input.words },
        ],
      },
    })
    return { id }
  },
})
