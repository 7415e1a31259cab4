/** Where in a resource the values of an element stand, and whether one value is like another: the small questions that validating asks all the time. */
import type { ElementRule } from './definitions.ts'
import { isList, isObject, type Json, type JsonObject, listOf, own } from './json.ts'

export interface Found {
  /** Undefined: only extensions are there, under the name with an underscore. */
  readonly value: Json | undefined
  /** Of a choice (`value[x]`): the type that the name says. */
  readonly type?: string
  /** The name in the JSON: `valueString`. */
  readonly name: string
  readonly extended: boolean
}

export const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** The values of an element in a node; primitives that are absent with a reason count as being there. */
export function valuesOf(node: JsonObject, rule: ElementRule): readonly Found[] {
  const name = lastPart(rule.path)
  if (!name.endsWith('[x]')) return under(node, name)
  const stem = name.slice(0, -3)
  for (const key of Object.keys(node)) {
    const bare = key.startsWith('_') ? key.slice(1) : key
    if (!isChoice(bare, stem)) continue
    const said = bare.slice(stem.length)
    const type = rule.type?.map((t) => t.code).find((c) => c.toLowerCase() === said.toLowerCase()) ?? said
    return under(node, bare).map((found) => ({ ...found, type }))
  }
  return []
}
export function isChoice(key: string, stem: string): boolean {
  return key.length > stem.length && key.startsWith(stem) && /^[A-Z]/.test(key.slice(stem.length))
}

function under(node: JsonObject, name: string): readonly Found[] {
  const values = listOf(own(node, name))
  const extensions = listOf(own(node, `_${name}`))
  const length = Math.max(values.length, extensions.length)
  return Array.from({ length }, (_, i) => {
    const value = values[i] ?? undefined
    return { name, value, extended: isObject(extensions[i]) }
  }).filter((found) => found.value !== undefined || found.extended)
}

/** Whether `value` has at least all that `pattern` has (FHIR R4, ElementDefinition.pattern[x]). */
export function fits(value: Json | undefined, pattern: Json): boolean {
  if (isList(pattern))
    return pattern.every((wanted) => listOf(value).some((candidate) => fits(candidate, wanted)))
  if (isObject(pattern))
    return (
      isObject(value) &&
      Object.entries(pattern).every(([key, wanted]) => wanted === undefined || fits(own(value, key), wanted))
    )
  return value === pattern
}

/** What a rule fixes: exactly this, or at least this. */
export function fixedOf(rule: ElementRule): { readonly exact: boolean; readonly value: Json } | undefined {
  for (const [key, value] of Object.entries(rule))
    if (/^(fixed|pattern)[A-Z]/.test(key)) return { exact: key.startsWith('fixed'), value: value as Json }
  return undefined
}
export function keeps(value: Json | undefined, fixed: { exact: boolean; value: Json }): boolean {
  return fits(value, fixed.value) && (!fixed.exact || (value !== undefined && fits(fixed.value, value)))
}

export type Resolve = (reference: string) => Json | undefined

/** The steps of a discriminator's path: plain names, `resolve()`, `ofType(X)`, `extension('url')`. */
export function stepsOf(path: string): readonly string[] {
  return (path.match(/\w+\([^)]*\)|[\w$]+/g) ?? []).filter((step) => step !== '$this')
}
export function along(from: Json | undefined, steps: readonly string[], resolve: Resolve): readonly Json[] {
  let nodes: readonly Json[] = from === undefined ? [] : [from]
  for (const step of steps) nodes = nodes.flatMap((node) => onward(node, step, resolve))
  return nodes
}
function onward(node: Json, step: string, resolve: Resolve): readonly Json[] {
  if (step === 'resolve()') {
    const reference = own(node, 'reference')
    const found = typeof reference === 'string' ? resolve(reference) : undefined
    return found === undefined ? [] : [found]
  }
  if (step.startsWith('ofType(')) return [node]
  if (step.startsWith('extension(')) {
    const url = /'([^']*)'/.exec(step)?.[1]
    return listOf(own(node, 'extension')).filter((e) => own(e, 'url') === url)
  }
  const plain = own(node, step)
  if (plain !== undefined) return listOf(plain)
  if (!isObject(node)) return []
  const choice = Object.keys(node).find((key) => isChoice(key, step))
  return choice === undefined ? [] : listOf(node[choice])
}
