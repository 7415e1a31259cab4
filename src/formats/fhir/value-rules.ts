/** What one value has to keep, whatever stands around it: its type, what is fixed, its codes, its length, its range, and what a reference may lead to. */
import type { Definitions, ElementRule } from './definitions.ts'
import { fixedOf, keeps, type Resolve } from './elements.ts'
import { isList, isObject, isResource, type Json, own, textOf } from './json.ts'
import { isPlain, plainTypeOf } from './primitives.ts'
import { isIn } from './slicing.ts'

export type Complain = (
  path: string,
  code: string,
  values?: Readonly<Record<string, string | number>>,
) => void

interface Question {
  readonly value: Json
  readonly type: string | undefined
  readonly rule: ElementRule
  readonly path: string
  readonly definitions: Definitions
  readonly complain: Complain
  readonly notChecked: Set<string>
  readonly resolve: Resolve
}

export function valueFaults(question: Question): void {
  const { value, rule, path, complain } = question
  typeFault(question)
  const fixed = fixedOf(rule)
  if (fixed && !keeps(value, fixed)) complain(path, 'fixed', { wanted: shown(fixed.value) })
  codeFault(question)
  if (rule.maxLength !== undefined && typeof value === 'string' && value.length > rule.maxLength)
    complain(path, 'too-long', { most: rule.maxLength, found: value.length })
  const { minValueInteger: least, maxValueInteger: most } = rule
  if (
    typeof value === 'number' &&
    ((least !== undefined && value < least) || (most !== undefined && value > most))
  )
    complain(path, 'out-of-range', { least: least ?? '', most: most ?? '', found: value })
  referenceFault(question)
}

const shown = (value: Json): string => JSON.stringify(value).slice(0, 160)

function typeFault({ value, type, rule, path, complain }: Question): void {
  if (isList(value)) return complain(path, 'must-not-be-list')
  if (isObject(value) && Object.keys(value).length === 0) return complain(path, 'empty')
  if (rule.path.endsWith('[x]') && rule.type && !rule.type.some((t) => t.code === type))
    return complain(path, 'type-not-allowed', { type: type ?? '' })
  const plain = plainTypeOf(type)
  if (plain === undefined) {
    if (type !== undefined && !isObject(value)) complain(path, 'not-of-type', { type, found: shown(value) })
  } else if (isObject(value) || !isPlain(value, plain))
    complain(path, 'not-of-type', { type: plain, found: shown(value) })
  // ext-1: a value or extensions, and not both.
  if (type === 'Extension' && isObject(value)) {
    const keys = Object.keys(value)
    const [has, holds] = [keys.some((k) => /^_?value[A-Z]/.test(k)), keys.includes('extension')]
    if (has === holds) complain(path, 'extension-holds')
  }
}

/** A required binding is checked where its codes are known here; one that is not is listed as not checked. */
function codeFault({ value, rule, path, definitions, complain, notChecked }: Question): void {
  if (rule.binding?.strength !== 'required' || rule.binding.valueSet === undefined) return
  const codes = definitions.codes(rule.binding.valueSet)
  if (!codes) {
    notChecked.add(rule.binding.valueSet)
    return
  }
  const coded =
    typeof value === 'string' || own(value, 'coding') !== undefined || own(value, 'code') !== undefined
  if (coded && !isIn(value, codes.full, codes.bare))
    complain(path, 'code-not-in-set', { set: rule.binding.valueSet, found: shown(value) })
}

/** The type of what a reference leads to: known when it leads to something at hand, else what its text says (`Patient/1`). */
function referenceFault({ value, type, rule, path, definitions, complain, resolve }: Question): void {
  if (type !== 'Reference') return
  const reference = textOf(own(value, 'reference'))
  const targets = (rule.type ?? [])
    .filter((t) => t.code === 'Reference')
    .flatMap((t) => t.targetProfile ?? [])
  if (reference === undefined || targets.length === 0) return
  const target = resolve(reference)
  const found =
    target !== undefined && isResource(target)
      ? target.resourceType
      : /(?:^|\/)([A-Z]\w+)\/[A-Za-z0-9\-.]+$/.exec(reference)?.[1]
  if (found === undefined) return
  const wanted = targets.map((t) => definitions.structure(t)?.type ?? t.slice(t.lastIndexOf('/') + 1))
  if (!wanted.includes(found) && !wanted.includes('Resource'))
    complain(path, 'reference-type', { found, wanted: [...new Set(wanted)].join(', ') })
}
