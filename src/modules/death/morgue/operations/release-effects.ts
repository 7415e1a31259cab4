/** Gives the sealed effects to whoever is entitled, who signs for them. */
import { keepPersonal } from '#ledger/vault.ts'
import { move, seeItem, signatureOf } from '#modules/evidence/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { ReleaseEffects } from '../contract.ts'
import { effectsKept } from '../release.ts'
import { morguePeople } from '../../roles.ts'
import { effectsOf } from '../store/bodies.ts'
import { caseOf } from '../../call/store/case-holds.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'

export const releaseEffects = command({
  name: 'death.release-effects',
  summary: 'Gives the sealed effects to whoever is entitled, who signs for them.',
  who: morguePeople,
  stepUp: true,
  input: ReleaseEffects,
  output: Done,
  async run(cx, input) {
    const before = await seeDeath(cx, input.death)
    await cx.lock([deathRef(input.death), `evidence.item/${input.bag}`, ...caseOf(before)])
    const death = await seeDeath(cx, input.death)
    cx.allow(death)
    const own = (await effectsOf(cx, death.root)).find((e) => e.bag === input.bag)
    refuseUnless(unless(own !== undefined, no('death.effects-of-another')))
    refuseUnless(unless(own?.released_at === null, no('death.effects-gone')))
    const bag = await seeItem(cx, input.bag)
    const why = (await effectsKept(cx, death, [bag.id]))(bag.id)
    refuseUnless(
      unless(why.length === 0, no('death.effects-held', { why: why.join(' ') }, 'death.next-clear-each')),
    )
    const signed = await signatureOf(cx, {
      side: 'took',
      root: bag.root,
      person: null,
      name: input.to.name,
      where: input.to.where ?? null,
      signed: input.to,
      other: 'evidence.co-signer-not-taker',
    })
    const kept = await keepPersonal(cx, death.root, {
      name: input.to.name,
      document: input.to.document ?? null,
    })
    const id = cx.newId()
    await move(
      cx,
      [bag],
      {
        kind: 'returned',
        state: 'returned',
        to: { kind: 'person', id: null, name: input.to.name, where: input.to.where ?? null },
        gaveBy: cx.actor.id,
        tookSign: signed.sign,
        purpose: cx.ground.say('en')('death.effects'),
      },
      () => ({}),
      [
        ...signed.entries,
        {
          subject: deathRef(death.id),
          root: death.root,
          facts: { bag: input.bag, released: true },
          rows: {
            'death.effects_release': [
              { id, root: death.root, bag: input.bag, ...kept, relation: input.relation ?? null },
            ],
          },
        },
      ],
    )
    return { id }
  },
})
