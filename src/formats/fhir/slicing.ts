/** Which slice of a list a value belongs to (FHIR R4, “Discriminator”): by value, pattern, type, profile or existence. */
import type { Definitions, ElementRule, Structure } from './definitions.ts'
import { along, fits, fixedOf, keeps, type Resolve, stepsOf } from './elements.ts'
import { isResource, type Json, listOf, own, textOf } from './json.ts'

interface Question {
  readonly definitions: Definitions
  readonly structure: Structure
  readonly slice: ElementRule
  readonly value: Json | undefined
  readonly resolve: Resolve
}

/** All discriminators have to agree; a slicing without any matches nobody. */
export function belongsTo(
  definitions: Definitions,
  structure: Structure,
  sliced: ElementRule,
  slice: ElementRule,
  value: Json | undefined,
  resolve: Resolve,
): boolean {
  const discriminators = sliced.slicing?.discriminator ?? []
  const question = { definitions, structure, slice, value, resolve }
  return discriminators.length > 0 && discriminators.every((d) => agrees(question, d.type, d.path))
}

function agrees(question: Question, type: string, path: string): boolean {
  const { definitions, structure, slice, value, resolve } = question
  const steps = stepsOf(path)
  const found = along(value, steps, resolve)
  if (type === 'profile' || type === 'type') return isOneOf(question, steps, found)
  const rule = steps.length > 0 ? definitions.element(structure, `${slice.id}.${steps.join('.')}`) : slice
  if (type === 'exists') return (rule?.max === '0') === (found.length === 0)
  const fixed = rule && fixedOf(rule)
  if (fixed) return found.some((f) => keeps(f, fixed))
  // An extension is known by the address of its profile.
  if (path === 'url') {
    const profile = slice.type?.[0]?.profile?.[0]
    return profile !== undefined && found.includes(profile.split('|')[0] as string)
  }
  const around = aroundOf(question, steps)
  if (around !== undefined) return around.every((want) => found.some((f) => fits(f, want)))
  const codes = rule?.binding?.valueSet === undefined ? undefined : definitions.codes(rule.binding.valueSet)
  return codes !== undefined && found.some((f) => isIn(f, codes.full, codes.bare))
}

/** The wanted value may stand in a pattern of an element above: `coding.code` in `patternCodeableConcept`. */
function aroundOf(
  { definitions, structure, slice, resolve }: Question,
  steps: readonly string[],
): readonly Json[] | undefined {
  for (let depth = steps.length - 1; depth >= 0; depth -= 1) {
    const id = [slice.id, ...steps.slice(0, depth)].join('.')
    const above = definitions.element(structure, id)
    const fixed = above && fixedOf(above)
    if (fixed) return along(fixed.value, steps.slice(depth), resolve)
  }
  return undefined
}

function isOneOf(
  { definitions, structure, slice }: Question,
  steps: readonly string[],
  found: readonly Json[],
): boolean {
  const path = steps.filter((s) => s !== 'resolve()')
  const rule = path.length > 0 ? definitions.element(structure, `${slice.id}.${path.join('.')}`) : slice
  const wanted = (rule?.type ?? []).flatMap((t) => t.targetProfile ?? t.profile ?? [t.code])
  return wanted.length === 0 || found.some((node) => wanted.some((name) => claims(definitions, node, name)))
}

/**
 * A resource belongs to a profile when it is of its type and claims it, or claims nothing at all: whether it keeps it is then checked, and said. What is no
 * resource (a reference that leads out of the bundle) may belong.
 */
export function claims(definitions: Definitions, node: Json, profile: string): boolean {
  if (!isResource(node)) return true
  const wanted = definitions.structure(profile)
  if (!wanted) return profile.endsWith(`/${node.resourceType}`) || profile === 'Resource'
  if (wanted.type !== node.resourceType) return wanted.type === 'Resource' || wanted.type === 'DomainResource'
  if (wanted.derivation !== 'constraint') return true
  const said = listOf(own(own(node, 'meta'), 'profile')).flatMap((p) => textOf(p) ?? [])
  return said.length === 0 || said.some((url) => definitions.isA(url, wanted.url))
}

/** A code, a coding, or a concept of which one coding is in the set. */
export function isIn(value: Json, full: ReadonlySet<string>, bare: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return bare.has(value)
  const codings = listOf(own(value, 'coding'))
  return (codings.length > 0 ? codings : [value]).some((coding) => {
    const code = textOf(own(coding, 'code'))
    return code !== undefined && full.has(`${textOf(own(coding, 'system')) ?? ''}|${code}`)
  })
}
