/** Which questions a death asks, by property; and the stories of what was found out, in which words and for whom it goes out. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { accepted, arrangeWordsOf, officeOf, told } from '../examples.ts'
import { becauseOf, marksOf } from './rules.ts'

let lab: Lab
const forms = [
  {
    key: 'death.history',
    use: 'death-inquiry',
    en: 'History',
    es: 'Antecedentes',
    questions: [
      {
        key: 'conditions',
        kind: 'list',
        en: 'Conditions',
        es: 'Padecimientos',
        rows: [
          { key: 'what', kind: 'text', required: true, en: 'Condition', es: 'Padecimiento' },
          { key: 'source', kind: 'text', en: 'Source', es: 'Fuente' },
          {
            key: 'status',
            kind: 'choice',
            en: 'Records',
            es: 'Registros',
            options: [
              { value: 'requested', en: 'Requested', es: 'Pedidos' },
              { value: 'received', en: 'Received', es: 'Recibidos' },
              { value: 'none', en: 'None', es: 'Ninguno' },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'death.violence',
    use: 'death-inquiry',
    for: ['firearm', 'manner-homicide'],
    en: 'Violence',
    es: 'Violencia',
    questions: [
      { key: 'weapon', kind: 'text', absent: true, en: 'Weapon', es: 'Arma' },
      { key: 'gang', kind: 'yes-no', absent: true, en: 'Gang related', es: 'Relacionada con pandillas' },
    ],
  },
  {
    key: 'death.child',
    use: 'death-inquiry',
    for: ['age-child'],
    en: 'Child',
    es: 'Niñez',
    questions: [{ key: 'supervised', kind: 'yes-no', absent: true, en: 'Supervised', es: 'Supervisado' }],
  },
]
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
  for (const form of forms) await lab.arrange('catalogue.define-form', form)
  await arrangeWordsOf(lab, [
    ['narrative-topic', 'weapon', 'Weapon', 'Arma'],
    ['narrative-topic', 'family', 'Family', 'Familia'],
    ['number-kind', 'registrar', 'Registrar', 'Registro civil'],
    ['core-data-field', 'setting', 'Setting', 'Entorno', { name: 'PLACESETTING' }],
  ])
}, 60_000)
afterAll(() => lab.close())
const seen = async (death: string) => (await lab.as('isela').ask('death.get-death', { death })).body
const write = (death: string, section: string, more: object) =>
  lab.as('isela').do('death.record-inquiry', { death, section, ...more })

test('every form is asked of exactly the deaths whose marks it names, and one that names none of all', () => {
  const mark = fc.constantFrom<string>('firearm', 'road', 'age-child', 'manner-homicide', 'unidentified')
  fc.assert(
    fc.property(fc.array(mark), fc.array(mark), (form, marks) => {
      const because = becauseOf(form, marks)
      expect(because !== undefined).toBe(form.length === 0 || form.some((m) => marks.includes(m)))
      expect((because ?? []).every((m) => form.includes(m) && marks.includes(m))).toBe(true)
    }),
  )
  expect(
    marksOf({
      setting: 'home',
      circumstances: [],
      manner: null,
      age: { value: 4, unit: 'months' },
      identity: 'none',
    }),
  ).toEqual(['home', 'age-child', 'age-infant', 'unidentified'])
})

test('H9 the questions of a death are the core and those of its circumstances, manner and age; each stands with its author', async () => {
  const { death } = await accepted(lab, { circumstances: ['firearm'] })
  const { inquiries } = await seen(death)
  expect(inquiries.map((i: { section: string; because: string[] }) => [i.section, i.because])).toEqual([
    ['death.violence', ['Firearm']],
    ['death.history', []],
  ])
  await write(death, 'death.violence', {
    answers: { weapon: { absent: 'unknown' }, gang: { value: true } },
    words: 'Two men on a motorcycle, one shot.',
    topics: ['weapon'],
  })
  await write(death, 'death.violence', { answers: { weapon: { value: 'Pistol' }, gang: { value: true } } })
  const [violence] = (await seen(death)).inquiries
  expect(violence).toMatchObject({
    by: 'Isela Choc',
    words: null,
    answers: [
      { label: 'Weapon', text: 'Pistol' },
      { label: 'Gang related', text: 'Yes' },
    ],
  })
  const child = await accepted(lab, { age: { value: 7, unit: 'years' } })
  expect((await seen(child.death)).inquiries.map((i: { section: string }) => i.section)).toContain(
    'death.child',
  )
})

test('H11 H13 history stands with its source and whether records came; the sheet of the ambulance is asked for, filed and its key fields written', async () => {
  const { death } = await accepted(lab)
  await write(death, 'death.history', {
    answers: {
      conditions: [
        { what: 'Diabetes', source: 'Wife', status: 'requested' },
        { what: 'Hypertension', source: 'Clinic', status: 'received' },
      ],
    },
  })
  const history = (await seen(death)).inquiries.find(
    (i: { section: string }) => i.section === 'death.history',
  )
  expect(history.answers[0].text).toContain('Diabetes')
  const { id: asked } = await lab.as('isela').do('death.request-medical-records', {
    death,
    kind: 'ambulance-sheet',
    whom: 'Ambulance service',
    what: 'Sheet of the run of 2 November',
  })
  const file = (await lab.as('isela').upload(Buffer.from('run sheet'), 'run.txt')).body.sha256
  await lab.as('isela').do('death.record-hospital-answer', { death, asked, outcome: 'received', file })
  await write(death, 'death.ambulance', { words: 'Adrenaline 1 mg twice, 07:02 and 07:06; stopped 07:20.' })
  const file2 = await seen(death)
  expect(file2.asked[0]).toMatchObject({ kind: 'ambulance-sheet', outcome: 'received', file })
  expect(file2.inquiries.at(-1)).toMatchObject({ section: 'death.ambulance', words: /Adrenaline/ })
})

test('H51 words are tagged by topic when they are written, and deaths are found by a topic', async () => {
  const { death } = await told(lab, {})
  await write(death, 'own.family', { words: 'The brother was told by telephone.', topics: ['family'] })
  expect((await seen(death)).inquiries.at(-1).topics).toEqual([{ code: 'family', name: 'Family' }])
  const found = (await lab.as('isela').ask('death.calls', { topic: 'family' })).body
  expect(found.items.map((d: { id: string }) => d.id)).toEqual([death])
  const unknown = await lab
    .as('isela')
    .tell('death.record-inquiry', { death, section: 'own.x', words: 'X', topics: ['nothing'] })
  expect(unknown.body.code).toBe('catalogue.no-such-code')
})

test('H43 a death is found by the number of the registrar, and the number stands in its file', async () => {
  const { death } = await accepted(lab)
  await lab.as('isela').do('death.add-number', {
    death,
    kind: 'registrar',
    text: 'REG-2026/0815',
    giver: 'Vital Statistics',
  })
  expect((await seen(death)).numbers).toMatchObject([
    { kind: { name: 'Registrar' }, text: 'REG-2026/0815', giver: 'Vital Statistics' },
  ])
  const found = (await lab.as('isela').ask('cases.find-anything', { q: 'reg 2026 0815' })).body
  expect(JSON.stringify(found)).toContain(death)
})

test('H3 H39 H40 deaths go out as data without names: the core set under its field names, those of violence with weapon and wounds, those of children', async () => {
  const { death, number } = await accepted(lab, { circumstances: ['firearm'], name: 'Never Told' })
  await write(death, 'death.violence', { answers: { weapon: { value: 'Rifle' }, gang: { value: false } } })
  const child = await accepted(lab, { age: { value: 7, unit: 'years' }, name: 'Small Person' })
  const file = async (set: string, who = 'hugo') =>
    (await lab.as(who).file('exchange.export-deaths', { set })).bytes.toString()
  const core = await file('core')
  const [head = ''] = core.split('\n')
  expect(head).toContain('PLACESETTING')
  expect(core).toContain(number)
  expect(core).not.toContain('Never Told')
  const violence = await file('violence')
  expect(violence).toContain('death.violence.weapon')
  expect(violence.split('\n').find((l) => l.includes(number))).toContain('Rifle')
  expect(violence).not.toContain(child.number)
  const children = await file('child')
  expect([children.includes(child.number), children.includes(number)]).toEqual([true, false])
  expect((await lab.as('norris').ask('exchange.export-deaths', { set: 'core' })).status).toBe(403)
  await lab.person('xenia', ['pathologist'], { unit: lab.units.counter ?? null })
  expect(await file('core', 'xenia')).not.toContain(number)
})

test('H41 deaths by poison go out as points of a map, rounded to about a kilometre, without names or numbers', async () => {
  await arrangeWordsOf(lab, [['death-circumstance', 'drug', 'Drugs', 'Drogas']])
  const { death, number } = await told(lab, {
    circumstances: ['drug'],
    name: 'Never Told',
    found: { on: '2026-11-01', text: 'North Street', latitude: '17.498765', longitude: '-88.186543' },
  })
  const { bytes } = await lab.as('hugo').file('exchange.map-deaths', { circumstance: 'drug' })
  const map = JSON.parse(bytes.toString())
  expect(map).toMatchObject({
    type: 'FeatureCollection',
    features: [
      { geometry: { type: 'Point', coordinates: [-88.19, 17.5] }, properties: { month: '2026-11' } },
    ],
  })
  expect([death, number, 'Never', 'North'].some((word) => bytes.toString().includes(String(word)))).toBe(
    false,
  )
})
