/**
 * Before the first test: one throw-away PostgreSQL for the run and in it a migrated template database, from which every
 * test file takes its own copy (`freshDatabase` in database.ts) in about a tenth of a second. CUSTODIA_TEST_POSTGRES names
 * the package of another major version (`pg15`): `npm run prove -- pg15` tells all stories on it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findBrowser } from './chromium.ts'
import { type ClusterAddresses, preparedCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: ClusterAddresses
    /** The folder of the demonstration that the browser's tests copy (e2e/told.ts). */
    told: string
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const packageName = process.env.CUSTODIA_TEST_POSTGRES
  const [{ stop, ...addresses }] = await Promise.all([
    preparedCluster(packageName ? { packageName } : {}),
    // On a clean clone the browser is unpacked: here, not within the time that a test's preparation has. What is wrong with it, its tests say.
    findBrowser().catch(() => undefined),
  ])
  const told = await mkdtemp(join(tmpdir(), 'custodia-told-'))
  project.provide('cluster', addresses)
  project.provide('told', told)
  // The programs that tests start as anybody starts them share what was compiled: each on a folder of its own would compile everything anew.
  process.env.NODE_COMPILE_CACHE ??= join(told, 'compiled')
  return async () => {
    await stop()
    // Workers that end write what they compiled until the last moment.
    await rm(told, { recursive: true, force: true, maxRetries: 10 })
  }
}
