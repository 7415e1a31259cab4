/**
 * A laboratory's definition, read from a folder of files that people write and review.
 *
 * `laboratory.yaml` {name, en?, es?, language?, first?} · `lists/<list>.yaml` {list, en, es, codes: [{code, en, es, data?, place?, validFrom?, validUntil?, unverified?, source?}]}
 * · `limits.yaml` [limit] · `definitions.yaml` [{kind, key, en, es, body}] · `forms/<key>.yaml` {key, en, es, use?, for?, questions} · `units.yaml` {agencies, units} · `stores.yaml` [location]
 * · `quality.yaml` {methods, equipment, lots} · `examples.yaml` {equipment: [{code, calibration}], lots}: made-up states for a demonstration,
 * read only when asked for. Files that are not there are empty parts. Applying is idempotent.
 */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Yaml from 'yaml'
import { Refusal } from '#kernel/verdict.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import { Laboratory } from '../contract.ts'

const yaml = onFirstUse<typeof Yaml>('yaml')

interface Head {
  readonly name?: unknown
  readonly en?: unknown
  readonly es?: unknown
  readonly language?: unknown
  /** The one that a set-up offers before the others. */
  readonly first?: unknown
}

/** What a set-up may offer: the folders that hold a laboratory, the first one first. */
export interface Offered {
  readonly name: string
  readonly en: string
  readonly es: string
  readonly language: 'en' | 'es'
}
export async function laboratoriesIn(folder: string): Promise<Offered[]> {
  const found: (Offered & { first: boolean })[] = []
  for (const entry of (await readdir(folder, { withFileTypes: true })).filter((e) => e.isDirectory())) {
    const head = (await readYaml(join(folder, entry.name, 'laboratory.yaml'))) as Head | undefined
    if (head === undefined) continue
    const text = (value: unknown): string => (typeof value === 'string' ? value : entry.name)
    found.push({
      name: entry.name,
      en: text(head.en),
      es: text(head.es),
      language: head.language === 'es' ? 'es' : 'en',
      first: head.first === true,
    })
  }
  found.sort((a, b) => Number(b.first) - Number(a.first) || a.name.localeCompare(b.name))
  return found.map(({ first: _first, ...offered }) => offered)
}

/** Throws a Refusal that names the file and the field which does not fit. */
export async function readLaboratory(
  dir: string,
  { examples = false }: { examples?: boolean } = {},
): Promise<Laboratory> {
  const head = (await readYaml(join(dir, 'laboratory.yaml'))) as Head | undefined
  if (head === undefined)
    throw new Refusal('invalid', 'catalogue.no-laboratory-there', { values: { folder: dir } })
  const listFiles = await filesIn(join(dir, 'lists'))
  const lists = await Promise.all(listFiles.map((f) => readYaml(join(dir, 'lists', f))))
  const formFiles = await filesIn(join(dir, 'forms'))
  const forms = await Promise.all(formFiles.map((f) => readYaml(join(dir, 'forms', f))))
  const whole = {
    name: head.name,
    ...(head.language === undefined ? {} : { language: head.language }),
    ...(head.en === undefined ? {} : { en: head.en }),
    ...(head.es === undefined ? {} : { es: head.es }),
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
  const { questions, use, for: kinds, ...named } = (file ?? {}) as Record<string, unknown>
  const given = Object.entries({ use, for: kinds, questions }).filter(([, v]) => v !== undefined)
  return { kind: 'form', ...named, body: Object.fromEntries(given) }
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
