/** A death as it may be told to a register: cause, manner and places as they stand, the places in the reader's words. */
import type { Cx } from '#platform/cx.ts'
import { namesOf, type Wanted } from '../call/store/names.ts'
import { type CauseRow, causesOf, type MannerRow, mannersOf } from './store/certifications.ts'
import { type DeathRow, type PlaceRow, placesOf } from '../call/store/deaths.ts'

export interface DeathToTell {
  readonly death: DeathRow
  readonly cause: CauseRow | undefined
  readonly manner: MannerRow | undefined
  readonly places: readonly PlaceRow[]
  /** The request that the certificate of the cause answers; null before a cause was certified. */
  readonly certificate: string | null
}

export async function deathToTell(cx: Cx, death: DeathRow): Promise<DeathToTell> {
  const [causes, given, stood] = [
    await causesOf(cx, death.root),
    await mannersOf(cx, death.root),
    await placesOf(cx, death.root),
  ]
  const names = await namesOf(
    cx,
    stood.flatMap((p): Wanted[] => [
      ['district', p.district],
      ['settlement', p.settlement],
    ]),
  )
  const places = stood.map((p) => ({
    ...p,
    district: p.district && names.text('district', p.district),
    settlement: p.settlement && names.text('settlement', p.settlement),
  }))
  return {
    death,
    cause: causes.at(-1),
    manner: given.at(-1),
    places,
    certificate: causes.find((c) => c.request)?.request ?? null,
  }
}
