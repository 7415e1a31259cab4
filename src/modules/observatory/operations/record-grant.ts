/** What a donor agreed to: period, budget lines, indicators with baseline and target; an amendment is a row of its own. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { GrantRecorded, RecordGrant } from '../contract/grants.ts'
import { indicatorAmong, indicatorsOf, mustBeToldBy } from '../indicating.ts'
import { releasers } from '../roles.ts'
import { linesOnce } from '../rules/grants.ts'
import { grantRef, seeGrant } from '../store/grants.ts'

export const recordGrant = command({
  name: 'observatory.record-grant',
  summary: 'Enters a grant with its donor, agreement, period, budget lines and indicators, or amends it.',
  who: releasers,
  input: RecordGrant,
  output: GrantRecorded,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(linesOnce(input.lines, input.indicators))
    const known = await indicatorsOf(cx)
    for (const { indicator } of input.indicators)
      mustBeToldBy(indicatorAmong(known, indicator), { per: input.per, begins: input.yearBegins })
    const was = input.grant ? await seeGrant(cx, input.grant, { lock: true }) : null
    const id = was?.id ?? input.id ?? cx.newId()
    if (!was) await cx.lock([grantRef(id)])
    const { title, from, until, currency, lines, indicators } = input
    const seq = (was?.seq ?? 0) + 1
    const agreement = was?.agreement ?? input.agreement ?? ''
    await cx.record({
      subject: grantRef(id),
      facts: { agreement, amendment: seq - 1 },
      rows: {
        ...(was
          ? {}
          : { 'observatory.award': [{ id, donor: input.donor ?? '', agreement, by_name: cx.actor.name }] }),
        'observatory.award_terms': [
          {
            id: cx.newId(),
            award: id,
            seq,
            title,
            from_on: from,
            until_on: until,
            currency,
            per: input.per,
            year_begins: input.yearBegins,
            lines,
            indicators: indicators.map((i) => ({ ...i, baseline: i.baseline ?? null })),
            words: input.words ?? null,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { id, amendment: seq - 1 }
  },
})
