/** What a verification finds, and how it reads a database without holding it in memory. */
import type pg from 'pg'
import Cursor from 'pg-cursor'

export interface Problem {
  kind: string
  subject?: string
  entry?: string
  table?: string
  row?: string
  detail: string
}
export type Found = (problem: Problem) => void

const BATCH = 5_000

export async function* batches<Row>(client: pg.ClientBase, text: string): AsyncIterable<Row[]> {
  const cursor = client.query(new Cursor<Row & pg.QueryResultRow>(text))
  for (;;) {
    const rows = await cursor.read(BATCH)
    if (rows.length === 0) break
    yield rows
  }
  await cursor.close()
}
