/** A place of a store comes to be: named at the store itself, or proposed with the laboratory's rules and approved by another. */
import { addHandles } from '#modules/cases/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal, no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx, PartDifference, RulePart } from '#platform/cx.ts'
import { faultsOf } from '#platform/faults.ts'
import { type DefineLocation, PlaceOfFile } from './contract.ts'
import { placeById } from '../things/store/hands.ts'
import { placesByCode, standingStores, unitsByCode } from './store/laboratory.ts'

type Named = Omit<DefineLocation, 'id' | 'parent' | 'unit'> & { readonly id: string; readonly unit: string }

export async function enterPlace(
  cx: Cx,
  place: Named,
  parent: { readonly id: string; readonly witness: boolean; readonly guns: boolean } | null,
  action?: string,
): Promise<void> {
  const subject = ref('evidence.location', place.id)
  await cx.record({
    subject,
    root: null,
    ...(action ? { action } : {}),
    facts: { code: place.code, kind: place.kind },
    rows: {
      'evidence.location': [
        {
          id: place.id,
          parent: parent?.id ?? null,
          unit: place.unit,
          code: place.code.toUpperCase(),
          name: place.name,
          kind: place.kind,
          // Nobody goes through the door of a room with a witness by naming a shelf of it without one.
          witness: place.witness || (parent?.witness ?? false),
          guns: place.guns || parent?.guns ? true : null,
          capacity: place.capacity ?? null,
          keeps: place.keeps,
          position: place.position,
          temporary: place.temporary ?? null,
          hours: place.temporary ? (place.hours ?? 24) : null,
        },
      ],
    },
  })
  await addHandles(cx, [{ text: place.code, kind: 'place-code', subject, root: null, label: place.name }])
}

/** Labels and custody name a place for ever: what stands stays as it is, and only what is new comes in. */
async function comparePlaces(
  cx: Cx,
  entries: readonly Readonly<Record<string, Json>>[],
): Promise<PartDifference[]> {
  const places = entries.map(placeOfFile)
  const codes = new Set(places.map((p) => p.code))
  const known = await placesByCode(cx, [...codes, ...places.flatMap((p) => p.parent?.toUpperCase() ?? [])])
  const units = await unitsByCode(
    cx,
    places.flatMap((p) => p.unit ?? []),
  )
  const out: PartDifference[] = []
  for (const place of places) {
    const parent = place.parent?.toUpperCase()
    refuseUnless(
      unless(
        !parent || known.has(parent) || codes.has(parent),
        no('evidence.no-such-parent', { code: parent ?? '' }),
      ),
    )
    refuseUnless(
      unless(!place.unit || units.has(place.unit), no('evidence.no-such-unit', { code: place.unit ?? '' })),
    )
    refuseUnless(unless(Boolean(parent ?? place.unit), no('evidence.place-of-no-unit')))
    out.push({
      key: place.code,
      name: place.name,
      before: known.has(place.code) ? place.code : null,
      after: place as unknown as Json,
    })
  }
  return out
}

function placeOfFile(entry: Readonly<Record<string, Json>>): PlaceOfFile {
  const read = PlaceOfFile.safeParse(entry, { reportInput: true })
  if (!read.success) throw new Refusal('invalid', 'input-does-not-fit', { fields: faultsOf(read.error) })
  return { ...read.data, code: read.data.code.toUpperCase() }
}

async function enterPlaces(cx: Cx, differences: readonly PartDifference[]): Promise<void> {
  const ids = new Map<string, { id: string; unit: string; witness: boolean; guns: boolean }>()
  for (const { after } of differences) {
    const { parent: above, unit: unitCode, ...place } = after as unknown as PlaceOfFile
    const parent = above ? (ids.get(above.toUpperCase()) ?? (await placeOfCode(cx, above))) : null
    const unit = unitCode ? (await unitsByCode(cx, [unitCode])).get(unitCode) : parent?.unit
    if (!unit) throw notFound()
    const id = cx.newId()
    await enterPlace(cx, { ...place, id, unit }, parent, 'evidence.define-location')
    ids.set(place.code, {
      id,
      unit,
      witness: place.witness || (parent?.witness ?? false),
      guns: place.guns || (parent?.guns ?? false),
    })
  }
}
async function placeOfCode(cx: Cx, code: string) {
  const id = (await placesByCode(cx, [code.toUpperCase()])).get(code.toUpperCase())
  if (!id) throw notFound()
  return placeById(cx, id)
}

export const storesPart: RulePart = {
  standing: async (cx) => (await standingStores(cx.tx)).stores,
  compare: comparePlaces,
  enter: enterPlaces,
}
