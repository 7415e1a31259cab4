/** Takes things back out of the hands of somebody outside (an expert, a court registry) into the person's own. */
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../../things/batch.ts'
import { Moved } from '../../things/contract.ts'
import { TakeBack } from '../contract.ts'
import { move } from '../../things/change-of-hands.ts'
import { counter } from '../../roles.ts'
import { mayTakeBack, oneGiver } from '../rules.ts'
import { noBody } from '../../things/rules.ts'
import { signatureOf } from '../../things/signatures.ts'
import { ownHand } from '../../things/store/hands.ts'
import { seeWithContents } from '../../things/store/items.ts'

export const takeBack = command({
  name: 'evidence.take-back',
  summary: 'Takes things back out of the hands of somebody outside into the person’s own.',
  who: counter,
  stepUp: true,
  input: TakeBack,
  output: Moved,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const { good, refused } = decideRows(cx, all.slice(0, new Set(input.things).size), input.partly, (item) =>
      allOf(noBody(item), mayTakeBack(item)),
    )
    const going = withContents(all, good)
    refuseUnless(oneGiver(going, input.signed !== undefined))
    const { me } = await ownHand(cx)
    const signature = await signatureOf(cx, {
      side: 'gave',
      root: going[0]?.root ?? '',
      person: null,
      name: going[0]?.holder?.name ?? '',
      where: going[0]?.holder?.where ?? null,
      signed: input.signed,
      other: 'evidence.co-signer-not-taker',
    })
    await move(
      cx,
      going,
      {
        kind: 'accepted',
        state: 'held',
        to: me,
        gaveSign: signature.sign,
        tookBy: cx.actor.id,
        words: input.words ?? null,
      },
      () => ({}),
      signature.entries,
    )
    return { things: good.length, refused }
  },
})
