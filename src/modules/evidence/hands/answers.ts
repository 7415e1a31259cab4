/** The second half of a hand-over: acceptance moves the things, a refusal or withdrawal leaves them where they are. */
import { allOf } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { decideRows, withContents, type Refused } from '../things/batch.ts'
import { move, type Hop } from '../things/change-of-hands.ts'
import { mayAnswer, mayWithdraw } from './rules.ts'
import { movesAlone } from '../things/rules.ts'
import { itemRef, seeWithContents, type Holder, type ItemRow } from '../things/store/items.ts'
import { closeOffers } from '../things/store/now.ts'
import { type OfferRow, offerById, openOffersOf } from '../things/store/offers.ts'

type Answer = 'accepted' | 'declined' | 'withdrawn'
interface Offer {
  readonly id: string
  readonly from_person: string
  readonly to_person: string | null
  readonly purpose: string | null
}

export const answerRow = (
  cx: Cx,
  offer: string,
  item: ItemRow,
  answer: Answer,
  code: string | null,
  words: string | null,
): CoveredRow => ({ id: cx.newId(), hand_over: offer, thing: item.id, root: item.root, answer, code, words })

/** Both parties are named: who offered gave, who accepted took; the things are in the new hand from this instant. */
export async function acceptThings(
  cx: Cx,
  offer: Offer,
  items: readonly ItemRow[],
  to: Holder,
  {
    words,
    sign,
    ...way
  }: { words: string | null; sign?: string | null; through?: readonly Hop[]; gaveAt?: string | null },
): Promise<void> {
  await move(
    cx,
    items,
    {
      kind: 'accepted',
      state: 'held',
      to,
      gaveBy: offer.from_person,
      tookBy: offer.to_person,
      tookSign: sign ?? null,
      handOver: offer.id,
      purpose: offer.purpose,
      words,
      ...way,
    },
    (item) => ({
      rows: { 'evidence.hand_over_answer': [answerRow(cx, offer.id, item, 'accepted', null, words)] },
      facts: { handOver: offer.id },
    }),
  )
}

/** The things of an offer that are meant and may be answered, with what is packed in them; all locked. */
export async function answerable(
  cx: Cx,
  handOver: string,
  named: readonly string[] | undefined,
  partly: boolean,
  as: 'taker' | 'giver',
): Promise<{ offer: OfferRow; going: ItemRow[]; refused: Refused[]; count: number }> {
  const offer = await offerById(cx, handOver)
  const wanted = named ?? offer.things
  const all = await seeWithContents(cx, wanted)
  const open = await openOffersOf(
    cx,
    all.map((i) => i.id),
  )
  const asked = all.slice(0, new Set(wanted).size)
  const me = cx.actor.id
  const together = new Set(wanted)
  const { good, refused } = decideRows(cx, asked, partly, (item) => {
    const o = open.get(item.id)
    const answers = as === 'taker' ? mayAnswer(item, me, o, handOver) : mayWithdraw(item, me, o, handOver)
    return allOf(answers, movesAlone(item, together))
  })
  const going = withContents(all, good).filter((i) => open.get(i.id)?.hand_over === handOver)
  return { offer, going, refused, count: good.length }
}

/** Declined or withdrawn: an answer per thing; the hand does not change. */
export async function closeWithout(
  cx: Cx,
  offer: OfferRow,
  items: readonly ItemRow[],
  answer: 'declined' | 'withdrawn',
  code: string | null,
  words: string | null,
): Promise<void> {
  await cx.record(
    ...items.map((item) => ({
      subject: itemRef(item.id),
      root: item.root,
      facts: { handOver: offer.id, answer, code },
      rows: { 'evidence.hand_over_answer': [answerRow(cx, offer.id, item, answer, code, words)] },
    })),
  )
  await closeOffers(
    cx,
    offer.id,
    items.map((i) => i.id),
  )
}
