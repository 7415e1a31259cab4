/** Yes, or why not: the answer of every rule, and the two kinds of error that the house knows (refusal and defect). */
import type { TextValues } from './say.ts'

/** `code` is both the stable code on the wire and the key of the sentence; `next` is the key of the next step. */
export interface No {
  readonly ok: false
  readonly code: string
  readonly values?: TextValues
  readonly next?: string
}
export type Verdict = { readonly ok: true } | No

export const yes: Verdict = { ok: true }

export function no(code: string, values?: TextValues, next?: string): No {
  return { ok: false, code, ...(values ? { values } : {}), ...(next ? { next } : {}) }
}

/** The first no decides; rules are written as a list of conditions in the order in which a person would ask. */
export function allOf(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((v) => !v.ok) ?? yes
}

/** `when(condition, no(...))`: a no if the condition holds. */
export function unless(good: boolean, otherwise: No): Verdict {
  return good ? yes : otherwise
}

/** HTTP status of each kind of refusal (decided.md, “For those who look from outside”). */
export const statusOf = {
  invalid: 400,
  'not-signed-in': 401,
  forbidden: 403,
  'step-up-required': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'wrong-type': 415,
  'too-many': 429,
  unavailable: 503,
} as const
export type RefusalKind = keyof typeof statusOf

/** `code` is the key of the sentence; without one, `message` is the sentence already. */
export interface FieldFault {
  readonly path: string
  readonly message: string
  readonly code?: string
  readonly values?: TextValues
}

/** An expected no to a person: nothing is half done, and the sentence says what to do next. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly values: TextValues
  readonly next: string | undefined
  readonly fields: readonly FieldFault[] | undefined

  constructor(
    kind: RefusalKind,
    code: string,
    more: { values?: TextValues | undefined; next?: string | undefined; fields?: readonly FieldFault[] } = {},
  ) {
    super(`${kind}: ${code}`)
    this.kind = kind
    this.code = code
    this.values = more.values ?? {}
    this.next = more.next
    this.fields = more.fields
  }
}

/** Turns a rule's no into a refusal (409): the sentence is the rule's own. */
export function refuseUnless(verdict: Verdict): void {
  if (!verdict.ok) throw new Refusal('conflict', verdict.code, { values: verdict.values, next: verdict.next })
}

/** Nothing there, or nothing that this person may know of: the two are told alike. */
export function notFound(): Refusal {
  return new Refusal('not-found', 'not-found')
}

/** Something the program itself got wrong; stays on in production. */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`Defect: ${sentence}`)
}
