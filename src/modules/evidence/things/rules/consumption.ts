/** Rules of using up: before nothing is left, whoever may want to examine it too is told and can answer; pure. */
import { convert, exact, isMass, type Quantity } from '#kernel/quantity.ts'
import { no, unless, yes, type Verdict } from '#kernel/verdict.ts'

/** A party that the laboratory tells, by its own list. */
export interface ToTell {
  readonly code: string
  readonly name: string
}
export interface NoticeFact {
  readonly party: string
  readonly name: string
  readonly wait_until: string
  readonly answer: 'consents' | 'objects' | 'asks-part' | 'court-allows' | null
}

/** Whether nothing would be left of it: said so, or by its last weight. */
export function usesUp(
  whole: boolean,
  amount: Quantity | null,
  left: Quantity | null,
  tolerance: string,
): boolean {
  if (whole) return true
  if (!amount || !left) return false
  if (amount.unit !== left.unit && !(isMass(amount.unit) && isMass(left.unit))) return false
  return exact(left.value).minus(convert(amount, left.unit)).lte(exact(tolerance))
}

export const stateOfNotice = (
  n: NoticeFact,
  today: string,
): 'waits' | 'silent' | NonNullable<NoticeFact['answer']> =>
  n.answer ?? (n.wait_until >= today ? 'waits' : 'silent')

/** Each party of the list was told; an answer holds, silence until its day does not. `notices` newest first. */
export function mayUseUp(
  item: { readonly number: string },
  told: readonly ToTell[],
  notices: readonly NoticeFact[],
  today: string,
): Verdict {
  const untold = told.filter((t) => !notices.some((n) => n.party === t.code))
  if (untold.length > 0)
    return no(
      'evidence.consumption-untold',
      { number: item.number, names: untold.map((t) => t.name).join(', ') },
      'evidence.next-tell-first',
    )
  for (const one of told) {
    const notice = notices.find((n) => n.party === one.code)
    if (!notice) continue
    const state = stateOfNotice(notice, today)
    const values = { number: item.number, name: notice.name, on: notice.wait_until }
    if (state === 'objects') return no('evidence.consumption-objected', values, 'evidence.next-court-decides')
    if (state === 'asks-part') return no('evidence.consumption-part-asked', values, 'evidence.next-give-part')
    if (state === 'waits') return no('evidence.consumption-waits', values, 'evidence.next-wait-answer')
  }
  return yes
}

/** An answer is given on a day that has come, and a court's leave names its order. */
export const mayAnswerNotice = (
  a: { readonly answer: string; readonly document: string | null; readonly on: string },
  today: string,
): Verdict =>
  a.on > today
    ? no('time-ahead')
    : unless(
        a.answer !== 'court-allows' || Boolean(a.document),
        no('evidence.court-leave-needs-order', {}, 'evidence.next-name-order'),
      )
