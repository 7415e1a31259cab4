/** Names a place of a store: site, room, rack, shelf or box, and whether its door asks for a second person. */
import { addHandles } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, DefineLocation } from '../contract.ts'
import { placeById } from '../store/hands.ts'

export const defineLocation = command({
  name: 'evidence.define-location',
  summary:
    'Names a place of a store: site, room, rack, shelf or box, and whether its door asks for a second person.',
  who: ['evidence-officer', 'administrator', 'section-head'],
  input: DefineLocation,
  output: Created,
  async run(cx, input) {
    const parent = input.parent ? await placeById(cx, input.parent) : null
    const unit = input.unit ?? parent?.unit ?? cx.actor.unit
    cx.allow({ may_see: true, unit })
    refuseUnless(unless(unit !== null, no('evidence.place-of-no-unit')))
    const id = input.id ?? cx.newId()
    const subject = ref('evidence.location', id)
    await cx.record({
      subject,
      root: null,
      facts: { code: input.code, kind: input.kind },
      rows: {
        'evidence.location': [
          {
            id,
            parent: parent?.id ?? null,
            unit,
            code: input.code.toUpperCase(),
            name: input.name,
            kind: input.kind,
            witness: input.witness || (parent?.witness ?? false),
            capacity: input.capacity ?? null,
            keeps: input.keeps,
            position: input.position,
          },
        ],
      },
    })
    await addHandles(cx, [{ text: input.code, kind: 'place-code', subject, root: null, label: input.name }])
    return { id, number: input.code.toUpperCase() }
  },
})
