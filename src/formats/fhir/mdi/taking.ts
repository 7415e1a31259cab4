/** Reading that keeps the account: what a reader took out of a resource is ticked off, and what nobody took is told by its path. */
import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  objectsOf,
  own,
  type Resource,
  textOf,
} from '../json.ts'

export interface Account {
  /** Ticks an element off and answers its value. */
  take(node: Json | undefined, key: string): Json | undefined
  text(node: Json | undefined, key: string): string | undefined
  /** The objects of a list, each still to be read. */
  each(node: Json | undefined, key: string): readonly JsonObject[]
  first(node: Json | undefined, key: string): JsonObject | undefined
  /** An element whose meaning is carried by the profile: taken with all that is in it. */
  whole(node: Json | undefined, key: string): Json | undefined
  /** Paths that nobody took, at most a hundred. */
  left(resource: Resource | JsonObject, path: string): string[]
}

/** Always understood: what it is, which one, which profile it claims, and the words for people that repeat it. */
const UNDERSTOOD = new Set(['resourceType', 'id', 'meta', 'text'])

export function openAccount(): Account {
  const taken = new Map<JsonObject, Set<string>>()
  const whole = new Set<Json>()
  const tick = (node: Json | undefined, key: string): Json | undefined => {
    if (!isObject(node)) return undefined
    const keys = taken.get(node) ?? new Set()
    taken.set(node, keys.add(key))
    return own(node, key)
  }
  const left = (node: Json | undefined, path: string): string[] => {
    if (node === undefined || whole.has(node)) return []
    if (isList(node)) return node.flatMap((one, i) => left(one, node.length > 1 ? `${path}[${i}]` : path))
    if (!isObject(node)) return []
    return Object.entries(node).flatMap(([key, value]) => {
      if (UNDERSTOOD.has(key) && node.resourceType !== undefined) return []
      return taken.get(node)?.has(key) ? left(value, `${path}.${key}`) : [`${path}.${key}`]
    })
  }
  return {
    take: tick,
    text: (node, key) => textOf(tick(node, key)),
    each: (node, key) => objectsOf(tick(node, key)),
    first: (node, key) => objectsOf(tick(node, key))[0],
    whole(node, key) {
      const value = tick(node, key)
      for (const one of listOf(value)) if (isObject(one)) whole.add(one)
      return value
    },
    left: (resource, path) => left(resource, path).slice(0, 100),
  }
}
