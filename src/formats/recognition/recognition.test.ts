/** A sheet of our own, turned and leaning, is read as if it had lain straight; what it says of its case is proposed; a searchable PDF says the same. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { program } from '../../../test/needs.ts'
import { scanned, SHEET } from '../../../test/scanned.ts'
import { openPages } from '../pages/open-pages.ts'
import { characterErrors, wordErrors } from './errors.ts'
import { propose, type ProposalLists } from './propose.ts'
import { openRecogniser } from './recognise.ts'
import { searchablePdf } from './searchable-pdf.ts'
import { wordsOfTable } from './table.ts'
import { textOf, type Word } from './words.ts'
import { datesIn } from './written-on-paper.ts'

const lists: ProposalLists = {
  numbers: ['FL-YYYY-####', 'CR/##/YY'],
  dayFirst: true,
  thisYear: 2026,
  offences: [{ code: 'burglary', words: ['burglary', 'robo con allanamiento'] }],
  drugs: [{ code: 'cannabis', words: ['cannabis', 'marihuana'] }],
  beforeNames: ['Sergeant', 'PC', 'Acusado:'],
}
const wordsOf = (...lines: string[]): Word[] =>
  lines.flatMap((line, at) =>
    line.split(' ').map((text, i) => ({
      text,
      left: 10 + i * 50,
      top: 20 + at * 40,
      width: 40,
      height: 30,
      confidence: 90,
      line: at,
      block: 0,
    })),
  )
const told = (...lines: string[]) =>
  propose(wordsOf(...lines), lists).map(({ kind, value }) => `${kind} ${value}`)

describe('reading, by the packaged engine', () => {
  const reader = openRecogniser({ program: null })
  afterAll(() => reader.close())

  test('a sheet on its side and leaning: every word, its place, its case', { timeout: 300_000 }, async () => {
    const page = await scanned({ turn: 90, lean: 3 })
    const answer = await reader.recognise(page, { languages: ['en', 'es'], seconds: 200 })
    if (!answer.ok) throw new Error(answer.reason)
    const { recognised } = answer
    expect([recognised.engine, recognised.turn, recognised.confidence > 85]).toEqual([
      'tesseract-wasm',
      270,
      true,
    ])
    const from = recognised.words.findIndex(({ text }) => text === 'Case')
    const text = textOf(recognised.words.slice(from, from + SHEET.join(' ').split(' ').length))
    expect(wordErrors(text, SHEET.join(' '))).toBeLessThan(0.04)
    const picture = await page.picture({ turn: recognised.turn, lean: recognised.lean })
    expect([picture.width, picture.height]).toEqual([recognised.width, recognised.height])
    const proposed = propose(recognised.words, lists).map(({ kind, value }) => `${kind} ${value}`)
    expect(proposed).toEqual(
      expect.arrayContaining([
        'number FL-1997-0412',
        'date 1997-03-12',
        'weight 26.4 g',
        'drug cannabis',
        'name Maria Lopez',
      ]),
    )
    const pdf = await searchablePdf(
      [
        {
          picture,
          width: recognised.width,
          height: recognised.height,
          dpi: page.dpi,
          words: recognised.words,
        },
      ],
      { title: 'B-17 (3)', language: 'en', at: '2026-03-02T15:04:05Z', producer: 'Custodia' },
    )
    const opened = await openPages(pdf, 'b.pdf')
    if (!opened.ok) throw new Error(opened.reason)
    const again = await opened.pages.page(1)
    await opened.pages.close()
    if (!again.ok) throw new Error(again.reason)
    expect(characterErrors(again.page.ownText ?? '', textOf(recognised.words))).toBeLessThan(0.02)
    expect([again.page.width, again.page.height]).toEqual([picture.width, picture.height])
  })

  test('late is ended with a sentence, and the next page is read', { timeout: 300_000 }, async () => {
    const page = await scanned()
    const late = await reader.recognise(page, { languages: ['en'], seconds: 0.05 })
    expect(late.ok ? '' : late.code).toBe('formats.recognition.took-too-long')
    const next = await reader.recognise(page, { languages: ['en'], seconds: 200 })
    expect(next.ok && next.recognised.words.length).toBeGreaterThan(60)
  })
})

describe('what a page says of its case', () => {
  test('numbers in any punctuation, letters that were figures', () => {
    for (const read of ['FL-1997-0412', 'FL 1997/0412', 'FL.1997.O4I2', 'fl–1997–0412', 'FL19970412'])
      expect(told(`see ${read}, closed`)).toContain('number FL-1997-0412')
    expect(
      told('XFL-1997-0412', 'FL-1997-041', 'FL-1997-04123').filter((one) => one.startsWith('number')),
    ).toEqual([])
    expect(told('CR 12 98')).toContain('number CR/12/98')
  })

  test('dates of many shapes, whole and in part; none that is not in the calendar', () => {
    const value = (text: string) => datesIn(text, lists).map((date) => date.value)
    const wanted: Record<string, string[]> = {
      'on 12/3/98 and 3.12.1998': ['1998-03-12', '1998-12-03'],
      '12th of March, 1998': ['1998-03-12'],
      'March 12, 1998': ['1998-03-12'],
      '12 de marzo de 1998': ['1998-03-12'],
      '12MAR98': ['1998-03-12'],
      'Sept. 1998': ['1998-09'],
      'setiembre de 1998': ['1998-09'],
      'in 1998 he': ['1998'],
      '1998-03-12': ['1998-03-12'],
      '3/25/1998': ['1998-03-25'],
      '31/02/1998': [],
      '12 marbles 1998': [],
      'telephone 223-4567': [],
    }
    for (const [text, dates] of Object.entries(wanted)) expect([text, value(text)]).toEqual([text, dates])
  })

  test('offences, drugs, weights, names, with the places of their words', () => {
    expect(
      told('Burglary of a house', 'ROBO CON ALLANAMIENTO', 'burglory', 'cannab1s and Marihuana'),
    ).toEqual(['offence burglary', 'offence burglary', 'offence burglary', 'drug cannabis', 'drug cannabis'])
    expect(told('26.4g 1,250 kg 3 lbs 12,5 gramos 7 boxes')).toEqual([
      'weight 26.4 g',
      'weight 1250 kg',
      'weight 3 lb',
      'weight 12.5 g',
    ])
    expect(told('PC #431 J. Coc-Tzul said', 'Acusado: José de la Cruz')).toEqual([
      'name J. Coc-Tzul',
      'name José de la Cruz',
    ])
    const [one] = propose(wordsOf('was 12 March 1997 here'), lists)
    expect(one?.box).toEqual({ left: 60, top: 20, width: 140, height: 30 })
    expect(one?.confidence).toBe(90)
  })

  test('whatever is read, it answers, and each place lies on the page', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 8 }), (lines) => {
        for (const { box, confidence } of propose(wordsOf(...lines), lists)) {
          expect(box.left >= 10 && box.top >= 20 && box.width >= 40 && box.height >= 30).toBe(true)
          expect(confidence >= 0 && confidence <= 100).toBe(true)
        }
      }),
    )
  })
})

test('the engine’s table: words alone, lines numbered down the page', () => {
  const row = (...cells: (string | number)[]): string => cells.join('\t')
  const table = [
    row(
      'level',
      'page_num',
      'block_num',
      'par_num',
      'line_num',
      'word_num',
      'left',
      'top',
      'width',
      'height',
      'conf',
      'text',
    ),
    row(4, 1, 1, 1, 1, 0, 0, 0, 9, 9, -1, ''),
    row(5, 1, 1, 1, 1, 1, 1, 2, 3, 4, 96.123, 'One'),
    row(5, 1, 1, 1, 2, 1, 1, 2, 3, 4, 50, 'two'),
    row(5, 1, 2, 1, 1, 1, 1, 2, 3, 4, 50, 'three'),
  ].join('\n')
  expect(textOf(wordsOfTable(table))).toBe('One\ntwo\n\nthree')
  expect(wordsOfTable(table)[0]).toEqual({
    text: 'One',
    left: 1,
    top: 2,
    width: 3,
    height: 4,
    confidence: 96.1,
    line: 0,
    block: 0,
  })
})

test('another program finds the searchable PDF sound', { timeout: 60_000 }, async (ctx) => {
  const qpdf = program('qpdf')
  ctx.skip(!qpdf.there, qpdf.absent)
  const page = await scanned()
  const pdf = await searchablePdf(
    [
      {
        picture: await page.picture({ longest: 600 }),
        width: page.width,
        height: page.height,
        dpi: page.dpi,
        words: wordsOf('(a\\b) Ñandú “x” 漢'),
      },
    ],
    { title: '<&>', language: 'es', at: '2026-03-02T15:04:05Z', producer: 'Custodia' },
  )
  const folder = mkdtempSync(join(tmpdir(), 'custodia-pdf-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    expect(execFileSync('qpdf', ['--check', join(folder, 'a.pdf')], { encoding: 'utf8' })).toContain(
      'No syntax',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
