/**
 * Whether a resource keeps the profiles that it claims: cardinality, types, fixed values and patterns, slices, required bindings, lengths, FHIRPath
 * invariants, targets of references, and the rules of bundles (FHIR R4, “Validating resources”). Runs without a network, on the definitions that it is given. A
 * validator that accepts everything looks like success: what could not be checked is listed, and the tests plant faults.
 */
import type { Definitions, ElementRule, Structure } from './definitions.ts'
import { type Found, lastPart, valuesOf, isChoice, type Resolve } from './elements.ts'
import { bundleFaults, resolverOf } from './bundle-rules.ts'
import {
  isList,
  isObject,
  isResource,
  type Json,
  type JsonObject,
  listOf,
  own,
  type Resource,
  textOf,
} from './json.ts'
import { type Complain, valueFaults } from './value-rules.ts'
import { belongsTo } from './slicing.ts'
import { judge } from './invariants.ts'

export interface Issue {
  /** `Bundle.entry[3].resource.valueCodeableConcept` */
  readonly path: string
  /** Key of a sentence in the texts of this folder. */
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}
export interface Validation {
  readonly ok: boolean
  readonly issues: readonly Issue[]
  /** Invariants and value sets that the definitions at hand do not let us check. */
  readonly notChecked: readonly string[]
}
export interface ValidationOptions {
  /** Profiles to keep besides those that the resource claims. */
  readonly profiles?: readonly string[]
  /** Finds what a reference outside the bundle means; without it only its type is checked. */
  readonly find?: Resolve
}

const MAX_ISSUES = 200
const CORE = 'http://hl7.org/fhir/StructureDefinition/'

interface Run {
  readonly definitions: Definitions
  readonly complain: Complain
  readonly notChecked: Set<string>
  readonly find: Resolve
  /** What was already held against a structure: an entry of a bundle is met by its list and by its slice. */
  readonly done: WeakMap<object, Set<string>>
}
interface Scope extends Run {
  readonly resource: Resource
  readonly root: Resource
  readonly bundle: Resource | undefined
  readonly resolve: Resolve
}

export function validate(
  resource: Resource,
  definitions: Definitions,
  options: ValidationOptions = {},
): Validation {
  const issues = new Map<string, Issue>()
  const complain: Complain = (path, code, values = {}) => {
    const key = JSON.stringify([path, code, values])
    if (issues.size < MAX_ISSUES)
      issues.set(key, { path, code: `formats.fhir.${code}`, values: { path, ...values } })
  }
  const run: Run = {
    definitions,
    complain,
    notChecked: new Set(),
    find: options.find ?? (() => undefined),
    done: new WeakMap(),
  }
  checkResource(run, resource, options.profiles ?? [], resource.resourceType, undefined)
  return { ok: issues.size === 0, issues: [...issues.values()], notChecked: [...run.notChecked].toSorted() }
}

function checkResource(
  run: Run,
  resource: Resource,
  more: readonly string[],
  path: string,
  above: Scope | undefined,
): void {
  const bundle = resource.resourceType === 'Bundle' ? resource : above?.bundle
  const scope: Scope = {
    ...run,
    resource,
    bundle,
    root: above?.root ?? resource,
    resolve: resolverOf(resource, bundle, run.find),
  }
  const claimed = listOf(own(resource.meta, 'profile')).flatMap((p) => textOf(p) ?? [])
  const done = run.done.get(resource) ?? new Set()
  run.done.set(resource, done)
  for (const name of new Set([CORE + resource.resourceType, ...claimed, ...more])) {
    if (done.has(name)) continue
    done.add(name)
    const structure = run.definitions.structure(name)
    const root = structure?.snapshot.element[0]
    if (!structure || !root) run.complain(path, 'profile-unknown', { profile: name })
    else if (structure.type !== resource.resourceType && name !== CORE + resource.resourceType)
      run.complain(path, 'other-type', { profile: name, type: structure.type })
    else {
      askInvariants(scope, root, resource, structure.type, path)
      checkNode(scope, resource, structure, root.id, path)
    }
  }
  if (resource.resourceType === 'Bundle') bundleFaults(resource, path, scope.resolve, run.complain)
}

/** Every element of a node that the structure knows, and that there is nothing else. */
function checkNode(scope: Scope, node: JsonObject, structure: Structure, id: string, path: string): void {
  const rules = scope.definitions.children(structure, id)
  if (rules.length === 0) return
  for (const rule of rules)
    if (rule.sliceName === undefined) checkElement(scope, node, structure, rule, rules, path)
  const names = rules.map((rule) => lastPart(rule.path))
  for (const key of Object.keys(node)) {
    const bare = key.startsWith('_') ? key.slice(1) : key
    if (bare === 'resourceType' && isResource(node)) continue
    const known = names.some(
      (name) => name === bare || (name.endsWith('[x]') && isChoice(bare, name.slice(0, -3))),
    )
    if (!known) scope.complain(`${path}.${key}`, 'unknown')
  }
}

