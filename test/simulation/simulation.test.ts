/** A week of the simulation; `npm run prove -- simulation` tells months. */
import { expect, test } from 'vitest'
import { madeInstallation } from '../installation.ts'
import { simulate } from './simulate.ts'

test('a week of several people acting at once: each evening the records hold', async () => {
  const house = await madeInstallation()
  try {
    const report = await simulate(house, { seed: 11, days: 6, acts: 200 })
    expect(report.wrong).toEqual([])
    // It would prove little if nobody got anything done, or nobody was ever refused.
    expect(report.operations).toBeGreaterThan(30)
    expect(report.done).toBeGreaterThan(400)
    expect(report.refused).toBeGreaterThan(50)
  } finally {
    await house.close()
  }
}, 240_000)
