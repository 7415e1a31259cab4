import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counterOf, mayNumberSo, mayRetire, plainNumbering, writeNumber, yearIn } from './rules.ts'
import { fill, maySay, placeholdersOf } from './template-text.ts'

test('the year begins at midnight where the laboratory is', () => {
  expect(yearIn('2027-01-01T03:00:00.000Z', 'America/Belize')).toBe('2026')
  expect(yearIn('2027-01-01T06:00:00.000Z', 'America/Belize')).toBe('2027')
})

test('two different counts of one counter never give the same number, whatever the pattern', () => {
  const token = fc.constantFrom('{yyyy}', '{yy}', '{parent}', '{parent:tail}', '{unit}', '-', '/', 'NFSS')
  fc.assert(
    fc.property(
      fc.array(token, { maxLength: 5 }),
      fc.constantFrom('{n}', '{000}', '{00000}'),
      fc.integer({ min: 1, max: 2_000_000 }),
      fc.integer({ min: 1, max: 2_000_000 }),
      (parts, n, a, b) => {
        const pattern = [...parts, n].join('')
        expect(mayNumberSo({ pattern, reset: 'never', zone: 'UTC' }).ok).toBe(true)
        const write = (count: number) =>
          writeNumber(pattern, { year: '2026', n: count, unit: 'LAB', parent: 'NFSS-2026-00017' })
        expect(write(a) === write(b)).toBe(a === b)
      },
    ),
  )
})

test('a pattern that would give numbers twice, or means nothing, is refused with its reason', () => {
  expect(mayNumberSo({ pattern: 'NFSS-{00000}', reset: 'year', zone: 'UTC' })).toMatchObject({
    ok: false,
    code: 'catalogue.pattern-needs-year',
  })
  expect(mayNumberSo({ pattern: 'NFSS-{yyyy}', reset: 'year', zone: 'UTC' })).toMatchObject({
    code: 'catalogue.pattern-one-number',
  })
  expect(mayNumberSo({ pattern: '{n}-{month}', reset: 'never', zone: 'UTC' })).toMatchObject({
    code: 'catalogue.pattern-token',
    values: { token: 'month' },
  })
  expect(mayNumberSo({ pattern: '{n}', reset: 'never', zone: 'Belize' })).toMatchObject({
    code: 'catalogue.no-such-zone',
  })
  for (const numbering of Object.values(plainNumbering)) expect(mayNumberSo(numbering).ok).toBe(true)
})

test('items count per case, cases per year', () => {
  expect(writeNumber('{parent:tail}-{n}', { year: '2026', n: 3, parent: 'NFSS-2026-00417' })).toBe(
    '2026-00417-3',
  )
  expect(counterOf(plainNumbering.item, { year: '2026', parent: 'C-2026-00001' })).toEqual({
    scope: '|C-2026-00001',
    period: '',
  })
  expect(counterOf(plainNumbering.case, { year: '2026' })).toEqual({ scope: '|', period: '2026' })
})

test('a code ends once, and not before it begins', () => {
  expect(mayRetire({ valid_from: null, valid_until: null }, '2026-11-02').ok).toBe(true)
  expect(mayRetire({ valid_from: null, valid_until: '2026-11-01' }, '2026-11-02')).toMatchObject({
    code: 'catalogue.already-retired',
  })
  expect(mayRetire({ valid_from: '2027-01-01', valid_until: null }, '2026-11-02')).toMatchObject({
    code: 'catalogue.retired-before-begun',
  })
  expect(mayRetire(undefined, '2026-11-02')).toMatchObject({ code: 'catalogue.no-such-code-now' })
})

test('both languages of a statement ask for the same values, inside choices too', () => {
  expect(placeholdersOf('{n, plural, one {# of {of}} other {#}} {what}')).toEqual(['n', 'of', 'what'])
  expect(maySay({ en: 'Item {item}', es: 'Indicio {item}' }).ok).toBe(true)
  expect(maySay({ en: 'Item {item}', es: 'Indicio' })).toMatchObject({
    code: 'catalogue.placeholders-differ',
  })
  expect(maySay({ en: 'Item {item', es: 'Indicio' })).toMatchObject({ code: 'catalogue.not-icu' })
  expect(fill('Item {item}: {value} g', 'en', { item: '1' })).toBe('Item 1: [value] g')
})
