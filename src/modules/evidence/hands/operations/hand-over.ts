/** Offers things to another person; nothing moves until that person accepts, or signs beside in the same act. */
import type { z } from 'zod'
import { notify } from '#identity/notices.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless, yes } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { decideRows, ofAllInside, withContents } from '../../things/batch.ts'
import { HandOver, HandOverDone } from '../contract.ts'
import { acceptThings } from '../answers.ts'
import { holders } from '../../roles.ts'
import { unsafeGuns } from '../../things/firearms.ts'
import { mayHandOver, mayTellHops } from '../rules.ts'
import { noBody, shownSafe } from '../../things/rules.ts'
import { happened, type Hop } from '../../things/change-of-hands.ts'
import { doubtsOf } from '../doubts.ts'
import { signatureOf } from '../../things/signatures.ts'
import { letSee, ofTheService, ownHand, peopleOf, personHand } from '../../things/store/hands.ts'
import { itemRef, seeWithContents, type Holder, type ItemRow } from '../../things/store/items.ts'
import { openOffers } from '../../things/store/now.ts'

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
    const safe = await safeFor(cx, input.to, all)
    const { good, refused } = decideRows(cx, asked, input.partly, (item) =>
      allOf(mayHandOver(item, cx.actor.id, input.to ?? null, together), safe(item)),
    )
    const going = withContents(all, good)
    const { me, others } = await ownHand(cx, input.to ? [input.to] : [])
    const known = input.to ? others.get(input.to) : undefined
    if (input.to)
      await letSee(
        cx,
        input.to,
        going.map((i) => i.root),
      )
    const to: Holder = known ? personHand(known) : outsideHand(input.outsider)
    const signature = await signatureOf(cx, {
      side: 'took',
      root: going[0]?.root ?? '',
      person: input.to ?? null,
      name: to.name,
      where: to.where,
      coSigner: input.coSigner,
      signed: input.outsider,
      other: 'evidence.co-signer-not-taker',
    })
    const id = input.id ?? cx.newId()
    const signed = signature.by !== null || signature.sign !== null
    const way = await wayOf(cx, input, signed)
    await cx.record(
      {
        subject: ref('evidence.hand-over', id),
        root: null,
        facts: { to: input.to ?? null, things: good.length, signedBeside: signed },
        rows: { 'evidence.hand_over': [offerRow(cx, { ...input, id, me, to, count: good.length })] },
      },
      ...signature.entries,
      ...going.map((item) => ({
        subject: itemRef(item.id),
        root: item.root,
        facts: { handOver: id, to: input.to ?? null },
        rows: {
          'evidence.hand_over_thing': [{ id: cx.newId(), hand_over: id, thing: item.id, root: item.root }],
        },
      })),
    )
    const answer = { id, things: good.length, refused }
    if (signed) {
      await acceptThings(
        cx,
        { id, from_person: cx.actor.id, to_person: signature.by, purpose: input.purpose ?? null },
        going,
        to,
        { words: input.words ?? null, sign: signature.sign, ...way },
      )
      return { ...answer, state: 'accepted' as const, doubts: way ? await doubtsOf(cx, going, id) : [] }
    }
    happened(cx)
    if (input.to) {
      await openOffers(cx, { handOver: id, from: cx.actor.id, to: input.to, at: cx.occurredAt }, going)
      await notify(cx, [input.to], 'evidence.notice-offered', {
        subject: ref('evidence.hand-over', id),
        root: null,
        path: '/evidence/hands',
      })
    }
    return { ...answer, state: 'offered' as const, doubts: [] }
  },
})

/** Within the service a gun goes to whoever examines it, and a body too; out of the house a gun only when it was shown safe, in a box too, and no body. */
async function safeFor(cx: Cx, to: string | undefined, all: readonly ItemRow[]) {
  if (await ofTheService(cx, to)) return () => yes
  const unsafe = await unsafeGuns(cx, all)
  return ofAllInside(all, (item) => allOf(noBody(item), shownSafe(item, unsafe)))
}

type Told = Pick<z.output<typeof HandOver>, 'hops' | 'gaveAt'>
/** The hands on the way, where there were any. */
async function wayOf(
  cx: Cx,
  told: Told,
  signed: boolean,
): Promise<{ through: Hop[]; gaveAt: string | null } | null> {
  const hops = told.hops ?? []
  if (hops.length === 0) return null
  const times = [told.gaveAt ?? null, ...hops.flatMap((h) => [h.tookAt, h.gaveAt ?? null])]
  refuseUnless(mayTellHops({ times, signed }, cx.now))
  const known = await peopleOf(
    cx,
    hops.flatMap((h) => (h.person ? [h.person] : [])),
  )
  const through = hops.map((h) => {
    const person = h.person ? known.get(h.person) : undefined
    const to = person ? personHand(person) : outsideHand({ name: h.name ?? '', where: h.where })
    return { to, tookAt: h.tookAt, gaveAt: h.gaveAt ?? null }
  })
  return { through, gaveAt: told.gaveAt ?? null }
}

interface Offer {
  readonly id: string
  readonly me: Holder
  readonly to: Holder
  readonly count: number
  readonly purpose?: string | null | undefined
  readonly words?: string | null | undefined
}
const offerRow = (cx: Cx, o: Offer): CoveredRow => ({
  id: o.id,
  from_person: cx.actor.id,
  from_name: o.me.name,
  to_person: o.to.id,
  to_name: o.to.name,
  to_where: o.to.where,
  purpose: o.purpose ?? null,
  words: o.words ?? null,
  at: cx.occurredAt,
  things: o.count,
})
const outsideHand = (o: { name: string; where?: string | null | undefined } | undefined): Holder => ({
  kind: 'person',
  id: null,
  name: o?.name ?? '',
  where: o?.where ?? null,
})
