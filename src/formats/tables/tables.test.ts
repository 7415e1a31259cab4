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
  const heads = [Uint8Array.of(0x50, 0x4b, 3, 4), Uint8Array.of(3, 97, 8, 19, 9, 0, 0, 0, 97, 0, 21, 0)]
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
})
