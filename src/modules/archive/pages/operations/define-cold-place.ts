/** A cold store gets its label, the place where it lies, and who keeps it. */
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ColdPlaceDefined, DefineColdPlace } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { coldPlaceRef } from '../store/cold.ts'

export const defineColdPlace = command({
  name: 'archive.define-cold-place',
  summary:
    'Names a cold store for masters: its label, where it stands or lies, and from whom it is asked back.',
  who: keepers,
  stepUp: true,
  input: DefineColdPlace,
  output: ColdPlaceDefined,
  async run(cx, input) {
    cx.allow(null)
    if (!cx.ground.cold)
      throw new Refusal('conflict', 'archive.no-cold-store', { next: 'archive.next-cold-store' })
    const id = input.id ?? cx.newId()
    await cx.lock([coldPlaceRef(id)])
    const { label, kind, whereabouts, keeper } = input
    await cx.record({
      subject: coldPlaceRef(id),
      facts: { label, kind },
      rows: { 'archive.cold_place': [{ id, label, kind, whereabouts, keeper, by_name: cx.actor.name }] },
    })
    return { id, label }
  },
})
