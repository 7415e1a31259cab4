/** The one line to PostgreSQL: pools, transactions and prepared statements; sets how each type arrives (see `types`). */
import pg from 'pg'
import type { Sql } from './sql.ts'

const { types } = pg
const ISO = /^(\d{4,})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00(?::00)?$/
// Instants arrive as RFC 3339 UTC with milliseconds; the session's time zone is pinned to UTC below.
types.setTypeParser(1184, (text) => {
  const m = ISO.exec(text)
  return m ? `${m[1]}-${m[2]}-${m[3]}T${m[4]}.${(m[5] ?? '').padEnd(3, '0').slice(0, 3)}Z` : text
})
types.setTypeParser(1082, (text) => text) // dates stay text: they have no zone
types.setTypeParser(20, (text) => Number(text)) // counts and positions, all below 2^53
// numeric (1700) arrives as text by default: quantities are never floats.

/** Statement names per text, so that each connection plans a text once. */
const names = new Map<string, string>()
const MAX_NAMED = 2_000
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= MAX_NAMED) return undefined
  const name = `q${names.size}`
  names.set(text, name)
  return name
}

export interface Tx {
  /** All rows. */
  many<Row>(query: Sql): Promise<Row[]>
  /** The row or undefined. */
  maybe<Row>(query: Sql): Promise<Row | undefined>
  /** Exactly one row; anything else is a defect. */
  one<Row>(query: Sql): Promise<Row>
  /** The number of rows touched. */
  run(query: Sql): Promise<number>
}

type Client = Pick<pg.ClientBase, 'query'>

export function txOf(client: Client): Tx {
  const ask = async (query: Sql): Promise<pg.QueryResult> => {
    const text = query.text
    const name = nameOf(text)
    return client.query({ text, values: query.values, ...(name ? { name } : {}) })
  }
  return {
    many: async <Row>(query: Sql) => (await ask(query)).rows as Row[],
    maybe: async <Row>(query: Sql) => (await ask(query)).rows[0] as Row | undefined,
    one: async <Row>(query: Sql) => {
      const { rows } = await ask(query)
      if (rows.length !== 1)
        throw new Error(`Defect: one row expected, ${rows.length} came: ${query.text.slice(0, 80)}`)
      return rows[0] as Row
    },
    run: async (query: Sql) => (await ask(query)).rowCount ?? 0,
  }
}

export interface Db {
  readonly pool: pg.Pool
  /** Commits what `work` returns; any error rolls everything back. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
  /** The same on connections kept for it: an act that holds one of the others never waits for a second of the same kind. */
  aside<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A single statement outside a transaction. */
  readonly direct: Tx
  close(): Promise<void>
}

export function openDb(connection: pg.PoolConfig, onError: (error: Error) => void): Db {
  const options =
    '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000 -c jit=off'
  const pool = new pg.Pool({ max: 12, ...connection, options })
  const beside = new pg.Pool({ ...connection, max: 2, options })
  let closing = false
  // A client that the pool let go of hears of the server's end before its own: that is no loss.
  for (const one of [pool, beside])
    one.on('error', (error) => {
      if (!closing) onError(error)
    })
  return {
    pool,
    direct: txOf(pool as unknown as Client),
    close: async () => {
      closing = true
      await Promise.all([pool.end(), beside.end()])
    },
    transaction: (work, how) =>
      transact(pool, how?.readOnly ? 'begin isolation level repeatable read read only' : 'begin', work),
    aside: (work) => transact(beside, 'begin', work),
  }
}

async function transact<T>(pool: pg.Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(txOf(inTurn(client)))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((e: Error) => (broken = e))
    throw error
  } finally {
    client.release(broken)
  }
}

/** One connection answers one question at a time: what is asked meanwhile (by Promise.all over rows) waits for its turn. */
function inTurn(client: pg.PoolClient): Client {
  let open = 0
  let last: Promise<unknown> = Promise.resolve()
  const leave = (): void => {
    open -= 1
  }
  const query = (question: pg.QueryConfig): Promise<pg.QueryResult> => {
    const ask = (): Promise<pg.QueryResult> => client.query(question)
    const mine = open === 0 ? ask() : last.then(ask, ask)
    open += 1
    last = mine
    void mine.then(leave, leave)
    return mine
  }
  return { query: query as Client['query'] }
}
