/** The canonical form, held against the sentence of the standard: sorted members, ECMAScript's own text of every value. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, canonical, keysInOrder } from './canonical.ts'

/** RFC 8785, 3.2 as it reads, without regard to speed. */
function plainly(value: Json | undefined): string {
  if (value === undefined) return 'null'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((v: Json) => plainly(v)).join(',')}]`
  const members = Object.entries(value as { [key: string]: Json | undefined })
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([k, v]) => `${JSON.stringify(k)}:${plainly(v)}`).join(',')}}`
}

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '"', '\\', '\u0000', '\u001f', '\u007f', '\u2028', 'é', '😀', 'plain'),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), tie('value')),
  ),
})).value

test('any value has the bytes that the standard gives it, whatever was written before', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonical(value)).toBe(plainly(value))
    }),
    { numRuns: 500 },
  )
})

test('members of objects with as many keys are each sorted by their own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.string(), { minLength: 3, maxLength: 3 }), { minLength: 20, maxLength: 40 }),
      (lists) => {
        for (const keys of [...lists, ...lists])
          expect(keysInOrder(Object.fromEntries(keys.map((k) => [k, 1])))).toEqual(keys.toSorted())
      },
    ),
  )
})

test('what has no JSON form is refused', () => {
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 'a\ud800', '\udc00'])
    expect(() => canonical(wrong)).toThrow()
  expect(() => canonical({ ['\ud83d']: 1 })).toThrow()
})
