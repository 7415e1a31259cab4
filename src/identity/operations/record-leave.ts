/** Records that somebody is away, who stands in, and whether the account is closed meanwhile. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created } from '../contract.ts'
import { RecordLeave } from '../contract/duties.ts'
import { mayRecordLeave } from '../rules.ts'
import { getPerson } from '../store/people.ts'

export const recordLeave = command({
  name: 'identity.record-leave',
  summary: 'Records that somebody is away, and who stands in.',
  who: 'signed-in',
  input: RecordLeave,
  output: Created,
  async run(cx, input) {
    const subject = ref('identity.person', input.person)
    await cx.lock([subject])
    cx.allow(null)
    refuseUnless(mayRecordLeave(cx.actor, input))
    await getPerson(cx.tx, input.person)
    if (input.standIn) await getPerson(cx.tx, input.standIn)

    const id = input.id ?? cx.newId()
    await cx.record({
      subject,
      facts: { kind: input.kind, from: input.from, until: input.until, closes: input.closes },
      rows: {
        'identity.absence': [
          {
            id,
            person: input.person,
            kind: input.kind,
            from_at: input.from,
            until_at: input.until,
            closes: input.closes,
            stand_in: input.standIn ?? null,
            words: input.words ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
