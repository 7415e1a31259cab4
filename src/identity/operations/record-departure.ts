/** Records when somebody leaves the service: at that moment, without anybody's doing, nothing they held opens anything. */
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created } from '../contract.ts'
import { RecordDeparture } from '../contract/duties.ts'
import { mayAdminister } from '../rules.ts'
import { absencesOf } from '../store/absences.ts'
import { findPerson } from '../store/people.ts'

export const recordDeparture = command({
  name: 'identity.record-departure',
  summary: 'Records when somebody leaves the service; from then on nothing they held opens anything.',
  who: ['administrator'],
  input: RecordDeparture,
  output: Created,
  reason: 'required',
  async run(cx, input) {
    const subject = ref('identity.person', input.person)
    await cx.lock([subject])
    cx.allow(null)
    const person = await findPerson(cx.tx, input.person)
    if (!person) throw notFound()
    refuseUnless(mayAdminister(cx.actor, person.unit, true))
    refuseUnless(unless(person.id !== cx.actor.id, no('identity.not-yourself')))
    const left = (await absencesOf(cx.tx, person.id)).some(
      (a) => a.kind === 'left-service' && a.endedAt === null,
    )
    refuseUnless(unless(!left, no('identity.already-so')))

    const id = cx.newId()
    await cx.record({
      subject,
      facts: { at: input.at },
      rows: {
        'identity.absence': [
          { id, person: person.id, kind: 'left-service', from_at: input.at, until_at: null, closes: true },
        ],
      },
    })
    return { id }
  },
})
