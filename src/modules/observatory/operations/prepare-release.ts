/** Makes a table ready to leave: small cells hidden, and others with them, so that none can be worked out, beside what is public too. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless, no, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { settledAt, sha256Of } from '../asking.ts'
import { PrepareRelease, ReleasePrepared } from '../contract.ts'
import { makeReady } from '../releasing.ts'
import { releasers } from '../roles.ts'
import { nextReleaseNumber, releaseById } from '../store/releases.ts'

export const prepareRelease = command({
  name: 'observatory.prepare-release',
  summary: 'Makes a table ready to leave, with what must be hidden hidden.',
  who: releasers,
  input: PrepareRelease,
  output: ReleasePrepared,
  async run(cx, input) {
    cx.allow(null)
    if (input.corrects) {
      const before = await releaseById(cx, input.corrects)
      refuseUnless(
        unless(
          before.state === 'published' || before.state === 'withdrawn',
          no('observatory.corrects-nothing-public', {}, 'observatory.next-choose-public'),
        ),
      )
    }
    const asOf = await settledAt(cx, input.question.asOf)
    const { shown, hidden, policy, narrowest, near } = await makeReady(cx, input.question, asOf)
    const id = input.id ?? cx.newId()
    const number = await nextReleaseNumber(cx)
    const sha256 = sha256Of({ title: input.title, question: input.question, asOf, shown })
    await cx.record({
      subject: ref('observatory.release', id),
      facts: { number, hidden, sha256 },
      rows: {
        'observatory.release': [
          {
            id,
            number,
            title_en: input.title,
            title_es: input.titleEs,
            asked: input.question,
            policy,
            as_of: asOf,
            shown: shown as never,
            hidden,
            audit: { narrowest },
            near,
            corrects: input.corrects ?? null,
            sha256,
          },
        ],
      },
    })
    return { id, number: `D-${String(number).padStart(4, '0')}`, hidden }
  },
})
