/** The amount of a specimen from its portions, by property: it lies among them, and portions that disagree give none. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOfPortions } from './portions.ts'

const rule = { uncertainty: '0.06', k: '2', portions: 2, agree: '0.05', least: '10' }

test('two portions give their mean with the uncertainty of the method, rounded together', () => {
  expect(amountOfPortions(['158', '162'], rule)).toEqual({
    ok: true,
    mean: '160',
    below: false,
    stated: { value: '160.0', uncertainty: '9.6' },
  })
  expect(amountOfPortions(['158'], rule)).toMatchObject({ ok: false, code: 'formats.portions.too-few' })
  expect(amountOfPortions(['150', '170'], rule)).toMatchObject({ ok: false, code: 'formats.portions.apart' })
  expect(amountOfPortions(['2', '5'], rule)).toMatchObject({ ok: true, below: true })
})

test('the mean lies between the portions, and no pair further apart than agreed gives an amount', () => {
  const figure = fc.integer({ min: 1_000, max: 50_000 }).map((n) => (n / 100).toFixed(2))
  fc.assert(
    fc.property(fc.array(figure, { minLength: 2, maxLength: 5 }), (values) => {
      const got = amountOfPortions(values, rule)
      const read = values.map(Number)
      const mean = read.reduce((a, b) => a + b, 0) / read.length
      const apart = (Math.max(...read) - Math.min(...read)) / mean
      if (Math.abs(apart - 0.05) < 1e-9) return
      expect(got.ok).toBe(apart < 0.05)
      if (got.ok) {
        expect(Number(got.mean)).toBeGreaterThanOrEqual(Math.min(...read) - 1e-9)
        expect(Number(got.mean)).toBeLessThanOrEqual(Math.max(...read) + 1e-9)
      }
    }),
  )
})
