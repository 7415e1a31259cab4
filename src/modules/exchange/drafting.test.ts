/** A map made on the screen: guessed from a table that nobody prepared, and read back by the same grammar. */
import { expect, test } from 'vitest'
import { ImportMap } from './contract.ts'
import { tableOf } from './csv.ts'
import { columnsSeen } from './looking.ts'
import { understand } from './rules.ts'
import { guessDraft, mapOfDraft } from './screens/drafting.ts'

const codes = {
  offence: [
    { code: 'murder', en: 'Murder', es: 'Asesinato' },
    { code: 'robbery', en: 'Robbery', es: 'Robo con violencia' },
  ],
  sex: [
    { code: 'male', en: 'Male', es: 'Masculino' },
    { code: 'female', en: 'Female', es: 'Femenino' },
  ],
  district: [
    { code: 'BZ-SC', en: 'Stann Creek', es: 'Stann Creek' },
    { code: 'BZ-CY', en: 'Cayo', es: 'Cayo' },
  ],
  settlement: [{ code: 'hopkins', en: 'Hopkins', es: 'Hopkins' }],
}
const file = [
  'Case No;Police #;Fecha;Offence;District;Village;Victim;Edad;Sex;Accused;Officer;Remarks;Empty',
  '17/94;DG-94-0417;between 3/5/94 and 7/5/94;Murder;Stann Crk;Hopkins;José Ramírez Coc;34;M;Leroy Flowers;Sgt. Bol;"shot; twice";',
  '18/94;;13-05-1994;ROBBERY;Cayo;Unknown;;;F;;;;',
].join('\n')

test('a table with columns in two languages is understood without a hand', async () => {
  const table = await tableOf(Buffer.from(file), ImportMap.shape.file.parse({}))
  const draft = guessDraft(columnsSeen(table), codes, { fileName: 'Registro 1994.csv', separator: ';' })
  expect(Object.fromEntries(Object.entries(draft.columns).map(([k, c]) => [k, c.becomes]))).toEqual({
    'Case No': 'number',
    'Police #': 'alias',
    Fecha: 'on',
    Offence: 'offence',
    District: 'district',
    Village: 'settlement',
    Victim: 'name',
    Edad: 'age',
    Sex: 'sex',
    Accused: 'name',
    Officer: 'investigator',
    Remarks: 'summary',
    Empty: 'nothing',
  })
  expect(draft).toMatchObject({ source: 'registro-1994', key: 'Case No', order: 'dmy', decimal: ',' })
  expect(draft.columns.Offence?.codes).toEqual({ Murder: 'murder', ROBBERY: 'robbery' })
  const map = mapOfDraft(draft)
  const read = ImportMap.safeParse(map)
  expect(read.error?.issues).toBe(undefined)
  const rows = table.rows.map((r) => Object.fromEntries(table.columns.map((c, i) => [c, r.cells[i] ?? ''])))
  const first = understand(read.data as ImportMap, rows[0] ?? {})
  expect(first).toMatchObject({
    number: '17/94',
    case: {
      incident: { on: '1994-05-03', until: '1994-05-07' },
      place: { settlement: 'hopkins', district: null },
      offences: [{ code: 'murder' }],
      aliases: [{ kind: 'police', text: 'DG-94-0417' }],
      parties: [
        { role: 'victim', name: 'José Ramírez Coc', age: 34, sex: 'male' },
        { role: 'accused', name: 'Leroy Flowers' },
      ],
      investigator: { name: 'Sgt. Bol' },
      summary: 'shot; twice',
    },
    doubts: [{ field: 'place.district', written: 'Stann Crk' }],
  })
})

test('two names in one part are two people', () => {
  const seen = ['Victim 1', 'Victim 2', 'Age'].map((name) => ({
    name,
    filled: 1,
    examples: [],
    words: [],
    looks: 'text' as const,
    order: null,
  }))
  const map = mapOfDraft(guessDraft(seen, codes, { fileName: 'x.csv', separator: ',' }))
  expect(map.key).toBe('content')
  expect(map.fields.parties).toEqual([
    { role: { constant: 'victim' }, name: 'Victim 1', age: 'Age' },
    { role: { constant: 'victim' }, name: 'Victim 2' },
  ])
})
