/** Rules of firearms: a gun that nobody has shown safe goes nowhere by road, in nobody's hands; it waits in a safe place for an examiner. */
import { no, unless, type Verdict } from '#kernel/verdict.ts'
import type { Standing } from './standing.ts'

/** The danger with which every gun comes in, until somebody shows it safe on the record. */
export const LOADED = 'live-round'

/** `unsafe`: the guns among the things that nobody has shown safe. */
export const shownSafe = (item: Pick<Standing, 'id' | 'number'>, unsafe: ReadonlySet<string>): Verdict =>
  unless(
    !unsafe.has(item.id),
    no('evidence.gun-not-shown-safe', { number: item.number }, 'evidence.next-gun-waits'),
  )

/** It waits in the place that the office has for it, and in no other. */
export const waitsSafely = (
  item: Pick<Standing, 'id' | 'number'>,
  unsafe: ReadonlySet<string>,
  place: { readonly name: string; readonly guns: boolean },
  gunPlace: string | null,
): Verdict =>
  unless(
    !unsafe.has(item.id) || place.guns || gunPlace === null,
    no(
      'evidence.gun-in-wrong-place',
      { number: item.number, name: place.name, better: gunPlace ?? '' },
      'evidence.next-gun-place',
    ),
  )

/** The door opens where one of the two who stand before it is authorised to show a gun safe. */
export const mayOpenGunPlace = (
  name: string | undefined,
  authorised: readonly { readonly id: string; readonly name: string }[] | null,
  present: readonly (string | undefined)[],
): Verdict =>
  unless(
    name === undefined || authorised === null || authorised.some((a) => present.includes(a.id)),
    no(
      'evidence.gun-place-closed',
      { name: name ?? '', who: (authorised ?? []).map((a) => a.name).join(', ') || '–' },
      'evidence.next-gun-place-with',
    ),
  )

/** Only who is authorised shows a gun safe, where the laboratory names a method for it. */
export const mayMakeSafe = (
  number: string,
  authorised: readonly { readonly id: string; readonly name: string }[] | null,
  me: string,
): Verdict =>
  unless(
    authorised === null || authorised.some((a) => a.id === me),
    no(
      'evidence.not-authorised-safe',
      { number, who: (authorised ?? []).map((a) => a.name).join(', ') || '–' },
      'evidence.next-gun-waits',
    ),
  )
