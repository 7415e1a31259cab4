/** A whole file from bytes to receipt: read, understand, hand over in batches, count; used by the command line, jobs and operations. */
import { createHash } from 'node:crypto'
import { Refusal, invariant } from '#kernel/verdict.ts'
import type { Actor, AnyOperation, Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'
import { keepMade } from '#platform/uploads.ts'
import { type Table, fileOf, tableOf } from './csv.ts'
import { type Doubt, ImportMap, type Receipt } from './contract.ts'
import { type Cells, columnsMissing, understand } from './rules.ts'

const BATCH = 500
/** While one batch waits for the database the next is being made: three keep both processors busy. */
const AT_ONCE = 3

export interface ReadyRow {
  readonly line: number
  readonly key: string
  readonly raw: Cells
  readonly doubts: Doubt[]
  readonly number: string | null
  readonly case: unknown
  readonly cells: readonly string[]
}
export interface Reject {
  readonly line: number
  readonly cells: readonly string[]
  readonly reason: string
}
export interface FileReceipt extends Receipt {
  readonly rejectsCsv: string | null
}

type Say = (key: string, values?: Record<string, unknown>) => string

export function mapOf(map: unknown): ImportMap {
  const parsed = ImportMap.safeParse(map)
  if (!parsed.success)
    throw new Refusal('invalid', 'exchange.map-does-not-fit', {
      values: {
        fields: parsed.error.issues
          .slice(0, 5)
          .map((i) => i.path.join('.') || 'map')
          .join(', '),
      },
      fields: parsed.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message })),
    })
  return parsed.data
}

/** Rows as the map reads them; those that cannot be taken, each with its sentence. */
export function readRows(
  bytes: Uint8Array,
  map: ImportMap,
  say: Say,
): { table: Table; ready: ReadyRow[]; rejects: Reject[] } {
  const table = tableOf(bytes, map.file)
  const missing = columnsMissing(map, table.columns)
  if (missing.length > 0)
    throw new Refusal('conflict', 'exchange.columns-missing', {
      values: { columns: missing.join(', ') },
      next: 'exchange.next-columns',
    })
  const ready: ReadyRow[] = []
  const rejects: Reject[] = []
  const contents = new Map<string, number>()
  const first = new Map<string, readonly string[]>()
  for (const { line, cells } of table.rows) {
    const reject = (code: string, values: Record<string, unknown> = {}): void => {
      rejects.push({ line, cells, reason: say(code, values) })
    }
    if (cells.length !== table.columns.length) {
      reject('exchange.row-columns', { found: cells.length, expected: table.columns.length })
      continue
    }
    if (cells.some((c) => c.includes('\u0000'))) {
      reject('exchange.row-unkeepable')
      continue
    }
    const raw = Object.fromEntries(table.columns.map((c, i) => [c, cells[i] ?? '']))
    const key = keyOf(map, raw, cells, contents)
    if (key === null) {
      reject('exchange.row-without-key')
      continue
    }
    const twin = first.get(key)
    if (twin && twin.join('\u001f') !== cells.join('\u001f')) {
      reject('exchange.key-twice', { key })
      continue
    }
    first.set(key, cells)
    const row = understand(map, raw)
    if ('code' in row) reject(row.code, row.values)
    else ready.push({ line, key, raw, doubts: row.doubts, number: row.number, case: row.case, cells })
  }
  return { table, ready, rejects }
}

/** A row without a number of its own is known by its content and by how many like it came before in the file. */
function keyOf(
  map: ImportMap,
  raw: Cells,
  cells: readonly string[],
  contents: Map<string, number>,
): string | null {
  if (map.key === 'content') {
    const hash = createHash('sha256').update(cells.join('\u001f')).digest('hex')
    const times = (contents.get(hash) ?? 0) + 1
    contents.set(hash, times)
    return `${hash}#${times}`
  }
  const parts = ('column' in map.key ? [map.key.column] : map.key.columns).map((c) => (raw[c] ?? '').trim())
  return parts.every((p) => p === '') ? null : parts.join(' | ').slice(0, 400)
}

export function rejectsFileOf(table: Table, rejects: readonly Reject[], say: Say): string | null {
  if (rejects.length === 0) return null
  const rows = [...rejects].sort((a, b) => a.line - b.line).map((r) => [...r.cells, String(r.line), r.reason])
  return fileOf(
    [[...table.columns, say('exchange.column-line'), say('exchange.column-reason')], ...rows],
    table.separator,
  )
}

export interface ImportRequest {
  readonly kind: string
  readonly bytes: Uint8Array
  readonly map: unknown
  readonly dryRun?: boolean
  readonly fileName: string
  readonly language?: string
}

