/** Canonical JSON (RFC 8785), the one byte form in which things are hashed; stated here because proofs outlive the program. */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * Keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them (RFC 8785, 3.2).
 * Members that are undefined are left out. Throws on NaN, Infinity and lone surrogates, which have no JSON form.
 */
export function canonical(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('A number that is not finite has no JSON form')
    return JSON.stringify(value)
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('A lone surrogate has no UTF-8 form')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((v: Json) => canonical(v)).join(',')}]`
  const object = value as { readonly [key: string]: Json | undefined }
  const parts: string[] = []
  for (const key of Object.keys(object).sort()) {
    if (object[key] !== undefined) parts.push(`${canonical(key)}:${canonical(object[key])}`)
  }
  return `{${parts.join(',')}}`
}
