/** From a mark to a thing: the same for what is picked up and for a print that is lifted. */
import { nextNumber } from '#modules/catalogue/public.ts'
import { type NewThing, makeThings } from '#modules/evidence/public.ts'
import { seeCase } from '#modules/cases/public.ts'
import { no, Refusal, refuseUnless, unless } from '#kernel/verdict.ts'
import { barcodeOf, checkItemCodes, ownHand, withDangers } from '#modules/evidence/public.ts'
import type { Cx } from '#platform/cx.ts'
import { idOfLabel } from './rules.ts'
import type { AttendanceRow } from './store/attendances.ts'
import { attendanceRef } from './store/attendances.ts'
import { bookingOf } from './store/bays.ts'
import { seePhotograph } from './store/pictures.ts'
import { labelKnown, thingOfBarcode } from './store/written.ts'
import { markHere, ofScene } from './writing.ts'

interface Found {
  readonly mark?: string | null | undefined
  readonly label?: string | null | undefined
  readonly sealNumber?: string | null | undefined
  readonly how?: string | null | undefined
  readonly surface?: string | null | undefined
  readonly method?: string | null | undefined
  readonly photograph?: string | null | undefined
}
type Made = NewThing['input'] & {
  readonly id?: string | undefined
  readonly kind: 'item' | 'container' | 'kit'
}

/** A label that was printed before names the thing from now on; one that is used, or not ours, is refused. */
async function idFor(cx: Cx, id: string | undefined, label: string | null | undefined): Promise<string> {
  if (!label) return id ?? cx.newId()
  const code = label.trim().toUpperCase()
  const made = idOfLabel(id ?? cx.newId(), code)
  if (!made || barcodeOf(made) !== code)
    throw new Refusal('conflict', 'scenes.label-not-read', {
      values: { label: code },
      next: 'scenes.next-scan-again',
    })
  const used = await thingOfBarcode(cx, code)
  refuseUnless(
    unless(
      !used,
      no('scenes.label-used', { label: code, number: used?.number ?? '' }, 'scenes.next-other-label'),
    ),
  )
  refuseUnless(
    unless(
      await labelKnown(cx, code),
      no('scenes.label-unknown', { label: code }, 'scenes.next-other-label'),
    ),
  )
  return made
}

/** Seals as they were found, and the one that the collector put on. */
function sealsOf(
  cx: Cx,
  input: NewThing['input'],
  own: string | null | undefined,
): NewThing['input']['seals'] {
  return [
    ...(input.seals ?? []),
    ...(own
      ? [{ number: own, state: 'intact' as const, appliedBy: cx.actor.name, appliedAt: cx.occurredAt }]
      : []),
  ]
}

export async function collect(
  cx: Cx,
  a: AttendanceRow,
  made: Made,
  found: Found,
): Promise<{ id: string; number: string; barcode: string }> {
  await markHere(cx, a, found.mark)
  if (found.photograph && (await seePhotograph(cx, found.photograph)).attendance !== a.id)
    throw new Refusal('conflict', 'scenes.no-such-entry', { next: 'scenes.next-look-again' })
  const { id: given, kind, ...input } = made
  const dangers = await checkItemCodes(cx, [input])
  const id = await idFor(cx, given, found.label)
  const { me } = await ownHand(cx)
  const file = await seeCase(cx, a.root)
  // What is found in a vehicle that is examined comes from the vehicle.
  const inside = await bookingOf(cx, a.id)
  const number = await nextNumber(cx, 'item', { parent: file.number })
  await makeThings(
    cx,
    [
      {
        id,
        number,
        root: a.root,
        kind,
        input: withDangers(
          {
            ...input,
            seals: sealsOf(cx, input, found.sealNumber),
            takenAt: input.takenAt ?? cx.occurredAt,
            takenPlace: input.takenPlace ?? a.place,
          },
          dangers,
        ),
        parent: inside?.thing ?? null,
        from: null,
        first: { kind: 'taken', state: 'held', to: me, tookBy: cx.actor.id },
      },
    ],
    [
      {
        subject: attendanceRef(a.id),
        root: a.root,
        facts: { number: a.number, thing: id, item: number },
        rows: {
          'scenes.collected': [
            {
              id: cx.newId(),
              ...ofScene(cx, a),
              mark: found.mark ?? null,
              thing: id,
              how: found.how ?? null,
              surface: found.surface ?? null,
              method: found.method ?? null,
              photograph: found.photograph ?? null,
            },
          ],
        },
      },
    ],
  )
  return { id, number, barcode: barcodeOf(id) }
}
