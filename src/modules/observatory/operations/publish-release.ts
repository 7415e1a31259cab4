/** Publishes an approved table for everybody. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, OfRelease } from '../contract.ts'
import { sha256Of } from '../asking.ts'
import { stepOf } from '../release-steps.ts'
import { makeReady } from '../releasing.ts'
import { releasers } from '../roles.ts'
import { mayPublish } from '../rules.ts'
import { oneGoesPublic, releaseById } from '../store/releases.ts'

export const publishRelease = command({
  name: 'observatory.publish-release',
  summary: 'Publishes an approved table for everybody.',
  who: releasers,
  input: OfRelease,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    await oneGoesPublic(cx)
    const row = await releaseById(cx, input.release)
    refuseUnless(mayPublish(row))
    // What went public since it was prepared, or a policy that became stricter, may lay open what it shows.
    const { shown } = await makeReady(cx, row.asked, row.as_of)
    refuseUnless(
      unless(
        sha256Of(shown.cells) === sha256Of(row.shown.cells),
        no('observatory.public-since', {}, 'observatory.next-prepare-anew'),
      ),
    )
    return stepOf(cx, input.release, 'published', (now) => refuseUnless(mayPublish(now)), {})
  },
})