function checkElement(
  scope: Scope,
  node: JsonObject,
  structure: Structure,
  rule: ElementRule,
  siblings: readonly ElementRule[],
  above: string,
): void {
  const found = valuesOf(node, rule)
  const path = `${above}.${found[0]?.name ?? lastPart(rule.path)}`
  count(scope.complain, path, rule, found.length)
  checkList(scope.complain, node, rule, found, path)
  const slices = siblings.filter(
    (s) => s.sliceName !== undefined && s.path === rule.path && !s.sliceName.includes('/'),
  )
  const counts = new Map(slices.map((slice) => [slice, 0]))
  found.forEach((one, i) => {
    const at = found.length > 1 ? `${path}[${i}]` : path
    checkFound(scope, one, rule, structure, at)
    const slice = slices.find((s) => isOfSlice(scope, structure, rule, s, one))
    if (slice) {
      counts.set(slice, (counts.get(slice) ?? 0) + 1)
      checkFound(scope, one, slice, structure, at)
    } else if (rule.slicing?.rules === 'closed' && slices.length > 0) scope.complain(at, 'outside-slices')
  })
  const choice = rule.path.endsWith('[x]')
  for (const [slice, times] of counts) {
    // A slice of a choice is a type that may be taken; that something must be taken, the choice itself says.
    if (!(choice && found.length === 0)) count(scope.complain, path, slice, times, slice.sliceName)
  }
}

function isOfSlice(
  scope: Scope,
  structure: Structure,
  rule: ElementRule,
  slice: ElementRule,
  found: Found,
): boolean {
  const byOther = rule.slicing?.discriminator?.some((d) => d.type !== 'type') ?? false
  if (rule.path.endsWith('[x]') && !byOther) return (slice.type ?? []).some((t) => t.code === found.type)
  return (
    found.value !== undefined &&
    belongsTo(scope.definitions, structure, rule, slice, found.value, scope.resolve)
  )
}

function count(complain: Complain, path: string, rule: ElementRule, found: number, slice?: string): void {
  const about = slice === undefined ? {} : { slice }
  const suffix = slice === undefined ? '' : '-of-slice'
  if (found < (rule.min ?? 0)) complain(path, `too-few${suffix}`, { ...about, least: rule.min ?? 0, found })
  if (rule.max !== undefined && rule.max !== '*' && found > Number(rule.max))
    complain(path, `too-many${suffix}`, { ...about, most: Number(rule.max), found })
}

/** What may repeat is a list in JSON even when there is one, and what may not is none. */
function checkList(
  complain: Complain,
  node: JsonObject,
  rule: ElementRule,
  found: readonly Found[],
  path: string,
): void {
  const raw = found[0] && own(node, found[0].name)
  if (raw === undefined) return
  const repeats = (rule.base?.max ?? rule.max ?? '1') !== '1'
  if (repeats !== isList(raw)) complain(path, repeats ? 'must-be-list' : 'must-not-be-list')
}

function checkFound(scope: Scope, found: Found, rule: ElementRule, structure: Structure, path: string): void {
  const { value } = found
  if (value === undefined) return
  const type = found.type ?? rule.type?.[0]?.code
  const { complain, definitions, notChecked, resolve } = scope
  valueFaults({ value, type, rule, path, definitions, complain, notChecked, resolve })
  const inner = type === 'BackboneElement' || type === 'Element' ? rule.path : type
  askInvariants(scope, rule, value, inner, path)
  if (isObject(value)) checkInside(scope, value, type, rule, structure, path)
}

/** Goes on with what stands inside: named in this structure, pointed to by it, another resource, or the value's own type. */
function checkInside(
  scope: Scope,
  value: JsonObject,
  type: string | undefined,
  rule: ElementRule,
  structure: Structure,
  path: string,
): void {
  if (isResource(value)) {
    const profiles = (rule.type ?? []).flatMap((t) => t.profile ?? [])
    const own_ = profiles.find((p) => scope.definitions.structure(p)?.type === value.resourceType)
    checkResource(scope, value, own_ === undefined ? [] : [own_], path, scope)
    return
  }
  const unfolded = scope.definitions.children(structure, rule.id).length > 0
  if (unfolded) checkNode(scope, value, structure, rule.id, path)
  else if (rule.contentReference !== undefined) {
    const target = rule.contentReference.slice(rule.contentReference.indexOf('#') + 1)
    checkNode(scope, value, structure, target, path)
    return
  }
  if (type === undefined) return
  for (const of of structuresOf(scope.definitions, value, type, rule, unfolded)) {
    const root = of.snapshot.element[0]
    if (!root || of.kind === 'primitive-type') continue
    if (of.derivation === 'constraint') askInvariants(scope, root, value, type, path)
    checkNode(scope, value, of, root.id, path)
  }
}

/** The profiles that a rule names for a type, the one that an extension says by its address, and the type itself where the rule does not unfold it. */
function structuresOf(
  definitions: Definitions,
  value: JsonObject,
  type: string,
  rule: ElementRule,
  unfolded: boolean,
): Set<Structure> {
  const names = rule.type?.find((t) => t.code === type)?.profile ?? []
  const extension = type === 'Extension' ? textOf(value.url) : undefined
  const all = [...names, ...(extension === undefined ? [] : [extension]), ...(unfolded ? [] : [type])]
  return new Set(all.flatMap((name) => definitions.structure(name) ?? []))
}

function askInvariants(
  scope: Scope,
  rule: ElementRule,
  value: Json,
  type: string | undefined,
  path: string,
): void {
  for (const constraint of rule.constraint ?? []) {
    if (constraint.severity !== 'error') continue
    const verdict = judge(constraint, value, type, scope.resource, scope.bundle ?? scope.root)
    if (verdict === 'not-answered') scope.notChecked.add(constraint.key)
    if (verdict === 'broken')
      scope.complain(path, 'invariant', { key: constraint.key, rule: constraint.human ?? '' })
  }
}
