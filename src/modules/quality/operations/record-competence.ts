/** Writes what shows that a person can do the work: training, test, witnessed testimony. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, RecordCompetence } from '../contract.ts'
import { mayBeInThePast } from '../rules.ts'
import { methodRow, mustBePerson } from '../store/standing.ts'

export const recordCompetence = command({
  name: 'quality.record-competence',
  summary: 'Writes what shows that a person can do the work.',
  who: ['quality-manager', 'director', 'section-head'],
  input: RecordCompetence,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('identity.person', input.person)])
    await mustBePerson(cx, input.person)
    if (input.method) await methodRow(cx, input.method)
    refuseUnless(mayBeInThePast(input.on, dayOfInstant(cx.now)))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('identity.person', input.person),
      facts: { kind: input.kind, outcome: input.outcome },
      rows: {
        'quality.competence': [
          {
            id,
            person: input.person,
            method: input.method ?? null,
            kind: input.kind,
            outcome: input.outcome,
            on_day: input.on,
            note: input.note ?? null,
            document: input.document ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
