/** The job queue (graphile-worker, in the same PostgreSQL): a job commits with the act that asked for it. */
import { run, runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Json } from '#kernel/canonical.ts'
import type { Ground, Module } from '#platform/cx.ts'
import type { Logger } from 'pino'
import { queueLog } from './log.ts'

/** Its tables belong to the owner; the application's role is then let in. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ ready: boolean }>(
      `select to_regclass('graphile_worker._private_jobs') is not null as ready`,
    )
    if (rows[0]?.ready) return
    await runMigrations({ connectionString: ownerUrl })
    const { rows: roles } = await client.query(`select 1 from pg_roles where rolname = 'custodia_app'`)
    if (roles.length > 0) {
      await client.query(`grant usage on schema graphile_worker to custodia_app;
        grant all on all tables in schema graphile_worker to custodia_app; grant all on all sequences in schema graphile_worker to custodia_app;
        grant execute on all functions in schema graphile_worker to custodia_app`)
    }
  } finally {
    await client.end()
  }
}

export async function runJobs(
  ground: Ground,
  modules: readonly Module[],
  appUrl: string,
  log: Logger,
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
