/** Who may take a certificate that is out, among those who see its case: pure. */
import { type Verdict, no, unless } from '#kernel/verdict.ts'

/** `case` whoever sees it · `agency` the agency that asked · `person` who asked and the investigator · `named` only whom it was given to. */
export const releaseLevels = ['case', 'agency', 'person', 'named'] as const
export type ReleaseLevel = (typeof releaseLevels)[number]

export interface Taker {
  /** Works in the service, or reviews for it. */
  readonly inside: boolean
  /** It was given to them or to their office by name: prosecution, court, defence by order. */
  readonly given: boolean
  /** Asked for it, or has the case as its investigator. */
  readonly own: boolean
  readonly sameAgency: boolean
  /** Is only told how the case goes. */
  readonly toldOnly: boolean
}
const reaches: Readonly<Record<ReleaseLevel, (t: Taker) => boolean>> = {
  case: () => true,
  agency: (t) => t.own || t.sameAgency,
  person: (t) => t.own,
  named: () => false,
}
export const mayTake = (level: ReleaseLevel, t: Taker): Verdict =>
  unless(
    t.inside || t.given || (!t.toldOnly && reaches[level](t)),
    no(t.toldOnly ? 'reports.told-only' : `reports.released-to-${level}`, {}, 'reports.next-ask-release'),
  )
