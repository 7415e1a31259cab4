/** The one line to PostgreSQL: pools, transactions and prepared statements; sets how each type arrives (see `types`). */
import pg from 'pg'
import type { Sql, Statement } from './sql.ts'

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
  /** All rows. With `plan: 'kept'` by one plan whatever the values, where the planner would think anew for longer than the statement takes. */
  many<Row>(query: Sql, how?: { plan: 'kept' }): Promise<Row[]>
  /** The row or undefined. */
  maybe<Row>(query: Sql): Promise<Row | undefined>
  /** Exactly one row; anything else is a defect. */
  one<Row>(query: Sql): Promise<Row>
  /** The number of rows touched. */
  run(query: Sql): Promise<number>
  /**
   * Sends a statement on whose answer nothing depends; the promise is kept once it is on its way, and the next one is made while PostgreSQL is still at this one.
   * That it failed, or touched another number of rows than `expects` allows, ends the act before the commit as if it had been waited for.
   */
  send(query: Statement, expects?: (rows: number) => void): Promise<void>
}

type Client = Pick<pg.ClientBase, 'query'>

/** What was sent and not waited for: the first that failed, and the answers that must be seen before the commit. */
interface Sent {
  failed: Error | undefined
  readonly expected: Promise<void>[]
}

function txOf(client: Client, sent?: Sent): Tx {
  const ask = async (query: Statement): Promise<pg.QueryResult> => {
    const text = query.text
    const name = nameOf(text)
    return client.query({ text, values: query.values as unknown[], ...(name ? { name } : {}) })
  }
  return {
    many: async <Row>(query: Sql, how?: { plan: 'kept' }) => {
      if (!how) return (await ask(query)).rows as Row[]
      unheard(client.query('set local plan_cache_mode = force_generic_plan'))
      const asked = ask(query)
      unheard(client.query('set local plan_cache_mode = auto'))
      return (await asked).rows as Row[]
    },
    maybe: async <Row>(query: Sql) => (await ask(query)).rows[0] as Row | undefined,
    one: async <Row>(query: Sql) => {
      const { rows } = await ask(query)
      if (rows.length !== 1)
        throw new Error(`Defect: one row expected, ${rows.length} came: ${query.text.slice(0, 80)}`)
      return rows[0] as Row
    },
    run: async (query: Sql) => (await ask(query)).rowCount ?? 0,
    async send(query, expects) {
      if (!sent) throw new Error('Defect: outside a transaction every statement is waited for')
      const answered = ask(query).then((result) => expects?.(result.rowCount ?? 0))
      answered.catch((error: Error & { code?: string }) => {
        // What follows a failure is refused for that reason alone.
        if (error.code !== ABORTED) sent.failed ??= error
      })
      if (expects) sent.expected.push(answered)
    },
  }
}
const ABORTED = '25P02'
/** If it fails, what was asked beside it fails too, and that is heard. */
const unheard = (asked: Promise<unknown>): void => void asked.catch(() => {})

export interface Db {
  readonly pool: pg.Pool
  /** Commits what `work` returns; any error rolls everything back. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
  /** The same on connections kept for it: an act that holds one of the others never waits for a second of the same kind. */
  aside<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A single statement outside a transaction. */
  readonly direct: Tx
  /** A line of its own for who reads whole tables by cursors: a cursor cannot share one on which questions follow each other unanswered. Whoever opens it ends it. */
  alone(): Promise<pg.Client>
  close(): Promise<void>
}

/** `settings`: more of PostgreSQL's, such as `-c work_mem=64MB`, for every connection of these pools. */
export function openDb(connection: pg.PoolConfig, onError: (error: Error) => void, settings = ''): Db {
  const options = `-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000 -c jit=off ${settings}`
  // What is asked goes out at once, behind what was asked before it: PostgreSQL answers in order, and nobody waits between.
  const pool = new pg.Pool({ max: 12, ...connection, options, pipeline: true })
  const beside = new pg.Pool({ ...connection, max: 2, options, pipeline: true })
  let closing = false
  // A client that the pool let go of hears of the server's end before its own: that is no loss.
  const lost = (error: Error): void => {
    if (!closing) onError(error)
  }
  for (const one of [pool, beside]) {
    one.on('error', lost)
    // Cut in the middle of an act: its statements are refused with the reason. Nobody else listening, Node would end the process.
    one.on('connect', (client) => client.on('error', lost))
  }
  return {
    pool,
    direct: txOf(pool as unknown as Client),
    close: async () => {
      closing = true
      await Promise.all([pool.end(), beside.end()])
    },
    transaction: (work, how) => (how?.readOnly ? reading(pool, work) : transact(pool, work)),
    aside: (work) => transact(beside, work),
    alone: async () => {
      const client = new pg.Client({ ...connection, options })
      client.on('error', onError)
      await client.connect()
      return client
    },
  }
}

/** The beginning travels with the first statement; the commit is waited for, with everything that was sent before it. */
async function transact<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const sent: Sent = { failed: undefined, expected: [] }
  let broken: Error | undefined
  try {
    const begun = begin(client, 'begin')
    const result = await work(txOf(client, sent))
    await begun
    await Promise.all(sent.expected)
    // PostgreSQL answers in order: once the commit is answered, so is all that was sent; of an act that failed it makes a rollback.
    const { command } = await client.query('commit')
    if (sent.failed !== undefined) throw sent.failed
    if (command !== 'COMMIT') throw new Error(`Defect: the commit was answered by ${command}`)
    return result
  } catch (error) {
    await client.query('rollback').catch((e: Error) => (broken = e))
    throw sent.failed ?? error
  } finally {
    client.release(broken)
  }
}

/** What only reads has its answer before the end of the transaction: there is nothing that its commit could lose. */
async function reading<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const begun = begin(client, 'begin isolation level repeatable read read only')
    const result = await work(txOf(client))
    await begun
    return result
  } finally {
    client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
  }
}

/** Awaited by the caller, but later: until then its failing is not unheard. */
function begin(client: pg.PoolClient, text: string): Promise<unknown> {
  const begun = client.query(text)
  unheard(begun)
  return begun
}
