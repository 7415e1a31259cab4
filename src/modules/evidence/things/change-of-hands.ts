/** One change of hands, for any number of things at once: the covered row, the entry, the standing. */
import type { Json } from '#kernel/canonical.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import { itemRef, type Holder, type ItemRow } from './store/items.ts'
import { moveThings } from './store/now.ts'

export interface Move {
  readonly kind: string
  readonly state: string
  readonly to: Holder | null
  /** When it left the hand before; the same instant unless somebody says otherwise. */
  readonly gaveAt?: string | null | undefined
  readonly gaveBy?: string | null | undefined
  readonly tookBy?: string | null
  /** Rows of `evidence.signature`: signed on the other party's device. */
  readonly gaveSign?: string | null
  readonly tookSign?: string | null
  readonly witness?: { readonly id: string; readonly name: string } | null
  readonly handOver?: string | null
  readonly consignment?: string | null
  readonly dueAt?: string | null
  readonly purpose?: string | null
  readonly words?: string | null
  /** Hands that held it on the way, oldest first, as told by whoever gives: none of them signed. */
  readonly through?: readonly Hop[]
}
export interface Hop {
  readonly to: Holder
  readonly tookAt: string
  readonly gaveAt: string | null
}

/** The columns of a custody row that name the two hands. */
export function handsOf(from: Holder | null, to: Holder | null): Record<string, Json> {
  return {
    from_kind: from?.kind ?? null,
    from_id: from?.id ?? null,
    from_name: from?.name ?? null,
    from_where: from?.where ?? null,
    to_kind: to?.kind ?? null,
    to_id: to?.id ?? null,
    to_name: to?.name ?? null,
    to_where: to?.where ?? null,
  }
}

export function custodyRow(
  cx: Pick<Cx, 'newId' | 'occurredAt'>,
  item: Pick<ItemRow, 'id' | 'root' | 'seq' | 'holder'>,
  m: Move,
  at = cx.occurredAt,
): CoveredRow {
  return {
    id: cx.newId(),
    thing: item.id,
    root: item.root,
    seq: item.seq + 1,
    kind: m.kind,
    state: m.state,
    ...handsOf(item.holder, m.to),
    gave_at: m.gaveAt ?? at,
    at,
    gave_by: m.gaveBy ?? null,
    took_by: m.tookBy ?? null,
    gave_sign: m.gaveSign ?? null,
    took_sign: m.tookSign ?? null,
    witness: m.witness?.id ?? null,
    witness_name: m.witness?.name ?? null,
    hand_over: m.handOver ?? null,
    consignment: m.consignment ?? null,
    due_at: m.dueAt ?? null,
    purpose: m.purpose ?? null,
    words: m.words ?? null,
  }
}

/** One row a hand: those on the way first, each given on when it says so, then the hand that has it now. */
function custodyRows(cx: Pick<Cx, 'newId' | 'occurredAt'>, item: ItemRow, m: Move): CoveredRow[] {
  const rows: CoveredRow[] = []
  let from = item.holder
  let gave = { gaveAt: m.gaveAt, gaveBy: m.gaveBy }
  const standing = (): Pick<ItemRow, 'id' | 'root' | 'seq' | 'holder'> => ({
    id: item.id,
    root: item.root,
    seq: item.seq + rows.length,
    holder: from,
  })
  for (const hop of m.through ?? []) {
    const passed = { kind: 'passed', state: 'held', to: hop.to, handOver: m.handOver ?? null, ...gave }
    rows.push(custodyRow(cx, standing(), passed, hop.tookAt))
    from = hop.to
    gave = { gaveAt: hop.gaveAt, gaveBy: null }
  }
  rows.push(custodyRow(cx, standing(), { ...m, ...gave }))
  return rows
}

export interface Also {
  readonly rows?: Readonly<Record<string, readonly CoveredRow[]>>
  readonly facts?: { readonly [key: string]: Json }
  /** When the act is several in the ledger: the name of this one. */
  readonly action?: string
}

/** Told at once, or later with the reason why it was not (offline, at the scene, written up from paper). */
const AT_ONCE_MS = 15 * 60_000

/** When somebody says that hands changed: not back in time without a word why (ahead of the clock nothing is dated: perform). */
export function happened(
  cx: Pick<Cx, 'occurredAt' | 'now' | 'reason' | 'actor'>,
  first = cx.occurredAt,
): void {
  if (cx.actor.kind !== 'person') return
  const ago = Date.parse(cx.now) - Math.min(Date.parse(first), Date.parse(cx.occurredAt))
  refuseUnless(
    unless(
      ago <= AT_ONCE_MS || cx.reason !== null,
      no('evidence.back-dated', {}, 'evidence.next-say-why-late'),
    ),
  )
}

/** Brings the standing of each thing up and records its move with what belongs to the same entry. */
export async function move(
  cx: Cx,
  items: readonly ItemRow[],
  m: Move,
  also: (item: ItemRow) => Also = () => ({}),
  beside: readonly NewEntry[] = [],
): Promise<void> {
  happened(cx, m.gaveAt ?? m.through?.[0]?.tookAt)
  // Sent first: PostgreSQL brings the standing up while the rows and their digests are still being made.
  await moveThings(cx, items, 1 + (m.through?.length ?? 0), {
    state: m.state,
    holder_kind: m.to?.kind ?? null,
    holder: m.to?.id ?? null,
    holder_name: m.to?.name ?? null,
    holder_where: m.to?.where ?? null,
    since: cx.occurredAt,
    due_at: m.dueAt ?? null,
  })
  const entries: NewEntry[] = items.map((item) => {
    const more = also(item)
    return {
      subject: itemRef(item.id),
      root: item.root,
      facts: {
        kind: m.kind,
        state: m.state,
        to: m.to ? { kind: m.to.kind, id: m.to.id } : null,
        ...more.facts,
      },
      rows: { 'evidence.custody_event': custodyRows(cx, item, m), ...more.rows },
      ...(more.action ? { action: more.action } : {}),
    }
  })
  await cx.record(...beside, ...entries)
}
