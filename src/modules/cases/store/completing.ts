/** What a new case says by itself once the rest is said: its title, the district of its town, the officer who opens it. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { OpenCase } from '../contract.ts'
import { mayLieThere } from '../rules.ts'
import { type Checked, namesOf } from './codes.ts'

export type FullCase = OpenCase & { readonly title: string }

/** A town lies in one district: said alone it says the district too; two that contradict each other are refused. */
export function placed(place: OpenCase['place'], checked: Checked): OpenCase['place'] {
  const district = place?.settlement ? checked.districts.get(place.settlement) : undefined
  return place && district && !place.district ? { ...place, district } : place
}

export async function completed(cx: Cx, input: OpenCase, checked: Checked): Promise<FullCase> {
  const place = await placedOrRefused(cx, input.place, checked)
  const officer = cx.actor.kind === 'person' && cx.actor.grants.every((g) => g.role === 'officer')
  return {
    ...input,
    place,
    investigator:
      input.investigator ?? (officer ? { person: cx.actor.id, unit: cx.actor.unit } : input.investigator),
    title: input.title ?? (await titleOf(cx, input, place)),
  }
}

export async function placedOrRefused(
  cx: Cx,
  place: OpenCase['place'],
  checked: Checked,
): Promise<OpenCase['place']> {
  const lies = place?.settlement ? checked.districts.get(place.settlement) : undefined
  if (place?.district && lies && lies !== place.district) {
    const name = await namesOf(cx, [
      ['settlement', place.settlement],
      ['district', lies],
    ])
    refuseUnless(
      mayLieThere({
        settlement: name('settlement', place.settlement ?? ''),
        district: name('district', lies),
      }),
    )
  }
  return placed(place, checked)
}

/** The offences, or else the kind of case; and the town, or else the district. Never a name, a shop or a house. */
async function titleOf(cx: Cx, input: OpenCase, place: OpenCase['place']): Promise<string> {
  const offences = (input.offences ?? []).slice(0, 2).map((o) => o.code)
  const name = await namesOf(cx, [
    ['case-type', input.type],
    ...offences.map((o) => ['offence', o] as const),
    ['settlement', place?.settlement],
    ['district', place?.district],
    ['highway', place?.highway],
  ])
  const what =
    offences.length > 0
      ? offences.map((o) => name('offence', o)).join(cx.say('cases.title-and'))
      : name('case-type', input.type)
  const where = place?.settlement
    ? name('settlement', place.settlement)
    : place?.highway
      ? place.mile
        ? cx.say('cases.mile', { mile: place.mile, highway: name('highway', place.highway) })
        : name('highway', place.highway)
      : place?.district
        ? name('district', place.district)
        : null
  return (where ? `${what}, ${where}` : what).slice(0, 300)
}
