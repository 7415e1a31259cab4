/** Things that are in custody before they come to the counter: announced as they stand on the record, and taken from hand to hand. */
import { giveSight } from '#modules/cases/public.ts'
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { announcementEntry, checkAnnouncement, followAnnouncement, submissionRef } from './announcement.ts'
import type { Announcement, SubmittedItem } from './contract.ts'
import { photographRow } from '../things/birth.ts'
import { move } from '../things/change-of-hands.ts'
import { announcementNumber, mayAnnounceHeld, mayBringIn } from './rules.ts'
import { whoAnnounced } from './store/announced.ts'
import { thingsAmong, thingsTold, waitsIn } from './store/held.ts'
import type { Signature } from '../things/signatures.ts'
import { type Holder, type ItemRow, seeItems, seeWithContents } from '../things/store/items.ts'
import { refreshThings } from '../things/store/now.ts'
import { seenRows } from '../things/store/seals.ts'
import type { z } from 'zod'

export interface Held {
  readonly found: readonly { readonly item: ItemRow; readonly as: z.output<typeof SubmittedItem> }[]
  /** They and what is packed in them, all locked. */
  readonly going: readonly ItemRow[]
}
export const nothingHeld: Held = { found: [], going: [] }

/** Everything in the announcement comes from the record: nothing is written down twice. The caller has asked who may see the case. */
export async function announceHeld(
  cx: Cx,
  root: string,
  things: readonly string[],
  said: Pick<Announcement, 'to' | 'title' | 'comesOn' | 'words' | 'broughtBy'>,
  id = cx.newId(),
): Promise<{ id: string; number: string }> {
  await cx.lock([submissionRef(id)])
  if (await whoAnnounced(cx, id)) throw new Refusal('conflict', 'evidence.id-in-use')
  const items = await seeItems(cx, things, { lock: true })
  const waiting = await waitsIn(cx, things)
  for (const item of items) {
    cx.allow(item)
    const waits = waiting.get(item.id)
    refuseUnless(mayAnnounceHeld(item, waits ? announcementNumber(waits) : null))
  }
  const announcement: Announcement = {
    ...said,
    case: root,
    numbers: [],
    offences: [],
    people: [],
    hands: [],
    wants: [],
    items: (await thingsTold(cx, things)).map((t) => ({ ...t, photographs: [] })),
  }
  await checkAnnouncement(cx, announcement)
  await cx.record(await announcementEntry(cx, announcement, { submission: id, seq: 1 }))
  await followAnnouncement(cx, announcement, id)
  // The counter receives into the case, so it sees it from now on.
  await giveSight(cx, root, [said.to], cx.operation)
  return { id, number: announcementNumber(id) }
}

/** Those of what was found that are things already, each allowed to come into this case. */
export async function heldAmong(
  cx: Cx,
  root: string | undefined,
  found: readonly z.output<typeof SubmittedItem>[],
): Promise<Held> {
  const ids = await thingsAmong(
    cx,
    found.flatMap((f) => f.id ?? []),
  )
  if (ids.length === 0) return nothingHeld
  const going = await seeWithContents(cx, ids)
  for (const item of going.slice(0, ids.length)) {
    cx.allow(item)
    refuseUnless(mayBringIn(item, root))
  }
  const as = new Map(found.map((f) => [f.id, f]))
  return {
    going,
    found: going.slice(0, ids.length).flatMap((item) => {
      const one = as.get(item.id)
      return one ? [{ item, as: one }] : []
    }),
  }
}

/** From the hand that has it into mine; who brought it for somebody else was a hand on the way. */
export async function bringIn(
  cx: Cx,
  held: Held,
  at: { id: string; root: string; from: Holder; me: Holder; signature: Signature },
): Promise<void> {
  if (held.found.length === 0) return
  const seals = await seenRows(
    cx,
    held.found.flatMap((f) => (f.as.seals ?? []).map((s) => ({ ...s, thing: f.item.id }))),
  )
  const rows = new Map<string, Record<string, readonly CoveredRow[]>>()
  for (const { item, as: found } of held.found) {
    const of = { thing: item.id, root: at.root, submission: at.id }
    const photographs = []
    for (const photo of found.photographs ?? [])
      photographs.push(await photographRow(cx, item.id, at.root, photo))
    rows.set(item.id, {
      'evidence.brought_in': [{ id: cx.newId(), ...of }],
      'evidence.seal_event': seals.get(item.id) ?? [],
      'evidence.photograph': photographs,
      'evidence.discrepancy': (found.discrepancies ?? []).map((d) => ({
        id: cx.newId(),
        ...of,
        kind: d.kind,
        expected: d.expected ?? null,
        found: d.found ?? null,
        words: d.words,
      })),
    })
  }
  const others = (item: ItemRow): boolean => item.holder?.id !== at.from.id || at.from.id === null
  for (const onTheWay of [true, false]) {
    const going = held.going.filter((item) => others(item) === onTheWay)
    if (going.length === 0) continue
    await move(
      cx,
      going,
      {
        kind: 'received',
        state: 'received',
        to: at.me,
        gaveBy: at.signature.by,
        gaveSign: at.signature.sign,
        tookBy: cx.actor.id,
        ...(onTheWay ? { through: [{ to: at.from, tookAt: cx.occurredAt, gaveAt: cx.occurredAt }] } : {}),
      },
      (item) => {
        const own = Object.entries(rows.get(item.id) ?? {}).filter(([, list]) => list.length > 0)
        return { rows: Object.fromEntries(own) }
      },
    )
  }
  await refreshThings(
    cx,
    held.found.map((f) => f.item.id),
  )
}

/** Where each of these things waits for a counter. */
export async function announcedAs(
  cx: Pick<Cx, 'tx'>,
  things: readonly string[],
): Promise<Map<string, { id: string; number: string }>> {
  const waiting = things.length > 0 ? await waitsIn(cx, things) : new Map<string, string>()
  return new Map([...waiting].map(([thing, id]) => [thing, { id, number: announcementNumber(id) }]))
}
