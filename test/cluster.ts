/** A throw-away PostgreSQL with a migrated template in it; for a test run, and for the long suites that run without one. */
import pg from 'pg'
import { migrateJobs } from '../src/app/jobs.ts'
import { onDatabase, testCluster } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'

export interface ClusterAddresses {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly readerUrl: string
  readonly superUrl: string
  /** The migrated, empty database; nobody may be connected to it, or copies fail. */
  readonly template: string
}

const template = 'custodia_template'

/** `packageName` runs another major version, such as 'pg15'. */
export async function preparedCluster(
  options: { packageName?: string } = {},
): Promise<ClusterAddresses & { stop(): Promise<void> }> {
  const cluster = await testCluster(options)
  try {
    const client = new pg.Client({ connectionString: onDatabase(cluster.ownerUrl, 'postgres') })
    await client.connect()
    await client.query(`create database ${template}`)
    await client.end()
    await migrate({ connectionString: onDatabase(cluster.ownerUrl, template) })
    await migrateJobs(onDatabase(cluster.ownerUrl, template))
    return { ...cluster, template }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
