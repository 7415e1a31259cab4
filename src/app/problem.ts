/** Errors as people and programs read them: application/problem+json (RFC 9457). */
import { type FieldFault, Refusal, statusOf } from '#kernel/verdict.ts'
import type { Say } from '#kernel/say.ts'

export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  next?: string
  fields?: readonly { path: string; code?: string; message: string }[]
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
    ...(refusal.fields ? { fields: refusal.fields.map((fault) => saidFault(fault, say)) } : {}),
  }
}

const saidFault = ({ path, code, message, values }: FieldFault, say: Say) =>
  code === undefined ? { path, message } : { path, code, message: say(code, values) }

/** What could not even be read as HTTP is answered in the same form, on the bare line. */
export function unreadableAnswer(errorCode: string | undefined, say: Say): string {
  const refusal =
    errorCode === 'HPE_HEADER_OVERFLOW'
      ? new Refusal('too-large', 'address-too-long')
      : errorCode === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new Refusal('unavailable', 'took-too-long')
        : new Refusal('invalid', 'request-not-readable')
  const problem = problemOf(refusal, say)
  const body = JSON.stringify(problem)
  return [
    // The phrase after the number may be empty and is read by nobody (RFC 9112, 4).
    `HTTP/1.1 ${problem.status} `,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
