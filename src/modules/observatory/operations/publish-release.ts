/** Publishes an approved table for everybody. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, OfRelease } from '../contract.ts'
import { stepOf } from '../release-steps.ts'
import { releasers } from '../roles.ts'
import { mayPublish } from '../rules.ts'

export const publishRelease = command({
  name: 'observatory.publish-release',
  summary: 'Publishes an approved table for everybody.',
  who: releasers,
  input: OfRelease,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return stepOf(cx, input.release, 'published', (row) => refuseUnless(mayPublish(row)), {})
  },
})
