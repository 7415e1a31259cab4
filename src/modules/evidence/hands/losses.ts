/** A thing is lost or found: without a holder its offers end, and what is lost or found by itself is not in its container any more. */
import { noteProgress } from '#modules/cases/public.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { answerRow } from './answers.ts'
import { move } from '../things/change-of-hands.ts'
import { itemRef, type ItemRow } from '../things/store/items.ts'
import { nextOrder } from '../things/store/measures.ts'
import { closeOffers, refreshThings } from '../things/store/now.ts'
import { openOffersOf } from '../things/store/offers.ts'
import { lossesOf } from './store/losses.ts'
import { tellOfLosses } from './loss-notices.ts'

/** `going`: locked, allowed and with what is packed in them; whoever decides it, a person does. Answers who was told. */
export async function lose(cx: Cx, going: readonly ItemRow[], words: string): Promise<string[]> {
  const offers = await openOffersOf(
    cx,
    going.map((i) => i.id),
  )
  const out = await outOfContainers(cx, going)
  await move(cx, going, { kind: 'missing', state: 'missing', to: null, words }, (item) => {
    const offer = offers.get(item.id)
    return {
      action: 'evidence.report-missing',
      rows: {
        ...out.get(item.id),
        ...(offer
          ? { 'evidence.hand_over_answer': [answerRow(cx, offer.hand_over, item, 'withdrawn', null, words)] }
          : {}),
      },
    }
  })
  for (const offer of offers.values()) await closeOffers(cx, offer.hand_over, [offer.thing])
  if (out.size > 0) await refreshThings(cx, [...out.keys()])
  await note(cx, going, 'open', 'evidence.progress-missing')
  return tellOfLosses(cx, await lossesOf(cx, idsOf(going)), 'evidence.notice-missing')
}

/** Into the hands of whoever found it. */
export async function find(
  cx: Cx,
  going: readonly ItemRow[],
  found: {
    readonly to: Parameters<typeof move>[2]['to']
    readonly where: string
    readonly words: string | null
  },
): Promise<string[]> {
  const losses = await lossesOf(cx, idsOf(going))
  const out = await outOfContainers(cx, going)
  await move(
    cx,
    going,
    {
      kind: 'found',
      state: 'held',
      to: found.to,
      tookBy: cx.actor.id,
      purpose: found.where,
      words: found.words,
    },
    (item) => ({ rows: out.get(item.id) ?? {} }),
  )
  if (out.size > 0) await refreshThings(cx, [...out.keys()])
  await note(cx, going, 'done', 'evidence.progress-received')
  return tellOfLosses(cx, losses, 'evidence.notice-found')
}

const idsOf = (going: readonly ItemRow[]): string[] => going.map((i) => i.id)

type Rows = Readonly<Record<string, readonly CoveredRow[]>>
/** Of things that go without what they were packed in: the row that says they are out. */
async function outOfContainers(cx: Cx, going: readonly ItemRow[]): Promise<Map<string, Rows>> {
  const together = new Set(going.map((i) => i.id))
  const out = new Map<string, Rows>()
  for (const { id, root, packed_in } of going)
    if (packed_in !== null && !together.has(packed_in))
      out.set(id, {
        'evidence.packing': [
          { id: cx.newId(), thing: id, root, seq: await nextOrder(cx, 'packing', id), container: null },
        ],
      })
  return out
}

async function note(cx: Cx, going: readonly ItemRow[], state: 'open' | 'done', text: string): Promise<void> {
  for (const item of going)
    await noteProgress(cx, item.root, {
      subject: itemRef(item.id),
      kind: 'item',
      state,
      text,
      values: { number: item.number },
    })
}
