/** The invariants of profiles, in FHIRPath, by the reader of the National Library of Medicine. What it cannot answer is counted, never passed over as kept. */
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import type { Constraint } from './definitions.ts'
import { isObject, isResource, type Json, type Resource } from './json.ts'

/** Answered by the walk itself, in this house's words: an element is not empty, an extension has a value or extensions and not both. */
const ANSWERED_ELSEWHERE = new Set(['ele-1', 'ext-1'])

type Asked = (value: unknown, variables: Record<string, unknown>) => unknown
const asked = new Map<string, Asked>()

export type Verdict = 'kept' | 'broken' | 'not-answered'

export function judge(
  constraint: Constraint,
  value: Json,
  type: string | undefined,
  resource: Resource,
  root: Resource,
): Verdict {
  const { expression } = constraint
  if (expression === undefined || ANSWERED_ELSEWHERE.has(constraint.key)) return 'kept'
  const base = type !== undefined && !isResource(value) && /^[A-Z]/.test(type) ? type : ''
  try {
    const answer = questionOf(base, expression)(copied(value), { resource, rootResource: root })
    return Array.isArray(answer) && answer[0] === false ? 'broken' : 'kept'
  } catch {
    return 'not-answered'
  }
}
/** The reader marks what it has read with types; a copy of the first level keeps the marks off the caller's value. */
const copied = (value: Json): unknown => (isObject(value) && !isResource(value) ? { ...value } : value)

function questionOf(base: string, expression: string): Asked {
  const key = `${base}\n${expression}`
  const known = asked.get(key)
  if (known) return known
  const question = fhirpath.compile(base === '' ? expression : { base, expression }, r4, {
    traceFn: () => undefined,
  }) as unknown as Asked
  asked.set(key, question)
  return question
}
