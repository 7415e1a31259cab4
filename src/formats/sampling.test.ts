import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseUnits, positivesShownBy, sampleSizeFor } from './sampling.ts'

const size = (population: number, fraction: string, confidence: string, allowedNegatives = 0): number => {
  const plan = sampleSizeFor({ population, fraction, confidence, allowedNegatives })
  if (!plan.ok) throw new Error(plan.code)
  return plan.sampleSize
}

describe('the table of the UNODC guideline', () => {
  const populations = [10, 20, 50, 100, 500, 1_000, 10_000]
  const known: Record<string, string[]> = {
    '0.95': ['3/5/8', '4/6/12', '4/8/19', '5/8/23', '5/9/28', '5/9/28', '5/9/29'],
    '0.99': ['4/6/9', '5/9/15', '6/11/26', '7/12/33', '7/13/41', '7/13/43', '7/13/44'],
  }
  for (const [confidence, row] of Object.entries(known)) {
    test(`${confidence}: all ${row.length * 3} sample sizes`, () => {
      expect(
        populations.map((N) => ['0.5', '0.7', '0.9'].map((k) => size(N, k, confidence)).join('/')),
      ).toEqual(row)
    })
  }
})

test('the plan agrees with a count of all samples of small seizures', () => {
  // Second way: enumerate every subset of a population that just misses the claim.
  const wrong = (N: number, D: number, n: number, r: number): number => {
    let hits = 0
    let all = 0
    for (let mask = 0; mask < 1 << N; mask += 1) {
      let taken = 0
      let negative = 0
      for (let i = 0; i < N; i += 1)
        if (mask & (1 << i)) {
          taken += 1
          if (i < D) negative += 1
        }
      if (taken === n) {
        all += 1
        if (negative <= r) hits += 1
      }
    }
    return hits / all
  }
  for (const N of [4, 7, 9, 11])
    for (const k of ['0.5', '0.75', '1'])
      for (const r of [0, 1]) {
        const plan = sampleSizeFor({ population: N, fraction: k, confidence: '0.9', allowedNegatives: r })
        const D = N - Math.ceil(Number(k) * N) + 1
        if (r >= D) {
          expect(plan.ok).toBe(false)
          continue
        }
        if (!plan.ok) throw new Error(plan.code)
        expect(wrong(N, D, plan.sampleSize, r)).toBeLessThanOrEqual(0.1 + 1e-12)
        if (plan.sampleSize > 1) expect(wrong(N, D, plan.sampleSize - 1, r)).toBeGreaterThan(0.1)
      }
})

test('more negatives, more confidence or a larger claim never need fewer units', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3_000 }),
      fc.integer({ min: 1, max: 98 }),
      fc.integer({ min: 50, max: 98 }),
      fc.integer({ min: 0, max: 3 }),
      (N, k, c, r) => {
        const text = (x: number): string => `0.${String(x).padStart(2, '0')}`
        const ask = (kk: number, cc: number, rr: number) =>
          sampleSizeFor({ population: N, fraction: text(kk), confidence: text(cc), allowedNegatives: rr })
        const plan = ask(k, c, r)
        if (!plan.ok) return
        expect(plan.sampleSize).toBeLessThanOrEqual(N)
        for (const harder of [ask(k + 1, c, r), ask(k, c + 1, r), ask(k, c, r + 1)])
          if (harder.ok) expect(harder.sampleSize).toBeGreaterThanOrEqual(plan.sampleSize)
        const shown = positivesShownBy({
          population: N,
          examined: plan.sampleSize,
          negatives: r,
          confidence: text(c),
        })
        expect(shown.ok && shown.atLeastPositive).toBeGreaterThanOrEqual(plan.atLeastPositive)
      },
    ),
    { numRuns: 300 },
  )
})

