/** What errors mean to a person: input faults as fields, constraints as refusals, the rest as defects. */
import type { z } from 'zod'
import type { TextValues } from '#kernel/say.ts'
import { type FieldFault, Refusal } from '#kernel/verdict.ts'

const MAX_FAULTS = 50

/** `path` is dotted; `code` is the key of the sentence (`fault.…`), which is said in the person's language where the answer is written. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  return error.issues.flatMap((issue) => faultsIn(issue, [])).slice(0, MAX_FAULTS)
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

function faultsIn(issue: Issue, above: Path): FieldFault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = nearestOf(issue.errors)
    return nearest.flatMap((inner) => faultsIn(inner, path))
  }
  if (issue.code === 'invalid_element') return issue.issues.flatMap((inner) => faultsIn(inner, path))
  const { code, values } = saidOf(issue)
  return [{ path: path.map(String).join('.'), code, message: code, ...(values ? { values } : {}) }]
}

/** Of several shapes that could have been meant, the one that was missed by least: its faults are the ones a person can mend. */
function nearestOf(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const missedBy = (branch: readonly Issue[]): number =>
    branch.reduce((sum, i) => sum + (i.path.length === 0 && i.code === 'invalid_type' ? 100 : 1), 0)
  return [...branches].sort((a, b) => missedBy(a) - missedBy(b))[0] ?? []
}

interface Said {
  readonly code: string
  readonly values?: TextValues
}
const kinds: Readonly<Record<string, string>> = {
  string: 'fault.text',
  number: 'fault.number',
  int: 'fault.whole',
  bigint: 'fault.whole',
  boolean: 'fault.yes-no',
  date: 'fault.instant',
  array: 'fault.list',
}
const formats: Readonly<Record<string, string>> = {
  uuid: 'fault.id',
  datetime: 'fault.instant',
  date: 'fault.day',
  email: 'fault.email',
  url: 'fault.address',
}

function saidOf(issue: Issue): Said {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return { code: 'fault.missing' }
      return { code: kinds[issue.expected] ?? 'fault.several' }
    case 'too_small':
      return boundOf(issue.origin, 'least', Number(issue.minimum), issue.inclusive ?? true)
    case 'too_big':
      return boundOf(issue.origin, 'most', Number(issue.maximum), issue.inclusive ?? true)
    case 'invalid_format':
      return { code: formats[issue.format] ?? ownCode(issue.message) }
    case 'custom':
      return { code: ownCode(issue.message) }
    case 'unrecognized_keys':
      return { code: 'fault.unrecognized', values: { keys: issue.keys.slice(0, 5).join(', ').slice(0, 200) } }
    case 'not_multiple_of':
      return { code: 'fault.whole' }
    default:
      return { code: 'fault.choice' }
  }
}

function boundOf(origin: string, side: 'least' | 'most', n: number, inclusive: boolean): Said {
  if (origin === 'string')
    return side === 'least' && n <= 1
      ? { code: 'fault.missing' }
      : { code: `fault.${side}-characters`, values: { n } }
  if (origin === 'array' || origin === 'set') return { code: `fault.${side}-entries`, values: { n } }
  return {
    code: inclusive ? `fault.at-${side}` : side === 'least' ? 'fault.more-than' : 'fault.less-than',
    values: { n },
  }
}

/** A shape's own rule names its sentence; what has no name is told as it is: not to be read. */
const ownCode = (message: string): string =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(message) ? `fault.${message}` : 'fault.form'

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
