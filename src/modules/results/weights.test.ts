/** Stories of the bench over HTTP: weights against the law of a day, and what a sample says of the whole. */
import { describe, expect, test } from 'vitest'
import { benchHouse, offenceOn } from '../../../test/bench-house.ts'
import * as bench from './examples.ts'

const house = benchHouse()
const { L, eugenio, seen, conclude } = house

describe('S-B10 drug law by date, weights against the limit', () => {
  const stated = async (on: string, gross: string, tare: string) => {
    const at = await bench.opened(L(), offenceOn(on))
    await bench.weighed(L(), at, [{ parcel: 1, gross, tare }])
    await bench.test(L(), at)
    return (await conclude(at, 'quantity')).body
  }
  test('S-B10 10.02 ± 0.05 g is reported “not shown above 10 g”', async () => {
    const said = await stated('2026-05-31', '14.88', '4.86')
    expect(said).toMatchObject({
      value: '10.020',
      uncertainty: '0.050',
      unit: 'g',
      decision: 'not-shown-above',
      says: 'Net weight 10.020 ± 0.050 g (0.022 lb), k = 2: not shown to be above 10 g.',
    })
  })
  test.each([
    ['10.05', 'not-shown-above'],
    ['10.06', 'above'],
    ['9.96', 'not-shown-above'],
    ['9.94', 'below'],
  ])('S-B10 the edges: %s g is %s', async (net, decision) => {
    const gross = (Number(net) + 4.86).toFixed(2)
    expect((await stated('2026-05-31', gross, '4.86')).decision).toBe(decision)
  })
  test('S-B10 the law of the day of the offence decides; of a month, its last day; of an unknown day, today', async () => {
    expect((await stated('2026-10-31', '19.86', '4.86')).says).toContain('above 10 g')
    expect((await stated('2026-11-01', '19.86', '4.86')).says).toContain('below 20 g')
    expect((await stated('2026-10', '19.86', '4.86')).says).toContain('above 10 g')
    expect((await stated('2026', '19.86', '4.86')).says).toContain('below 20 g')
    const at = await bench.opened(L(), { submission: { newCase: { title: 'Seizure', type: 'criminal' } } })
    await bench.weighed(L(), at, [{ parcel: 1, gross: '19.86', tare: '4.86' }])
    expect((await conclude(at, 'quantity')).body.says).toContain('below 20 g')
  })
  test('S-B10 several parcels: each reading of one balance carries its error; the budget says so', async () => {
    const at = await bench.opened(L(), offenceOn('2026-05-31'))
    await bench.weighed(
      L(),
      at,
      [1, 2, 3].map((parcel) => ({ parcel, gross: '5.00', tare: '1.00' })),
    )
    await bench.test(L(), at)
    const budget = (await eugenio().ask('results.uncertainty-budget', at.about)).body
    // six readings of u = 0.0125 g, one error in all of them: u = 0.075, U = 0.15
    expect(budget).toMatchObject({
      value: '12.00',
      uncertainty: '0.15',
      k: '2',
      readings: 6,
      standardUncertainty: '0.075',
      contributions: [{ source: 'balance', degreesOfFreedom: 'infinite' }],
      decisions: [{ limitValue: '10', decision: 'above' }],
    })
  })
  test('S-B10 a wrapping heavier than the whole, a parcel twice, two units: refused with the parcel named', async () => {
    const at = await bench.opened(L())
    const weigh = (parcels: unknown, unit = 'g') =>
      eugenio().tell('results.record-measurement', {
        ...at.about,
        equipment: at.section.balance,
        unit,
        parcels,
      })
    expect((await weigh([{ parcel: 2, gross: '1.0', tare: '1.1' }])).body.detail).toBe(
      'Parcel 2: the wrapping weighs more than the whole.',
    )
    const twice = [{ parcel: 1, gross: '2', tare: '1' }]
    expect((await weigh([...twice, ...twice])).body.code).toBe('results.parcel-twice')
    await weigh(twice)
    expect((await weigh(twice)).body.code).toBe('results.parcel-weighed')
    const [before] = (await seen(at.worksheet)).weighings
    expect((await weigh([{ parcel: 1, gross: '2.5', tare: '1', corrects: before.id }])).status).toBe(200)
    expect((await seen(at.worksheet)).weighings).toMatchObject([{ gross: '2.5', net: '1.5' }])
    await weigh([{ parcel: 2, gross: '900', tare: '1' }], 'mg')
    expect((await conclude(at, 'quantity')).body.code).toBe('results.units-mixed')
    expect((await weigh([{ parcel: 3, gross: '1e3', tare: '1' }])).status).toBe(400)
  })
})

describe('sampling', () => {
  test('answers as the published table, and chooses units that anybody can choose again', async () => {
    const at = await bench.opened(L())
    const plan = (population: number, fraction: string, confidence: string, seed?: string) =>
      eugenio().do('results.plan-sampling', {
        ...at.about,
        population,
        fraction,
        confidence,
        ...(seed ? { seed } : {}),
      })
    for (const [population, fraction, confidence, n] of [
      [10, '0.5', '0.95', 3],
      [50, '0.7', '0.95', 8],
      [100, '0.9', '0.95', 23],
      [1000, '0.9', '0.99', 43],
    ] as const)
      expect((await plan(population, fraction, confidence)).sampleSize).toBe(n)
    const [first, second] = [await plan(100, '0.9', '0.95', 'ab12'), await plan(100, '0.9', '0.95', 'ab12')]
    expect(first.units).toEqual(second.units)
    expect(new Set(first.units).size).toBe(23)
  })

  test('of a sample the identity says how much it shows of all; without the count it says nothing', async () => {
    const at = await bench.opened(L())
    await bench.examined(L(), at)
    await eugenio().do('results.plan-sampling', {
      ...at.about,
      population: 100,
      fraction: '0.9',
      confidence: '0.95',
    })
    const no = await conclude(at, 'identity')
    expect(no.body).toMatchObject({
      code: 'results.units-positive-missing',
      next: 'Count the units and write the number.',
    })
    expect((await conclude(at, 'identity', { unitsPositive: 24 })).status).toBe(409)
    expect((await conclude(at, 'identity', { unitsPositive: 23 })).body.says).toBe(
      'Cocaine was identified in 23 of 23 units, taken at random from 100. With 95 % confidence at least 90 of the 100 units hold it.',
    )
  })

  test('the weight of all from the weight of some needs a plan, and states k of Student', async () => {
    const at = await bench.opened(L(), offenceOn('2026-05-31'))
    await bench.weighed(
      L(),
      at,
      ['0.10', '0.12', '0.11', '0.13'].map((gross, n) => ({ parcel: n + 1, gross, tare: '0' })),
    )
    expect((await conclude(at, 'quantity', { extrapolateTo: 100 })).body.code).toBe(
      'results.whole-not-planned',
    )
    await eugenio().do('results.plan-sampling', {
      ...at.about,
      population: 100,
      fraction: '0.5',
      confidence: '0.9',
    })
    const said = (await conclude(at, 'quantity', { extrapolateTo: 100 })).body
    // balance: 8 readings of 0.0125 g plainly, times 25 = 2.5; sampling 0.632; together 2.579; many degrees of freedom: t = 2.025 of more than 100
    expect(said.says).toContain('Net weight 11.5 ± 5.3 g')
    expect(said.decision).toBe('not-shown-above')
  })
})

house.addsUp()
