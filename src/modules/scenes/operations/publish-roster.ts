/** Says who is on duty in an office from one day to another; the newest list for a day holds alone. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, PublishRoster } from '../contract.ts'
import { supervisors } from '../roles.ts'
import { mayPublish } from '../rules.ts'
import { knownPeople } from '../store/people.ts'

export const publishRoster = command({
  name: 'scenes.publish-roster',
  summary: 'Says who is on duty in an office from one day to another; the newest list for a day holds.',
  who: supervisors,
  input: PublishRoster,
  output: Done,
  async run(cx, input) {
    cx.allow({ may_see: true, unit: input.unit })
    await cx.lock([ref('identity.unit', input.unit)])
    const people = [...new Set(input.duties.map((d) => d.person))]
    refuseUnless(
      allOf(
        mayPublish({
          ...input,
          duties: input.duties.map((d) => ({ ...d, day: dayOfInstant(d.from) })),
        }),
        unless(
          (await knownPeople(cx, people)) === people.length,
          no('scenes.no-such-person', {}, 'scenes.next-choose-person'),
        ),
      ),
    )
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('scenes.roster', id),
      facts: { unit: input.unit, from: input.from, until: input.until, duties: input.duties.length },
      rows: {
        'scenes.roster': [{ id, unit: input.unit, from_on: input.from, until_on: input.until }],
        'scenes.duty': input.duties.map((d) => ({
          id: cx.newId(),
          roster: id,
          person: d.person,
          duty: d.duty,
          from_at: d.from,
          until_at: d.until,
        })),
      },
    })
    return { id }
  },
})
