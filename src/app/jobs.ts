/** The job queue (graphile-worker, in the same PostgreSQL): a job commits with the act that asked for it. */
import { availableParallelism } from 'node:os'
import { Logger, parseCronItems, run, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { sealReads, sealReadsTask } from '#identity/sealing-reads.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Ground, Module } from '#platform/cx.ts'
import { forgetNotices } from '#identity/store/notices.ts'
import { forgetAnswers } from '#platform/remembered.ts'
import { copyFiles, copyFilesTask } from '#platform/second-place.ts'
import type { Logger as Log } from 'pino'
import { queueLog } from './log.ts'
import { mailHeadTask, mailTasks } from './mail.ts'

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
    if ((await newestMigration(client)) === before && !(await isShut(client))) return
    const { rows: roles } = await client.query(`select 1 from pg_roles where rolname = 'custodia_app'`)
    if (roles.length > 0)
      await client.query(`grant usage on schema graphile_worker to custodia_app;
        grant all on all tables in schema graphile_worker to custodia_app; grant all on all sequences in schema graphile_worker to custodia_app;
        grant execute on all functions in schema graphile_worker to custodia_app`)
    // The library shuts its tables by row security to all but their owner; ours is let in by grants instead.
    await client.query(`do $$ declare t record; begin
      for t in select c.oid::regclass as name from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      loop execute format('alter table %s disable row level security', t.name); end loop; end $$`)
  } finally {
    await client.end()
  }
}

async function isShut(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity limit 1`,
  )
  return rows.length > 0
}

async function newestMigration(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('graphile_worker.migrations') is not null as there`,
  )
  if (!rows[0]?.there) return 0
  const newest = await client.query<{ id: number }>('select max(id) as id from graphile_worker.migrations')
  return newest.rows[0]?.id ?? 0
}

export interface Work {
  readonly ground: Ground
  readonly modules: readonly Module[]
  readonly appUrl: string
  readonly log: Log
  readonly smtpUrl?: string | undefined
  /** Only these tasks, such as recognition; else all. */
  readonly only?: readonly string[] | undefined
}
const CONCURRENCY = 2
/** What takes minutes and hours has a hand of its own, so that no message waits for a box of paper; `--only recognition` is this alone. */
const paper: ReadonlySet<string> = new Set([
  'archive.open-scans',
  'archive.recognition',
  'archive.move-masters',
  'archive.heal-files',
])
const isChosen = (task: string, only: readonly string[]): boolean =>
  only.some((word) => task.includes(word) || (word === 'recognition' && paper.has(task)))
const forgetTask = 'platform.forget-answers'
/** In UTC, one process of all of them: early morning in the Americas; the read log each minute. */
const daily = parseCronItems([
  { task: mailHeadTask, match: '0 12 * * *', options: { backfillPeriod: 0 } },
  { task: sealReadsTask, match: '* * * * *', options: { backfillPeriod: 0 } },
  // Custody that is late is asked after at both ends, within the hour.
  { task: 'evidence.ask-after', match: '5 * * * *', options: { backfillPeriod: 0 } },
  { task: 'portal.ask-after-kits', match: '15 * * * *', options: { backfillPeriod: 0 } },
  { task: 'observatory.make-due-batches', match: '20 9 * * *', options: { backfillPeriod: 86_400_000 } },
  { task: 'exchange.tell-partners', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'scenes.check-fixity', match: '40 7 * * *', options: { backfillPeriod: 0 } },
  { task: 'archive.check-cold', match: '50 7 * * *', options: { backfillPeriod: 0 } },
  { task: 'archive.move-masters', match: '35 * * * *', options: { backfillPeriod: 0 } },
  // Pages and scans that a worker left behind are taken up within the minute.
  { task: 'exchange.look-into-drop', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'archive.open-scans', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'archive.recognition', match: '* * * * *', options: { backfillPeriod: 0 } },
  // What stands in one place alone is written to the second one within the minute.
  { task: copyFilesTask, match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'archive.heal-files', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: forgetTask, match: '0 8 * * *', options: { backfillPeriod: 86_400_000 } },
])

export async function runJobs(work: Work): Promise<{ stop(): Promise<void> }> {
  const { ground, modules, appUrl, log, only } = work
  const taskList: Record<string, Task> = {}
  for (const module of modules) {
    for (const [name, task] of Object.entries(module.tasks ?? {}))
      taskList[name] = (payload) => task(ground, payload as Json)
  }
  for (const [name, task] of Object.entries(mailTasks(ground, work.smtpUrl)))
    taskList[name] = (payload) => task(payload as Json)
  taskList[forgetTask] = async () => {
    const forgotten = await forgetAnswers(ground)
    await forgetNotices(ground.db.direct, ground.now())
    log.info({ forgotten }, 'answers older than ninety days were forgotten')
  }
  taskList[copyFilesTask] = async () => void (await copyFiles(ground))
  taskList[sealReadsTask] = async () => void (await sealReads(ground))
  for (const name of Object.keys(taskList)) if (only && !isChosen(name, only)) delete taskList[name]
  const names = Object.keys(taskList)
  const hands = [
    { tasks: names.filter((name) => !paper.has(name)), concurrency: CONCURRENCY },
    // A machine that reads and does nothing else reads on every core that it has.
    { tasks: names.filter((name) => paper.has(name)), concurrency: only ? availableParallelism() : 1 },
  ].filter(({ tasks }) => tasks.length > 0)
  const working = await Promise.all(
    hands.map(({ tasks, concurrency }) =>
      startHand({
        appUrl,
        log,
        concurrency,
        taskList: Object.fromEntries(tasks.map((t) => [t, taskList[t] as Task])),
      }),
    ),
  )
  // What another worker left behind when it was ended is not waited for.
  for (const task of names.filter((name) => paper.has(name)))
    await ground.db.transaction((tx) => ground.queue(tx, task, {}, { key: task }))
  return { stop: async () => void (await Promise.all(working.map((hand) => hand.stop()))) }
}

type Task = (payload: unknown) => Promise<void>
async function startHand(of: {
  readonly appUrl: string
  readonly log: Log
  readonly concurrency: number
  readonly taskList: Readonly<Record<string, Task>>
}): Promise<{ stop(): Promise<void> }> {
  const { log, taskList, concurrency } = of
  const pool = new pg.Pool({ connectionString: of.appUrl, max: concurrency + 1 })
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
    parsedCronItems: daily.filter((item) => taskList[item.task]),
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
