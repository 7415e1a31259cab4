/** Rounded sums, by property: few are none, the rest is near; and no two conditions tell of fewer than five people. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BASE, blurred, inGroups, rounded } from './rounding.ts'

const key = fc.integer({ min: 0, max: 4_294_967_295 })
const there = fc.uniqueArray(
  fc.record({ value: fc.string({ minLength: 1, maxLength: 3 }), n: fc.integer({ min: 1, max: 12 }) }),
  { selector: (v) => v.value, maxLength: 12 },
)

describe('rounded sums', () => {
  it('whoever is counted, fewer than five are none, and the rest is a multiple of five less than five away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), key, (n, k) => {
        const shown = rounded(n, k)
        expect(shown % BASE).toBe(0)
        expect(Math.abs(shown - n)).toBeLessThan(BASE)
        if (n < BASE) expect(shown).toBe(0)
      }),
    )
  })

  it('a weight or a median of a group of one is not told, and of many only roughly', () => {
    expect(blurred('123.456', 1)).toBe(null)
    expect(blurred('123.456', 4)).toBe(null)
    expect(blurred('123.456', 5)).toBe('120')
    expect(blurred('0.0347', 9)).toBe('0.035')
    expect(blurred(null, 9)).toBe(null)
  })

  it('two conditions on the same people differ by five of them at least, or by nobody', () => {
    fc.assert(
      fc.property(there, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.boolean()), (all, a, b) => {
        const asked = (coin: IterableIterator<boolean>): string[] =>
          inGroups(
            all.filter(() => coin.next().value === true).map((v) => v.value),
            all,
          )
        const [one, other] = [asked(a), asked(b)]
        const apart = all
          .filter((v) => one.includes(v.value) !== other.includes(v.value))
          .reduce((sum, v) => sum + v.n, 0)
        const whole = all.reduce((sum, v) => sum + v.n, 0)
        expect(apart === 0 || apart >= BASE || whole < BASE).toBe(true)
      }),
    )
  })
})