/**
 * Imports a file in the actor's name. The receipt always adds up: in = created + matched + rejected. A file that came before
 * creates nothing; an import that was cut off is finished by giving the same file again. `rejectsCsv` is null when none.
 */
export async function importFile(ground: Ground, actor: Actor, request: ImportRequest): Promise<FileReceipt> {
  const say = ground.say(request.language ?? actor.language)
  const map = mapOf(request.map)
  if (map.kind !== request.kind)
    throw new Refusal('invalid', 'exchange.map-of-another-kind', { values: { kind: request.kind } })
  const { table, ready, rejects } = readRows(request.bytes, map, say)
  const dryRun = request.dryRun ?? false
  const sha256 = createHash('sha256').update(request.bytes).digest('hex')
  const tell = (name: string, input: unknown): Promise<unknown> =>
    perform(ground, operation(ground, name), { actor, input, language: request.language ?? actor.language })
  const { id } = (await tell('exchange.begin-import', {
    fileName: request.fileName.slice(-200),
    file: sha256,
    map: request.map,
    rowsIn: table.rows.length,
    dryRun,
  })) as { id: string }
  return runRows(ground, actor, {
    id,
    map,
    table,
    ready,
    rejects,
    dryRun,
    language: request.language ?? actor.language,
  })
}

export interface Run {
  readonly id: string
  readonly map: ImportMap
  readonly table: Table
  readonly ready: readonly ReadyRow[]
  readonly rejects: Reject[]
  readonly dryRun: boolean
  readonly language: string
}

export async function runRows(ground: Ground, actor: Actor, run: Run): Promise<FileReceipt> {
  const say = ground.say(run.language)
  const sums = { created: 0, matched: 0, doubtful: 0 }
  const tell = (name: string, input: unknown): Promise<unknown> =>
    perform(ground, operation(ground, name), { actor, input, language: run.language })
  const hand = async (rows: readonly ReadyRow[]): Promise<void> => {
    let verdicts: { verdict: 'created' | 'matched' | 'rejected'; reason: string | null }[]
    try {
      verdicts = (
        (await tell(run.dryRun ? 'exchange.try-batch' : 'exchange.import-batch', {
          import: run.id,
          rows: rows.map(({ cells: _cells, ...row }) => row),
        })) as { verdicts: typeof verdicts }
      ).verdicts
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // One row that the database itself refuses must not cost its neighbours: halves, until it stands alone.
      if (rows.length === 1) verdicts = [{ verdict: 'rejected', reason: say(error.code, error.values) }]
      else {
        const half = Math.ceil(rows.length / 2)
        await hand(rows.slice(0, half))
        return hand(rows.slice(half))
      }
    }
    rows.forEach((row, i) => {
      const v = verdicts[i]
      invariant(v, 'a row without a verdict')
      if (v.verdict === 'rejected')
        run.rejects.push({ line: row.line, cells: row.cells, reason: v.reason ?? '' })
      else {
        sums[v.verdict] += 1
        if (v.verdict === 'created' && row.doubts.length > 0) sums.doubtful += 1
      }
    })
  }
  const batches: (readonly ReadyRow[])[] = []
  for (let i = 0; i < run.ready.length; i += BATCH) batches.push(run.ready.slice(i, i + BATCH))
  const next = batches[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let b = next.next(); !b.done; b = next.next()) await hand(b.value)
    }),
  )
  return receiptOf(ground, tell, run, sums, say)
}

async function receiptOf(
  ground: Ground,
  tell: (name: string, input: unknown) => Promise<unknown>,
  run: Run,
  sums: { created: number; matched: number; doubtful: number },
  say: Say,
): Promise<FileReceipt> {
  const rejectsCsv = rejectsFileOf(run.table, run.rejects, say)
  const counts = { ...sums, rejected: run.rejects.length }
  invariant(
    counts.created + counts.matched + counts.rejected === run.table.rows.length,
    'an import whose receipt does not add up',
  )
  const rejectsFile = rejectsCsv === null || run.dryRun ? null : await keepFile(ground, rejectsCsv)
  if (!run.dryRun) await tell('exchange.finish-import', { import: run.id, ...counts, rejectsFile })
  return { in: run.table.rows.length, ...counts, importId: run.id, dryRun: run.dryRun, rejectsCsv }
}

async function keepFile(ground: Ground, csv: string): Promise<string> {
  return ground.db.transaction(
    async (tx) =>
      (await keepMade({ ground, tx, now: ground.now() }, Buffer.from(csv, 'utf8'), 'text/csv')).sha256,
  )
}

function operation(ground: Ground, name: string): AnyOperation {
  const op = ground.operations.get(name)
  invariant(op, `no operation ${name}`)
  return op
}
