/** Codes of identity documents: the specimens that ICAO and AAMVA print in their standards, a card drawn and read again, cards of a laboratory's own, and damage. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { toBuffer } from 'bwip-js/node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { ownCardOf, readIdentity } from './identity.ts'
import { checkDigit } from './mrz.ts'

const TODAY = '2026-11-02'
/** ICAO Doc 9303, part 4 (appendix B), part 5 and part 6: the specimen of Utopia. */
const passport = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const card = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<'
const two = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6'
/** AAMVA DL/ID Card Design Standard 2020, annex D, the example of a compact encoding. */
const licence = [
  '@\n\u001e\rANSI 636000100102DL00410278ZV03190008DLDAQT64235789',
  'DCSSAMPLE',
  'DDEN',
  'DACMICHAEL',
  'DDFN',
  'DADJOHN',
  'DDGN',
  'DCUJR',
  'DCAD',
  'DCBK',
  'DCDPH',
  'DBD06062019',
  'DBB06061986',
  'DBA12102024',
  'DBC1',
  'DAU068 in',
  'DAYBRO',
  'DAG2300 WEST BROAD STREET',
  'DAIRICHMOND',
  'DAJVA',
  'DAK232690000  ',
  'DCF2424244747474786102204',
  'DCGUSA',
  'DCK123456789',
  'DDAF',
  'DDB06062018',
  'DDC06062020',
  'DDD1\rZVZVA01\r',
].join('\n')

test('the specimens of ICAO are read, and each check digit holds', () => {
  const anna = {
    name: 'ANNA MARIA ERIKSSON',
    born: '1974-08-12',
    sex: 'female',
    issuer: 'UTO',
    expires: '2012-04-15',
    failed: [],
  }
  expect(readIdentity(passport, TODAY)).toMatchObject({ ...anna, format: 'mrz-td3', document: 'L898902C3' })
  expect(readIdentity(card, TODAY)).toMatchObject({ ...anna, format: 'mrz-td1', document: 'D23145890' })
  expect(readIdentity(two, TODAY)).toMatchObject({ ...anna, format: 'mrz-td2', document: 'D23145890' })
  expect(readIdentity(passport.replace('\n', ''), TODAY)).toMatchObject(anna)
  expect(checkDigit('520727')).toBe('3')
})

test('a mistyped figure is told by the check digit of its part and by the last', () => {
  expect(readIdentity(passport.replace('740812', '740822'), TODAY)?.failed).toEqual(['born', 'all'])
  expect(readIdentity(passport.replace('L898902C', 'L8989O2C'), TODAY)?.failed).toEqual(['document', 'all'])
})

test('a year of two figures is of the century that fits: a birth is never ahead', () => {
  const born = (figures: string): string | null | undefined =>
    readIdentity(passport.replace('7408122', `${figures}${checkDigit(figures)}`), TODAY)?.born
  expect([born('261103'), born('261101'), born('991231')]).toEqual(['1926-11-03', '2026-11-01', '1999-12-31'])
  expect(born('740231')).toBeNull()
})

test('the example of AAMVA is read, and so are older versions and Canada', () => {
  expect(readIdentity(licence, TODAY)).toEqual({
    format: 'aamva',
    name: 'MICHAEL JOHN SAMPLE JR',
    born: '1986-06-06',
    sex: 'male',
    document: 'T64235789',
    issuer: 'VA',
    address: '2300 WEST BROAD STREET, RICHMOND, VA, 23269',
    expires: '2024-12-10',
    failed: [],
    checked: false,
  })
  expect(
    readIdentity(licence.replace('DCGUSA', 'DCGCAN').replace('DBB06061986', 'DBB19860607'), TODAY)?.born,
  ).toBe('1986-06-07')
  const first = '@\n\u001e\rAAMVA6360000101DL00290192DLDAQ123\nDAAPUBLIC,JOHN,Q\nDBB19640102\nDBCM'
  expect(readIdentity(first, TODAY)).toMatchObject({ name: 'JOHN Q PUBLIC', born: '1964-01-02', sex: 'male' })
})

test('a licence drawn as PDF417 is read back by the reader of the product to the same words', {
  timeout: 30_000,
}, async () => {
  const require = createRequire(import.meta.url)
  prepareZXingModule({
    overrides: {
      wasmBinary: new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer,
    },
  })
  const png = await toBuffer({
    bcid: 'pdf417',
    text: licence,
    scale: 3,
    padding: 12,
    backgroundcolor: 'ffffff',
  })
  const [found] = await readBarcodes(png, { formats: ['PDF417'], maxNumberOfSymbols: 1, textMode: 'Plain' })
  expect(readIdentity(found?.text ?? '', TODAY)).toEqual(readIdentity(licence, TODAY))
})

test('a laboratory describes its own cards: parts between separators, in places, or a number alone', () => {
  const cards = [
    [
      'bar',
      {
        begins: 'ID|',
        separator: '|',
        parts: ['document', 'family', 'given', 'born', 'sex'],
        dates: 'DMY',
        female: 'M',
        male: 'H',
      },
    ],
    [
      'fixed',
      {
        begins: '#',
        places: [
          { part: 'document', from: 1, to: 10 },
          { part: 'name', from: 10, to: 23 },
        ],
      },
    ],
    ['number', { least: 6, most: 12 }],
    ['wrong', { parts: ['nonsense'], separator: '|' }],
  ].flatMap(([code, data]) => ownCardOf(code as string, data) ?? [])
  expect(cards.map((c) => c.code)).toEqual(['bar', 'fixed', 'number'])
  expect(readIdentity('ID|000123456|CHOC|ANA|03/02/1990|M', TODAY, cards)).toMatchObject({
    format: 'bar',
    name: 'ANA CHOC',
    born: '1990-02-03',
    sex: 'female',
    document: '000123456',
    checked: false,
  })
  expect(readIdentity('#000123456ANA CHOC      X', TODAY, cards)).toMatchObject({
    document: '000123456',
    name: 'ANA CHOC',
  })
  expect(readIdentity('000123456', TODAY, cards)).toMatchObject({
    format: 'number',
    document: '000123456',
    name: null,
  })
  expect(readIdentity('000123456', TODAY)).toBeNull()
})

test('whatever is scanned, nothing throws and nothing is made up', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => readIdentity(text, TODAY) === null))
  fc.assert(
    fc.property(
      fc.constantFrom(passport, card, two, licence),
      fc.nat(400),
      fc.string({ maxLength: 3 }),
      (text, at, other) => {
        readIdentity(text.slice(0, at) + other + text.slice(at + 1), TODAY)
      },
    ),
  )
})
