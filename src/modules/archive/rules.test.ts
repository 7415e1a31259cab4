/** Rules of the archive by property: scores, counts, agreement, lots and their promise, search. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from '#formats/pages/laying.ts'
import { askedFor, hitsOn, termsOf } from '#formats/recognition/terms.ts'
import { endsOn } from '#kernel/forecast.ts'
import { acceptChance, drawFrom, planFor } from '#kernel/sampling.ts'
import { agreedForm, mayLeave, mayReconcile, scoreOf, tierOf } from './pages/rules.ts'
import { ear } from './pages/ear.ts'

const plan = { size: 1_000, sample: 80, accept: 2 }
test('S-B26 seeded errors in a lot are caught at the rate that the plan promises', () => {
  for (const bad of [5, 20, 40, 80]) {
    const promised = 1 - acceptChance(plan, bad)
    let caught = 0
    const lots = 2_000
    for (let lot = 0; lot < lots; lot += 1) {
      const seed = (BigInt(lot) * 0x9e3779b97f4a7c15n + BigInt(bad)).toString(16).padStart(16, '0').slice(-16)
      // The bad ones are the first: the draw knows nothing of that.
      if (drawFrom(seed, plan.size, plan.sample).filter((at) => at < bad).length > plan.accept) caught += 1
    }
    const spread = 4 * Math.sqrt((promised * (1 - promised)) / lots) + 0.002
    expect(Math.abs(caught / lots - promised), `${bad} bad`).toBeLessThan(spread)
  }
})
test('a draw has as many as asked, each once, and is drawn again by its seed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3_000 }),
      fc.integer({ min: 0, max: 3_000 }),
      fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      (size, n, s) => {
        const seed = s.toString(16).padStart(16, '0')
        const drawn = drawFrom(seed, size, Math.min(n, size))
        expect(new Set(drawn).size).toBe(Math.min(n, size))
        expect(drawn.every((at) => at >= 0 && at < size)).toBe(true)
        expect(drawFrom(seed, size, Math.min(n, size))).toEqual(drawn)
      },
    ),
  )
})
test('a plan never draws more than there is, and its row is the smallest that holds the lot', () => {
  const rows = [
    { code: 'a', quality: '1.0', lotTo: 150, letter: 'E', sample: 13, accept: 0 },
    { code: 'b', quality: '1.0', lotTo: 500, letter: 'H', sample: 50, accept: 1 },
  ]
  expect(planFor(rows, '1.0', 9)).toMatchObject({ sample: 9, accept: 0, reject: 1 })
  expect(planFor(rows, '1.0', 151)).toMatchObject({ sample: 50, accept: 1, letter: 'H' })
  expect(planFor(rows, '1.0', 501)).toBeUndefined()
})
test('counted is scanned for every file, or the batch does not pass', () => {
  const batch = { number: 'SB-1', state: 'received' as const, waiting: 0, quarantined: 0 }
  const file = fc.record({
    number: fc.constant('AF-1'),
    counted: fc.integer({ min: 0, max: 400 }),
    scanned: fc.integer({ min: 0, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 20 }), (files) => {
      expect(mayReconcile(batch, files).ok).toBe(files.every((f) => f.counted === f.scanned))
    }),
  )
})
test('pages belong to the cover before them, sheets are no pages, and nothing is lost', () => {
  const sheets = new Map([
    ['AS/1', { id: 's1', kind: 'cover' as const, file: 'a', document: null }],
    ['AS/2', { id: 's2', kind: 'separator' as const, file: 'a', document: 'notes' }],
    ['AS/3', { id: 's3', kind: 'cover' as const, file: 'b', document: null }],
  ])
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', '', 'AS/1', 'AS/2', 'AS/3'), { maxLength: 40 }), (sides) => {
      const pages = sides.map((code, i) => ({ place: i + 1, codes: code === '' ? [] : [code] }))
      const laid = layOut(pages, sheets, null)
      expect(laid.pages.length).toBe(sides.filter((s) => s === '').length)
      for (const p of laid.pages) {
        const before = sides.slice(0, p.place).findLast((s) => s !== '')
        expect(p.file).toBe(before === undefined ? null : before === 'AS/3' ? 'b' : 'a')
      }
    }),
  )
})
test('what two people key alike agrees whatever the capitals, blanks and order; in numbers whatever the punctuation', () => {
  expect(agreedForm('number', { values: ['DG 4471/98'] })).toBe(
    agreedForm('number', { values: ['dg-4471-98'] }),
  )
  expect(agreedForm('name', { values: ['Ana  Cus', 'José Peña'] })).toBe(
    agreedForm('name', { values: ['josé peña', 'ANA CUS'] }),
  )
  expect(agreedForm('name', { values: ['José'] })).not.toBe(agreedForm('name', { values: ['Jose'] }))
  expect(agreedForm('text', { values: [], absent: 'unknown' })).not.toBe(
    agreedForm('text', { values: [], absent: 'illegible' }),
  )
})
test('a number weighs more than names, another year speaks against, and a score stays between 0 and 100', () => {
  const cover = { numbers: ['1'], names: ['a', 'b', 'c'], on: '1998-05', type: 'drugs' }
  const all = scoreOf(cover, {
    type: 'drugs',
    on: '1998-05-14',
    openedOn: null,
    numbers: ['1'],
    names: [
      { text: 'a', exact: true },
      { text: 'b', exact: true },
    ],
  })
  expect(all.score).toBe(100)
  const name = scoreOf(cover, {
    type: null,
    on: '2011-01-01',
    openedOn: null,
    numbers: [],
    names: [{ text: 'a', exact: false }],
  })
  expect(name.score).toBe(0)
  expect(
    tierOf([{ code: 'c', caseTypes: [], standard: true, scan: 'when-asked', keep: false, years: 1 }], 'x'),
  ).toBe('c')
})
test('a number is found in any punctuation, and only its own words are marked', () => {
  const page = ['Exhibit', 'DG', '4471', '/', '2026', 'of', 'Teul']
  const terms = termsOf(page, ear)
  for (const q of ['DG-4471-2026', 'dg 4471 2026', '4471/2026'])
    expect(terms, q).toContain(askedFor(q, ear).number)
  expect(hitsOn(page, askedFor('DG-4471-2026', ear), new Set(), ear)).toEqual([1, 2, 3, 4])
})
test('paper that is kept for ever, young, held, asked for or not copied never leaves to be destroyed', () => {
  const tier = {
    code: 'c',
    caseTypes: [],
    standard: true,
    scan: 'when-asked' as const,
    keep: false,
    years: 10,
  }
  const free = {
    number: 'AF-1',
    state: 'in-box' as const,
    stage: 'accepted' as const,
    on: '1990',
    caseState: null,
    closedOn: null,
    holds: 0,
    requests: 0,
    pending: false,
    scanning: 0,
    beside: 0,
  }
  const may = (more: object, t: object = {}): boolean =>
    mayLeave({ ...free, ...more }, { ...tier, ...t }, 'destroy', '2026-11-02').ok
  expect(may({})).toBe(true)
  for (const more of [
    { stage: 'indexed' },
    { on: null },
    { on: '2017' },
    { holds: 1 },
    { requests: 1 },
    { caseState: 'open' },
    { state: 'out' },
    { pending: true },
  ])
    expect(may(more), JSON.stringify(more)).toBe(false)
  for (const t of [{ keep: true }, { years: null }]) expect(may({}, t)).toBe(false)
})
test('the end is counted in working days', () => {
  expect(endsOn('2026-11-06', 1_000, 1_000)).toBe('2026-11-09')
  expect(endsOn('2026-11-02', 5_000, 1_000)).toBe('2026-11-09')
})
