/** A handful of pairs; `npm run prove -- interleavings` races every pair, many times. */
import { expect, test } from 'vitest'
import { madeInstallation } from '../installation.ts'
import { interleave } from './interleave.ts'

test('two people at one thing at the same moment: it comes out as if one had come first', async () => {
  const house = await madeInstallation()
  try {
    const report = await interleave(house, { seed: 5, share: 4, times: 2 })
    expect(report.wrong).toEqual([])
    expect(report.contested).toBeGreaterThan(10)
  } finally {
    await house.close()
  }
}, 240_000)
