/** HL7 v2.5.1 as it leaves: read back by another’s parser (Medplum), held against the grammar of the standard, and against faults that are planted. */
import { createHash } from 'node:crypto'
import { Hl7Message } from '@medplum/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ToxicologyFacts } from '../fhir/mdi/facts.ts'
import { escaped, stampOf } from './er7.ts'
import { type Envelope, writeDocumentMessage, writeToxicologyReport } from './messages.ts'

const envelope: Envelope = {
  at: '2026-11-28T15:04:05.678Z',
  control: '9b1d5f5f5f5f5f5f0001',
  sender: 'National Forensic Science Service',
  receiver: 'Registry',
  training: false,
}
const pdf = Buffer.from('%PDF-1.7 bytes |^~\\& of a paper\r\n%%EOF', 'latin1')
const paper = { number: 'TOX-26-0007', pdf, title: 'Laboratory report', loinc: '11502-2' }
const decedent = {
  identifiers: [{ system: 'https://lab.example.org/numbers/deaths', value: 'ME-26-0042' }],
  name: { family: 'Novelo', given: ['Rodolfo', 'Ángel'] },
  sex: 'male' as const,
  birthDate: '1987-03',
}
const facts = (more: Partial<ToxicologyFacts> = {}): ToxicologyFacts => ({
  state: 'final',
  source: { endpoint: 'https://lab.example.org' },
  caseNumber: { system: 'https://lab.example.org/numbers/requests', value: 'R-26-0110' },
  trackingNumbers: [{ kind: 'mdi-case-number', ...decedent.identifiers[0]! }],
  decedent,
  panel: { text: 'Drugs & alcohol in blood' },
  issuedAt: '2026-11-27T10:00:00Z',
  performers: [],
  specimens: [
    {
      id: 's1',
      type: { text: 'Blood, femoral' },
      accession: { system: 'https://lab.example.org/numbers/exhibits', value: 'E-1' },
      bodySite: { text: 'Left femoral vein' },
      collectedAt: '2026-11-24T09:30:00-06:00',
      containers: [{ description: 'Glass tube', additive: 'Fluoride and oxalate' }],
      notes: [],
    },
    { id: 's2', type: { text: 'Urine' }, containers: [], notes: ['Nothing was looked for in it.'] },
  ],
  results: [
    {
      id: 'a',
      specimen: 's1',
      analyte: { text: 'Ethanol' },
      value: { kind: 'amount', value: '160.0', unit: 'mg/dL' },
      limit: { value: '80', decision: 'above' },
      notes: ['± 9.6 mg/dL (k = 2)'],
    },
    {
      id: 'b',
      specimen: 's1',
      analyte: { text: 'Cocaine' },
      value: { kind: 'word', word: 'not-detected' },
      notes: [],
    },
    {
      id: 'c',
      specimen: 's1',
      analyte: { text: 'Fentanyl' },
      value: { kind: 'amount', comparator: '<', value: '2.5', unit: 'ng/mL' },
      notes: [],
    },
    {
      id: 'd',
      specimen: 's1',
      analyte: { text: 'Cannabis' },
      value: { kind: 'absent', why: 'Too little' },
      notes: [],
    },
  ],
  conclusion: 'Ethanol at 160 mg/dL | see note.\nCocaine was not found.',
  ...more,
})
const says = { report: 'Laboratory report', conclusion: 'Conclusion' }
const textOf = (more?: Partial<ToxicologyFacts>): string =>
  writeToxicologyReport(facts(more), envelope, says, paper).toString('utf8')

/** The escapes of HL7 2.5.1, 2.7, taken back: written here from the standard, not from the writer. */
const plain = (text: string): string =>
  text.replaceAll(/\\(F|S|T|R|E|\.br|X[0-9A-F]+)\\/g, (_, code: string) =>
    code.startsWith('X')
      ? Buffer.from(code.slice(1), 'hex').toString('latin1')
      : { F: '|', S: '^', T: '&', R: '~', E: '\\', '.br': '\n' }[code]!,
  )
const field = (m: Hl7Message, name: string, n: number, f: number, c = 1, sub = 0, rep = 0): string =>
  plain(m.getAllSegments(name)[n]!.getField(f).getComponent(c, sub, rep) ?? '')

/** Its parser counts what comes after the last terminator as one more segment. */
const read = (text: string): Hl7Message => Hl7Message.parse(text.replace(/\r$/, ''))

