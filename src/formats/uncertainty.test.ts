import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type WeighingQuestion,
  type WeighingResult,
  decideAgainstLimit,
  weighingUncertainty,
} from './uncertainty.ts'

const result = (q: WeighingQuestion): WeighingResult => {
  const r = weighingUncertainty(q)
  if (!r.ok) throw new Error(r.code)
  return r
}
const balance = { standardUncertainty: '0.01', readings: 'independent' as const }

describe('weighing', () => {
  test('one parcel by difference: two readings, u = √2·u_b, U = 2u', () => {
    const r = result({ parcels: [{ gross: '12.50', tare: '2.48' }], unit: 'g', balance })
    expect(r).toMatchObject({
      value: '10.02',
      standardUncertainty: '0.014142135624',
      expandedUncertainty: '0.028284271247',
      effectiveDegreesOfFreedom: 'infinite',
      readings: 2,
    })
    expect(r.stated).toEqual({ value: '10.020', uncertainty: '0.029', unit: 'g', k: '2' }) // rounded up: 0.0283 must not become 0.028
  })

  test('nine parcels: √18·u_b where independent, 18·u_b where the balance errs the same way each time', () => {
    const parcels = Array.from({ length: 9 }, () => ({ gross: '1.30', tare: '0.20' }))
    expect(result({ parcels, unit: 'g', balance })).toMatchObject({
      value: '9.9',
      standardUncertainty: '0.042426406871',
    })
    expect(result({ parcels, unit: 'g', balance: { ...balance, readings: 'common' } })).toMatchObject({
      value: '9.9',
      standardUncertainty: '0.18',
      expandedUncertainty: '0.36',
    })
  })

  test('four of a hundred wraps weighed: worked by hand', () => {
    // read to 0.001 g, nets 0.100 0.120 0.110 0.130: mean 0.115, s² = 0.0005/3, N·s/√n·√(0.96) = 100·0.012909944/2·0.979795897 = 0.632455532
    const parcels = ['0.100', '0.120', '0.110', '0.130'].map((gross) => ({ gross, tare: '0' }))
    const r = result({
      parcels,
      unit: 'g',
      balance: { ...balance, standardUncertainty: '0.001', degreesOfFreedom: 50 },
      extrapolateTo: 100,
    })
    expect(r.value).toBe('11.5')
    expect(r.contributions).toEqual([
      { source: 'balance', standardUncertainty: '0.070710678119', degreesOfFreedom: '50' }, // 25·√8·0.001
      { source: 'sampling', standardUncertainty: '0.632455532034', degreesOfFreedom: '3' },
    ])
    expect(Number(r.standardUncertainty)).toBeCloseTo(Math.sqrt(0.4 + 0.005), 12)
    // u⁴ = 0.164025; 0.16/3 + 0.000025/50 = 0.0533338; ratio 3.075
    expect(r.effectiveDegreesOfFreedom).toBe('3')
    // three degrees of freedom: t = 3.31 takes the place of 2, and 3.31·0.63640 = 2.1065
    expect(r.stated).toEqual({ value: '11.5', uncertainty: '2.2', unit: 'g', k: '3.31' })
  })

  test('k is Student’s t of the effective degrees of freedom, and falls to 2.025 as they grow (GUM, table G.2)', () => {
    const k = (degreesOfFreedom: number): string =>
      result({ parcels: [{ gross: '1', tare: '0' }], unit: 'g', balance: { ...balance, degreesOfFreedom } }).k
    expect([1, 2, 4, 9, 10, 20, 24, 25, 30, 49, 50, 99, 100, 5_000].map(k)).toEqual([
      '13.97',
      '4.53',
      '2.87',
      '2.32',
      '2.28',
      '2.13',
      '2.13',
      '2.11',
      '2.09',
      '2.06',
      '2.05',
      '2.05',
      '2.025',
      '2.025',
    ])
  })

  test('the decimals are exact: 0.1 + 0.2 is 0.3', () => {
    expect(
      result({
        parcels: [
          { gross: '0.1', tare: '0' },
          { gross: '0.2', tare: '0' },
        ],
        unit: 'g',
        balance,
      }).value,
    ).toBe('0.3')
  })

  test('a scale read to 0.01 g is no better than 0.01 g, whatever its budget says', () => {
    const read = weighingUncertainty({
      parcels: [{ gross: '1.23', tare: '0.34' }],
      unit: 'g',
      balance: { standardUncertainty: '0.0007', readings: 'independent' },
    })
    // Half a step, evenly likely: 0.01/√12 a reading, two readings, k = 2.
    expect(read).toMatchObject({
      standardUncertainty: '0.004082482905',
      stated: { value: '0.8900', uncertainty: '0.0082' },
    })
  })

  test('what cannot be weighed is refused with the parcel named', () => {
    const ask = (change: Partial<WeighingQuestion>) =>
      weighingUncertainty({ parcels: [{ gross: '1', tare: '0' }], unit: 'g', balance, ...change })
    expect(ask({ parcels: [] })).toMatchObject({ ok: false, code: 'formats.weighing.no-parcels' })
    expect(
      ask({
        parcels: [
          { gross: '1', tare: '0' },
          { gross: '1', tare: '1.1' },
        ],
      }),
    ).toMatchObject({ ok: false, code: 'formats.weighing.tare-above-gross', values: { parcel: 2 } })
    expect(ask({ parcels: [{ gross: '1e3', tare: '0' }] })).toMatchObject({
      ok: false,
      code: 'formats.weighing.not-a-weight',
    })
    expect(ask({ balance: { ...balance, standardUncertainty: '0' } })).toMatchObject({
      ok: false,
      code: 'formats.weighing.balance-uncertainty',
    })
    expect(ask({ extrapolateTo: 0 })).toMatchObject({ ok: false, code: 'formats.weighing.population' })
    expect(ask({ extrapolateTo: 10 })).toMatchObject({ ok: false, code: 'formats.weighing.one-is-no-sample' })
  })

  test('uncertainty never shrinks when another parcel is added, and the statement never says less than was found', () => {
    const weight = fc.integer({ min: 1, max: 10_000_000 }).map((m) => (m / 1000).toFixed(3))
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 20 }), weight, (grosses, more) => {
        const ask = (list: string[]) =>
          result({ parcels: list.map((gross) => ({ gross, tare: '0' })), unit: 'g', balance })
        const a = ask(grosses)
        const b = ask([...grosses, more])
        expect(Number(b.standardUncertainty)).toBeGreaterThan(Number(a.standardUncertainty))
        expect(Number(a.stated.uncertainty)).toBeGreaterThanOrEqual(Number(a.expandedUncertainty))
        expect(a.stated.uncertainty.split('.')[1]?.length).toBe(a.stated.value.split('.')[1]?.length)
      }),
    )
  })
})

