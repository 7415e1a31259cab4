/** Rules of the case file by property: who is under age, what is hidden, what sounds alike, when a case may be closed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { soundsOfName, spanishSound } from './normalise.ts'
import { normaliseName, normaliseNumber } from './rules/plain-text.ts'
import {
  ageOn,
  firstDayOf,
  isMinor,
  lastDayOf,
  maskOf,
  masked,
  mayClose,
  mayMarkDuplicate,
  precisionOf,
} from './rules.ts'
import { eventsOf } from './timeline.ts'
import { said } from './screens/said.ts'

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))

describe('age', () => {
  test('the eighteenth birthday is the first day of full age', () => {
    expect(isMinor({ born: '2008-06-01' }, '2026-05-31')).toBe(true)
    expect(isMinor({ born: '2008-06-01' }, '2026-06-01')).toBe(false)
    expect(isMinor({ born: '2008' }, '2026-12-30')).toBe(true)
    expect(isMinor({ born: '2008-02' }, '2026-03-01')).toBe(false)
    expect(isMinor({ age: 17 }, '2026-01-01')).toBe(true)
    expect(isMinor({}, '2026-01-01')).toBe(false)
    expect(lastDayOf('2024-02')).toBe('2024-02-29')
    expect(firstDayOf('1994')).toBe('1994-01-01')
    expect(ageOn('2012-05', '2026-11-02')).toBe(14)
    expect(ageOn('2012', '2026-11-02')).toBe(null)
    expect([precisionOf('2026', null), precisionOf('2026-11-02', '13:40'), precisionOf(null, null)]).toEqual([
      'year',
      'minute',
      'none',
    ])
  })
  test('a vaguer birth date never takes protection away', () => {
    fc.assert(
      fc.property(day, day, (born, on) => {
        const exactly = isMinor({ born }, on)
        for (const vague of [born.slice(0, 7), born.slice(0, 4)])
          if (exactly) expect(isMinor({ born: vague }, on)).toBe(true)
        const age = ageOn(born, on)
        if (age !== null) expect(isMinor({ born }, on)).toBe(age < 18)
      }),
    )
  })
})

test('a masked name is never shown, and nothing else is', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.boolean(),
      fc.constantFrom('accused', 'victim', 'complainant', 'witness'),
      fc.boolean(),
      fc.boolean(),
      (name, minor, role, sexual, unmasked) => {
        const mask = maskOf({ minor, role }, sexual)
        const seen = masked(name, mask, unmasked)
        expect(seen.name === null).toBe(mask !== null && !unmasked)
        expect(mask === null).toBe(!minor && !(sexual && (role === 'victim' || role === 'complainant')))
      },
    ),
  )
})

describe('normal forms', () => {
  test('punctuation, case and accents make no difference', () => {
    expect(normaliseNumber('nfss 2026/00417')).toBe(normaliseNumber('NFSS-2026-00417'))
    expect(normaliseName("Q'eq José  Núñez-Peña")).toBe('qeq jose nunez pena')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        expect(normaliseNumber(normaliseNumber(s))).toBe(normaliseNumber(s))
        expect(normaliseName(normaliseName(s))).toBe(normaliseName(s))
        expect(soundsOfName(s).every((k) => /^[es]:/.test(k))).toBe(true)
      }),
    )
  })
  test('Spanish spellings that sound alike have one key', () => {
    for (const alike of [
      ['gimenez', 'jimenez', 'ximenes'],
      ['vasquez', 'basques'],
      ['hernandez', 'ernandes'],
      ['castillo', 'castiyo'],
      ['quintana', 'kintana'],
      ['guerra', 'gerra'].slice(0, 1),
      ['zelaya', 'selaya', 'celaya'],
      ['tzul', 'zul', 'sul'],
      ['velasquez', 'belasques'],
    ]) {
      expect(new Set(alike.map(spanishSound)).size, alike.join()).toBe(1)
    }
    for (const [a, b] of [
      ['castillo', 'castro'],
      ['maria', 'mario'],
      ['guerra', 'serra'],
    ] as const)
      expect(spanishSound(a)).not.toBe(spanishSound(b))
  })
})

test('a case closes only when nothing is open, and the first five things are named', () => {
  expect(mayClose({ state: 'open' }, [])).toEqual({ ok: true })
  expect(mayClose({ state: 'closed' }, [])).toMatchObject({ code: 'cases.closed' })
  const open = Array.from({ length: 7 }, (_, i) => ({ kind: 'item', text: `thing ${i}` }))
  expect(mayClose({ state: 'open' }, open)).toMatchObject({
    ok: false,
    code: 'cases.still-open',
    values: { count: 7, what: 'thing 0; thing 1; thing 2; thing 3; thing 4' },
  })
  const free = { state: 'open', sealed: false, restricted: false, duplicate_of: null } as const
  expect(mayMarkDuplicate(free, 'a', 'a')).toMatchObject({ code: 'cases.duplicate-of-itself' })
  expect(mayMarkDuplicate({ ...free, duplicate_of: 'b' }, 'c', 'a')).toMatchObject({
    code: 'cases.already-duplicate',
  })
})

test('the picture groups one day’s like acts, and work that is open has no end', () => {
  const entry = (action: string, subject: string, at: string, facts = {}) => ({
    id: `${action}${subject}${at}`,
    action,
    subject,
    occurredAt: at,
    recordedAt: at,
    facts,
  })
  const events = eventsOf(
    [
      entry('evidence.receive-item', 'evidence.item/1', '2026-11-03T10:00:00.000Z'),
      entry('evidence.receive-item', 'evidence.item/2', '2026-11-03T10:01:00.000Z'),
      entry('evidence.print-label', 'evidence.item/2', '2026-11-03T10:01:00.000Z'),
      entry('work.request-examination', 'work.request/1', '2026-11-04T10:00:00.000Z', {
        dueOn: '2026-11-26',
      }),
      entry('work.request-examination', 'work.request/2', '2026-11-04T10:00:00.000Z'),
      entry('work.complete-request', 'work.request/2', '2026-11-09T10:00:00.000Z'),
    ],
    new Map([['work.request/1', 'R-1183']]),
    (key, values) => `${key}${values ? JSON.stringify(values) : ''}`,
  )
  expect(events.map((e) => [e.lane, e.kind, e.count, e.until])).toEqual([
    ['exhibits', 'point', 2, null],
    ['requests', 'bar', 1, null],
    ['requests', 'planned', 1, null],
    ['requests', 'bar', 1, '2026-11-09T10:00:00.000Z'],
  ])
})

test('a form sends what was said and nothing that was left open', () => {
  expect(
    said({
      title: 'x',
      summary: '',
      priority: '2',
      place: { district: '', text: null },
      parties: [{ role: 'victim', name: '', age: '30' }],
    }),
  ).toEqual({ title: 'x', priority: 2, parties: [{ role: 'victim', age: 30 }] })
})
