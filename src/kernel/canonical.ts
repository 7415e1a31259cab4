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
  if (typeof value === 'string') return canonicalText(value)
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('A number that is not finite has no JSON form')
    return JSON.stringify(value)
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  let inside = ''
  if (Array.isArray(value)) {
    for (const v of value as readonly Json[]) inside += (inside === '' ? '' : ',') + canonical(v)
    return `[${inside}]`
  }
  const object = value as { readonly [key: string]: Json | undefined }
  for (const key of keysInOrder(object)) {
    const member = object[key]
    if (member !== undefined)
      inside += `${inside === '' ? '' : ','}${canonicalText(key)}:${canonical(member)}`
  }
  return `{${inside}}`
}

/** Most texts need no escape, and to look is quicker than to have them written. */
const plain = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/
export function canonicalText(text: string): string {
  if (plain.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new Error('A lone surrogate has no UTF-8 form')
  return JSON.stringify(text)
}

interface Order {
  readonly keys: readonly string[]
  readonly sorted: readonly string[]
}
const orders = new Map<number, Order[]>()
const REMEMBERED = 16
/** Objects of one kind have the same keys in the same order: what was sorted before is found again, the very same list. */
export function keysInOrder(object: object): readonly string[] {
  const keys = Object.keys(object)
  let known = orders.get(keys.length)
  if (!known) orders.set(keys.length, (known = []))
  for (const order of known) if (isSameList(order.keys, keys)) return order.sorted
  const sorted = keys.toSorted()
  if (known.length === REMEMBERED) known.pop()
  known.unshift({ keys, sorted })
  return sorted
}
function isSameList(a: readonly string[], b: readonly string[]): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false
  return true
}
