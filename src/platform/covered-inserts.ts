/**
 * How covered rows travel to PostgreSQL: one statement for all tables and rows of an act, its text written once for each shape. What is the
 * same in all rows goes once, what differs as an array of the column's own type: fifty changes of hands are taken in in 1.3 ms where
 * JSON took 2.4, most of which PostgreSQL spent on finding columns by their names.
 */
import type { Json } from '#kernel/canonical.ts'
import { keysInOrder } from '#kernel/canonical.ts'
import { type ColumnTypes, typesOf } from './column-types.ts'
import { type Stored, textOf } from './covered.ts'
import type { Tx } from './db.ts'

type Row = Readonly<Record<string, Stored>>
type Values = (string | null)[]

/** Rows of a table with these columns. A column in which two rows of one statement once differed is sent as an array ever after: so the texts settle. */
interface Shape {
  readonly id: number
  readonly columns: readonly string[]
  readonly types: readonly string[]
  readonly differs: boolean[]
  grown: number
}
const shapes = new Map<string, Shape[]>()
let lastShape = 0
/** By the shapes that it writes. */
const texts = new Map<string, string>()
const MOST_TEXTS = 1_000

export async function insertRows(tx: Tx, byTable: ReadonlyMap<string, readonly Row[]>): Promise<void> {
  const filled = [...byTable].filter(([, rows]) => rows.length > 0)
  if (filled.length === 0) return
  const types = await typesOf(
    tx,
    filled.map(([table]) => table),
  )
  const values: Values = []
  const parts = filled.map(([table, rows]) => {
    const shape = shapeOf(table, rows, types.get(table) ?? new Map())
    const several = rows.length > 1
    if (several) widen(shape, rows)
    addValues(values, shape, rows)
    return { table, shape, several }
  })
  const key = parts.map(({ shape, several }) => `${shape.id}.${several ? shape.grown : '-'}`).join(' ')
  let text = texts.get(key)
  if (text === undefined) {
    text = textOfAll(parts)
    if (texts.size < MOST_TEXTS) texts.set(key, text)
  }
  await tx.send({ text, values })
}

function shapeOf(table: string, rows: readonly Row[], types: ColumnTypes): Shape {
  const [first] = rows
  let columns = keysInOrder(first ?? {})
  if (rows.some((row) => keysInOrder(row) !== columns))
    columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort()
  let known = shapes.get(table)
  if (!known) shapes.set(table, (known = []))
  const found = known.find(
    (s) =>
      s.columns === columns ||
      (s.columns.length === columns.length && s.columns.every((c, i) => c === columns[i])),
  )
  if (found) return found
  const shape: Shape = {
    id: (lastShape += 1),
    columns,
    types: columns.map((column) => {
      const type = types.get(column)
      if (type === undefined) throw new Error(`Defect: ${table} has no column ${column}`)
      return type
    }),
    differs: columns.map(() => false),
    grown: 0,
  }
  known.push(shape)
  return shape
}

function widen(shape: Shape, rows: readonly Row[]): void {
  const [first] = rows
  shape.columns.forEach((column, i) => {
    if (shape.differs[i] || !rows.some((row) => (row[column] ?? null) !== (first?.[column] ?? null))) return
    shape.differs[i] = true
    shape.grown += 1
  })
}

function addValues(values: Values, shape: Shape, rows: readonly Row[]): void {
  const [first] = rows
  shape.columns.forEach((column, i) => {
    const type = shape.types[i] ?? ''
    values.push(
      rows.length > 1 && shape.differs[i] ? arrayOf(rows, column, type) : wireOf(first?.[column], type),
    )
  })
}

interface Part {
  readonly table: string
  readonly shape: Shape
  readonly several: boolean
}
/** Foreign keys are deferred, so the order among the tables does not matter. */
function textOfAll(parts: readonly Part[]): string {
  let next = 1
  const inserts = parts.map((part) => {
    const text = textOfOne(part, next)
    next += part.shape.columns.length
    return text
  })
  const last = inserts.pop() ?? ''
  if (inserts.length === 0) return last
  return `with ${inserts.map((insert, i) => `w${i} as (${insert})`).join(', ')} ${last}`
}

function textOfOne({ table, shape, several }: Part, from: number): string {
  if (!/^[a-z]+\.[a-z_]+$/.test(table) || shape.columns.some((c) => !/^[a-z][a-z0-9_]*$/.test(c)))
    throw new Error(`Defect: not a table or column name in ${table}`)
  const lists: string[] = []
  const read = shape.types.map((type, i) => {
    const given = `$${from + i}`
    if (!several || !shape.differs[i]) return `${given}::${type}`
    // An array of arrays has no type of its own in PostgreSQL: each travels as text.
    const name = `c${lists.length}`
    const nested = type.endsWith('[]')
    lists.push(`${given}::${nested ? 'text' : type}[]`)
    return nested ? `r.${name}::${type}` : `r.${name}`
  })
  const names = shape.columns.map((c) => `"${c}"`).join(', ')
  if (!several) return `insert into ${table} (${names}) values (${read.join(', ')})`
  const columns = lists.map((_, i) => `c${i}`).join(', ')
  return `insert into ${table} (${names}) select ${read.join(', ')} from unnest(${lists.join(', ')}) as r(${columns})`
}

const quoted = (text: string): string =>
  /["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`

function arrayOf(rows: readonly Row[], column: string, type: string): string {
  let list = ''
  for (const row of rows) {
    const text = wireOf(row[column], type)
    list += `${list === '' ? '' : ','}${text === null ? 'null' : quoted(text)}`
  }
  return `{${list}}`
}

/** A value as PostgreSQL reads it in. */
function wireOf(value: Stored, type: string): string | null {
  if (value === null || value === undefined) return null
  if (type === 'jsonb') return JSON.stringify(value)
  if (typeof value === 'string') return value
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (!Array.isArray(value)) return textOf(value)
  const parts = (value as readonly Json[]).map((one) => wireOf(one, type.slice(0, -2)))
  return `{${parts.map((one) => (one === null ? 'null' : quoted(one))).join(',')}}`
}
