/** The plain types of FHIR R4 (“Data types”, table of primitive types): what JSON holds them, and what text is one. */
import type { Json } from './json.ts'

const DAY = String.raw`(?:\d{4}(?!0000))(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?`
const ZONE = String.raw`(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)`
const FULL_DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`

const texts: Readonly<Record<string, RegExp>> = {
  base64Binary: /^[A-Za-z0-9+/=\s]*$/,
  canonical: /^\S+$/,
  code: /^\S+( \S+)*$/,
  date: new RegExp(`^${DAY}$`),
  dateTime: new RegExp(`^(?:${DAY}|${FULL_DAY}T${TIME}${ZONE})$`),
  id: /^[A-Za-z0-9\-.]{1,64}$/,
  instant: new RegExp(`^${FULL_DAY}T${TIME}${ZONE}$`),
  markdown: /\S/,
  oid: /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/,
  string: /\S/,
  time: new RegExp(`^${TIME}$`),
  uri: /^\S+$/,
  url: /^\S+$/,
  uuid: /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  xhtml: /^<div/,
}
const numbers: Readonly<Record<string, (n: number) => boolean>> = {
  decimal: Number.isFinite,
  integer: (n) => Number.isInteger(n) && Math.abs(n) <= 2_147_483_648,
  positiveInt: (n) => Number.isInteger(n) && n > 0,
  unsignedInt: (n) => Number.isInteger(n) && n >= 0,
}

/** `http://hl7.org/fhirpath/System.String` is how snapshots name the type of ids and addresses. */
export function plainTypeOf(code: string | undefined): string | undefined {
  const name = code?.startsWith('http://hl7.org/fhirpath/System.')
    ? code.slice(31).replace(/^[A-Z]/, (c) => c.toLowerCase())
    : code
  return name !== undefined && (name in texts || name in numbers || name === 'boolean') ? name : undefined
}

export function isPlain(value: Json, type: string): boolean {
  if (type === 'boolean') return typeof value === 'boolean'
  const number = numbers[type]
  if (number) return typeof value === 'number' && number(value)
  return typeof value === 'string' && (texts[type]?.test(value) ?? true) && existed(value, type)
}
/** 30 February fits the pattern and is no day. */
function existed(value: string, type: string): boolean {
  if (!['date', 'dateTime', 'instant'].includes(type) || value.length < 10) return true
  const at = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value.slice(0, 10))
}
