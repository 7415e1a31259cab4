/** Rules of what is tendered: kept by a court, with nobody expected to bring it back; pure. */
import { allOf, no, unless, type Verdict } from '#kernel/verdict.ts'
import { mayHandOver } from './hands.ts'
import type { Standing } from '../../things/rules/standing.ts'

/** In the custody of a court: at court with nobody expected to bring it back. */
export const isTendered = (item: Pick<Standing, 'state'> & { readonly due_at: string | null }): boolean =>
  item.state === 'at-court' && item.due_at === null

/** Out of the hands that took it there, or out of one's own, into the court's. */
export function mayTender(
  item: Standing & { readonly due_at: string | null },
  me: string,
  keeper: boolean,
): Verdict {
  if (item.state !== 'at-court') return mayHandOver(item, me, null)
  return allOf(
    unless(!isTendered(item), no('evidence.tendered-already', { number: item.number })),
    unless(
      keeper || item.holder?.id === me,
      no('evidence.not-yours-at-court', { number: item.number, name: item.holder?.name ?? '' }),
    ),
  )
}

export const mayReceiveFromCourt = (item: Standing & { readonly due_at: string | null }): Verdict =>
  unless(
    isTendered(item),
    no(
      'evidence.not-tendered',
      { number: item.number, name: item.holder?.name ?? '' },
      'evidence.next-ask-holder',
    ),
  )
