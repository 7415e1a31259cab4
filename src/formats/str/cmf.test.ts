/** What we write for CODIS keeps the public schema, element by element, and what the schema forbids is caught; what others write by it is read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceZone, setServiceZone } from '#kernel/calendar.ts'
import { REAL_FILES, needs, realFile, realFolder } from '../../../test/needs.ts'
import { cmfFaults, cmfRules, rulesOf } from '../fixtures/cmf-rules.ts'
import { CMF_CATEGORIES, CMF_LOCI, cmfLocus } from './cmf-words.ts'
import { type CmfMessage, type CmfSpecimen, readCmf, unfitForCmf, writeCmf } from './cmf.ts'

const before = serviceZone()
beforeAll(() => setServiceZone('America/Belize'))
afterAll(() => setServiceZone(before))

const specimen: CmfSpecimen = {
  id: 'DNA-2026-00017',
  category: 'Forensic, Unknown',
  by: 'María Ñ. & “Söns” <Lab>',
  at: '2026-11-29T02:44:54.123Z',
  loci: [
    { name: 'D3S1358', alleles: ['15', '>17'] },
    { name: 'TH01', alleles: ['6', '9.3'] },
    { name: 'SE33', alleles: ['28.2'] },
    { name: 'Amelogenin', alleles: ['X', 'Y'] },
  ],
}
const message: CmfMessage = {
  destination: 'BZNFSS',
  source: 'BZNFSS',
  by: 'Custodia Novelo',
  at: '2026-11-29T02:44:54.123Z',
  specimens: [specimen, { ...specimen, id: 'DNA-2026-00018' }],
}
const written = (more: Partial<CmfMessage> = {}): string => writeCmf({ ...message, ...more })

describe('what is written', () => {
  test('keeps every rule of the schema: with every category and every locus there is, and with names of any length and alphabet', () => {
    expect(cmfFaults(written())).toEqual([])
    const all = CMF_CATEGORIES.map((category, n) => ({
      ...specimen,
      id: `${'N'.repeat(20)}${n}`,
      category,
      loci: CMF_LOCI.map((name) => ({ name, alleles: ['1', '2', '3', '4', '5', '6', '7', '8'] })),
    }))
    expect(cmfFaults(written({ specimens: all }))).toEqual([])
    for (const by of [
      '𝒜'.repeat(30),
      'María de los Ángeles Hernández de la Cruz',
      'A\u0001B\ud800C',
      ' '.repeat(2) + 'x',
    ])
      expect([by, cmfFaults(written({ by, specimens: [{ ...specimen, by }] }))]).toEqual([by, []])
  })

  test('the hour is the one on the wall where the service works, and the version is the one that has these loci', () => {
    expect(written()).toContain('<READINGDATETIME>2026-11-28T20:44:54</READINGDATETIME>')
    expect(written()).toContain('<SUBMITDATETIME>2026-11-28T20:44:54</SUBMITDATETIME>')
    expect(written()).toContain('<HEADERVERSION>3.3</HEADERVERSION>')
  })

  test('what the format has no room or no word for is told by name and never written', () => {
    const unfit = (more: Partial<CmfSpecimen>): string => {
      const verdict = unfitForCmf({ ...specimen, ...more })
      if (!verdict.ok) expect(() => written({ specimens: [{ ...specimen, ...more }] })).toThrow()
      return verdict.ok ? 'fits' : verdict.code.replace('formats.str.', '')
    }
    expect(unfit({})).toBe('fits')
    expect(unfit({ id: 'DNA-2026-000000000000017' })).toBe('fits') // 24 characters
    expect(unfit({ id: 'DNA-2026-0000000000000017' })).toBe('long-number')
    expect(unfit({ category: 'Forensic Unknown' })).toBe('no-category')
    expect(unfit({ loci: [{ name: 'D6S1043', alleles: ['11'] }] })).toBe('no-locus')
    expect(unfit({ loci: [] })).toBe('too-much')
    expect(unfit({ loci: [{ name: 'FGA', alleles: Array.from({ length: 9 }, String) }] })).toBe('too-much')
    expect(unfit({ loci: [{ name: 'FGA', alleles: ['12345678901'] }] })).toBe('too-much')
    expect(unfit({ loci: [specimen.loci[0], specimen.loci[0]] as CmfSpecimen['loci'] })).toBe('locus-twice')
    expect([
      cmfLocus(['THO1', 'TH01']),
      cmfLocus(['penta-d']),
      cmfLocus(['dys389i']),
      cmfLocus(['rs1426654']),
    ]).toEqual(['TH01', 'Penta D', 'DYS389 I', undefined])
  })
})

/** Each breaks one rule in a file that keeps them all. */
const seeded: readonly (readonly [string, (text: string) => string])[] = [
  ['another namespace', (t) => t.replace('urn:CODISImportFile-schema', 'urn:CODISRapidImportFile-schema')],
  ['another root', (t) => t.replaceAll('CODISImportFile', 'CODISExportFile')],
  [
    'the header out of order',
    (t) => t.replace(/(<DESTINATIONORI>.*?<\/DESTINATIONORI>)\s*(<SOURCELAB>.*?<\/SOURCELAB>)/, '$2$1'),
  ],
  ['no message type', (t) => t.replace(/<MESSAGETYPE>.*?<\/MESSAGETYPE>/, '')],
  ['another message type', (t) => t.replace('>Import<', '>Export<')],
  ['a version of three digits', (t) => t.replace('>3.3<', '>3.31<')],
  ['a laboratory of 11 characters', (t) => t.replace('<SOURCELAB>BZNFSS<', '<SOURCELAB>BZNFSS78901<')],
  ['no laboratory', (t) => t.replace('<DESTINATIONORI>BZNFSS<', '<DESTINATIONORI><')],
  ['a user of 21 characters', (t) => t.replace('>Custodia Novelo<', '>Custodia Novelo 54321<')],
  ['a day that is none', (t) => t.replace('<SUBMITDATETIME>2026-11-28', '<SUBMITDATETIME>2026-11-31')],
  ['a day without an hour', (t) => t.replace(/<SUBMITDATETIME>[^<]*/, '<SUBMITDATETIME>2026-11-28')],
  ['a day after the last one', (t) => t.replace('<READINGDATETIME>2026', '<READINGDATETIME>2126')],
  ['no specimen', (t) => t.replaceAll(/<SPECIMEN>[\s\S]*?<\/SPECIMEN>/g, '')],
  ['two specimens of one number', (t) => t.replace('00018', '00017')],
  ['a number of 25 characters', (t) => t.replace('DNA-2026-00017', 'DNA-2026-0000000000000017')],
  ['a category that is none', (t) => t.replace('Forensic, Unknown', 'forensic, unknown')],
  [
    'the category first',
    (t) => t.replace(/(<SPECIMENID>.*?<\/SPECIMENID>)\s*(<SPECIMENCATEGORY>.*?<\/SPECIMENCATEGORY>)/, '$2$1'),
  ],
  [
    'a comment of 256 characters',
    (t) =>
      t.replace(
        '</SPECIMENCATEGORY>',
        `</SPECIMENCATEGORY><SPECIMENCOMMENT>${'x'.repeat(256)}</SPECIMENCOMMENT>`,
      ),
  ],
  ['a specimen without a locus', (t) => t.replace(/<LOCUS>[\s\S]*<\/LOCUS>/, '')],
  ['65 loci', (t) => t.replace(/(<LOCUS>[\s\S]*?<\/LOCUS>)/, (one) => one.repeat(65))],
  ['a locus twice', (t) => t.replace('>TH01<', '>D3S1358<')],
  ['a locus that is none', (t) => t.replace('>SE33<', '>se33<')],
  ['nobody who read it', (t) => t.replace(/<READINGBY>.*?<\/READINGBY>/, '')],
  ['a locus without an allele', (t) => t.replace('<ALLELE><ALLELEVALUE>28.2</ALLELEVALUE></ALLELE>', '')],
  ['nine alleles', (t) => t.replace(/(<ALLELE>.*?<\/ALLELE>)/, (one) => one.repeat(8))],
  ['an allele of 11 characters', (t) => t.replace('>28.2<', '>28.20000001<')],
  [
    'an allele without its own element',
    (t) => t.replace('<ALLELE><ALLELEVALUE>28.2</ALLELEVALUE></ALLELE>', '<ALLELE>28.2</ALLELE>'),
  ],
  ['an attribute that is none', (t) => t.replace('<SPECIMEN>', '<SPECIMEN KIT="GlobalFiler">')],
  ['a part that is none', (t) => t.replace('<SPECIMENCATEGORY>', '<SAMPLE>1</SAMPLE><SPECIMENCATEGORY>')],
  ['a kit that is none', (t) => t.replace('<LOCUS>', '<LOCUS KIT="Kit 24">')],
  ['words between the parts', (t) => t.replace('<LOCUS>', 'or <LOCUS>')],
  ['an ampersand that is not written out', (t) => t.replace('&amp;', '&')],
  ['a tag that is not closed', (t) => t.replace('</LOCUS>', '')],
]
test.each(seeded)('a file with %s is caught', (_, spoil) => {
  const spoiled = spoil(written())
  expect(spoiled).not.toBe(written())
  expect(cmfFaults(spoiled)).not.toEqual([])
})

