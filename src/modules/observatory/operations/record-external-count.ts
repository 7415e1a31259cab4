/** Keeps what somebody else counts of the same thing, with where it was said. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RecordExternalCount } from '../contract.ts'
import { indicatorOf } from '../indicating.ts'
import { releasers } from '../roles.ts'

export const recordExternalCount = command({
  name: 'observatory.record-external-count',
  summary: 'Keeps what somebody else counts of the same thing, with where it was said.',
  who: releasers,
  input: RecordExternalCount,
  output: Done,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(
      unless(
        !input.until || input.until.startsWith(`${input.year}-`),
        no('observatory.until-of-another-year', {}, 'observatory.next-month-of-the-year'),
      ),
    )
    const { key } = await indicatorOf(cx, input.indicator)
    const id = input.id ?? cx.newId()
    const { year, until, district } = input
    await cx.record({
      subject: ref('observatory.external-count', id),
      facts: { indicator: key, value: input.value },
      rows: {
        'observatory.external_count': [
          {
            id,
            indicator: key,
            source: input.source,
            said_on: input.saidOn ?? null,
            page: input.page ?? null,
            asked: { year, ...(until ? { until } : {}), ...(district ? { district } : {}) },
            value: input.value,
          },
        ],
      },
    })
    return { id }
  },
})
