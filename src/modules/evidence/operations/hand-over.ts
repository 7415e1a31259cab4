/** Offers things to another person; nothing moves until that person accepts, or signs beside in the same act. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows, withContents } from '../batch.ts'
import { HandOver, HandOverDone } from '../contract.ts'
import { acceptThings } from '../answering.ts'
import { holders } from '../roles.ts'
import { mayHandOver } from '../rules.ts'
import { checkCoSigner, letSee, ownHand } from '../store/hands.ts'
import { itemRef, seeWithContents } from '../store/items.ts'
import { openOffers } from '../store/now.ts'

export const handOver = command({
  name: 'evidence.hand-over',
  summary:
    'Offers things to another person; nothing moves until that person accepts, or signs beside in the same act.',
  who: holders,
  stepUp: true,
  input: HandOver,
  output: HandOverDone,
  async run(cx, input) {
    const all = await seeWithContents(cx, input.things)
    const asked = all.slice(0, new Set(input.things).size)
    const together = new Set(input.things)
    const { good, refused } = decideRows(cx, asked, input.partly, (item) =>
      mayHandOver(item, cx.actor.id, input.to, together),
    )
    const going = withContents(all, good)
    const { me, others } = await ownHand(cx, [input.to])
    const to = others.get(input.to)
    await letSee(
      cx,
      input.to,
      going.map((i) => i.root),
    )
    if (input.coSigner) {
      refuseUnless(unless(input.coSigner.person === input.to, no('evidence.co-signer-not-taker')))
      await checkCoSigner(cx, input.coSigner)
    }

    const id = input.id ?? cx.newId()
    const at = cx.occurredAt
    await cx.record(
      {
        subject: ref('evidence.hand-over', id),
        root: null,
        facts: { to: input.to, things: good.length, signedBeside: Boolean(input.coSigner) },
        rows: {
          'evidence.hand_over': [
            {
              id,
              from_person: cx.actor.id,
              from_name: me.name,
              to_person: input.to,
              to_name: to?.name ?? '',
              to_where: to?.where ?? null,
              purpose: input.purpose ?? null,
              words: input.words ?? null,
              at,
              things: good.length,
            },
          ],
        },
      },
      ...going.map((item) => ({
        subject: itemRef(item.id),
        root: item.root,
        facts: { handOver: id, to: input.to },
        rows: {
          'evidence.hand_over_thing': [{ id: cx.newId(), hand_over: id, thing: item.id, root: item.root }],
        },
      })),
    )
    if (input.coSigner) {
      await acceptThings(
        cx,
        { id, at, from_person: cx.actor.id, to_person: input.to, purpose: input.purpose ?? null },
        going,
        { kind: 'person', id: input.to, name: to?.name ?? '', where: to?.where ?? null },
        input.words ?? null,
      )
      return { id, state: 'accepted' as const, things: good.length, refused }
    }
    await openOffers(cx, { handOver: id, from: cx.actor.id, to: input.to, at }, going)
    return { id, state: 'offered' as const, things: good.length, refused }
  },
})
