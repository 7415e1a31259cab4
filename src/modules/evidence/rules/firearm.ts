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
