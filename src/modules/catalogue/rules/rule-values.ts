/** From a rule as it stands to the answers of the studio, and back to a small part of a laboratory; pure, so that it is tried without a browser. */
import { type Asked, askedBeside } from './asked.ts'
import { dataAsked } from './code-data.ts'

export type Values = Readonly<Record<string, unknown>>
type Facts = Readonly<Record<string, unknown>>
/** A rule as it stands: what is told of it beside its names is its body, its data, or itself. */
export interface Standing {
  readonly key: string
  readonly en: string
  readonly es: string
  readonly stands: Facts
  /** Of a code: what the codes of its list say, so that a new one is asked the same. */
  readonly sample?: Facts | undefined
  readonly from: string | null
  readonly until: string | null
  readonly unverified: boolean
  readonly source: string | null
  /** Of a code: the names of its list, which come along. */
  readonly list: { readonly en: string; readonly es: string; readonly note: string | null } | null
}
/** As `catalogue.propose-change` takes it. */
export interface RuleContent {
  readonly lists: readonly unknown[]
  readonly limits: readonly unknown[]
  readonly definitions: readonly unknown[]
  readonly stores: readonly unknown[]
}
const empty: RuleContent = { lists: [], limits: [], definitions: [], stores: [] }
const text = (v: unknown): string => (typeof v === 'string' ? v.trim() : '')
const isBlank = (v: unknown): boolean =>
  v === undefined || v === null || (typeof v === 'string' && v.trim() === '')
const lines = (v: unknown): string[] =>
  String(v ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const askedOf = (section: string, sample: Facts = {}): readonly Asked[] =>
  askedBeside(section, section.startsWith('list.') ? dataAsked(section, sample) : [])

function readAt(facts: Facts, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Facts | undefined)?.[key], facts)
}
function answerOf(q: Asked, facts: Facts): unknown {
  const stands = readAt(facts, q.at ?? q.key)
  if (q.as === 'lines') return ((stands ?? []) as string[]).join('\n')
  if (q.as === 'numbers') return ((stands ?? []) as number[]).map(String)
  if (q.kind === 'list') return ((stands ?? []) as Facts[]).map((row) => answersOf(q.rows ?? [], row))
  return stands ?? undefined
}
const answersOf = (asked: readonly Asked[], facts: Facts): Values =>
  Object.fromEntries(
    asked.map((q) => [q.key, answerOf(q, facts)] as const).filter(([, v]) => v !== undefined),
  )

export function valuesOf(section: string, rule: Standing): Values {
  const { en, es, until, unverified, source } = rule
  const beside = { ...rule.stands, validUntil: until, unverified, source }
  return { en, es, ...answersOf(askedOf(section, rule.sample), beside) }
}

/** What the answer says; undefined where it says nothing, and what said nothing before keeps how it said it. */
function saidOf(q: Asked, value: unknown, before: unknown): unknown {
  const nothing = before === null ? null : q.kept ? (isMany(q) ? [] : null) : undefined
  if (q.as === 'lines') return lines(value).length > 0 ? lines(value) : nothing
  if (isMany(q)) {
    const many = (value ?? []) as unknown[]
    if (many.length === 0) return Array.isArray(before) && before.length === 0 ? [] : nothing
    if (q.as === 'numbers') return many.map(Number)
    if (q.kind !== 'list') return many
    const rows = (before ?? []) as Facts[]
    return many.map((row, i) => saidIn(q.rows ?? [], row as Values, rows[i] ?? {}))
  }
  if (isBlank(value)) return nothing
  if (q.kind === 'number') return Number(value)
  return typeof value === 'string' ? value.trim() : value
}
const isMany = (q: Asked): boolean => q.kind === 'choices' || q.kind === 'codes' || q.kind === 'list'

/** Over what stands: what is not asked here stays as it is. */
function saidIn(asked: readonly Asked[], values: Values, before: Facts): Facts {
  const out: Record<string, unknown> = structuredClone(before) as Record<string, unknown>
  for (const q of asked) {
    const path = (q.at ?? q.key).split('.')
    const last = path.pop() ?? ''
    const within = path.reduce<Record<string, unknown>>((inner, key) => {
      inner[key] ??= {}
      return inner[key] as Record<string, unknown>
    }, out)
    const said = saidOf(q, values[q.key], readAt(before, q.at ?? q.key))
    if (said === undefined) delete within[last]
    else within[last] = said
  }
  return out
}

/** `rule` is what stands, or a new thing with its key. */
export function contentOf(section: string, rule: Standing, values: Values): RuleContent {
  const named = { en: text(values.en), es: text(values.es) }
  const doubted = { unverified: values.unverified === true, source: text(values.source) || null }
  const days = { validFrom: rule.from, validUntil: text(values.validUntil) || null }
  const besides = new Set(['validUntil', 'unverified', 'source'])
  const asked = askedOf(section, rule.sample).filter((q) => !besides.has(q.key))
  const said = saidIn(asked, values, rule.stands)
  if (section === 'store') return { ...empty, stores: [{ ...said, code: rule.key }] }
  if (section === 'limit')
    return { ...empty, limits: [{ ...said, key: rule.key, ...named, ...days, ...doubted }] }
  if (section.startsWith('list.'))
    return {
      ...empty,
      lists: [
        {
          list: section.slice('list.'.length),
          en: rule.list?.en ?? '',
          es: rule.list?.es ?? '',
          note: rule.list?.note ?? null,
          codes: [{ code: rule.key, ...named, data: said, ...days, ...doubted }],
        },
      ],
    }
  const { unverified, source } = rule
  return {
    ...empty,
    definitions: [{ kind: section, key: rule.key, ...named, unverified, source, body: said }],
  }
}

/** What must be answered before anything can be compared. */
export const isAnswered = (asked: readonly Asked[], values: Values): boolean =>
  asked.every(
    (q) =>
      !q.required || (isMany(q) ? ((values[q.key] ?? []) as unknown[]).length > 0 : !isBlank(values[q.key])),
  )
