/**
 * What waited in the job queue, in a copy: one line of JSON a job, in the queue's own public words (task, payload, key …) and
 * not its tables, which belong to the library and change with it. A job that was being done when the copy was made waits
 * again after it comes back: tasks look first whether their work was done.
 */
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import pg from 'pg'

interface Job {
  readonly task: string
  readonly payload: unknown
  readonly queue: string | null
  readonly runAt: string
  readonly attempts: number
  readonly mostAttempts: number
  readonly lastError: string | null
  readonly key: string | null
  readonly priority: number
  readonly flags: readonly string[] | null
}

/** In the caller's transaction: of the same moment as the tables. Answers how many. */
export async function keepJobs(client: pg.Client, path: string): Promise<number> {
  const { rows } = await client.query<Job>(`
    select t.identifier as task, j.payload, q.queue_name as queue, j.run_at as "runAt", j.attempts, j.max_attempts as "mostAttempts",
           j.last_error as "lastError", j.key, j.priority, (select array_agg(f) from jsonb_object_keys(j.flags) f) as flags
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id`)
  await writeFile(path, rows.map((job) => `${JSON.stringify(job)}\n`).join(''))
  return rows.length
}

/** All or none of them; the tries that they have behind them are theirs still. */
export async function bringJobsBack(ownerUrl: string, path: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    await client.query('begin')
    for await (const line of createInterface({ input: createReadStream(path) })) {
      const job = JSON.parse(line) as Job
      const { rows } = await client.query<{ id: string }>(
        `select id from graphile_worker.add_job($1, $2::json, queue_name := $3, run_at := $4::timestamptz,
           max_attempts := $5, job_key := $6, priority := $7, flags := $8)`,
        [
          job.task,
          JSON.stringify(job.payload),
          job.queue,
          job.runAt,
          job.mostAttempts,
          job.key,
          job.priority,
          job.flags,
        ],
      )
      await client.query(
        'update graphile_worker._private_jobs set attempts = $2, last_error = $3 where id = $1',
        [rows[0]?.id, job.attempts, job.lastError],
      )
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}