describe('against a limit', () => {
  const decide = (
    value: string,
    U: string,
    rule: 'simple' | 'not-above-unless-whole-interval-above' = 'not-above-unless-whole-interval-above',
  ) => {
    const d = decideAgainstLimit({ value, U, limit: '10', unit: 'g', rule })
    if (!d.ok) throw new Error(d.code)
    return d
  }
  test('10.02 ± 0.05 g against 10 g is not shown above', () => {
    expect(decide('10.02', '0.05')).toMatchObject({
      outcome: 'not-shown-above',
      interval: { from: '9.97', to: '10.07' },
      guardBand: '0.05',
      acceptanceLimit: '10.05',
    })
  })
  test('the edges', () => {
    expect(decide('10.05', '0.05').outcome).toBe('not-shown-above') // the interval touches the limit: at the limit is not above
    expect(decide('10.0500000001', '0.05').outcome).toBe('above')
    expect(decide('9.95', '0.05').outcome).toBe('not-shown-above')
    expect(decide('9.94', '0.05').outcome).toBe('below')
    expect(decide('10.02', '0.05', 'simple').outcome).toBe('above')
    expect(decide('10', '0.05', 'simple').outcome).toBe('not-shown-above')
    const atLeast = (value: string) =>
      decideAgainstLimit({
        value,
        U: '0.05',
        limit: '10',
        unit: 'g',
        rule: 'not-above-unless-whole-interval-above',
        comparison: 'at-least',
      })
    expect(atLeast('10.05')).toMatchObject({ outcome: 'above' })
    expect(atLeast('10.04')).toMatchObject({ outcome: 'not-shown-above' })
  })
  test('figures that are not figures are refused', () => {
    expect(
      decideAgainstLimit({ value: '10,02', U: '0.05', limit: '10', unit: 'g', rule: 'simple' }),
    ).toMatchObject({ ok: false })
  })
  test('above is said only when the whole interval is above; a larger uncertainty never turns “not shown” into “above”', () => {
    const cents = fc.integer({ min: 1, max: 3_000 })
    fc.assert(
      fc.property(cents, cents, cents, (v, u, more) => {
        const t = (x: number): string => (x / 100).toFixed(2)
        const d = decide(t(v), t(u)).outcome
        expect(d === 'above').toBe(v - u > 1_000)
        expect(d === 'below').toBe(v + u < 1_000)
        if (d !== 'above') expect(decide(t(v), t(u + more)).outcome).not.toBe('above')
      }),
    )
  })
})
