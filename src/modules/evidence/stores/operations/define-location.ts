/** Names a place of a store: site, room, rack, shelf or box, and whether its door asks for a second person. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created } from '../../things/contract.ts'
import { DefineLocation } from '../contract.ts'
import { enterPlace } from '../places-named.ts'
import { placeById } from '../../things/store/hands.ts'

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
    await enterPlace(cx, { ...input, id, unit: unit ?? '' }, parent)
    return { id, number: input.code.toUpperCase() }
  },
})
