/** A laboratory's definition written as files: in one order and one style, so that two writings of one laboratory are the same bytes. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Yaml from 'yaml'
import type { Json } from '#kernel/canonical.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import type { Laboratory } from '../contract.ts'

const yaml = onFirstUse<typeof Yaml>('yaml')

type Entry = Readonly<Record<string, unknown>>

/** Up to so many characters a thing stands on one line. */
const ONE_LINE = 240

export async function writeLaboratory(dir: string, laboratory: Laboratory): Promise<void> {
  const put = async (name: string, value: unknown): Promise<void> => writeFile(join(dir, name), yamlOf(value))
  for (const folder of ['lists', 'forms']) {
    await mkdir(join(dir, folder), { recursive: true })
    // What the laboratory no longer has must not stay behind from an earlier writing.
    for (const old of await readdir(join(dir, folder)))
      if (old.endsWith('.yaml')) await rm(join(dir, folder, old))
  }
  await put('laboratory.yaml', {
    name: laboratory.name,
    en: laboratory.en,
    es: laboratory.es,
    language: laboratory.language,
  })
  for (const list of laboratory.lists)
    await put(join('lists', `${list.list}.yaml`), { ...list, codes: codesInOrder(list.codes) })
  const forms = laboratory.definitions.filter((d) => d.kind === 'form')
  for (const { kind: _kind, body, ...form } of forms)
    await put(join('forms', `${form.key}.yaml`), {
      ...form,
      use: body.use,
      for: body.for,
      questions: questionsOf(body.questions as readonly Entry[]),
    })
  await put(
    'limits.yaml',
    byKey(laboratory.limits, (l) => l.key),
  )
  await put(
    'definitions.yaml',
    byKey(
      laboratory.definitions.filter((d) => d.kind !== 'form').map(withoutDerived),
      (d) => `${d.kind} ${d.key}`,
    ),
  )
  await put('units.yaml', {
    agencies: byKey(laboratory.agencies, (a) => String(a.shortName)),
    units: inTree(laboratory.units),
  })
  await put('stores.yaml', inTree(laboratory.stores))
  await put('quality.yaml', {
    methods: byKey(laboratory.methods, (m) => String(m.code)),
    equipment: byKey(laboratory.equipment, (e) => String(e.code)),
    lots: byKey(laboratory.lots, (l) => `${String(l.material)} ${String(l.number)}`),
  })
}

/** Which values a text asks for is read from the text. */
function withoutDerived(d: Laboratory['definitions'][number]): Laboratory['definitions'][number] {
  const { placeholders: _placeholders, ...body } = d.body
  return d.kind === 'template' ? { ...d, body } : d
}

const byKey = <T>(entries: readonly T[], key: (entry: T) => string): T[] =>
  entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

/** A place is only written where the order of the lines does not say it. */
function codesInOrder(codes: Laboratory['lists'][number]['codes']): Entry[] {
  return codes
    .map((code, i) => ({ ...code, place: code.place ?? (i + 1) * 10 }))
    .toSorted((a, b) => a.place - b.place || (a.code < b.code ? -1 : 1))
    .map(({ place, ...code }, i) => (place === (i + 1) * 10 ? code : { ...code, place }))
}

/** A question without what it does not say. */
function questionsOf(questions: readonly Entry[]): Entry[] {
  return questions.map((question) =>
    Object.fromEntries(
      Object.entries(question)
        .filter(([, v]) => v !== null && v !== false && !(Array.isArray(v) && v.length === 0))
        .map(([k, v]) => [k, k === 'rows' ? questionsOf(v as readonly Entry[]) : v]),
    ),
  )
}

/** Parents before what hangs on them, each level by its position and code. */
export function inTree<T extends Entry>(entries: readonly T[]): T[] {
  const under = Map.groupBy(entries, (e) => String(e.parent ?? ''))
  const known = new Set(entries.map((e) => String(e.code)))
  const level = (parent: string): T[] =>
    (under.get(parent) ?? [])
      .toSorted(
        (a, b) =>
          Number(a.position ?? 0) - Number(b.position ?? 0) || (String(a.code) < String(b.code) ? -1 : 1),
      )
      .flatMap((e) => [e, ...level(String(e.code))])
  const roots = [...under.keys()].filter((parent) => !known.has(parent)).toSorted()
  return roots.flatMap(level)
}

/** Short things on one line, long ones unfolded: made to be read and compared line by line. */
function yamlOf(value: unknown): string {
  const { Document, isMap, isSeq, visit } = yaml
  const doc = new Document(inOrder(lean(value)))
  visit(doc, {
    Collection(key, node) {
      if (key === null || !(isMap(node) || isSeq(node))) return undefined
      node.flow = JSON.stringify(node.toJSON()).length <= ONE_LINE
      return node.flow ? visit.SKIP : undefined
    },
  })
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** The database forgets the order of keys, so every thing is written in this one: what it is, its names, the rest by the alphabet. */
const FIRST = [
  'name',
  'list',
  'agency',
  'kind',
  'key',
  'code',
  'value',
  'version',
  'from',
  'title',
  'titleEs',
  'en',
  'es',
]
const rank = (key: string): string => {
  const at = FIRST.indexOf(key)
  return at < 0 ? `b${key}` : `a${String(at).padStart(2, '0')}`
}
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
      .map(([k, v]) => [k, inOrder(v)]),
  )
}

/** Without what says nothing: nulls, empty lists and data, `unverified: false`; what stands inside data and bodies is theirs. */
function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([k, v]) =>
      v !== null &&
      v !== undefined &&
      !(k === 'unverified' && v === false) &&
      !(k !== 'codes' && Array.isArray(v) && v.length === 0) &&
      !(k === 'data' && Object.keys(v as object).length === 0),
  )
  return Object.fromEntries(kept.map(([k, v]) => [k, k === 'data' || k === 'body' ? (v as Json) : lean(v)]))
}
