/**
 * A laboratory's definition as a folder of readable files, and back.
 *
 * `laboratory.yaml` {name} · `lists/<list>.yaml` {list, en, es, codes: [{code, en, es, data?, place?, validFrom?, validUntil?, unverified?, source?}]}
 * · `limits.yaml` [limit] · `definitions.yaml` [{kind, key, en, es, body}] · `forms/<key>.yaml` {key, en, es, questions} · `units.yaml` {agencies, units} · `stores.yaml` [location]
 * · `quality.yaml` {methods, equipment, lots} · `examples.yaml` {equipment: [{code, calibration}], lots}: made-up states for a demonstration,
 * read only when asked for. Files that are not there are empty parts. Applying is idempotent.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Yaml from 'yaml'
import { Refusal } from '#kernel/verdict.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import { Laboratory } from './contract.ts'
import { idOfWord } from './word-id.ts'

const yaml = onFirstUse<typeof Yaml>('yaml')

/** Throws a Refusal that names the file and the field which does not fit. */
export async function readLaboratory(
  dir: string,
  { examples = false }: { examples?: boolean } = {},
): Promise<Laboratory> {
  const head = (await readYaml(join(dir, 'laboratory.yaml'))) as { name?: unknown } | undefined
  if (head === undefined)
    throw new Refusal('invalid', 'catalogue.no-laboratory-there', { values: { folder: dir } })
  const listFiles = await filesIn(join(dir, 'lists'))
  const lists = await Promise.all(listFiles.map((f) => readYaml(join(dir, 'lists', f))))
  const formFiles = await filesIn(join(dir, 'forms'))
  const forms = await Promise.all(formFiles.map((f) => readYaml(join(dir, 'forms', f))))
  const whole = {
    name: head.name,
    lists,
    limits: (await readYaml(join(dir, 'limits.yaml'))) ?? [],
    definitions: [
      ...(((await readYaml(join(dir, 'definitions.yaml'))) as unknown[] | undefined) ?? []),
      ...forms.map(formDefinition),
    ],
    ...partsOf(await readYaml(join(dir, 'units.yaml')), ['agencies', 'units']),
    stores: (await readYaml(join(dir, 'stores.yaml'))) ?? [],
    ...withExamples(
      partsOf(await readYaml(join(dir, 'quality.yaml')), ['methods', 'equipment', 'lots']),
      examples ? partsOf(await readYaml(join(dir, 'examples.yaml')), ['equipment', 'lots']) : {},
    ),
  }
  const read = Laboratory.safeParse(whole)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const file =
    path[0] === 'lists' && typeof path[1] === 'number'
      ? `lists/${listFiles[path[1]] ?? ''}`
      : String(path[0] ?? '')
  throw new Refusal('invalid', 'catalogue.file-does-not-fit', {
    values: {
      file: join(dir, file),
      where: path.slice(path[0] === 'lists' ? 2 : 1).join('.'),
      message: issue?.message ?? '',
    },
  })
}

const filesIn = async (dir: string): Promise<string[]> =>
  (await readdir(dir).catch(() => [])).filter((f) => f.endsWith('.yaml')).sort()

/** A form in its own file: its questions stand where a definition has its body. */
function formDefinition(file: unknown): unknown {
  const { questions, ...named } = (file ?? {}) as Record<string, unknown>
  return { kind: 'form', ...named, body: { questions } }
}

/** Calibrations are put to the instruments of their code, lots beside those that are there. */
function withExamples(real: Parts, examples: Parts): Parts {
  const { equipment, lots } = real
  const given = (part: unknown): Record<string, unknown>[] => part as Record<string, unknown>[]
  // What is no list is left as it is: the shape names it.
  if (!examples.lots || !Array.isArray(equipment) || !Array.isArray(lots)) return real
  const calibrations = new Map(given(examples.equipment).map((e) => [e.code, e.calibration]))
  return {
    ...real,
    equipment: given(equipment).map((e) =>
      calibrations.has(e.code) ? { ...e, calibration: calibrations.get(e.code) } : e,
    ),
    lots: [...given(lots), ...given(examples.lots)],
  }
}
type Parts = Record<string, unknown>

function partsOf(file: unknown, names: readonly string[]): Parts {
  const given = (file ?? {}) as Record<string, unknown>
  return Object.fromEntries(names.map((n) => [n, given[n] ?? []]))
}

async function readYaml(path: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return undefined
  }
  try {
    return yaml.parse(text, { schema: 'core', maxAliasCount: 0 })
  } catch (error) {
    throw new Refusal('invalid', 'catalogue.file-does-not-fit', {
      values: { file: path, where: '', message: (error as Error).message.split('\n')[0] ?? '' },
    })
  }
}

