/** Records that a party of the case was asked for a sample and did not give it. */
import { codeOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { Done, RecordRefusalToGive } from '../../things/contract.ts'
import { checkTaken } from '../../things/new-things.ts'
import { happened } from '../../things/change-of-hands.ts'
import { openCase } from '../reception.ts'
import { handlers } from '../../roles.ts'
import { witnessOf } from '../../things/witness.ts'

export const recordRefusalToGive = command({
  name: 'evidence.record-refusal-to-give',
  summary: 'Records that a party of the case was asked for a sample and did not give it.',
  who: handlers,
  input: RecordRefusalToGive,
  output: Done,
  async run(cx, input) {
    happened(cx)
    const file = await openCase(cx, input.case)
    await checkTaken(cx, file.id, [{ takenFrom: input.party }])
    await codeOf(cx, 'item-type', input.what)
    const witness = await witnessOf(cx, [], input.witness)
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('evidence.refusal', id),
      root: file.id,
      facts: { what: input.what },
      rows: {
        'evidence.refusal_to_give': [
          {
            id,
            root: file.id,
            party: input.party,
            what: input.what,
            words: input.words,
            witness: witness?.id ?? null,
            witness_name: witness?.name ?? null,
            at: cx.occurredAt,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { id }
  },
})