test('large consignments and patient plans are answered in good time', () => {
  const started = performance.now()
  expect(size(1_000_000, '1', '0.95')).toBe(950_000)
  expect(size(1_000_000, '0.5', '0.95')).toBe(5)
  expect(size(1_000_000, '0.99', '0.95', 50)).toBeGreaterThan(6_000)
  expect(
    positivesShownBy({ population: 1_000_000, examined: 5_000, negatives: 4_000, confidence: '0.99' }).ok,
  ).toBe(true)
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('what the examined units show: the table of the plan read backwards', () => {
  const shown = (population: number, examined: number, negatives: number, confidence = '0.95') => {
    const got = positivesShownBy({ population, examined, negatives, confidence })
    return got.ok ? got.atLeastPositive : got.code
  }
  expect(shown(100, 23, 0)).toBe(90)
  expect(shown(100, 22, 0)).toBeLessThan(90)
  expect(shown(100, 100, 3)).toBe(97)
  expect(shown(10, 1, 1)).toBe(0)
  expect(shown(10, 2, 0)).toBe(3) // C(2,2)/C(10,2) = 1/45 for two positives, 3/45 for three: three are shown, four are not
  expect(shown(10, 11, 0)).toBe('formats.sampling.examined')
  expect(shown(10_000, 5_001, 0)).toBe('formats.sampling.examined-too-many')
})

test('questions that have no answer are refused in words', () => {
  const ask = (change: object) =>
    sampleSizeFor({ population: 100, fraction: '0.5', confidence: '0.95', allowedNegatives: 0, ...change })
  expect(ask({ population: 0 })).toMatchObject({ ok: false, code: 'formats.sampling.population' })
  expect(ask({ population: 2.5 })).toMatchObject({ ok: false, code: 'formats.sampling.population' })
  expect(ask({ fraction: '1.1' })).toMatchObject({ ok: false, code: 'formats.sampling.fraction' })
  expect(ask({ fraction: '0' })).toMatchObject({ ok: false, code: 'formats.sampling.fraction' })
  expect(ask({ confidence: '1' })).toMatchObject({ ok: false, code: 'formats.sampling.confidence' })
  expect(ask({ allowedNegatives: 51 })).toMatchObject({ ok: false, code: 'formats.sampling.negatives' })
  expect(ask({ confidence: '95' })).toMatchObject({ ok: false, code: 'formats.sampling.confidence' })
  expect(ask({ fraction: '0.99', allowedNegatives: 2 })).toMatchObject({
    ok: false,
    code: 'formats.sampling.negatives-deny-the-claim',
  })
})

test('units are chosen by the published rule, again and again the same', () => {
  const chosen = chooseUnits(500, 28, 'NFSS-2026-0042')
  if (!chosen.ok) throw new Error(chosen.code)
  const byHand = Array.from({ length: 500 }, (_, i) => i + 1)
    .map((u) => [createHash('sha256').update(`NFSS-2026-0042:${u}`).digest('hex'), u] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .slice(0, 28)
    .map(([, u]) => u)
    .sort((a, b) => a - b)
  expect(chosen.units).toEqual(byHand)
  expect(chooseUnits(500, 28, 'NFSS-2026-0043')).not.toEqual(chosen)
  expect(chooseUnits(5, 5, 's')).toMatchObject({ units: [1, 2, 3, 4, 5] })
  expect(chooseUnits(100_001, 6, 's')).toMatchObject({ ok: false, code: 'formats.sampling.population' })
  expect(chooseUnits(5, 6, 's')).toMatchObject({ ok: false })
  expect(chooseUnits(5, 2, ' ')).toMatchObject({ ok: false, code: 'formats.sampling.seed' })
})

test('over many seeds every unit is taken about equally often', () => {
  const counts = Array.from({ length: 20 }, () => 0)
  for (let s = 0; s < 2_000; s += 1) {
    const chosen = chooseUnits(20, 5, `seed ${s}`)
    if (chosen.ok) for (const u of chosen.units) counts[u - 1] = (counts[u - 1] as number) + 1
  }
  const chiSquared = counts.reduce((sum, c) => sum + (c - 500) ** 2 / 500, 0)
  expect(chiSquared).toBeLessThan(43.8) // 0.1 % point of chi-squared with 19 degrees of freedom
})
