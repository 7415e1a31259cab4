/** Old databases and workbooks: every cell of the files at hand that another program's answer is known of, and nothing that hostile bytes can do. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers, needs, REAL_FILES, realFile, realFolder } from '../../../test/needs.ts'
import { decodeOld } from './old-code-pages.ts'
import { readTableFile } from './read-table-file.ts'
import type { TableRead } from './table.ts'

const read = (path: string): TableRead => {
  const answer = readTableFile(realFile(path))
  if (!answer?.ok) throw new Error(`${path}: ${answer?.code ?? 'text'}`)
  return answer.table
}

test('old code pages keep their accents', () => {
  expect(decodeOld(Uint8Array.of(0xa4, 0xa5, 0x82, 0xa0), 'cp850')).toBe('ñÑéá')
  expect(decodeOld(Uint8Array.of(0xe0, 0xd5), 'cp850')).toBe('Óı')
  expect(decodeOld(Uint8Array.of(0xf1, 0x41), 'windows-1252')).toBe('ñA')
})

test('whatever the bytes, there is an answer', () => {
  const compound = Uint8Array.from(
    { length: 512 },
    (_, i) => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][i] ?? 0,
  )
  compound.set([9, 0, 6, 0], 30)
  const heads = [
    compound,
    compound.subarray(0, 8),
    Uint8Array.of(0x50, 0x4b, 3, 4),
    Uint8Array.of(3, 97, 8, 19, 9, 0, 0, 0, 97, 0, 21, 0),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      const answer = readTableFile(Uint8Array.of(...head, ...rest))
      expect(answer === undefined || answer.ok || answer.code.startsWith('formats.tables.')).toBe(true)
    }),
  )
})

describe('files of the world', () => {
  needs(realFolder, REAL_FILES)

  test.each(['rooms', 'sids', 'test', 'types'])(
    '%s.dbf: fields and rows as another program counts them',
    (name) => {
      const known = answers()[`legacy-db/${name}.dbf`] as {
        fields: [string][]
        records: number
        deleted: number
      }
      const table = read(`legacy-db/${name}.dbf`)
      expect(table.columns).toEqual(known.fields.map(([field]) => field))
      expect([known.records, known.records - known.deleted]).toContain(table.rows.length)
    },
  )

  test('dates, money, memos and deleted rows of dBase', () => {
    const types = read('legacy-db/types.dbf')
    expect(types.rows[0]?.cells).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^-?\d+\.\d{4}$/),
      expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    ])
    expect(read('legacy-db/test.dbf').notes.map(({ code }) => code)).toEqual([
      'formats.tables.deleted-rows',
      'formats.tables.memos-not-read',
    ])
  })

  test('a workbook with talk around its table: its header is found, dates are dates, and no row below is cut off', () => {
    const table = read('legacy-db/deaths.xlsx')
    expect(table.columns).toEqual(['Name', 'Profession', 'Age', 'Has kids', 'Date of birth', 'Date of death'])
    expect(table.rows).toHaveLength(14)
    expect(table.rows[0]).toEqual({
      line: 6,
      cells: ['David Bowie', 'musician', '69', 'true', '1947-01-08', '2016-01-10'],
    })
    expect(table.notes.map(({ code }) => code)).toEqual(['formats.tables.other-sheets'])
  })

  test('a workbook of 1997 to 2003 says cell for cell what its newer copy says', () => {
    const [old, newer] = [read('legacy-db/deaths.xls'), read('legacy-db/deaths.xlsx')]
    expect(old.kind).toBe('xls')
    expect({ columns: old.columns, rows: old.rows, notes: old.notes }).toEqual({
      columns: newer.columns,
      rows: newer.rows,
      notes: newer.notes,
    })
  })

  test('a workbook of 1997 to 2003 that is cut, turned or spoilt at any place ends with a sentence or a table, soon', () => {
    const whole = realFile('legacy-db/deaths.xls')
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (at, bytes, cut) => {
          const spoilt = Uint8Array.from(whole)
          spoilt.set(bytes.subarray(0, spoilt.length - at), at)
          const answer = readTableFile(cut ? spoilt.subarray(0, Math.max(8, at)) : spoilt)
          expect(
            answer?.ok === true || answer?.code.startsWith('formats.tables.') || answer === undefined,
          ).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  }, 30_000)
})
