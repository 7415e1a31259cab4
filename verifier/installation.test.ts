/** An export of a living installation, made by the product, holds for the second implementation of the format; and its proofs. */
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { exportLedger } from '../src/ledger/export.ts'
import { proofOfSubject } from '../src/ledger/proofs.ts'
import { onDatabase } from '../src/platform/embedded.ts'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from '../test/lab.ts'
import { tools } from './node-tools.mjs'
import { verifyFiles } from './run.mjs'

interface Report {
  ok: boolean
  entries: number
  rows: number
  problems: { kind: string; table?: string; detail: string }[]
}
let lab: Lab
let vkey: string
beforeAll(async () => {
  lab = await openLab()
  await lab.person('alice', ['analyst'])
  await lab.person('rosa', ['section-head'])
})
afterAll(() => lab.close())

async function exported(): Promise<string> {
  let text = ''
  for await (const line of exportLedger(lab.ground, { leaves: 0, rows: 0, checkpoints: 0 })) text += line
  vkey = (
    await lab.db.direct.one<{ value: string }>(sql`select value from platform.setting where key = 'log-vkey'`)
  ).value
  return text
}
async function check(name: string, text: string): Promise<Report> {
  const bytes = Buffer.from(text)
  return (await verifyFiles(
    tools,
    [
      {
        name,
        begin: bytes.subarray(0, 64),
        bytes: async () => bytes,
        async *chunks() {
          yield bytes
        },
      },
    ],
    { vkey },
  )) as Report
}

test('an export of a living installation holds', async () => {
  const report = await check('ledger.ndjson', await exported())
  expect(report.problems).toEqual([])
  expect(report.entries).toBeGreaterThan(10)
  expect(report.rows).toBeGreaterThan(10)
})

test('a proof that the product made holds', async () => {
  const text = await exported()
  expect(text.length).toBeGreaterThan(1_000)
  const { text: proof } = await proofOfSubject(
    lab.ground,
    `identity.person/${lab.people.get('alice')?.id as string}`,
  )
  expect((await check('alice.tlog-proof', proof)).problems).toEqual([])
})

test('a row that a superuser changed behind the ledger is named', async () => {
  const { rows } = await lab.db.pool.query<{ name: string }>('select current_database() as name')
  const superuser = new pg.Client({
    connectionString: onDatabase(inject('cluster').superUrl, rows[0]?.name as string),
  })
  await superuser.connect()
  await superuser.query(
    `set session_replication_role = replica; update identity.person set name = name || 'x'`,
  )
  await superuser.end()
  const report = await check('ledger.ndjson', await exported())
  expect([...new Set(report.problems.map((p) => `${p.kind} ${p.table ?? ''}`))]).toEqual([
    'row-changed identity.person',
  ])
})
