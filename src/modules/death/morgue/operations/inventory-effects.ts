/** Lists what was found on the dead, counted by two, and seals it in a bag that custody follows. */
import { barcodeOf, makeThings, witnessOf } from '#modules/evidence/public.ts'
import { invariant, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { EffectsKept, InventoryEffects } from '../contract.ts'
import { morguePeople } from '../../roles.ts'
import { mustBeAccepted } from '../../call/rules.ts'
import { effectsOf } from '../store/bodies.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'

export const inventoryEffects = command({
  name: 'death.inventory-effects',
  summary: 'Lists what was found on the dead, counted by two, and seals it in a bag that custody follows.',
  who: morguePeople,
  input: InventoryEffects,
  output: EffectsKept,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    refuseUnless(mustBeAccepted(death))
    invariant(death.number && death.case_root, 'an accepted death has no number')
    const witness = await witnessOf(cx, [cx.say('death.effects')], input.witness)
    const bags = new Set((await effectsOf(cx, death.root)).map((e) => e.bag)).size
    const id = input.id ?? cx.newId()
    const number = `${death.number}-E${bags + 1}`
    const lines = input.effects.map((e) => (e.count === 1 ? e.words : `${e.count} × ${e.words}`)).join('; ')
    await makeThings(
      cx,
      [
        {
          id,
          number,
          root: death.case_root,
          kind: 'item',
          input: {
            description: `${cx.ground.say('en')('death.effects')}: ${lines}`.slice(0, 300),
            type: null,
            count: input.effects.reduce((sum, e) => sum + e.count, 0),
            seals: [
              { number: input.seal, state: 'intact', appliedBy: cx.actor.name, appliedAt: cx.occurredAt },
            ],
          },
          from: null,
          first: {
            kind: 'received',
            state: 'held',
            to: { kind: 'person', id: cx.actor.id, name: cx.actor.name, where: null },
            tookBy: cx.actor.id,
            witness,
          },
        },
      ],
      [
        {
          subject: deathRef(death.id),
          root: death.root,
          facts: { effects: input.effects.length, bag: id },
          rows: {
            'death.effect': input.effects.map((e) => ({
              id: cx.newId(),
              root: death.root,
              bag: id,
              words: e.words,
              count: e.count,
              amount: e.amount ?? null,
              currency: e.currency ?? null,
            })),
          },
        },
      ],
    )
    return { id, number, barcode: barcodeOf(id) }
  },
})
