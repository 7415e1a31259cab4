/** kill -9, small; `npm run prove -- crash` runs it long. */
import { expect, test } from 'vitest'
import { crash } from '../bench/crash.ts'

test('what was acknowledged survives kill -9 of the server, once, with every file whole, and the ledger verifies', async () => {
  const report = await crash({ rounds: 2, clients: 4, seed: 7 })
  expect(report).toMatchObject({ lost: 0, doubled: 0, filesLost: 0, halfFiles: 0, verified: true })
  expect(report.acknowledged).toBeGreaterThan(20)
  expect(report.files).toBeGreaterThan(0)
}, 120_000)

test('the same with files in an S3-compatible store', async () => {
  const report = await crash({ rounds: 1, clients: 3, seed: 3, bucket: true })
  expect(report).toMatchObject({ lost: 0, doubled: 0, filesLost: 0, verified: true })
  expect(report.files).toBeGreaterThan(0)
}, 120_000)
