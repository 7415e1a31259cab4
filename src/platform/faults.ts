/** What errors mean to a person: input faults as fields, constraints as refusals, the rest as defects. */
import type { z } from 'zod'
import { type FieldFault, Refusal } from '#kernel/verdict.ts'

const MAX_FAULTS = 50

/** `path` is dotted, `message` a key of texts (`fault.…`) or the shape library's own code. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  return error.issues
    .slice(0, MAX_FAULTS)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: messageOf(issue) }))
}
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `unrecognized: ${issue.keys.slice(0, 5).join(', ').slice(0, 200)}`
  return issue.message.slice(0, 200)
}

interface PgError {
  code?: string
  constraint?: string
  syscall?: string
}

/** A refusal stays; a database error becomes the refusal it means, `again` when a retry helps, or stays a defect. */
export function refusalOf(error: unknown, constraints: Readonly<Record<string, string>>): unknown {
  if (error instanceof Refusal) return error
  const { code, constraint, syscall } = (error ?? {}) as PgError
  if (code === '40P01' || code === '40001' || constraint === 'ledger_entry_no_fork') return 'again'
  if (constraint !== undefined && constraints[constraint])
    return new Refusal('conflict', constraints[constraint])
  if (code === '23503') return new Refusal('conflict', 'names-nothing')
  if (code === '23505') return new Refusal('conflict', 'there-already')
  // Shapes should have caught these: numbers and dates that no column holds, text that no database holds, broken checks.
  if (code?.startsWith('22') || code === '23514' || code === '54000')
    return new Refusal('invalid', 'input-does-not-fit')
  if (code === '53100') return new Refusal('unavailable', 'disk-full')
  if (
    code === '53300' ||
    code === '57P01' ||
    code === '57P03' ||
    code === 'ECONNREFUSED' ||
    (code === 'ENOENT' && syscall === 'connect')
  )
    return new Refusal('unavailable', 'database-away')
  if (code === '57014') return new Refusal('unavailable', 'took-too-long')
  return error
}

/** Codes that say that a shape let through what the database then refused: the person is told, and so is the log. */
export const lastLine: ReadonlySet<string> = new Set(['names-nothing', 'there-already', 'input-does-not-fit'])
