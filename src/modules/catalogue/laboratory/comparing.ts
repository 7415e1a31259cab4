/** What differs between the files of a laboratory and the parts that stand in other modules: by code, in words, before anything is done. */
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Laboratory } from '../contract.ts'

const keys = {
  agencies: (e: Entry) => String(e.shortName),
  units: (e: Entry) => String(e.code),
  methods: (e: Entry) => String(e.code),
  equipment: (e: Entry) => String(e.code),
  stores: (e: Entry) => String(e.code),
} as const
type PartName = keyof typeof keys
type Entry = Readonly<Record<string, unknown>>

export interface Difference {
  readonly what: PartName | 'method-version'
  readonly key: string
  /** `kept`: it stands otherwise here, and is left as it is; `only-here`: the files do not name it. */
  readonly change: 'added' | 'kept' | 'only-here'
  readonly fields: readonly string[]
}

/** Of the files what stands nowhere here. Lots are what happened, not a definition: a working laboratory receives its own. */
export function onlyNew(files: Laboratory, differences: readonly Difference[]): Laboratory {
  const added = new Set(differences.filter((d) => d.change === 'added').map((d) => `${d.what} ${d.key}`))
  const parts = (Object.keys(keys) as PartName[]).map((part) => [
    part,
    files[part].filter((e) => added.has(`${part} ${keys[part](e)}`)),
  ])
  return { ...files, ...(Object.fromEntries(parts) as Pick<Laboratory, PartName>), lots: [] }
}

export function compareParts(files: Laboratory, standing: Laboratory): Difference[] {
  return (Object.keys(keys) as PartName[]).flatMap((part) => {
    const key = keys[part]
    const here = new Map(standing[part].map((e) => [key(e), e as Entry]))
    const given = new Map(files[part].map((e) => [key(e), e as Entry]))
    const differs = [...given].flatMap(([code, entry]): Difference[] => {
      const now = here.get(code)
      if (!now) return [{ what: part, key: code, change: 'added', fields: [] }]
      const fields = fieldsThatDiffer(part, entry, now)
      return [
        ...(part === 'methods' ? newVersions(code, entry, now) : []),
        ...(fields.length > 0 ? [{ what: part, key: code, change: 'kept' as const, fields }] : []),
      ]
    })
    const only = [...here.keys()]
      .filter((code) => !given.has(code))
      .map((code): Difference => ({ what: part, key: code, change: 'only-here', fields: [] }))
    return [...differs, ...only]
  })
}

/** Doubts and sources are of the files; calibrations are acts, not a definition; versions are compared for themselves. */
const notOfThePart = new Set(['unverified', 'source', 'calibration', 'versions', 'id'])
function fieldsThatDiffer(part: PartName, entry: Entry, now: Entry): string[] {
  const names = new Set([...Object.keys(entry), ...Object.keys(now)])
  return [...names].filter((f) => !notOfThePart.has(f) && said(part, entry[f], f) !== said(part, now[f], f))
}
/** What is left out means its default. */
const defaults: Readonly<Record<string, Json>> = {
  calibrated: true,
  witness: false,
  position: 0,
  keeps: [],
  data: {},
}
function said(part: PartName, value: unknown, field: string): string {
  const given = value ?? defaults[field] ?? null
  return canonical((part === 'stores' && field === 'code' ? String(given).toUpperCase() : given) as Json)
}

function newVersions(code: string, entry: Entry, now: Entry): Difference[] {
  const standing = new Set(((now.versions ?? []) as Entry[]).map((v) => String(v.version)))
  return ((entry.versions ?? []) as Entry[])
    .filter((v) => !standing.has(String(v.version)))
    .map((v) => ({
      what: 'method-version' as const,
      key: `${code} v${String(v.version)}`,
      change: 'added' as const,
      fields: [],
    }))
}
