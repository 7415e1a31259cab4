/** Enters a lot of a reagent, reference material or control as it came; it must be verified before it is used. */
import { dayOfInstant } from '#kernel/calendar.ts'
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, ReceiveLot } from '../contract.ts'
import { mayBeInThePast, mayDate } from '../rules.ts'

export const receiveLot = command({
  name: 'quality.receive-lot',
  summary: 'Enters a lot as it came; it must be verified before it is used.',
  who: ['quality-manager', 'director', 'section-head', 'analyst'],
  input: ReceiveLot,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(
      allOf(mayBeInThePast(input.received, dayOfInstant(cx.now)), mayDate(input.received, input.expires)),
    )

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('quality.lot', id),
      facts: { material: input.material, number: input.number },
      rows: {
        'quality.lot': [
          {
            id,
            number: input.number,
            material: input.material,
            name: input.name,
            kind: input.kind,
            supplier: input.supplier ?? null,
            received_on: input.received,
            expires_on: input.expires ?? null,
            amount: input.amount?.value ?? null,
            unit: input.amount?.unit ?? null,
            storage: input.storage ?? null,
            certificate: input.certificate ?? null,
            data: input.data as Json,
          },
        ],
      },
    })
    return { id }
  },
})
