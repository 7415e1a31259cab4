/** The oldest PostgreSQL that we promise: three days of the simulation on it; `npm run prove -- pg15` tells all stories there. */
import { expect, test } from 'vitest'
import { preparedCluster } from './cluster.ts'
import { madeInstallation } from './installation.ts'
import { simulate } from './simulation/simulate.ts'

test('the main job runs and verifies on PostgreSQL 15', async () => {
  const cluster = await preparedCluster({ packageName: 'pg15' })
  try {
    const house = await madeInstallation({ cluster })
    const { rows } = await house.db.pool.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    )
    expect(rows[0]?.version).toMatch(/^15/)
    const report = await simulate(house, { seed: 4, days: 3, acts: 200 })
    expect(report.wrong).toEqual([])
    expect(report.done).toBeGreaterThan(100)
    await house.close()
  } finally {
    await cluster.stop()
  }
}, 180_000)
