/** Workers that open and read paper are killed in the midst of it, small; `npm run prove -- recognition-line` runs it with 10,000 pages. */
import { expect, test } from 'vitest'
import { recognitionLine } from '../bench/recognition-line.ts'

test('pages in are pages read and pages set aside, whichever workers are killed in the midst of it', async () => {
  const report = await recognitionLine({ pages: 20, perScan: 10, workers: 2, kills: 2, seed: 7 })
  expect(report).toMatchObject({
    pagesKept: 20,
    read: 20,
    pagesSetAside: 0,
    scansSetAside: 1,
    waiting: 0,
    adds: true,
    verified: true,
  })
  expect(report.kills).toBeGreaterThan(0)
}, 300_000)