/** What the standard wants of the two messages (2.5.1, chapters 2, 3, 4, 7, 9): order, required fields, tables; answers what is wrong. */
const grammar: Record<string, RegExp> = {
  'ORU^R01^ORU_R01': /^MSH PID( ORC)?( OBR( NTE)*( OBX( NTE)*)*( SPM)*)+$/,
  'MDM^T02^MDM_T02': /^MSH EVN PID PV1 TXA( OBX)+$/,
}
const required: Record<string, readonly number[]> = {
  MSH: [7, 9, 10, 11, 12],
  PID: [3, 5],
  OBR: [4, 7],
  OBX: [3, 11],
  SPM: [4],
  TXA: [1, 2, 12, 17],
  EVN: [2],
  PV1: [2],
}
const tables: Record<string, RegExp> = {
  'MSH.11': /^[PTD]$/,
  'MSH.12': /^2\.5\.1$/,
  'PID.8': /^[MFOU]$/,
  'OBR.25': /^[PFCX]$/,
  'OBX.2': /^(NM|SN|ST|FT|CWE|ED)?$/,
  'OBX.11': /^[PFCX]$/,
  'TXA.17': /^LA$/,
}
function wrongIn(text: string): string[] {
  const faults: string[] = []
  if (!text.endsWith('\r')) faults.push('the last segment is not ended')
  if (text.includes('\n')) faults.push('a line feed stands where a carriage return belongs')
  const m = read(text)
  const names = m.segments.map((s) => s.name)
  const kind = field(m, 'MSH', 0, 9) ? m.getSegment('MSH')!.getField(9).toString() : ''
  if (!grammar[kind]?.test(names.join(' '))) faults.push(`order: ${kind}: ${names.join(' ')}`)
  for (const s of m.segments) {
    for (const n of required[s.name] ?? [])
      if (!s.getField(n)?.toString()) faults.push(`${s.name}-${n} is empty`)
    for (const [at, allowed] of Object.entries(tables)) {
      const [name, n] = at.split('.') as [string, string]
      if (name === s.name && !allowed.test(s.getField(Number(n))?.toString() ?? ''))
        faults.push(`${at} is not of its table`)
    }
    if (s.name === 'OBX') {
      const value = s.getField(5)
      if (s.getField(2).toString() === 'NM' && !/^-?\d+(\.\d+)?$/.test(value.toString()))
        faults.push('NM is no number')
      if (s.getField(2).toString() === 'ED') {
        const data = value.getComponent(5)
        const bytes = Buffer.from(data, 'base64')
        if (bytes.toString('base64') !== data || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
          faults.push('ED is no PDF in base64')
      }
    }
  }
  return faults
}

describe('a toxicology report as ORU^R01', () => {
  test('J7 each finding has its unit, its reference and its status; the specimen stands behind its own; the signed paper is in it byte for byte', () => {
    const text = textOf()
    expect(wrongIn(text)).toEqual([])
    const m = read(text)
    expect(
      m.header
        .toString()
        .startsWith(
          'MSH|^~\\&|Custodia|National Forensic Science Service||Registry|20261128150405+0000||ORU^R01^ORU_R01|9b1d5f5f5f5f5f5f0001|P|2.5.1',
        ),
    ).toBe(true)
    expect(field(m, 'MSH', 0, 18)).toBe('UNICODE UTF-8')
    expect([1, 2, 3].map((c) => field(m, 'PID', 0, 5, c))).toEqual(['Novelo', 'Rodolfo', 'Ángel'])
    expect([
      field(m, 'PID', 0, 3),
      field(m, 'PID', 0, 7),
      field(m, 'PID', 0, 8),
      field(m, 'PID', 0, 30),
    ]).toEqual(['ME-26-0042', '198703', 'M', 'Y'])
    // The number of the death stands once, though it is its own tracking number too.
    expect(m.getSegment('PID')!.getField(3).components).toHaveLength(1)
    expect(field(m, 'OBR', 0, 4, 2)).toBe('Drugs & alcohol in blood')
    const seen = m
      .getAllSegments('OBX')
      .map((_, n) => [2, 5, 6, 7, 8, 11].map((f) => m.getAllSegments('OBX')[n]!.getField(f).toString()))
    expect(seen.slice(0, 4)).toEqual([
      ['NM', '160.0', 'mg/dL^mg/dL^UCUM', '0-80', 'H', 'F'],
      ['CWE', '260415000^Not detected^SCT', '', '', '', 'F'],
      ['SN', '<^2.5', 'ng/mL^ng/mL^UCUM', '', '', 'F'],
      ['', '', '', '', '', 'X'],
    ])
    expect(m.segments.map((s) => s.name).join(' ')).toBe(
      'MSH PID ORC OBR OBX NTE OBX OBX OBX NTE SPM OBR SPM OBR OBX OBX',
    )
    expect(plain(field(m, 'SPM', 0, 2, 2))).toBe('E-1')
    expect([field(m, 'SPM', 0, 4, 2), field(m, 'SPM', 0, 8, 2), field(m, 'SPM', 0, 17)]).toEqual([
      'Blood, femoral',
      'Left femoral vein',
      '20261124153000+0000',
    ])
    expect(field(m, 'OBX', 4, 5)).toBe('Ethanol at 160 mg/dL | see note.\nCocaine was not found.')
    const kept = Buffer.from(field(m, 'OBX', 5, 5, 5), 'base64')
    expect(createHash('sha256').update(kept).digest('hex')).toBe(
      createHash('sha256').update(pdf).digest('hex'),
    )
    expect([2, 3, 4].map((c) => field(m, 'OBX', 5, 5, c))).toEqual(['application', 'pdf', 'Base64'])
  })
  test('what is not final says so, in the order and in each finding; who is not known has no name', () => {
    const m = Hl7Message.parse(
      textOf({ state: 'draft', decedent: { ...decedent, name: undefined } as never }),
    )
    expect([field(m, 'OBR', 0, 25), field(m, 'OBX', 0, 11), field(m, 'OBX', 4, 11)]).toEqual(['P', 'P', 'P'])
    expect(m.getSegment('PID')!.getField(5).toString()).toBe('^^^^^^U')
  })
  test('whatever a person wrote ends no field and begins no segment, and comes back as it was', () => {
    const any = fc
      .string({
        unit: fc.constantFrom(...'|^~&\\\r\n\u0007\u00e1 aZ09EFSTR.brX'.split('')),
        minLength: 1,
        maxLength: 24,
      })
      .filter((s) => s.trim() !== '')
    const shape = read(textOf()).segments.map((s) => s.name)
    fc.assert(
      fc.property(any, any, any, (name, analyte, words) => {
        const base = facts()
        const text = textOf({
          decedent: { ...decedent, name: { family: name } },
          results: base.results.map((r) => ({ ...r, analyte: { text: analyte } })),
          conclusion: words,
        })
        expect(wrongIn(text)).toEqual([])
        const m = read(text)
        expect(m.segments.map((s) => s.name)).toEqual(shape)
        const said = (t: string): string => t.replaceAll(/\r\n?/g, '\n')
        expect(field(m, 'PID', 0, 5)).toBe(said(name))
        expect(field(m, 'OBX', 0, 3, 2)).toBe(said(analyte))
        expect(field(m, 'OBX', 4, 5)).toBe(said(words))
      }),
      { numRuns: 300 },
    )
  })
})

test('J7 a signed paper as MDM^T02: who signed, its number, and the paper byte for byte', () => {
  const text = writeDocumentMessage(
    { decedent, type: 'death-certificate', signedAt: '2026-11-27T10:00:00Z', signer: 'Hugo Escalante' },
    { ...envelope, training: true },
    { ...paper, loinc: '64297-5' },
  ).toString('utf8')
  expect(wrongIn(text)).toEqual([])
  const m = read(text)
  expect([
    field(m, 'MSH', 0, 11),
    field(m, 'TXA', 0, 2),
    field(m, 'TXA', 0, 12),
    field(m, 'TXA', 0, 5, 2),
  ]).toEqual(['T', 'death-certificate', 'TOX-26-0007', 'Hugo Escalante'])
  expect(Buffer.from(field(m, 'OBX', 0, 5, 5), 'base64').equals(pdf)).toBe(true)
})

test('planted faults are found: a terminator, a field, a table, a number, an order, a paper that was cut', () => {
  const text = textOf()
  const planted: Record<string, string> = {
    'the last segment is not ended': text.slice(0, -1),
    'a line feed': text.replaceAll('\r', '\n'),
    'MSH-10 is empty': text.replace('9b1d5f5f5f5f5f5f0001', ''),
    'MSH.12 is not of its table': text.replace('|2.5.1|', '|2.3|'),
    'NM is no number': text.replace('|160.0|', '|160,0|'),
    'OBX.11 is not of its table': text.replace('|0-80|H|||F', '|0-80|H|||ok'),
    order: text.replace(/SPM\|[^\r]*\r/, '').replace('ORC|', 'SPM|1|^E-1||^Blood\rORC|'),
    'ED is no PDF in base64': text.replace('^Base64^', '^Base64^A'),
    'PID-3 is empty': text.replace(/PID\|1\|\|[^|]*\|/, 'PID|1|||'),
  }
  for (const [fault, bad] of Object.entries(planted)) {
    expect(bad).not.toBe(text)
    expect(
      wrongIn(bad).some((w) => w.startsWith(fault)),
      fault,
    ).toBe(true)
  }
})

test('a day, a month and a year stay as precise as they are known; a control number has its bound', () => {
  expect(['2026', '2026-11', '2026-11-24', '2026-11-24T09:30:00-06:00', undefined].map(stampOf)).toEqual([
    '2026',
    '202611',
    '20261124',
    '20261124153000+0000',
    '',
  ])
  expect(escaped('a\\b|c^d&e~f\r\ng\u0007')).toBe('a\\E\\b\\F\\c\\S\\d\\T\\e\\R\\f\\.br\\g\\X07\\')
  expect(() => writeToxicologyReport(facts(), { ...envelope, control: 'x'.repeat(21) }, says)).toThrow(
    /MSH-10/,
  )
})