describe('against the schema itself', () => {
  needs(realFolder, REAL_FILES)
  const schema = (name: string): string => new TextDecoder().decode(realFile(`dna/codis-cmf/${name}`))

  test('our table says what the schema of 2017 says, rule by rule', () => {
    expect(cmfRules).toEqual(rulesOf(schema('CMF-2017.xsd')))
  })
  test('the published example keeps the schema of 3.2 and of 2017, and is read: 13 loci, with the kit of its header', () => {
    const example = schema('CODIS-32.AppendixAexample.xml')
    expect(cmfFaults(example)).toEqual([])
    expect(cmfFaults(example, rulesOf(schema('CODIS-32.AppendixBexample.xsd')))).toEqual([])
    const [read] = readCmf(example)
    expect(read).toMatchObject({ id: 'IMP_0001A', category: 'Forensic, Unknown', kit: 'PowerPlex 16' })
    expect(read?.loci.find((l) => l.name === 'CSF1PO')?.alleles).toEqual(['10', '11'])
  })
})

test('what is written is read back whole; what others may write otherwise is read as well', () => {
  expect(readCmf(written())[0]).toEqual({
    id: specimen.id,
    category: specimen.category,
    kit: null,
    loci: specimen.loci,
  })
  const other = written()
    .replace('<LOCUS>', '<LOCUS BATCHID="7" KIT="GlobalFiler">')
    .replace('>15<', '><![CDATA[15]]><')
    .replace('&gt;17', '&#x3e;&#49;7')
    .replace('DNA-2026-00017', 'A &#38;lt; B')
  expect(readCmf(other)[0]).toEqual({
    id: 'A &lt; B',
    category: specimen.category,
    kit: 'GlobalFiler',
    loci: specimen.loci,
  })
})