/** Writes the folder so that two exports of the same laboratory are the same bytes: made for `diff`. */
export async function writeLaboratory(dir: string, laboratory: Laboratory): Promise<void> {
  await mkdir(join(dir, 'lists'), { recursive: true })
  const put = (name: string, value: unknown): Promise<void> =>
    writeFile(join(dir, name), yaml.stringify(lean(value), { lineWidth: 0 }))
  await put('laboratory.yaml', { name: laboratory.name })
  for (const list of laboratory.lists) await put(join('lists', `${list.list}.yaml`), list)
  await put('limits.yaml', laboratory.limits)
  await put('definitions.yaml', laboratory.definitions)
  await put('units.yaml', { agencies: laboratory.agencies, units: laboratory.units })
  await put('stores.yaml', laboratory.stores)
  await put('quality.yaml', {
    methods: laboratory.methods,
    equipment: laboratory.equipment,
    lots: laboratory.lots,
  })
}

/** Without what says nothing: nulls, empty data, `unverified: false`; what stands inside data and bodies is theirs. */
function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([k, v]) =>
      v !== null &&
      v !== undefined &&
      !(k === 'unverified' && v === false) &&
      !(k === 'data' && Object.keys(v as object).length === 0),
  )
  return Object.fromEntries(kept.map(([k, v]) => [k, k === 'data' || k === 'body' ? v : lean(v)]))
}

export interface Part {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
}

/**
 * The acts with which other modules take their parts of a laboratory, in the order in which they must be done.
 * Names of agencies, units, methods and stores are their codes in the files and ids (idOfWord) in the acts.
 */
export function partsToApply(laboratory: Laboratory): Part[] {
  return actsOf(laboratory)
}

const id = (kind: string, code: unknown): string => idOfWord(`${kind} ${String(code)}`)
/** A reference by code in the files is an id in the act; what is not referred to is left out. */
const link = (kind: string, field: string, code: unknown): Record<string, string> =>
  code == null ? {} : { [field]: id(kind, code) }

function actsOf(laboratory: Laboratory): Part[] {
  return [
    ...laboratory.agencies.map((a) => ({
      operation: 'identity.register-agency',
      input: { id: id('agency', a.shortName), ...a },
    })),
    ...laboratory.units.map(({ agency, parent, ...u }) => ({
      operation: 'identity.add-unit',
      input: {
        ...u,
        id: id('unit', u.code),
        ...link('agency', 'agency', agency),
        ...link('unit', 'parent', parent),
      },
    })),
    ...laboratory.methods.flatMap(methodActs),
    ...laboratory.equipment.flatMap(equipmentActs),
    ...laboratory.lots.flatMap(lotActs),
    ...laboratory.stores.map(({ parent, unit, ...s }) => ({
      operation: 'evidence.define-location',
      input: {
        ...s,
        id: id('store', s.code),
        ...link('store', 'parent', parent),
        ...link('unit', 'unit', unit),
      },
    })),
  ]
}

type PartOfFile = Laboratory['methods'][number]

function methodActs({ versions, ...m }: PartOfFile): Part[] {
  const method = id('method', m.code)
  const issued = (versions ?? []) as unknown as readonly Record<string, unknown>[]
  return [
    { operation: 'quality.register-method', input: { id: method, ...m } },
    ...issued.map((v) => ({
      operation: 'quality.issue-method-version',
      input: { id: id('method', `${String(m.code)} v${String(v.version)}`), method, ...v },
    })),
  ]
}

function equipmentActs({ calibration, unit, ...e }: PartOfFile): Part[] {
  const equipment = id('equipment', e.code)
  const standing = calibration as unknown as Record<string, unknown> | undefined
  return [
    {
      operation: 'quality.register-equipment',
      input: { id: equipment, ...e, ...link('unit', 'unit', unit) },
    },
    ...(standing
      ? [
          {
            operation: 'quality.record-calibration',
            input: { id: id('calibration', e.code), equipment, ...standing },
          },
        ]
      : []),
  ]
}

function lotActs({ verified, ...l }: PartOfFile): Part[] {
  const lot = id('lot', `${String(l.material)} ${String(l.number)}`)
  return [
    { operation: 'quality.receive-lot', input: { id: lot, ...l } },
    ...(verified
      ? [{ operation: 'quality.verify-lot', input: { lot, outcome: 'verified', why: verified } }]
      : []),
  ]
}

/** Does the parts through `act`; what is there already (409) is left as it is. Answers how many were new. */
export async function applyParts(
  laboratory: Laboratory,
  act: (operation: string, input: unknown) => Promise<unknown>,
): Promise<{ added: number; same: number }> {
  let added = 0
  let same = 0
  for (const part of partsToApply(laboratory)) {
    try {
      await act(part.operation, part.input)
      added += 1
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error
      same += 1
    }
  }
  return { added, same }
}
