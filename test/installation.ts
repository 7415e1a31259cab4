/** A whole installation on a database of its own, as the programs open it, but inside the test run's cluster and under a made clock. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { makeGround } from '../src/app/ground.ts'
import type { Installation } from '../src/app/installation.ts'
import { makeRegistry } from '../src/app/registry.ts'
import { type MadeClock, madeClock } from '../src/platform/clock.ts'
import { loadConfig } from '../src/platform/config.ts'
import { openDb } from '../src/platform/db.ts'
import { folderFiles } from '../src/platform/files.ts'
import type { ClusterAddresses } from './cluster.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

process.env.CUSTODIA_TEST_CHEAP_SECRETS = '1'

export interface MadeInstallation extends Installation {
  readonly clock: MadeClock
  readonly database: FreshDatabase
}

export async function madeInstallation(
  options: {
    start?: string
    demo?: boolean
    log?: Installation['log']
    cluster?: ClusterAddresses
    env?: Record<string, string>
  } = {},
): Promise<MadeInstallation> {
  const database = await freshDatabase(options.cluster ? { cluster: options.cluster } : {})
  const folder = await mkdtemp(join(tmpdir(), 'custodia-made-'))
  const config = loadConfig({
    CUSTODIA_DATA: folder,
    CUSTODIA_LOG: 'fatal',
    CUSTODIA_PORT: '0',
    ...options.env,
  })
  const clock = madeClock(options.start ?? '2026-11-02T14:00:00.000Z')
  const registry = makeRegistry()
  const log = options.log ?? pino({ level: process.env.CUSTODIA_TEST_LOG ?? 'fatal' })
  const db = openDb({ connectionString: database.appUrl, max: 6 }, () => {})
  const ground = makeGround({
    db,
    files: folderFiles(join(folder, 'files')),
    registry,
    log,
    clock,
    house: {
      url: 'http://lab.test',
      keysFolder: join(folder, 'keys'),
      demo: options.demo ?? false,
      keyPassphrase: null,
    },
  })
  return {
    config,
    clock,
    database,
    registry,
    log,
    db,
    ground,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    listensAt: (port) => `http://127.0.0.1:${port}`,
    async close() {
      await db.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
