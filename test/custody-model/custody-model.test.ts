/** Some lives of things against the reference model; `npm run prove -- custody-model` tells thousands. */
import { expect, test } from 'vitest'
import { madeInstallation } from '../installation.ts'
import { custodyModel } from './custody-model.ts'

test('after every act of several people, the product and the reference model of custody say the same', async () => {
  const house = await madeInstallation()
  try {
    const report = await custodyModel(house, { seed: 5, runs: 30, steps: 24 })
    expect(report.wrong).toEqual([])
    // It would prove little if nothing got done, nothing was refused, or some act never happened.
    expect(report.done).toBeGreaterThan(100)
    expect(report.refused).toBeGreaterThan(100)
    expect(report.kinds).toBeGreaterThan(16)
  } finally {
    await house.close()
  }
}, 240_000)
