/** Forms: what makes one, what may be answered, and that an old answer keeps the form it was given to. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { answersSaid, checkAnswers, checkForm, formOfType, formsFor } from './answering.ts'
import { Question } from './contract/form.ts'
import { belizeFolder } from './examples.ts'
import { readLaboratory } from './laboratory.ts'
import { isAsked, mayAskSo, mayKeepQuestions, schemaOf } from './rules/form.ts'
import type { Cx } from '#platform/cx.ts'

const question = (q: object): Question => Question.parse({ en: 'Question', es: 'Pregunta', ...q })
const state = question({
  key: 'serialState',
  kind: 'choice',
  required: true,
  options: [
    { value: 'legible', en: 'Legible', es: 'Legible' },
    { value: 'removed', en: 'Removed', es: 'Borrado' },
  ],
})
const serial = question({
  key: 'serial',
  kind: 'text',
  required: true,
  absent: true,
  when: { key: 'serialState', is: ['legible'] },
})
const ajv = new Ajv2020({ strict: false })

test('a field key never comes to mean another kind of answer', () => {
  const calibre = (kind: string) => [question({ key: 'calibre', kind })]
  expect(mayKeepQuestions(calibre('text'), calibre('text')).ok).toBe(true)
  expect(mayKeepQuestions(calibre('text'), calibre('number'))).toMatchObject({
    code: 'catalogue.field-reused',
    values: { field: 'calibre' },
  })
})

test('a form that nobody could answer is refused with the question that cannot stand', () => {
  expect(mayAskSo([state, serial]).ok).toBe(true)
  expect(mayAskSo([serial, state])).toMatchObject({ code: 'catalogue.question-when' })
  expect(mayAskSo([state, state])).toMatchObject({ code: 'catalogue.question-twice' })
  expect(mayAskSo([question({ key: 'a', kind: 'choice' })])).toMatchObject({
    code: 'catalogue.question-without-options',
  })
  expect(mayAskSo([question({ key: 'a', kind: 'quantity' })])).toMatchObject({
    code: 'catalogue.question-without-unit',
  })
  expect(mayAskSo([question({ key: 'a', kind: 'code' })])).toMatchObject({
    code: 'catalogue.question-without-list',
  })
  expect(mayAskSo([question({ key: 'a', kind: 'text', pattern: '(' })])).toMatchObject({
    code: 'catalogue.question-pattern',
  })
  expect(mayAskSo([question({ key: 'a', kind: 'text', pattern: '(a+)+' })])).toMatchObject({
    code: 'catalogue.question-pattern',
  })
})

test('the JSON Schema asks exactly what the screen shows: a hidden question is not answered, a shown one is', () => {
  const fits = ajv.compile(schemaOf([state, serial]))
  expect(fits({ serialState: 'legible', serial: { value: 'A 1' } })).toBe(true)
  expect(fits({ serialState: 'legible', serial: { absent: 'unknown' } })).toBe(true)
  expect(fits({ serialState: 'legible' })).toBe(false)
  expect(fits({ serialState: 'removed' })).toBe(true)
  expect(fits({ serialState: 'removed', serial: { value: 'A 1' } })).toBe(false)
  expect(fits({ serialState: 'legible', serial: { value: 'A 1' }, more: 1 })).toBe(false)
})

test('whatever the conditions, the schema and the screen agree on what is asked', () => {
  const yes = (key: string, when?: string) =>
    question({ key, kind: 'yes-no', ...(when ? { when: { key: when, is: ['yes'] } } : {}) })
  const form = [yes('a'), yes('b', 'a'), yes('c', 'b')]
  const fits = ajv.compile(schemaOf(form))
  const answer = fc.option(fc.boolean(), { nil: undefined })
  fc.assert(
    fc.property(fc.record({ a: answer, b: answer, c: answer }), (raw) => {
      const answers = Object.fromEntries(Object.entries(raw).filter(([, v]) => v !== undefined))
      const onlyAsked = form.every((q) => answers[q.key] === undefined || isAsked(q, form, answers))
      expect(fits(answers)).toBe(onlyAsked)
    }),
  )
})

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await lab.person('quinn', ['quality-manager'], { unit: null })
  await lab.person('officer', ['officer'], { unit: lab.units.policeDangriga })
  await lab.arrange('catalogue.apply-laboratory', await readLaboratory(belizeFolder))
})
afterAll(() => lab.close())

/** As an operation above would call the door. */
async function within<T>(work: (cx: Cx) => Promise<T>): Promise<T> {
  return lab.db.transaction((tx) =>
    work({
      tx,
      now: lab.clock.now(),
      say: lab.ground.say('en'),
      ground: lab.ground,
      actor: { language: 'en' },
    } as unknown as Cx),
  )
}

