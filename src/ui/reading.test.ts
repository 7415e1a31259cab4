/** What a person types is read as meant or not at all; what is shown is written as Belize writes it; a form sends only answers. */
import { expect, test } from 'vitest'
import { readDate, readTime } from './DateFields.tsx'
import { csvOf } from './download.ts'
import { faultsOf, fieldsOf, sendable } from './fields.ts'
import { showDate, showInstant, showNumber, showSpan } from './show.ts'
import { en } from './texts.en.ts'
import { es } from './texts.es.ts'
import { setServiceZone } from '#kernel/calendar.ts'
import { makeSay } from '#kernel/say.ts'

setServiceZone('America/Belize')

const say = makeSay({ en }, 'en')

test.each([
  ['2/11/2026', '2026-11-02'],
  ['02.11.2026', '2026-11-02'],
  ['11/2026', '2026-11'],
  ['2026', '2026'],
  ['2026-11-02', '2026-11-02'],
  ['31/02/2026', undefined],
  ['13/2026', undefined],
  ['soon', undefined],
])('%s is read as %s', (typed, read) => {
  expect(readDate(typed)).toBe(read)
})
test.each([
  ['1420', '14:20'],
  ['9.05', '09:05'],
  ['24:00', undefined],
  ['12:61', undefined],
])('the time %s is read as %s', (typed, read) => {
  expect(readTime(typed)).toBe(read)
})

test('dates, instants, spans and measured numbers', () => {
  expect([showDate('2026-11-02'), showDate('2026-11'), showDate('2026')]).toEqual([
    '02/11/2026',
    '11/2026',
    '2026',
  ])
  // 02:30 UTC is still the evening before in Belize.
  expect(showInstant('2026-11-03T02:30:00.000Z')).toBe('02/11/2026 20:30')
  expect([showSpan(35 * 60_000), showSpan(130 * 60_000), showSpan(17 * 86_400_000)]).toEqual([
    '35 min',
    '2 h 10',
    '17 d',
  ])
  expect(showNumber('14200.500')).toBe('14,200.500')
})

test('a form finds what is missing, leaves blanks out, and keeps the three ways of not knowing apart', () => {
  const fields = [
    { key: 'seal', label: 'Seal', kind: 'text' as const, required: true },
    { key: 'gross', label: 'Gross', kind: 'quantity' as const, unit: 'g' },
    { key: 'owner', label: 'Owner', kind: 'text' as const, absent: true as const, required: true },
    { key: 'note', label: 'Note', kind: 'text' as const },
  ]
  expect(faultsOf(fields, { gross: { value: '1,x', unit: 'g' } }, say).map((f) => f.path)).toEqual([
    'seal',
    'gross',
    'owner',
  ])
  expect(faultsOf(fields, { seal: 'A1', owner: { absent: 'unknown' } }, say)).toEqual([])
  expect(
    sendable(fields, {
      seal: 'A1',
      gross: { value: '2.50', unit: 'g' },
      owner: { absent: 'unknown' },
      note: '',
    }),
  ).toEqual({ seal: 'A1', gross: { value: '2.50', unit: 'g' }, owner: { absent: 'unknown' } })
  expect(sendable(fields, { owner: { value: 'R. Castillo' } })).toEqual({ owner: { value: 'R. Castillo' } })
})

test('JSON Schema becomes fields', () => {
  const fields = fieldsOf(
    {
      required: ['colour'],
      properties: {
        colour: { type: 'string', enum: ['red', 'blue'] },
        on: { type: 'string', format: 'date' },
        weight: { type: 'object', 'x-unit': ['g', 'kg'] },
        sharp: { type: 'boolean' },
        parts: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
      },
    },
    say,
  )
  expect(fields.map((f) => [f.key, f.kind, f.required])).toEqual([
    ['colour', 'choice', true],
    ['on', 'date', false],
    ['weight', 'quantity', false],
    ['sharp', 'yes-no', false],
    ['parts', 'list', false],
  ])
})

test('a spreadsheet gets text, never a formula', () => {
  expect(
    csvOf(
      ['a', 'b'],
      [
        ['=1+1', 'x,"y"'],
        ['-2.5', '@me'],
        ["-1+cmd|' /C calc'!A0", '＝1'],
      ],
    ),
  ).toBe('\uFEFFa,b\r\n\'=1+1,"x,""y"""\r\n-2.5,\'@me\r\n\'-1+cmd|\' /C calc\'!A0,\'＝1\r\n')
})

test('every text of the kit can be said in both languages', () => {
  const [english, spanish] = [makeSay({ en }, 'en'), makeSay({ es }, 'es')]
  const values = {
    n: 2,
    centre: '40',
    width: '400',
    rows: '0.2',
    columns: '0.2',
    both: 1,
    of: 3,
    total: 9,
    done: 1,
    why: 'x',
    what: 'x',
    who: 'x',
    until: 'x',
    at: 'x',
    time: 'x',
    span: 'x',
    by: 'x',
    row: 'x',
    column: 'x',
    label: 'x',
    max: 1,
    q: 'x',
    text: 'x',
    act: 'x',
    up: 'x',
    down: 'x',
    value: 'x',
    expanded: 'x',
    unit: 'x',
    limit: 'x',
    where: 'x',
    name: 'x',
  }
  for (const key of Object.keys(en))
    for (const tell of [english, spanish]) expect(tell(key, values)).not.toMatch(/^(kit|shell|state)[.]|[{}]/)
})
