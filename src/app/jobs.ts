/** The job queue (graphile-worker, in the same PostgreSQL): a job commits with the act that asked for it. */
import { Logger, run, runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Json } from '#kernel/canonical.ts'
import type { Ground, Module } from '#platform/cx.ts'
import type { Logger as Log } from 'pino'
import { queueLog } from './log.ts'

/**
 * Its tables belong to the owner; the application's role is then let in. Under the lock of our own migrations: several
 * servers may start at once.
 */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7236583)')
    const before = await newestMigration(client)
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
    if ((await newestMigration(client)) === before) return
    const { rows: roles } = await client.query(`select 1 from pg_roles where rolname = 'custodia_app'`)
    if (roles.length > 0)
      await client.query(`grant usage on schema graphile_worker to custodia_app;
        grant all on all tables in schema graphile_worker to custodia_app; grant all on all sequences in schema graphile_worker to custodia_app;
        grant execute on all functions in schema graphile_worker to custodia_app`)
  } finally {
    await client.end()
  }
}

async function newestMigration(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('graphile_worker.migrations') is not null as there`,
  )
  if (!rows[0]?.there) return 0
  const newest = await client.query<{ id: number }>('select max(id) as id from graphile_worker.migrations')
  return newest.rows[0]?.id ?? 0
}

export async function runJobs(
  ground: Ground,
  modules: readonly Module[],
  appUrl: string,
  log: Log,
  concurrency = 2,
): Promise<{ stop(): Promise<void> }> {
  const taskList: Record<string, (payload: unknown) => Promise<void>> = {}
  for (const module of modules) {
    for (const [name, work] of Object.entries(module.tasks ?? {}))
      taskList[name] = (payload) => work(ground, payload as Json)
  }
  const pool = new pg.Pool({ connectionString: appUrl, max: concurrency + 1 })
  let ended = false
  const lost = (error: Error): void => {
    if (!ended) log.warn({ err: error }, 'the job queue lost a connection')
  }
  pool.on('error', lost).on('connect', (client) => client.on('error', lost))
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    parsedCronItems: [],
    logger: queueLog(log),
  })
  return {
    stop: async () => {
      ended = true
      await runner.stop().catch((error: unknown) => log.warn({ err: error }, 'the job queue ended late'))
      await pool.end()
    },
  }
}
