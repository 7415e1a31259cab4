/** One word changed on many exhibits: each keeps an entry of its own in its chain, and one entry says how many, which word and why. */
import { codeOf, nameOfCode } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import type { BatchRow, Now, What } from './store/batches.ts'
import { type ItemRow, itemRef } from './store/items.ts'
import { refreshThings } from './store/now.ts'

export const listOf: Readonly<Record<What, string>> = {
  type: 'item-type',
  intended: 'intended-disposition',
  hazard: 'hazard',
}

interface Written {
  readonly id: string
  readonly what: What
  readonly code: string
  readonly undoes: string | null
  /** What each is to say; null takes it away, where it can be. */
  readonly to: ReadonlyMap<string, string | null>
}

function wordRow(
  cx: Cx,
  item: ItemRow,
  b: Written,
  now: Now | undefined,
): Record<string, readonly CoveredRow[]> {
  const to = b.to.get(item.id) ?? null
  const row = { id: cx.newId(), thing: item.id, root: item.root, seq: now?.seq ?? 1 }
  if (b.what === 'type')
    return {
      'evidence.description': [
        {
          ...row,
          corrects: now?.last ?? null,
          type: to,
          words: now?.words ?? item.description,
          quantity: now?.quantity ?? null,
          unit: now?.unit ?? null,
          count: now?.count ?? null,
        },
      ],
    }
  if (b.what === 'intended')
    return {
      'evidence.intention': [
        { ...row, disposition: to, words: null, at: cx.occurredAt, by_name: cx.actor.name },
      ],
    }
  const state = to === null ? 'cleared' : 'flagged'
  return {
    'evidence.hazard_flag': [
      { ...row, hazard: b.code, state, words: null, witness: null, witness_name: null },
    ],
  }
}

/** The caller has locked and asked; the reason is there (reason: 'required'). */
export async function writeBatch(
  cx: Cx,
  items: readonly ItemRow[],
  b: Written,
  now: ReadonlyMap<string, Now>,
): Promise<void> {
  const batch: NewEntry = {
    subject: ref('evidence.batch', b.id),
    root: null,
    facts: { what: b.what, code: b.code, things: items.length, undoes: b.undoes },
    rows: {
      'evidence.batch': [
        {
          id: b.id,
          what: b.what,
          code: b.code,
          things: items.length,
          reason: cx.reason ?? '',
          at: cx.occurredAt,
          by_name: cx.actor.name,
          undoes: b.undoes,
        },
      ],
    },
  }
  const each = items.map(
    (item): NewEntry => ({
      subject: itemRef(item.id),
      root: item.root,
      facts: { batch: b.id, what: b.what, to: b.to.get(item.id) ?? null },
      rows: {
        ...wordRow(cx, item, b, now.get(item.id)),
        'evidence.batch_thing': [
          {
            id: cx.newId(),
            batch: b.id,
            thing: item.id,
            root: item.root,
            before: now.get(item.id)?.now ?? null,
          },
        ],
      },
    }),
  )
  await cx.record(batch, ...each)
  await refreshThings(
    cx,
    items.map((i) => i.id),
  )
}

export const nameOfWord = async (cx: Cx, what: What, code: string): Promise<string> =>
  (await codeOf(cx, listOf[what], code))[cx.language]

export const batchLine = async (cx: Cx, b: BatchRow) => ({
  id: b.id,
  what: b.what,
  name: await nameOfCode(cx, listOf[b.what], b.code, cx.language),
  things: b.things,
  reason: b.reason,
  by: b.by_name,
  at: b.at,
  undoneBy: b.undone_by,
  undoes: b.undoes,
})
