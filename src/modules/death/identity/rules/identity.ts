/** What an identity needs before it may be called confirmed: pure. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'

export interface Said {
  readonly state: string
  readonly name: string | null
  readonly saidBy: boolean
  readonly words: string | null
  /** Whether the laboratory lets this method confirm by itself (list `identity-method`, data `confirms`). */
  readonly confirms: boolean
  readonly method: string
}
export const mayIdentify = (s: Said): Verdict =>
  s.state === 'withdrawn'
    ? unless(Boolean(s.words), no('death.withdraw-needs-words'))
    : allOf(
        unless(s.name !== null, no('death.identity-needs-name')),
        unless(
          s.state !== 'confirmed' || s.confirms,
          no('death.method-does-not-confirm', { method: s.method }, 'death.next-presumed'),
        ),
        unless(s.state !== 'confirmed' || s.saidBy, no('death.identity-needs-sayer')),
      )
