/** Leaves sealed exhibits in a temporary place when nobody is at the counter: out of the person's own hands, or as they were announced. */
import { notifyUnit } from '#identity/notices.ts'
import { giveSight } from '#modules/cases/public.ts'
import { instantOf, ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { ItemsLeft, LeaveItems } from '../contract.ts'
import { announcedLeft, thingsLeft } from '../leaving.ts'
import { waitingIn } from '../../things/store/left.ts'
import { happened, move } from '../../things/change-of-hands.ts'
import { leavers } from '../../roles.ts'
import { mayLeaveIn } from '../../things/rules.ts'
import { ownHand, type PersonFacts, placeById, type PlaceRow } from '../../things/store/hands.ts'
import type { ItemRow } from '../../things/store/items.ts'
import { witnessOf } from '../../things/witness.ts'

export const leaveItems = command({
  name: 'evidence.leave-items',
  summary:
    'Leaves sealed exhibits in a temporary place when nobody is at the counter: out of the person’s own hands, or as they were announced.',
  who: leavers,
  stepUp: true,
  input: LeaveItems,
  output: ItemsLeft,
  async run(cx, input) {
    happened(cx)
    const place = await placeById(cx, input.place)
    const left = input.things
      ? await thingsLeft(cx, input.things, place)
      : await announcedLeft(cx, input.announced ?? '', place)
    // One at each door: of two who come to a locker at once one comes second.
    await cx.lock([ref('evidence.location', place.id)])
    const shown = { witness: input.witness !== undefined, photograph: Boolean(input.photograph) }
    refuseUnless(mayLeaveIn({ ...place, waiting: await waitingIn(cx, place.id) }, shown))
    const witness = await witnessOf(cx, place.witness ? [place.name] : [], input.witness)
    const photograph = input.photograph ? await uploadedFile(cx, input.photograph) : null
    const { me } = await ownHand(cx)
    const id = input.id ?? cx.newId()
    const dueAt = instantOf(Date.parse(cx.occurredAt) + (place.hours ?? 24) * 3_600_000)
    const row: CoveredRow = {
      id,
      place: place.id,
      unit: place.unit,
      submission: left.announced?.submission ?? null,
      root: left.announced?.root ?? null,
      left_by: cx.actor.id,
      left_by_name: me.name,
      left_by_where: me.where,
      at: cx.occurredAt,
      due_at: dueAt,
      things: left.count,
      witness: witness?.id ?? null,
      witness_name: witness?.name ?? null,
      photograph: photograph?.sha256 ?? null,
      photograph_type: photograph?.media_type ?? null,
      words: input.words ?? null,
    }
    const entry: NewEntry = {
      subject: ref('evidence.leaving', id),
      root: left.announced?.root ?? null,
      facts: { place: place.id, things: left.count, announced: left.announced?.submission ?? null },
      rows: { 'evidence.leaving': [row] },
    }
    if (left.things) await moveThere(cx, left.things, { id, place, witness }, entry)
    else await cx.record(entry)
    await notifyUnit(cx, place.unit, 'evidence.notice-left', {
      subject: ref('evidence.leaving', id),
      root: null,
      path: '/evidence/after-hours',
      number: place.name,
    })
    return { id, things: left.count, dueAt }
  },
})

async function moveThere(
  cx: Cx,
  things: readonly ItemRow[],
  to: { readonly id: string; readonly place: PlaceRow; readonly witness: PersonFacts | null },
  entry: NewEntry,
): Promise<void> {
  const { id, place, witness } = to
  await move(
    cx,
    things,
    {
      kind: 'left',
      state: 'left',
      to: { kind: 'place', id: place.id, name: place.name, where: place.path },
      gaveBy: cx.actor.id,
      tookBy: null,
      witness,
    },
    (item) => ({
      rows: { 'evidence.leaving_thing': [{ id: cx.newId(), leaving: id, thing: item.id, root: item.root }] },
    }),
    [entry],
  )
  for (const root of new Set(things.map((i) => i.root)))
    await giveSight(cx, root, [place.unit], 'evidence.leave-items')
}
