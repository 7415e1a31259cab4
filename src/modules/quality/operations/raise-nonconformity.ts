/** Writes down work that does not conform, so that it is looked into (ISO/IEC 17025:2017, 7.10). */
import { dayOfInstant } from '#kernel/calendar.ts'
import { staff } from '#identity/roles.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { seeCase } from '#modules/cases/public.ts'
import { command } from '#platform/define.ts'
import { Created, RaiseNonconformity } from '../contract.ts'
import { mayBeInThePast } from '../rules.ts'

export const raiseNonconformity = command({
  name: 'quality.raise-nonconformity',
  summary: 'Writes down work that does not conform, so that it is looked into.',
  who: staff,
  input: RaiseNonconformity,
  output: Created,
  async run(cx, input) {
    const root = input.case ?? null
    if (root) cx.allow({ ...(await seeCase(cx, root)), unit: null })
    else cx.allow(null)
    const found = input.found ?? dayOfInstant(cx.now)
    refuseUnless(mayBeInThePast(found, dayOfInstant(cx.now)))

    const id = input.id ?? cx.newId()
    const number = await nextNumber(cx, 'nonconformity')
    await cx.record({
      subject: ref('quality.nonconformity', id),
      root,
      facts: { number, kind: input.kind },
      rows: {
        'quality.nonconformity': [
          {
            id,
            root,
            number,
            kind: input.kind,
            text: input.text,
            thing: input.thing ?? null,
            found_on: found,
          },
        ],
      },
    })
    return { id, number }
  },
})
