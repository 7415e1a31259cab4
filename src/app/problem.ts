/** Errors as people and programs read them: application/problem+json (RFC 9457). */
import { type Refusal, statusOf } from '#kernel/verdict.ts'
import type { Say } from '#kernel/say.ts'

export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  next?: string
  fields?: readonly { path: string; message: string }[]
}

export function problemOf(refusal: Refusal, say: Say): Problem {
  const sentence = say(refusal.code, refusal.values)
  return {
    type: `urn:custodia:problem:${refusal.code}`,
    title: sentence,
    status: statusOf[refusal.kind],
    code: refusal.code,
    detail: sentence,
    ...(refusal.next ? { next: say(refusal.next, refusal.values) } : {}),
    ...(refusal.fields ? { fields: refusal.fields } : {}),
  }
}
