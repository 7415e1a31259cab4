/** What a form is made of, and how JSON Schema becomes it: the same shapes as the API, read by the screen. */
import type { ReactNode } from 'react'
import { readDate } from './DateFields.tsx'
import type { IconName } from './Icon.tsx'
import type { RefAsk } from './RefPicker.tsx'
import type { Say } from './say.ts'

export type Absent = 'unknown' | 'not-applicable' | 'not-yet-determined'
export const absents: readonly Absent[] = ['unknown', 'not-applicable', 'not-yet-determined']
export type FieldKind =
  | 'text'
  | 'prose'
  | 'number'
  | 'quantity'
  | 'date'
  | 'partial-date'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'code'
  | 'ref'
  | 'person'
  | 'file'
  | 'scan'
  | 'group'
  | 'list'
  | 'note'
export type Values = Record<string, unknown>

export interface Field {
  readonly key: string
  readonly label: string
  readonly help?: string | undefined
  readonly kind: FieldKind
  readonly required?: boolean | undefined
  readonly options?:
    | readonly { readonly value: string; readonly label: string; readonly icon?: IconName }[]
    | undefined
  /** Answers that say why there is none; the value is then `{value}` or `{absent}`. */
  readonly absent?: true | readonly Absent[] | undefined
  readonly unit?: string | readonly string[] | undefined
  readonly ask?: RefAsk<never> | undefined
  readonly max?: number | undefined
  readonly rows?: number | undefined
  readonly show?: ((values: Values) => boolean) | undefined
  readonly span?: 1 | 2 | undefined
  readonly fields?: readonly Field[] | undefined
  /** Of a group: its answers in two columns where there is room. */
  readonly columns?: 1 | 2 | undefined
  readonly many?: boolean | undefined
  readonly secret?: boolean | undefined
  readonly autoComplete?: string | undefined
  readonly placeholder?: string | undefined
  readonly operation?: string | undefined
  /** What else may be done where the answer is not among those offered. */
  readonly beneath?: ReactNode
}
export interface Fault {
  readonly path: string
  readonly label: string
  readonly message: string
}

const blank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
const inner = (field: Field, value: unknown): unknown =>
  field.absent && value !== null && typeof value === 'object' && 'value' in value ? value.value : value

/** What can be said without the server: needed, a number, a day, too long. */
export function faultsOf(fields: readonly Field[], values: Values, say: Say, path = ''): Fault[] {
  return fields.flatMap((field) => {
    if (field.show && !field.show(values)) return []
    const at = path + field.key
    const raw = values[field.key]
    if (field.kind === 'group') return faultsOf(field.fields ?? [], (raw ?? {}) as Values, say, `${at}.`)
    if (field.kind === 'list') {
      const rows = (raw ?? []) as Values[]
      if (field.required && rows.length === 0)
        return [{ path: at, label: field.label, message: say('kit.required', { label: field.label }) }]
      return rows.flatMap((row, i) => faultsOf(field.fields ?? [], row, say, `${at}.${i}.`))
    }
    if (field.absent && raw !== null && typeof raw === 'object' && 'absent' in raw) return []
    const message = faultOf(field, inner(field, raw), say)
    return message ? [{ path: at, label: field.label, message }] : []
  })
}

function faultOf(field: Field, value: unknown, say: Say): string | null {
  const { label } = field
  if (blank(value)) return field.required ? say('kit.required', { label }) : null
  if (field.kind === 'quantity' && blank((value as { value?: unknown }).value))
    return field.required ? say('kit.required', { label }) : null
  if (field.kind === 'number' || field.kind === 'quantity') {
    const text = String(field.kind === 'quantity' ? (value as { value: unknown }).value : value)
    if (!/^-?\d+(\.\d+)?$/.test(text)) return say('kit.fault-number', { label })
  }
  if (field.kind === 'date' && readDate(String(value))?.length !== 10) return say('kit.fault-date', { label })
  if (field.kind === 'partial-date' && readDate(String(value)) !== value)
    return say('kit.fault-date', { label })
  if (field.kind === 'instant' && Number.isNaN(new Date(String(value)).getTime()))
    return say('kit.fault-instant', { label })
  if (field.max !== undefined && typeof value === 'string' && value.length > field.max)
    return say('kit.fault-max', { label, max: field.max })
  return null
}

/** What is sent: hidden answers and blanks left out, numbers as numbers, the rest as typed. */
export function sendable(fields: readonly Field[], values: Values): Values {
  const out: Values = {}
  for (const field of fields) {
    if (field.kind === 'note' || (field.show && !field.show(values))) continue
    const raw = values[field.key]
    if (blank(raw)) continue
    if (field.kind === 'group') out[field.key] = sendable(field.fields ?? [], raw as Values)
    else if (field.kind === 'list')
      out[field.key] = (raw as Values[]).map((row) => sendable(field.fields ?? [], row))
    else if (field.absent && typeof raw === 'object' && raw !== null && 'absent' in raw) out[field.key] = raw
    else {
      const value = inner(field, raw)
      if (blank(value) || (field.kind === 'quantity' && blank((value as { value?: unknown }).value))) continue
      const plain = field.kind === 'number' ? Number(value) : value
      out[field.key] = field.absent ? { value: plain } : plain
    }
  }
  return out
}

interface Schema {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly maxLength?: number
  readonly anyOf?: readonly Schema[]
  readonly [more: `x-${string}`]: unknown
}
/** Fields of a JSON Schema object. `title` and `x-help` may be text keys; `x-kind`, `x-unit`, `x-options`, `x-absent`, `x-rows` refine. */
export function fieldsOf(schema: object, say: Say): Field[] {
  const { properties = {}, required = [] } = schema as Schema
  return Object.entries(properties).map(([key, of]): Field => {
    const wrapped = of.anyOf?.find((part) => part.properties?.['value'])
    const shape = wrapped?.properties?.['value'] ?? of
    const labels = (of['x-labels'] ?? {}) as Record<string, string>
    const options =
      (shape['x-options'] as Field['options']) ??
      shape.enum?.map((value) => ({
        value: String(value),
        label: say(labels[String(value)] ?? String(value)),
      }))
    const unit = of['x-unit'] as Field['unit']
    const nested =
      shape.type === 'object'
        ? fieldsOf(shape, say)
        : shape.items?.type === 'object'
          ? fieldsOf(shape.items, say)
          : undefined
    return {
      key,
      label: say(of.title ?? key),
      help: of.description === undefined ? undefined : say(of.description),
      required: required.includes(key),
      max: shape.maxLength,
      options,
      unit,
      kind:
        (of['x-kind'] as FieldKind | undefined) ?? kindOf(shape, options !== undefined, unit !== undefined),
      fields: nested,
      rows: of['x-rows'] as number | undefined,
      absent: (of['x-absent'] as Field['absent']) ?? (wrapped ? true : undefined),
    }
  })
}

function kindOf(shape: Schema, options: boolean, unit: boolean): FieldKind {
  const type = Array.isArray(shape.type)
    ? (shape.type as readonly string[]).find((t) => t !== 'null')
    : shape.type
  if (unit) return 'quantity'
  if (type === 'array') return shape.items?.type === 'object' ? 'list' : 'choices'
  if (options) return 'choice'
  if (type === 'boolean') return 'yes-no'
  if (type === 'number' || type === 'integer') return 'number'
  if (type === 'object') return 'group'
  if (shape.format === 'date') return 'date'
  if (shape.format === 'date-time') return 'instant'
  return (shape.maxLength ?? 0) > 300 ? 'prose' : 'text'
}
