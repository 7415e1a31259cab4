/** What the guides define, made ready for asking: structures with their snapshots, and the codes of value sets as far as they can be known without a network. */
import {
  isObject,
  type Json,
  type JsonObject,
  listOf,
  objectsOf,
  own,
  type Resource,
  textOf,
} from './json.ts'

export interface TypeReference {
  readonly code: string
  readonly profile?: readonly string[]
  readonly targetProfile?: readonly string[]
}
export interface Constraint {
  readonly key: string
  readonly severity: string
  readonly human?: string
  readonly expression?: string
}
/** An element of a snapshot (FHIR R4, ElementDefinition): those parts that are checked here. */
export interface ElementRule {
  readonly id: string
  readonly path: string
  readonly sliceName?: string
  readonly min?: number
  readonly max?: string
  readonly base?: { readonly max: string }
  readonly type?: readonly TypeReference[]
  readonly slicing?: {
    readonly discriminator?: readonly { readonly type: string; readonly path: string }[]
    readonly rules?: string
  }
  readonly binding?: { readonly strength: string; readonly valueSet?: string }
  readonly constraint?: readonly Constraint[]
  readonly contentReference?: string
  readonly maxLength?: number
  readonly minValueInteger?: number
  readonly maxValueInteger?: number
}
export interface Structure {
  readonly url: string
  readonly type: string
  readonly kind?: string
  readonly derivation?: string
  readonly baseDefinition?: string
  readonly snapshot: { readonly element: readonly ElementRule[] }
}
/** `system|code` of every member; `bare` the codes alone, for elements that carry no system. */
export interface CodeSet {
  readonly full: ReadonlySet<string>
  readonly bare: ReadonlySet<string>
}

export interface Definitions {
  /** By canonical address (a version after `|` is ignored), or by the name of a core type. */
  structure(name: string): Structure | undefined
  children(structure: Structure, id: string): readonly ElementRule[]
  element(structure: Structure, id: string): ElementRule | undefined
  /** Undefined: unknown here, or defined by a filter or an outside system, so it cannot be checked. */
  codes(valueSet: string): CodeSet | undefined
  /** Whether a structure is that one, or was derived from it. */
  isA(url: string, ancestor: string): boolean
}

const CORE = 'http://hl7.org/fhir/StructureDefinition/'
const canonical = (url: string): string => url.split('|')[0] ?? url

export function definitionsOf(resources: Iterable<Resource>): Definitions {
  const structures = new Map<string, Structure>()
  const valueSets = new Map<string, JsonObject>()
  const codeSystems = new Map<string, JsonObject>()
  for (const resource of resources) {
    const url = textOf(resource.url)
    if (url === undefined) continue
    if (resource.resourceType === 'ValueSet') valueSets.set(url, resource)
    if (resource.resourceType === 'CodeSystem') codeSystems.set(url, resource)
    if (resource.resourceType === 'StructureDefinition' && isObject(resource.snapshot))
      structures.set(url, resource as unknown as Structure)
  }
  const structure = (name: string): Structure | undefined =>
    structures.get(name.includes('://') ? canonical(name) : CORE + name)
  const indexes = new Map<Structure, Index>()
  const indexOf = (of: Structure): Index => {
    const known = indexes.get(of) ?? indexed(of)
    indexes.set(of, known)
    return known
  }
  const sets = new Map<string, CodeSet | undefined>()
  return {
    structure,
    children: (of, id) => indexOf(of).children.get(id) ?? [],
    element: (of, id) => indexOf(of).byId.get(id),
    codes(valueSet) {
      const url = canonical(valueSet)
      if (!sets.has(url)) sets.set(url, codeSetOf(expand(url, { valueSets, codeSystems }, new Set())))
      return sets.get(url)
    },
    isA(url, ancestor) {
      let at = structure(url)
      for (let steps = 0; at && steps < 20; steps += 1) {
        if (at.url === canonical(ancestor)) return true
        at = at.baseDefinition === undefined ? undefined : structure(at.baseDefinition)
      }
      return false
    },
  }
}

interface Index {
  readonly children: ReadonlyMap<string, readonly ElementRule[]>
  readonly byId: ReadonlyMap<string, ElementRule>
}
function indexed(structure: Structure): Index {
  const children = new Map<string, ElementRule[]>()
  const byId = new Map<string, ElementRule>()
  for (const element of structure.snapshot.element) {
    byId.set(element.id, element)
    const dot = element.id.lastIndexOf('.')
    if (dot < 0) continue
    const parent = element.id.slice(0, dot)
    const list = children.get(parent) ?? []
    children.set(parent, list)
    list.push(element)
  }
  return { children, byId }
}

interface Terms {
  readonly valueSets: ReadonlyMap<string, JsonObject>
  readonly codeSystems: ReadonlyMap<string, JsonObject>
}

/** All members, or undefined where one part of the set cannot be known here: half a set would refuse what is right. */
function expand(url: string, terms: Terms, above: ReadonlySet<string>): Set<string> | undefined {
  const set = terms.valueSets.get(url)
  if (!set || above.has(url)) return undefined
  const compose = own(set, 'compose')
  if (!isObject(compose)) return undefined
  const members = new Set<string>()
  const inner = new Set([...above, url])
  for (const part of objectsOf(compose.include)) {
    const some = partOf(part, terms, inner)
    if (!some) return undefined
    for (const member of some) members.add(member)
  }
  for (const part of objectsOf(compose.exclude)) {
    const some = partOf(part, terms, inner)
    if (!some) return undefined
    for (const member of some) members.delete(member)
  }
  return members
}

function partOf(part: JsonObject, terms: Terms, above: ReadonlySet<string>): Set<string> | undefined {
  const filters = objectsOf(part.filter)
  const system = textOf(part.system)
  let members: Set<string> | undefined
  if (system !== undefined) {
    const listed = objectsOf(part.concept)
    members =
      listed.length > 0
        ? new Set(listed.map((c) => `${system}|${textOf(c.code) ?? ''}`))
        : wholeSystem(system, terms, filters)
    if (!members) return undefined
  }
  for (const named of listOf(part.valueSet)) {
    const other = typeof named === 'string' ? expand(canonical(named), terms, above) : undefined
    if (!other) return undefined
    members = members ? members.intersection(other) : other
  }
  return members
}

/** A system that is complete here, walked through its hierarchy; of filters only “is-a” and “descendent-of” can be answered. */
function wholeSystem(system: string, terms: Terms, filters: readonly JsonObject[]): Set<string> | undefined {
  const found = terms.codeSystems.get(canonical(system))
  if (!found || textOf(found.content) !== 'complete' || found.concept === undefined) return undefined
  const parents = new Map<string, readonly string[]>()
  const walk = (concepts: Json | undefined, above: readonly string[]): void => {
    for (const concept of objectsOf(concepts)) {
      const code = textOf(concept.code) ?? ''
      parents.set(code, above)
      walk(concept.concept, [...above, code])
    }
  }
  walk(found.concept, [])
  let codes = [...parents.keys()]
  for (const filter of filters) {
    const [op, value] = [textOf(filter.op), textOf(filter.value) ?? '']
    if (textOf(filter.property) !== 'concept' || (op !== 'is-a' && op !== 'descendent-of')) return undefined
    codes = codes.filter((c) => (op === 'is-a' && c === value) || (parents.get(c) ?? []).includes(value))
  }
  return new Set(codes.map((code) => `${system}|${code}`))
}

function codeSetOf(members: Set<string> | undefined): CodeSet | undefined {
  return members && { full: members, bare: new Set([...members].map((m) => m.slice(m.lastIndexOf('|') + 1))) }
}
