/** What a place of a death may not say: a day that has not come, a point off the earth, somewhere and nowhere at once; pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { PlaceOfDeath } from '../contract/call.ts'

const within = (degrees: string, most: number): boolean => Math.abs(Number(degrees)) <= most

/** `today` is the day where the service works; of a partial date the part that is known is compared. */
export function mayBePlace(p: PlaceOfDeath, today: string): Verdict {
  const { latitude, longitude, on, absent } = p
  const somewhere = [p.district, p.settlement, p.text, latitude, longitude].some(Boolean)
  return allOf(
    unless(!on || on <= today.slice(0, on.length), no('death.not-yet')),
    unless(
      latitude && longitude ? within(latitude, 90) && within(longitude, 180) : !latitude && !longitude,
      no('death.place-off', {}, 'death.next-both-degrees'),
    ),
    unless(!absent || !somewhere, no('death.place-and-absent', {}, 'death.next-place-or-absent')),
  )
}
