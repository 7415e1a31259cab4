/**
 * The demonstration, told once a run by whoever needs it first; every house of the browser's tests takes its own copy of the
 * database and of the folder. A copy takes a moment, the telling half a minute.
 */
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import pg from 'pg'
import { inject } from 'vitest'
import { fillDemo } from '../../src/app/demo.ts'
import { makeGround } from '../../src/app/ground.ts'
import type { Installation } from '../../src/app/installation.ts'
import { makeRegistry } from '../../src/app/registry.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDb } from '../../src/platform/db.ts'
import { onDatabase } from '../../src/platform/embedded.ts'
import { folderFiles } from '../../src/platform/files.ts'
import { ensureSealKey } from '../../src/platform/sealing.ts'
import { type FreshDatabase, freshDatabase } from '../database.ts'

const TOLD = 'custodia_told'
const CASES = 20

/** A database and, in `folder`, the keys and files of a demonstration of twenty cases. */
export async function copyOfTheDemonstration(folder: string): Promise<FreshDatabase> {
  const cluster = inject('cluster')
  const told = inject('told')
  const client = new pg.Client({ connectionString: onDatabase(cluster.ownerUrl, 'postgres') })
  await client.connect()
  try {
    // Let go with the connection, whatever happens.
    await client.query(`select pg_advisory_lock(hashtext('${TOLD}'))`)
    const there = await client.query('select from pg_database where datname = $1', [TOLD])
    if (there.rowCount === 0) {
      const made = await freshDatabase()
      await tell(made, told)
      await client.query(`alter database ${made.name} rename to ${TOLD}`)
    }
    const database = await freshDatabase({ from: TOLD })
    await cp(told, folder, { recursive: true })
    return database
  } finally {
    await client.end()
  }
}

async function tell(database: FreshDatabase, folder: string): Promise<void> {
  const registry = makeRegistry()
  const log = pino({ level: process.env.CUSTODIA_TEST_LOG ?? 'fatal' })
  const db = openDb({ connectionString: database.appUrl, max: 8 }, () => {})
  const house = { url: 'http://127.0.0.1', keysFolder: join(folder, 'keys'), demo: true, keyPassphrase: null }
  await mkdir(house.keysFolder, { recursive: true })
  const files = folderFiles(join(folder, 'files'))
  const ground = makeGround({ db, files, registry, log, clock: systemClock, house })
  await ensureSealKey(ground)
  const installation = { db, ground, registry, log, appUrl: database.appUrl } as Installation
  await fillDemo(installation, { cases: CASES, seed: 7 })
  await db.close()
}
