/** JSON from elsewhere as data and nothing more: bounded in size, depth and number of values, and looked into only by own keys. */
import { FormatFault } from '../reading.ts'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json | undefined
}
/** A FHIR resource: an object that says its type. */
export interface Resource extends JsonObject {
  readonly resourceType: string
}

/** A message with its papers is some hundreds of kilobytes; a report as PDF within it some megabytes. */
export const MAX_FHIR_BYTES = 32 * 1_048_576
/** A questionnaire nests some ten levels, extensions within extensions five. */
const MAX_DEPTH = 60
const MAX_VALUES = 500_000

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
/** Own keys only: `constructor` and `__proto__` are a file's words, not the language's. */
export function own(node: Json | undefined, key: string): Json | undefined {
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined
}
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return []
  return isList(value) ? value : [value]
}
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isObject)
}
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The resource in the bytes, or a fault whose sentence says what is wrong. */
export function parseResource(bytes: Uint8Array): Resource {
  if (bytes.length === 0) throw new FormatFault('formats.empty')
  if (bytes.length > MAX_FHIR_BYTES)
    throw new FormatFault('formats.fhir.too-large', { limit: MAX_FHIR_BYTES / 1_048_576 })
  const value = parsed(bytes)
  bounded(value)
  if (!isResource(value)) throw new FormatFault('formats.fhir.not-fhir')
  return value
}
export function isResource(value: Json | undefined): value is Resource {
  return textOf(own(value, 'resourceType')) !== undefined
}

function parsed(bytes: Uint8Array): Json {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FormatFault('formats.fhir.not-utf8')
  }
  if (text.trimStart().startsWith('<')) throw new FormatFault('formats.fhir.xml')
  deepest(text)
  try {
    return JSON.parse(text) as Json
  } catch (fault) {
    throw new FormatFault('formats.fhir.not-json', { why: (fault as Error).message.slice(0, 120) })
  }
}

/** Before anything is built: brackets within brackets, outside of strings. */
function deepest(text: string): void {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const ch = text.charCodeAt(at)
    if (quoted) {
      if (ch === 0x5c) at += 1
      else if (ch === 0x22) quoted = false
    } else if (ch === 0x22) quoted = true
    else if (ch === 0x7b || ch === 0x5b) {
      depth += 1
      if (depth > MAX_DEPTH) throw new FormatFault('formats.fhir.too-deep', { limit: MAX_DEPTH })
    } else if (ch === 0x7d || ch === 0x5d) depth -= 1
  }
}

function bounded(value: Json): void {
  let left = MAX_VALUES
  const walk = (node: Json | undefined): void => {
    left -= 1
    if (left < 0) throw new FormatFault('formats.fhir.too-many-values', { limit: MAX_VALUES })
    if (isList(node)) node.forEach(walk)
    else if (isObject(node)) Object.values(node).forEach(walk)
  }
  walk(value)
}
