/** Makes a well-formed input out of an operation's own shape, so that every operation can be tried without a list kept by hand. */
import { z } from 'zod'

type Schema = {
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  examples?: unknown[]
  default?: unknown
  $defs?: Record<string, Schema>
  prefixItems?: Schema[]
}

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
/** Patterns that a generic word does not fit. */
const known: [RegExp, string][] = [
  [/0-9a-f\]\{64\}/, 'a'.repeat(64)],
  [/\\d\{6,12\}/, '246810'],
  [/\\d\{4,12\}/, '246810'],
  [/\[01\]\\d\|2\[0-3\]/, '09:30'],
  [/\\d\{4\}\(-/, '2026-11'],
  [/A-Z0-9\]\[A-Z0-9-\]/, 'UNIT-1'],
  [/\[a-z\]\+\\\./, 'cases.*'],
  [/\(0\|\[1-9\]/, '1.5'],
]

/** `whole`: with every answer that may be left out, and at least one row in every list. */
export function madeInput(shape: z.ZodType, whole = false): unknown {
  const root = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema
  return made(root, { ...root, whole }, 0)
}

function made(s: Schema, root: Schema & { whole: boolean }, depth: number): unknown {
  if (depth > 12) return null
  if (s.$ref) return made(root.$defs?.[s.$ref.replace('#/$defs/', '')] ?? {}, root, depth + 1)
  if (s.const !== undefined) return s.const
  if (s.enum) return s.enum[0]
  const choice = s.anyOf ?? s.oneOf
  if (choice) return made(choice[0] as Schema, root, depth + 1)
  if (s.allOf) return Object.assign({}, ...s.allOf.map((part) => made(part, root, depth + 1)))
  if (s.examples?.length) return s.examples[0]
  const type = Array.isArray(s.type) ? s.type[0] : s.type
  if (type === 'object')
    return Object.fromEntries(
      (root.whole ? Object.keys(s.properties ?? {}) : (s.required ?? [])).map((key) => [
        key,
        made(s.properties?.[key] ?? {}, root, depth + 1),
      ]),
    )
  if (type === 'array')
    return Array.from({ length: Math.max(s.minItems ?? 0, root.whole ? 1 : 0) }, () =>
      made(s.items ?? {}, root, depth + 1),
    )
  if (type === 'integer' || type === 'number') return s.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'string') return text(s)
  return 'x'
}

function text(s: Schema): string {
  if (s.format === 'uuid') return id
  if (s.format === 'date') return '2026-11-02'
  if (s.format === 'date-time') return '2026-11-02T10:00:00Z'
  if (s.format === 'email') return 'a@example.org'
  const fits = known.find(([pattern]) => s.pattern && pattern.test(s.pattern))
  if (fits) return fits[1]
  return 'abc'.padEnd(s.minLength ?? 3, 'x')
}
