/** A whole file from bytes to receipt: read, understand, hand over in batches, count; used by the command line, jobs and operations. */
import { createHash } from 'node:crypto'
import { Refusal, invariant } from '#kernel/verdict.ts'
import type { Actor, AnyOperation, Ground } from '#platform/cx.ts'
import { faultsOf } from '#platform/faults.ts'
import { perform } from '#platform/operation.ts'
import { keepMade } from '#platform/uploads.ts'
import { type Table, type TableRow, fileOf, mended, tableOf } from './csv.ts'
import { type Coded, type Doubt, ImportMap, type Receipt } from './contract.ts'
import { type Because, counting } from './counting.ts'
import { understand } from './rules.ts'
import type { Cells } from './rules/cells.ts'
import { fieldInWords } from './rules/field-words.ts'
import { columnsMissing } from './rules/map.ts'

export const BATCH = 500
/** While one batch waits for the database the next is being made: three keep both processors busy. */
const AT_ONCE = 3

export interface KeyedRow extends TableRow {
  readonly key: string
}
/** A row as `exchange.import-batch` takes it. */
export interface ReadyRow {
  readonly line: number
  readonly key: string
  readonly raw: Cells
  readonly doubts: Doubt[]
  readonly number: string | null
  readonly case: unknown
  readonly death?: unknown
  readonly coded?: Coded
}
export interface Reject extends Because {
  readonly line: number
  readonly cells: readonly string[]
}
/** The file with its rows keyed; those that cannot be taken whatever the map says of their cells. */
export interface ReadFile {
  readonly table: Table
  readonly keyed: readonly KeyedRow[]
  readonly rejects: Reject[]
}
export interface FileReceipt extends Receipt {
  readonly rejectsCsv: string | null
}

type Say = (key: string, values?: Record<string, unknown>) => string
/** The two columns that a file of rejects bears beside its own, in each language. */
const added = (say: (language: 'en' | 'es') => Say): string[][] =>
  (['en', 'es'] as const).map((l) => [say(l)('exchange.column-line'), say(l)('exchange.column-reason')])

export function mapOf(map: unknown): ImportMap {
  const parsed = ImportMap.safeParse(map, { reportInput: true })
  if (!parsed.success)
    throw new Refusal('invalid', 'exchange.map-does-not-fit', {
      values: {
        fields: parsed.error.issues
          .slice(0, 5)
          .map((i) => i.path.join('.') || 'map')
          .join(', '),
      },
      fields: faultsOf(parsed.error),
    })
  return parsed.data
}

const MOST_BYTES = 200 * 1_048_576

export async function readFile(
  ground: Ground,
  bytes: Uint8Array,
  map: ImportMap,
  say: Say,
): Promise<ReadFile> {
  if (bytes.length > MOST_BYTES)
    throw new Refusal('conflict', 'exchange.file-too-large', { values: { most: MOST_BYTES / 1_048_576 } })
  const table = mended(await tableOf(bytes, map.file), added(ground.say))
  const missing = columnsMissing(map, table.columns)
  if (missing.length > 0)
    throw new Refusal('conflict', 'exchange.columns-missing', {
      values: { columns: missing.join(', '), there: table.columns.slice(0, 30).join(', ') },
      next: 'exchange.next-columns',
    })
  const rejects: Reject[] = []
  const keyed: KeyedRow[] = []
  const times = new Map<string, number>()
  const first = new Map<string, string>()
  for (const row of table.rows) {
    const reject = (code: string, values: Record<string, unknown> = {}): void => {
      rejects.push({ line: row.line, cells: row.cells, code, reason: say(code, values) })
    }
    if (row.cells.length !== table.columns.length) {
      reject('exchange.row-columns', { found: row.cells.length, expected: table.columns.length })
      continue
    }
    if (row.cells.some((c) => c.includes('\u0000'))) {
      reject('exchange.row-unkeepable')
      continue
    }
    const content = createHash('sha256').update(row.cells.join('\u001f')).digest('hex')
    const key = keyOf(map, table.columns, row.cells, content, times)
    if (key === null) reject('exchange.row-without-key')
    else if ((first.get(key) ?? content) !== content) reject('exchange.key-twice', { key })
    else {
      first.set(key, content)
      keyed.push({ ...row, key })
    }
  }
  return { table, keyed, rejects }
}

/** A row without a number of its own is known by its content and by how many like it came before in the file. */
function keyOf(
  map: ImportMap,
  columns: readonly string[],
  cells: readonly string[],
  content: string,
  times: Map<string, number>,
): string | null {
  if (map.key === 'content') {
    const n = (times.get(content) ?? 0) + 1
    times.set(content, n)
    return `${content}#${n}`
  }
  const named = 'column' in map.key ? [map.key.column] : map.key.columns
  const parts = named.map((c) => (cells[columns.indexOf(c)] ?? '').trim())
  return parts.every((p) => p === '') ? null : parts.join(' | ').slice(0, 400)
}

