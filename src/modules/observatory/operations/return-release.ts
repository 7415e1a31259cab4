/** Sends a prepared table back, with the reason. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, ReturnRelease } from '../contract.ts'
import { stepOf } from '../release-steps.ts'
import { releasers } from '../roles.ts'
import { mayReturn } from '../rules.ts'

export const returnRelease = command({
  name: 'observatory.return-release',
  summary: 'Sends a prepared table back, with the reason.',
  who: releasers,
  input: ReturnRelease,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return stepOf(cx, input.release, 'returned', (row) => refuseUnless(mayReturn(row, cx.actor.id)), {
      words: input.words,
    })
  },
})
