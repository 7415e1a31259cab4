/**
 * Before the first test: one throw-away PostgreSQL for the run and in it a migrated template database, from which every
 * test file takes its own copy (`freshDatabase` in database.ts) in about a tenth of a second.
 */
import pg from 'pg'
import { onDatabase, testCluster } from '../src/platform/embedded.ts'
import { migrateJobs } from '../src/app/jobs.ts'
import { migrate } from '../src/platform/migrate.ts'
import type { TestProject } from 'vitest/node'

export interface ClusterAddresses {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly readerUrl: string
  readonly superUrl: string
  /** The migrated, empty database; nobody may be connected to it, or copies fail. */
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: ClusterAddresses
  }
}

export const template = 'custodia_template'

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...addresses } = await testCluster()
  try {
    const client = new pg.Client({ connectionString: onDatabase(addresses.ownerUrl, 'postgres') })
    await client.connect()
    await client.query(`create database ${template}`)
    await client.end()
    await migrate({ connectionString: onDatabase(addresses.ownerUrl, template) })
    await migrateJobs(onDatabase(addresses.ownerUrl, template))
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('cluster', { ...addresses, template })
  return stop
}