test('every kind of item has a form that stands, and the kinds that matter ask what matters', async () => {
  const belize = await readLaboratory(belizeFolder)
  const types = belize.lists.find((l) => l.list === 'item-type')?.codes ?? []
  const forms = new Set(belize.definitions.filter((d) => d.kind === 'form').map((d) => d.key))
  for (const t of types) {
    const { form } = t.data as { form?: string }
    if (form) expect(forms, t.code).toContain(form)
  }
  for (const [type, keys] of [
    ['powder', ['suspected', 'parcels', 'gross']],
    ['pistol', ['make', 'calibre', 'serialState', 'serial', 'loaded']],
    ['ammunition', ['calibre', 'count']],
    ['currency', ['bundled', 'bands', 'serials']],
    ['phone', ['make', 'imei', 'state']],
    ['blood-sample', ['takenAt', 'takenBy']],
    ['document', ['kind']],
    ['vehicle', ['plate', 'vin']],
  ] as const) {
    const { form } = (await lab.as('officer').ask('catalogue.get-form', { type })).body
    const asked = form.questions.map((q: { key: string }) => q.key)
    expect(asked, type).toEqual(expect.arrayContaining([...keys]))
  }
  expect((await lab.as('officer').ask('catalogue.get-form', { type: 'other' })).body.form).toBeNull()
})

test('K4 answers are checked against the form of the day, and told with the version they were given to', async () => {
  const given = {
    make: { value: 'Glock' },
    calibre: { value: '9 mm' },
    loaded: 'yes',
    serialState: 'removed',
  }
  const first = await within((cx) => checkAnswers(cx, 'pistol', given))
  await expect(within((cx) => checkAnswers(cx, 'pistol', { ...given, serial: 'X' }))).rejects.toMatchObject({
    code: 'catalogue.answers-do-not-fit',
    fields: [{ path: 'answers.serial' }],
  })
  await expect(within((cx) => checkAnswers(cx, 'pistol', {}))).rejects.toMatchObject({
    code: 'catalogue.answers-do-not-fit',
  })
  await expect(
    within((cx) => checkAnswers(cx, 'powder', { suspected: { value: 'no-such-drug' } })),
  ).rejects.toMatchObject({
    fields: [{ path: 'answers.suspected', message: expect.stringContaining('code') }],
  })

  const form = await within((cx) => formOfType(cx, 'pistol'))
  const questions = [
    ...(form?.questions ?? []).filter((q) => q.key !== 'make'),
    question({ key: 'bore', kind: 'text', en: 'Bore', es: 'Ánima', required: true }),
  ]
  await lab.as('quinn').do('catalogue.define-form', {
    key: form?.key,
    en: 'Firearm',
    es: 'Arma de fuego',
    questions,
    from: '2026-11-20',
  })
  // The form of the day: not before its day, then it is.
  expect((await within((cx) => formOfType(cx, 'pistol', '2026-11-19')))?.version).toBe(1)
  expect((await within((cx) => formOfType(cx, 'pistol', '2026-11-20')))?.version).toBe(2)
  await expect(within((cx) => checkAnswers(cx, 'pistol', given, { on: '2026-11-20' }))).rejects.toMatchObject(
    { code: 'catalogue.answers-do-not-fit' },
  )
  // What was recorded stands with its own questions, also those that are no longer asked.
  const [told] = await within((cx) => answersSaid(cx, first ? [first] : [], 'es'))
  expect(told?.form.version).toBe(1)
  expect(told?.answers.map((a) => `${a.label}: ${a.text}`)).toContain('Marca: Glock')
})

test('K4 a form is filled in for a use that the laboratory names, for all of it or for some kinds', async () => {
  const define = (key: string, more: object) =>
    lab.as('quinn').tell('catalogue.define-form', {
      key,
      en: key,
      es: key,
      questions: [question({ key: 'lit', kind: 'yes-no' })],
      ...more,
    })
  expect((await define('scene.all', { use: 'scene-checklist' })).status).toBe(200)
  expect((await define('scene.shooting', { use: 'scene-checklist', for: ['shooting'] })).status).toBe(200)
  expect((await define('scene.other', { use: 'no-such-use' })).body.code).toBe('catalogue.no-such-use')
  // What was filled in as a checklist is read as one for ever.
  expect((await define('scene.all', { use: 'call-script' })).body.code).toBe('catalogue.form-of-another-use')

  const keys = (of?: string) =>
    within((cx) => formsFor(cx, 'scene-checklist', { of })).then((all) =>
      // Beside those of this story stands one that the words of scenes bring along.
      all.map((f) => f.key).filter((key) => key !== 'scene.first-look'),
    )
  expect(await keys('shooting')).toEqual(['scene.shooting', 'scene.all'])
  expect(await keys('fire')).toEqual(['scene.all'])
  expect(await within((cx) => formsFor(cx, 'pre-log'))).toEqual([])
  const { form } = (
    await lab.as('officer').ask('catalogue.get-form', { use: 'scene-checklist', of: 'shooting' })
  ).body
  expect(form).toMatchObject({ key: 'scene.shooting', use: 'scene-checklist', for: ['shooting'] })
  const checked = await within((cx) => checkForm(cx, form, { lit: true }))
  expect(checked.form).toBe(form.id)
  await expect(within((cx) => checkForm(cx, form, { dark: true }))).rejects.toMatchObject({
    code: 'catalogue.answers-do-not-fit',
  })
})
