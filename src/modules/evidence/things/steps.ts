/** Steps that higher modules take with a thing under their own operation: open for work, weigh, take a part. */
import { allOf, no, refuseUnless } from '#kernel/verdict.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { Cx } from '#platform/cx.ts'
import type { ItemInput } from './contract.ts'
import { makeThings } from './new-things.ts'
import { decideNet, decideWeight, mayHandle, mayTake, isOpen } from './rules.ts'
import { ownHand } from './store/hands.ts'
import { itemRef, seeItem, type ItemRow } from './store/items.ts'
import { nextOrder, weightOf } from './store/measures.ts'
import { partCount } from './store/offers.ts'

/** Locks the thing and refuses unless the actor holds it; with `open`, unless its seals are broken on the record. */
export async function openItemForWork(cx: Cx, id: string, opts: { open?: boolean } = {}): Promise<ItemRow> {
  const item = await seeItem(cx, id, { lock: true })
  cx.allow(item)
  refuseUnless(allOf(mayHandle(item, cx.actor.id), ...(opts.open ? [isOpen(item)] : [])))
  return item
}

export interface Weigh {
  readonly id?: string | undefined
  readonly item: ItemRow
  readonly gross?: string | null | undefined
  readonly tare?: string | null | undefined
  readonly net?: string | null | undefined
  readonly unit: string
  /** Of the balance, in `unit`; two weights that differ by less agree. */
  readonly tolerance?: string | null | undefined
  readonly equipment?: string | null | undefined
  readonly witness?: string | null | undefined
  readonly words?: string | null | undefined
  readonly corrects?: string | null | undefined
}
export interface Weighing {
  readonly id: string
  readonly net: Quantity
  readonly expected: Quantity | null
  readonly finding: 'agrees' | 'grew' | 'lost' | 'unknown'
}

/** A balance that says nothing of itself is believed to a hundredth of a gram, or its like in other units. */
export const usualTolerance = '0.01'

/** Writes a weighing; beyond tolerance it is kept and shown as a finding, never refused: what the balance said is a fact. */
export async function weighStep(cx: Cx, w: Weigh): Promise<Weighing> {
  const decided = decideNet(w)
  if ('wrong' in decided) {
    refuseUnless(no(decided.wrong, { number: w.item.number }))
    throw new Error('Defect: unreachable')
  }
  const tolerance = w.tolerance ?? usualTolerance
  const expected = (await weightOf(cx, w.item.id)).left
  const net = { value: decided.net, unit: w.unit }
  const finding = decideWeight(net, expected, tolerance)
  const id = w.id ?? cx.newId()
  await cx.record({
    subject: itemRef(w.item.id),
    root: w.item.root,
    facts: { net: decided.net, unit: w.unit, finding },
    rows: {
      'evidence.weighing': [
        {
          id,
          thing: w.item.id,
          root: w.item.root,
          seq: await nextOrder(cx, 'weighing', w.item.id),
          corrects: w.corrects ?? null,
          gross: w.gross ?? null,
          tare: w.tare ?? null,
          net: decided.net,
          unit: w.unit,
          tolerance,
          equipment: w.equipment ?? null,
          witness: w.witness ?? null,
          words: w.words ?? null,
          at: cx.occurredAt,
          by_name: cx.actor.name,
        },
      ],
    },
  })
  return { id, net, expected, finding }
}

export interface Take {
  readonly id?: string | undefined
  readonly item: ItemRow
  readonly description: string
  readonly type?: string | null | undefined
  readonly amount?: Quantity | null | undefined
  readonly how?: string | null | undefined
  readonly packaging?: ItemInput['packaging']
}

/** A part becomes a thing of its own, in the same hands, numbered beneath its source; no more is taken than there is. */
export async function takeSubsampleStep(cx: Cx, t: Take): Promise<{ id: string; number: string }> {
  const { item } = t
  const { left, tolerance } = await weightOf(cx, item.id)
  refuseUnless(mayTake(item, t.amount ?? null, left, tolerance))
  const id = t.id ?? cx.newId()
  const number = `${item.number}.S${(await partCount(cx, item.id, 'subsample')) + 1}`
  const { me } = await ownHand(cx)
  await makeThings(
    cx,
    [
      {
        id,
        number,
        root: item.root,
        kind: 'subsample',
        parent: item.id,
        from: item.holder,
        input: {
          description: t.description,
          type: t.type ?? item.type,
          packaging: t.packaging ?? null,
          quantity: t.amount ?? null,
        },
        first: { kind: 'taken', state: 'held', to: me, gaveBy: cx.actor.id, tookBy: cx.actor.id },
        rows: {
          'evidence.subsample': [
            {
              id: cx.newId(),
              thing: id,
              root: item.root,
              source: item.id,
              amount: t.amount?.value ?? null,
              unit: t.amount?.unit ?? null,
              how: t.how ?? null,
            },
          ],
          ...(t.amount
            ? {
                'evidence.weighing': [
                  {
                    id: cx.newId(),
                    thing: id,
                    root: item.root,
                    seq: 1,
                    net: t.amount.value,
                    unit: t.amount.unit,
                    tolerance,
                    at: cx.occurredAt,
                    by_name: cx.actor.name,
                  },
                ],
              }
            : {}),
        },
      },
    ],
    [{ subject: itemRef(item.id), root: item.root, facts: { taken: id, number, amount: t.amount ?? null } }],
  )
  return { id, number }
}
