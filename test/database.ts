/** A database of its own for a test file, copied from the migrated template, with an address for each of the three roles. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { onDatabase } from '../src/platform/embedded.ts'
import type { ClusterAddresses } from './cluster.ts'

export interface FreshDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly readerUrl: string
  readonly name: string
  /** Ends what is still connected, and removes the database. */
  drop(): Promise<void>
}

/** `empty` gives one without our schema, for tests of the migrations themselves; `from` copies another than the template. */
export async function freshDatabase(
  options: { empty?: boolean; from?: string; cluster?: ClusterAddresses } = {},
): Promise<FreshDatabase> {
  // The test runner exists only inside a test run; the long suites bring a cluster of their own.
  const cluster = options.cluster ?? (await import('vitest')).inject('cluster')
  const name = `t_${randomBytes(8).toString('hex')}`
  const from = options.from ?? (options.empty ? 'template1' : cluster.template)
  await inMaintenance(cluster.ownerUrl, `create database ${name} template ${from} strategy file_copy`)
  return {
    name,
    ownerUrl: onDatabase(cluster.ownerUrl, name),
    appUrl: onDatabase(cluster.appUrl, name),
    readerUrl: onDatabase(cluster.readerUrl, name),
    drop: () => dropped(cluster.ownerUrl, name),
  }
}

/** An autovacuum worker in it belongs to the superuser, and only it may not be ended by the owner: it is done in a moment. */
async function dropped(ownerUrl: string, name: string, tries = 40): Promise<void> {
  try {
    await inMaintenance(ownerUrl, `drop database if exists ${name} with (force)`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501' || tries === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 250))
    await dropped(ownerUrl, name, tries - 1)
  }
}

async function inMaintenance(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: onDatabase(url, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
