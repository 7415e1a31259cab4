/**
 * The shapes of all operations as JSON Schema, each named shape once: written out at every use, shapes that hold shapes of
 * their own kind (an item in an item) would grow without end, and the description with them.
 */
import { z } from 'zod'

export type JsonObject = Record<string, unknown>
type Direction = 'input' | 'output'

const LOCAL = '#/$defs/'
const SHARED = '#/components/schemas/'

export interface Shapes {
  /** The schema of a shape; what it names stands in `components`. */
  of(shape: z.ZodType, io: Direction, operation: string): JsonObject
  readonly components: Readonly<Record<string, JsonObject>>
}

export function gatherShapes(): Shapes {
  const components: Record<string, JsonObject> = {}
  /** The whole of a shape and all that it leads to → its name here: what is the same is written once. */
  const known = new Map<string, string>()

  const of = (shape: z.ZodType, io: Direction, operation: string): JsonObject => {
    const {
      $schema: _dialect,
      $defs,
      ...root
    } = z.toJSONSchema(shape, {
      io,
      unrepresentable: 'any',
      target: 'draft-2020-12',
      reused: 'inline',
    }) as JsonObject
    const defs = ($defs ?? {}) as Record<string, JsonObject>
    const names = new Map<string, string>()
    for (const name of Object.keys(defs)) {
      const whole = wholeOf(name, defs)
      const before = known.get(whole)
      const key = before ?? freeName(components, name.startsWith('__') ? `${operation}.${io}` : name, io)
      names.set(name, key)
      if (before !== undefined) continue
      known.set(whole, key)
      components[key] = {} // taken; filled below, once every name is known
    }
    for (const [name, def] of Object.entries(defs)) {
      const key = names.get(name) as string
      if (Object.keys(components[key] as JsonObject).length === 0)
        components[key] = renamed(def, names, defs) as JsonObject
    }
    return renamed(root, names, defs) as JsonObject
  }
  return { of, components }
}

const localName = (node: JsonObject): string | undefined =>
  typeof node.$ref === 'string' && node.$ref.startsWith(LOCAL) ? node.$ref.slice(LOCAL.length) : undefined

/** Its own text and that of everything it leads to, in the order in which it leads there. */
function wholeOf(name: string, defs: Readonly<Record<string, JsonObject>>): string {
  const met = [name]
  let text = name.startsWith('__') ? '' : name
  for (let i = 0; i < met.length; i += 1)
    text += JSON.stringify(defs[met[i] as string], (_key, value: unknown) => {
      const to = typeof value === 'object' && value !== null ? localName(value as JsonObject) : undefined
      if (to === undefined) return value
      if (!met.includes(to)) met.push(to)
      return { at: met.indexOf(to), name: to.startsWith('__') ? '' : to }
    })
  return text
}

/** A shape may differ between what is sent and what is answered (a default is always there in an answer). */
function freeName(taken: Readonly<Record<string, unknown>>, wish: string, io: Direction): string {
  if (!(wish in taken)) return wish
  const second = io === 'output' && !wish.endsWith('.output') ? `${wish}.output` : wish
  for (let n = 1; ; n += 1) {
    const name = n === 1 && second !== wish ? second : `${second}.${n + 1}`
    if (!(name in taken)) return name
  }
}

/** References lead to the shared names; the `id` by which zod remembers a shape is no word of JSON Schema. */
function renamed(
  node: unknown,
  names: ReadonlyMap<string, string>,
  defs: Readonly<Record<string, JsonObject>>,
): unknown {
  if (Array.isArray(node)) return node.map((one) => renamed(one, names, defs))
  if (typeof node !== 'object' || node === null) return node
  const to = localName(node as JsonObject)
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(key === 'id' && typeof value === 'string' && value in defs))
      .map(([key, value]) =>
        key === '$ref' && to !== undefined
          ? [key, `${SHARED}${names.get(to) ?? to}`]
          : [key, renamed(value, names, defs)],
      ),
  )
}

/** What a piece of the description needs of the components, and what that needs. */
export function neededBy(
  piece: unknown,
  components: Readonly<Record<string, JsonObject>>,
): Record<string, JsonObject> {
  const needed: Record<string, JsonObject> = {}
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { $ref } = node as { $ref?: unknown }
    const name = typeof $ref === 'string' && $ref.startsWith(SHARED) ? $ref.slice(SHARED.length) : undefined
    if (name !== undefined && !(name in needed) && components[name]) {
      needed[name] = components[name]
      look(components[name])
    }
    for (const value of Object.values(node)) look(value)
  }
  look(piece)
  return Object.fromEntries(Object.entries(needed).sort(([a], [b]) => (a < b ? -1 : 1)))
}
