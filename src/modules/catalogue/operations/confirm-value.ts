/** A named person compared a value with the law as printed, and says where it is printed; until then no signed paper may use it. */
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { ConfirmValue, Created } from '../contract.ts'
import { mayConfirm } from '../rules.ts'
import { findValue } from '../store/confirming.ts'

export const confirmValue = command({
  name: 'catalogue.confirm-value',
  summary: 'Confirms a value that was taken from a secondary source, naming the gazette in which it stands.',
  who: ['director', 'quality-manager'],
  input: ConfirmValue,
  output: Created,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('catalogue.value', input.value)])
    const value = await findValue(cx.tx, input.value)
    if (!value) throw notFound()
    refuseUnless(mayConfirm(value))

    const id = cx.newId()
    await cx.record({
      subject: ref('catalogue.value', value.id),
      facts: { kind: value.kind, key: value.key, gazette: input.gazette },
      rows: {
        'catalogue.confirmation': [
          {
            id,
            value_id: value.id,
            kind: value.kind,
            key: value.key,
            gazette: input.gazette,
            note: input.note ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
