/** Two servers and a worker on one outside database, small; `npm run prove -- processes` runs it long. */
import { expect, test } from 'vitest'
import { processes } from '../bench/processes.ts'

test('two servers and a worker share one database: nothing acknowledged is lost or doubled when one is killed', async () => {
  const report = await processes({ rounds: 2, clients: 2 })
  expect(report).toMatchObject({ lost: 0, unseenByTheOther: 0, doubled: 0, withoutPlace: 0, verified: true })
  expect(report.acknowledged).toBeGreaterThan(20)
}, 180_000)
