/** Lets somebody depart from a method or a rule for a time: the director and the quality manager must both agree, as two people. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DeviationGranted, GrantDeviation } from '../contract.ts'
import { mayApproveDeviation, mayLast, officeOf } from '../rules.ts'
import { findDeviation } from '../store/reliance.ts'

export const grantDeviation = command({
  name: 'quality.grant-deviation',
  summary: 'Lets somebody depart from a rule for a time; director and quality manager must both agree.',
  who: ['quality-manager', 'director'],
  input: GrantDeviation,
  output: DeviationGranted,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const today = dayOfInstant(cx.now)
    const roles = cx.actor.grants.map((g) => g.role)
    if (!('deviation' in input)) {
      refuseUnless(mayLast(input.until, today))
      const id = input.id ?? cx.newId()
      const office = officeOf(roles, null) ?? 'quality-manager'
      await cx.record({
        subject: ref('quality.deviation', id),
        facts: { office, until: input.until },
        rows: {
          'quality.deviation': [
            {
              id,
              text: input.text,
              why: input.why,
              subjects: input.subjects,
              things: input.things,
              until_on: input.until,
            },
          ],
          'quality.deviation_step': [{ id: cx.newId(), deviation: id, kind: office, why: null }],
        },
      })
      return { id, state: 'waiting' as const }
    }
    await cx.lock([ref('quality.deviation', input.deviation)])
    const deviation = await findDeviation(cx, input.deviation)
    if (!deviation) throw notFound()
    const office = officeOf(roles, deviation) ?? 'quality-manager'
    refuseUnless(mayApproveDeviation(deviation, { person: cx.actor.id, office }, today))

    await cx.record({
      subject: ref('quality.deviation', deviation.id),
      facts: { office },
      rows: {
        'quality.deviation_step': [{ id: cx.newId(), deviation: deviation.id, kind: office, why: null }],
      },
    })
    return { id: deviation.id, state: 'in-force' as const }
  },
})