/** Rows as the map understands them, and those that it cannot: a batch at a time, so that a long file is never held twice. */
export function understoodOf(
  map: ImportMap,
  columns: readonly string[],
  rows: readonly KeyedRow[],
  say: Say,
): { ready: { row: ReadyRow; from: KeyedRow }[]; rejects: Reject[] } {
  const ready: { row: ReadyRow; from: KeyedRow }[] = []
  const rejects: Reject[] = []
  for (const from of rows) {
    const raw = Object.fromEntries(columns.map((c, i) => [c, from.cells[i] ?? '']))
    const said = understand(map, raw)
    if ('code' in said)
      rejects.push({
        line: from.line,
        cells: from.cells,
        code: said.code,
        field: said.values.field,
        reason: say(said.code, { ...said.values, field: fieldInWords(say, said.values.field ?? '') }),
      })
    else
      ready.push({
        from,
        row: {
          line: from.line,
          key: from.key,
          raw,
          doubts: said.doubts,
          number: said.number,
          case: said.case,
          ...(said.death ? { death: said.death } : {}),
          ...(said.coded ? { coded: said.coded } : {}),
        },
      })
  }
  return { ready, rejects }
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
  /** Told after each batch. */
  readonly progress?: (done: number, of: number) => void
}

/**
 * Imports a file in the actor's name. The receipt always adds up: in = created + matched + rejected. A file that came before
 * creates nothing; an import that was cut off is finished by giving the same file again. `rejectsCsv` is null when none.
 */
export async function importFile(ground: Ground, actor: Actor, request: ImportRequest): Promise<FileReceipt> {
  const language = request.language ?? actor.language
  const say = ground.say(language)
  const map = mapOf(request.map)
  if (map.kind !== request.kind)
    throw new Refusal('invalid', 'exchange.map-of-another-kind', { values: { kind: request.kind } })
  const read = await readFile(ground, request.bytes, map, say)
  const dryRun = request.dryRun ?? false
  const { id } = (await perform(ground, operation(ground, 'exchange.begin-import'), {
    actor,
    language,
    input: {
      fileName: request.fileName.slice(-200),
      file: createHash('sha256').update(request.bytes).digest('hex'),
      map: request.map,
      columns: read.table.columns,
      rowsIn: read.table.rows.length,
      dryRun,
    },
  })) as { id: string }
  return runRows(ground, actor, { id, map, ...read, dryRun, language, progress: request.progress })
}

export interface Run extends ReadFile {
  readonly id: string
  readonly map: ImportMap
  readonly dryRun: boolean
  readonly language: string
  readonly progress?: ImportRequest['progress']
}

export async function runRows(ground: Ground, actor: Actor, run: Run): Promise<FileReceipt> {
  const say = ground.say(run.language)
  const counted = counting(run.rejects)
  const rejects = [...run.rejects]
  const tell = (name: string, input: unknown): Promise<unknown> =>
    perform(ground, operation(ground, name), { actor, input, language: run.language })
  const hand = async (rows: readonly { row: ReadyRow; from: KeyedRow }[]): Promise<void> => {
    if (rows.length === 0) return
    const verdicts = await verdictsOf(tell, run, rows, say)
    if (verdicts === null) {
      // One row that the database itself refuses must not cost its neighbours: halves, until it stands alone.
      const half = Math.ceil(rows.length / 2)
      await hand(rows.slice(0, half))
      return hand(rows.slice(half))
    }
    rows.forEach(({ row, from }, i) => {
      const v = verdicts[i]
      invariant(v, 'a row without a verdict')
      const reject = { line: from.line, cells: from.cells, code: v.code ?? '', reason: v.reason ?? '' }
      if (v.verdict === 'rejected') rejects.push(reject)
      counted.add(v.verdict, row.doubts, reject)
    })
  }
  const starts = Array.from({ length: Math.ceil(run.keyed.length / BATCH) }, (_, i) => i * BATCH)
  const next = starts[Symbol.iterator]()
  let done = run.rejects.length
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let b = next.next(); !b.done; b = next.next()) {
        const rows = run.keyed.slice(b.value, b.value + BATCH)
        const { ready, rejects: unread } = understoodOf(run.map, run.table.columns, rows, say)
        for (const r of unread) counted.add('rejected', [], r)
        rejects.push(...unread)
        await hand(ready)
        done += rows.length
        run.progress?.(done, run.table.rows.length)
      }
    }),
  )
  const sums = counted.sums()
  invariant(
    sums.created + sums.matched + sums.rejected === run.table.rows.length,
    'an import whose receipt does not add up',
  )
  const rejectsCsv = rejectsFileOf(run.table, rejects, say)
  if (!run.dryRun) {
    const rejectsFile = rejectsCsv === null ? null : await keepFile(ground, rejectsCsv)
    await tell('exchange.finish-import', { import: run.id, ...sums, rejectsFile })
  }
  return { in: run.table.rows.length, ...sums, importId: run.id, dryRun: run.dryRun, rejectsCsv }
}

interface Verdict {
  readonly verdict: 'created' | 'matched' | 'rejected'
  readonly code: string | null
  readonly reason: string | null
}

/** Null where the batch as a whole was refused and has neighbours to part. */
async function verdictsOf(
  tell: (name: string, input: unknown) => Promise<unknown>,
  run: Run,
  rows: readonly { row: ReadyRow }[],
  say: Say,
): Promise<readonly Verdict[] | null> {
  try {
    const answer = (await tell(run.dryRun ? 'exchange.try-batch' : 'exchange.import-batch', {
      import: run.id,
      rows: rows.map((r) => r.row),
    })) as { verdicts: Verdict[] }
    return answer.verdicts
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return rows.length === 1
      ? [{ verdict: 'rejected', code: error.code, reason: say(error.code, error.values) }]
      : null
  }
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
