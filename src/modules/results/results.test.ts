/** Stories of the bench over HTTP, told by named people: Eugenio examines, Ingrid reviews, Olga reviews from outside, Quinn keeps quality. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { modules } from '../../app/modules.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import * as bench from './examples.ts'
import { results } from './module.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await bench.libraryOf(lab as never)
  await lab.arrange('catalogue.define-list', { list: 'paper-rule', en: 'Papers', es: 'Papeles' })
  await lab.arrange('catalogue.define-code', {
    list: 'paper-rule',
    code: 'pounds',
    en: 'Pounds',
    es: 'Libras',
  })
  for (const [key, value, from, until] of [
    ['cocaine-10g', '10', '2017-11-01', '2026-10-31'],
    ['cocaine-20g', '20', '2026-11-01', null],
  ] as const)
    await lab.arrange('catalogue.define-limit', {
      key,
      substance: 'cocaine',
      value,
      unit: 'g',
      comparison: 'more-than',
      law: 'Misuse of Drugs Act',
      en: `More than ${value} g`,
      es: `Más de ${value} g`,
      validFrom: from,
      ...(until ? { validUntil: until } : {}),
    })
})
afterAll(() => lab?.close())

const L = () => lab as never
const eugenio = () => lab.as('eugenio')
const ingrid = () => lab.as('ingrid')
const seen = async (worksheet: string, who = 'eugenio') =>
  (await lab.as(who).ask('results.worksheet', { worksheet })).body
const may = async (worksheet: string, operation: string, who: string) =>
  (await seen(worksheet, who)).actions.find((a: { operation: string }) => a.operation === operation)
const conclude = (at: bench.Sheet, kind: string, more: Record<string, unknown> = {}) =>
  eugenio().tell('results.record-conclusion', { ...at.about, kind, substance: 'cocaine', ...more })
const review = (at: { worksheet: string }, who = 'ingrid', more: Record<string, unknown> = {}) =>
  lab.as(who).tell('results.review-technically', { worksheet: at.worksheet, ...more }, { stepUp: true })
const offenceOn = (on: string) => ({
  submission: { newCase: { title: 'Seizure', type: 'criminal', incident: { on } } },
})

describe('the main job at the bench', () => {
  test('from the opened worksheet to the verified result, with one return on the way', async () => {
    const at = await bench.opened(L())
    expect(await seen(at.worksheet)).toMatchObject({ state: 'open', analyst: { name: 'Eugenio Cus' } })
    await bench.examined(L(), at)
    const identity = await bench.concluded(L(), at)
    expect(identity.says).toBe('Cocaine was identified.')
    expect((await bench.concluded(L(), at, 'quantity')).says).toBe(
      'Net weight 10.020 ± 0.050 g (0.022 lb), k = 2: below 20 g.',
    )
    expect(await may(at.worksheet, 'results.review-technically', 'ingrid')).toMatchObject({ ok: true })

    await ingrid().do(
      'results.return-for-correction',
      { worksheet: at.worksheet, findings: ['The form is plant?', 'Which blank?'] },
      { stepUp: true },
    )
    expect((await review(at)).body.code).toBe('results.returned-waits-for-analyst')
    const [form] = (await seen(at.worksheet)).observations.filter(
      (o: { field: string }) => o.field === 'form',
    )
    await eugenio().do(
      'results.correct-observation',
      { worksheet: at.worksheet, observation: form.id, answer: 'plant' },
      { reason: 'Finding 1' },
    )
    expect((await seen(at.worksheet)).state).toBe('returned')
    const short = await eugenio().tell('results.answer-findings', {
      worksheet: at.worksheet,
      answers: ['Yes'],
    })
    expect(short.body).toMatchObject({
      code: 'results.answer-each-finding',
      detail: 'There are 2 findings and 1 answer; answer each.',
    })
    await eugenio().do('results.answer-findings', {
      worksheet: at.worksheet,
      answers: ['Corrected', 'Run 01'],
    })
    expect((await review(at, 'ingrid', { findings: ['Good work'] })).status).toBe(200)
    await ingrid().do(
      'results.verify-result',
      { conclusion: identity.id, outcome: 'agrees' },
      { stepUp: true },
    )

    const done = await seen(at.worksheet)
    expect(done.state).toBe('reviewed')
    expect(done.reviews).toMatchObject([
      { by: 'Ingrid Peña Ñúñez', outcome: 'returned', answers: ['Corrected', 'Run 01'] },
      { by: 'Ingrid Peña Ñúñez', outcome: 'passed', findings: ['Good work'], answers: null },
    ])
    expect(done.conclusions[0].verified).toEqual([
      { by: 'Ingrid Peña Ñúñez', outcome: 'agrees', words: null },
    ])
    const late = await eugenio().tell('results.record-test', {
      ...at.about,
      technique: 'marquis',
      outcome: 'negative',
    })
    expect(late.body).toMatchObject({ code: 'results.worksheet-reviewed' })
    expect(late.body.next).toContain('amend the certificate')
  })

  test('says the same in Spanish, sentence by sentence', async () => {
    const at = await bench.waiting(L())
    const spanish = (await ingrid().ask('results.worksheet', { worksheet: at.worksheet }, { language: 'es' }))
      .body
    expect(spanish.conclusions.map((c: { says: string }) => c.says)).toEqual([
      'Se identificó Cocaína.',
      'Peso neto 10.020 ± 0.050 g (0.022 lb), k = 2: por debajo de 20 g.',
    ])
  })

  test('is not read by who does not need to know: worksheet, run and file are told as not there', async () => {
    const at = await bench.waiting(L())
    await lab.person('nosy', ['analyst'], { unit: lab.units.toxicology })
    for (const [operation, input] of [
      ['results.worksheet', { worksheet: at.worksheet }],
      ['results.run', { run: at.run }],
      ['results.spectrum', { run: at.run }],
      ['results.raw-file', { run: at.run }],
      ['results.uncertainty-budget', at.about],
    ] as const)
      expect([operation, (await lab.as('nosy').ask(operation, input)).status]).toEqual([operation, 404])
    expect((await lab.as('nosy').ask('results.find-worksheets')).body.items).toEqual([])
  })

  test('leaves a line for each look while a name on its case is guarded, or the case restricted', async () => {
    const at = await bench.waiting(L())
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { sha256 } = (await ingrid().upload(png, 'bag.png')).body
    const photograph = (
      await ingrid().do('evidence.photograph-item', { item: at.item, file: sha256, shows: 'packaging' })
    ).id
    const looks = [
      ['results.worksheet', { worksheet: at.worksheet }],
      ['results.run', { run: at.run }],
      ['results.spectrum', { run: at.run }],
      ['results.uncertainty-budget', at.about],
      ['work.request', { request: at.request }],
      ['evidence.photograph', { photograph }],
    ] as const
    const look = async () => {
      for (const [operation, input] of looks)
        expect([operation, (await ingrid().file(operation, input)).status]).toEqual([operation, 200])
    }
    const lines = async () =>
      (
        await lab.db.direct.many<{ operation: string }>(
          sql`select operation from platform.read_log where root = (select root from results.worksheet where id = ${at.worksheet}) and operation = any(${looks.map(([name]) => name)}) order by id`,
        )
      ).map((line) => line.operation)
    const { root } = await lab.db.direct.one<{ root: string }>(
      sql`select root from results.worksheet where id = ${at.worksheet}`,
    )
    const names = looks.map(([name]) => name)
    await look()
    expect(await lines(), 'a name on it is guarded').toEqual(names)
    // Each reason alone: the standing is told so by hand, and made again from the records by the act at the end.
    await lab.db.direct.run(sql`update cases.standing set guarded = false where root = ${root}`)
    await look()
    expect(await lines(), 'nothing on it is protected').toEqual(names)
    await lab.db.direct.run(sql`update cases.standing set restricted = true where root = ${root}`)
    await look()
    expect(await lines(), 'restricted').toEqual([...names, ...names])
    await lab.arrange('cases.set-priority', { case: root, priority: 2 })
  })
})

describe('S-B9 presumptive is not identified', () => {
  test('S-B9 colour tests, however many, conclude no identity; what they may say is said as what it is', async () => {
    const at = await bench.opened(L())
    for (const [technique, sampling] of [
      ['scott', 1],
      ['scott', 2],
      ['marquis', 3],
    ] as const)
      await bench.test(L(), at, { technique, sampling })
    const no = await conclude(at, 'identity')
    expect(no.body).toMatchObject({
      status: 409,
      code: 'results.category-a-missing',
      next: 'Run the sample by GC-MS or infrared.',
    })
    const said = await conclude(at, 'presumptive')
    expect(said.body.says).toBe('The tests indicate Cocaine; it was not identified.')
  })

  test('S-B9 what a library proposes counts when a person has confirmed it, and no longer once they take it back', async () => {
    const at = await bench.opened(L())
    await bench.test(L(), at)
    const run = await bench.ran(L(), at, bench.spectrumFile('cocaine'))
    const search = await bench.searched(L(), run)
    expect(search).toMatchObject({ mayPropose: true, hits: [{ name: 'Cocaine', score: 999 }] })
    await bench.test(L(), at, { technique: 'gc-ms', sampling: 2, run })
    expect((await conclude(at, 'identity')).body.code).toBe('results.nobody-confirmed')
    const word = { search: search.id, hit: 0, substance: 'cocaine', words: 'Peak by peak' }
    await eugenio().do('results.confirm-hit', word)
    await eugenio().do('results.record-elimination', { ...word, words: 'Another retention time' })
    expect((await conclude(at, 'identity')).body.code).toBe('results.nobody-confirmed')
    await eugenio().do('results.confirm-hit', word)
    expect((await conclude(at, 'identity')).status).toBe(200)
  })

  test('S-B9 an ion that the reference does not have asks for a remark', async () => {
    const at = await bench.opened(L())
    const run = await bench.ran(L(), at, bench.spectrumFile('cocaine', [[149, 300]]))
    const search = await bench.searched(L(), run)
    const word = { search: search.id, hit: 0, substance: 'cocaine' }
    const no = await eugenio().tell('results.confirm-hit', word)
    expect(no.body).toMatchObject({
      code: 'results.unexplained-ions',
      detail: 'The reference does not explain m/z 149. Say what they are.',
    })
    await eugenio().do('results.confirm-hit', { ...word, words: 'Phthalate, also in the blank' })
  })

  test('S-B9 a base peak alone is proposed to nobody and confirmed by nobody', async () => {
    const at = await bench.opened(L())
    const run = await bench.ran(L(), at, Buffer.from('m/z,intensity\n82,999\n82.2,40\n83,55\n'))
    const search = await bench.searched(L(), run)
    expect(search).toMatchObject({ status: 'insufficient', mayPropose: false })
    const no = await eugenio().tell('results.confirm-hit', {
      search: search.id,
      hit: 0,
      substance: 'cocaine',
      words: 'I am sure',
    })
    expect(no.body.code).toBe('results.cannot-be-told-apart')
  })

  test('S-B9 “no controlled drug” is said only by a technique that would have found one', async () => {
    const at = await bench.opened(L())
    await bench.test(L(), at, { outcome: 'negative', pointsTo: undefined })
    expect((await conclude(at, 'negative', { substance: undefined })).body.code).toBe(
      'results.negative-needs-category-a',
    )
    const run = await bench.ran(
      L(),
      at,
      bench.spectrumFile(null, [
        [44, 10],
        [55, 9],
        [69, 8],
      ]),
    )
    await bench.test(L(), at, {
      technique: 'gc-ms',
      sampling: 2,
      run,
      outcome: 'negative',
      pointsTo: undefined,
    })
    expect((await conclude(at, 'negative', { substance: undefined })).body.says).toBe(
      'No controlled drug was found.',
    )
  })
})

describe('a test rests on what it says it rests on', () => {
  test('not on a blank, not on another technique, not on a run that was set aside', async () => {
    const at = await bench.opened(L())
    const blank = await bench.ran(L(), at, bench.spectrumFile('cocaine'), {
      sampleKind: 'blank',
      item: at.item,
    })
    const run = await bench.ran(L(), at, bench.spectrumFile('cocaine'))
    const carry = (more: Record<string, unknown>) =>
      eugenio().tell('results.record-test', {
        ...at.about,
        technique: 'gc-ms',
        outcome: 'positive',
        pointsTo: 'cocaine',
        run,
        ...more,
      })
    expect((await carry({ run: blank })).body.code).toBe('results.run-of-another-exhibit')
    expect((await carry({ technique: 'tlc' })).body.code).toBe('results.run-of-another-technique')
    await eugenio().do('results.account-for-run', { run, disposition: 'repeated', words: 'Blocked needle' })
    expect((await carry({})).body.code).toBe('results.run-set-aside')
  })

  test('a run set aside afterwards takes its test with it', async () => {
    const at = await bench.opened(L())
    const run = await bench.examined(L(), at)
    await eugenio().do('results.account-for-run', { run, disposition: 'not-used', words: 'Wrong vial' })
    expect((await conclude(at, 'identity')).body.code).toBe('results.category-a-missing')
  })

  test('contamination: what the blank shows too is not of the exhibit, until both are run again clean', async () => {
    const at = await bench.opened(L())
    await bench.described(L(), at)
    await bench.weighed(L(), at)
    await bench.test(L(), at)
    const blank = await bench.ran(L(), at, bench.spectrumFile('cocaine'), {
      sampleKind: 'blank',
      item: undefined,
    })
    const dirty = await bench.searched(L(), blank)
    await eugenio().do('results.confirm-hit', {
      search: dirty.id,
      hit: 0,
      substance: 'cocaine',
      words: 'In the blank',
    })
    const first = await bench.confirmed(L(), at)
    await bench.test(L(), at, { technique: 'gc-ms', sampling: 2, run: first })
    const no = await conclude(at, 'identity')
    expect(no.body.code).toBe('results.blank-shows-it')
    expect(no.body.detail).toContain(`${at.sheet}/01`)
    await eugenio().do('results.account-for-run', {
      run: [blank, first],
      disposition: 'repeated',
      words: 'Carry-over; liner changed',
    })
    const clean = await bench.ran(
      L(),
      at,
      bench.spectrumFile(null, [
        [44, 20],
        [207, 9],
        [281, 4],
      ]),
      {
        sampleKind: 'blank',
        item: undefined,
      },
    )
    const second = await bench.confirmed(L(), at)
    await bench.test(L(), at, { technique: 'gc-ms', sampling: 2, run: second })
    await eugenio().do('results.account-for-run', {
      run: [clean, second],
      disposition: 'used',
      words: 'Clean',
    })
    expect((await conclude(at, 'identity')).status).toBe(200)
    expect((await review(at)).status).toBe(200)
  })

  test('two substances may stand beside each other; the same one twice, or an amount twice, may not', async () => {
    const at = await bench.opened(L())
    await bench.examined(L(), at)
    const heroin = await bench.ran(L(), at, bench.spectrumFile('heroin'))
    const search = await bench.searched(L(), heroin)
    await eugenio().do('results.confirm-hit', {
      search: search.id,
      hit: 0,
      substance: 'heroin',
      words: 'Yes',
    })
    await bench.test(L(), at, { technique: 'gc-ms', sampling: 1, run: heroin, pointsTo: 'heroin' })
    await bench.test(L(), at, { technique: 'marquis', sampling: 2, pointsTo: 'heroin' })
    const first = (await conclude(at, 'identity')).body
    expect((await conclude(at, 'identity', { substance: 'heroin' })).body.says).toBe('Heroin was identified.')
    expect((await conclude(at, 'identity')).body.code).toBe('results.concluded-already')
    expect((await conclude(at, 'presumptive')).body.code).toBe('results.concluded-already')
    const silent = await conclude(at, 'presumptive', { corrects: first.id })
    expect([silent.status, silent.body.code]).toEqual([409, 'reason-required'])
    const corrected = await eugenio().tell(
      'results.record-conclusion',
      { ...at.about, kind: 'presumptive', substance: 'cocaine', corrects: first.id },
      { reason: 'The run is to be repeated' },
    )
    expect(corrected.status).toBe(200)
    expect(
      (await seen(at.worksheet)).conclusions.map((c: { kind: string; substance: string }) => [
        c.kind,
        c.substance,
      ]),
    ).toEqual([
      ['identity', 'heroin'],
      ['presumptive', 'cocaine'],
    ])
  })
})

describe('S-B10 drug law by date, weights against the limit', () => {
  const stated = async (on: string, gross: string, tare: string) => {
    const at = await bench.opened(L(), offenceOn(on))
    await bench.weighed(L(), at, [{ parcel: 1, gross, tare }])
    await bench.test(L(), at)
    return (await conclude(at, 'quantity')).body
  }
  test('S-B10 10.02 ± 0.05 g is reported “not shown above 10 g”', async () => {
    const said = await stated('2026-05-31', '14.88', '4.86')
    expect(said).toMatchObject({
      value: '10.020',
      uncertainty: '0.050',
      unit: 'g',
      decision: 'not-shown-above',
      says: 'Net weight 10.020 ± 0.050 g (0.022 lb), k = 2: not shown to be above 10 g.',
    })
  })
  test.each([
    ['10.05', 'not-shown-above'],
    ['10.06', 'above'],
    ['9.96', 'not-shown-above'],
    ['9.94', 'below'],
  ])('S-B10 the edges: %s g is %s', async (net, decision) => {
    const gross = (Number(net) + 4.86).toFixed(2)
    expect((await stated('2026-05-31', gross, '4.86')).decision).toBe(decision)
  })
  test('S-B10 the law of the day of the offence decides; of a month, its last day; of an unknown day, today', async () => {
    expect((await stated('2026-10-31', '19.86', '4.86')).says).toContain('above 10 g')
    expect((await stated('2026-11-01', '19.86', '4.86')).says).toContain('below 20 g')
    expect((await stated('2026-10', '19.86', '4.86')).says).toContain('above 10 g')
    expect((await stated('2026', '19.86', '4.86')).says).toContain('below 20 g')
    const at = await bench.opened(L(), { submission: { newCase: { title: 'Seizure', type: 'criminal' } } })
    await bench.weighed(L(), at, [{ parcel: 1, gross: '19.86', tare: '4.86' }])
    expect((await conclude(at, 'quantity')).body.says).toContain('below 20 g')
  })
  test('S-B10 several parcels: each reading of one balance carries its error; the budget says so', async () => {
    const at = await bench.opened(L(), offenceOn('2026-05-31'))
    await bench.weighed(
      L(),
      at,
      [1, 2, 3].map((parcel) => ({ parcel, gross: '5.00', tare: '1.00' })),
    )
    await bench.test(L(), at)
    const budget = (await eugenio().ask('results.uncertainty-budget', at.about)).body
    // six readings of u = 0.0125 g, one error in all of them: u = 0.075, U = 0.15
    expect(budget).toMatchObject({
      value: '12.00',
      uncertainty: '0.15',
      k: '2',
      readings: 6,
      standardUncertainty: '0.075',
      contributions: [{ source: 'balance', degreesOfFreedom: 'infinite' }],
      decisions: [{ limitValue: '10', decision: 'above' }],
    })
  })
  test('S-B10 a wrapping heavier than the whole, a parcel twice, two units: refused with the parcel named', async () => {
    const at = await bench.opened(L())
    const weigh = (parcels: unknown, unit = 'g') =>
      eugenio().tell('results.record-measurement', {
        ...at.about,
        equipment: at.section.balance,
        unit,
        parcels,
      })
    expect((await weigh([{ parcel: 2, gross: '1.0', tare: '1.1' }])).body.detail).toBe(
      'Parcel 2: the wrapping weighs more than the whole.',
    )
    const twice = [{ parcel: 1, gross: '2', tare: '1' }]
    expect((await weigh([...twice, ...twice])).body.code).toBe('results.parcel-twice')
    await weigh(twice)
    expect((await weigh(twice)).body.code).toBe('results.parcel-weighed')
    const [before] = (await seen(at.worksheet)).weighings
    expect((await weigh([{ parcel: 1, gross: '2.5', tare: '1', corrects: before.id }])).status).toBe(200)
    expect((await seen(at.worksheet)).weighings).toMatchObject([{ gross: '2.5', net: '1.5' }])
    await weigh([{ parcel: 2, gross: '900', tare: '1' }], 'mg')
    expect((await conclude(at, 'quantity')).body.code).toBe('results.units-mixed')
    expect((await weigh([{ parcel: 3, gross: '1e3', tare: '1' }])).status).toBe(400)
  })
})

describe('sampling', () => {
  test('answers as the published table, and chooses units that anybody can choose again', async () => {
    const at = await bench.opened(L())
    const plan = (population: number, fraction: string, confidence: string, seed?: string) =>
      eugenio().do('results.plan-sampling', {
        ...at.about,
        population,
        fraction,
        confidence,
        ...(seed ? { seed } : {}),
      })
    for (const [population, fraction, confidence, n] of [
      [10, '0.5', '0.95', 3],
      [50, '0.7', '0.95', 8],
      [100, '0.9', '0.95', 23],
      [1000, '0.9', '0.99', 43],
    ] as const)
      expect((await plan(population, fraction, confidence)).sampleSize).toBe(n)
    const [first, second] = [await plan(100, '0.9', '0.95', 'ab12'), await plan(100, '0.9', '0.95', 'ab12')]
    expect(first.units).toEqual(second.units)
    expect(new Set(first.units).size).toBe(23)
  })

  test('of a sample the identity says how much it shows of all; without the count it says nothing', async () => {
    const at = await bench.opened(L())
    await bench.examined(L(), at)
    await eugenio().do('results.plan-sampling', {
      ...at.about,
      population: 100,
      fraction: '0.9',
      confidence: '0.95',
    })
    const no = await conclude(at, 'identity')
    expect(no.body).toMatchObject({
      code: 'results.units-positive-missing',
      next: 'Count the units and write the number.',
    })
    expect((await conclude(at, 'identity', { unitsPositive: 24 })).status).toBe(409)
    expect((await conclude(at, 'identity', { unitsPositive: 23 })).body.says).toBe(
      'Cocaine was identified in 23 of 23 units, taken at random from 100. With 95 % confidence at least 90 of the 100 units hold it.',
    )
  })

  test('the weight of all from the weight of some needs a plan, and states k of Student', async () => {
    const at = await bench.opened(L(), offenceOn('2026-05-31'))
    await bench.weighed(
      L(),
      at,
      ['0.10', '0.12', '0.11', '0.13'].map((gross, n) => ({ parcel: n + 1, gross, tare: '0' })),
    )
    expect((await conclude(at, 'quantity', { extrapolateTo: 100 })).body.code).toBe(
      'results.whole-not-planned',
    )
    await eugenio().do('results.plan-sampling', {
      ...at.about,
      population: 100,
      fraction: '0.5',
      confidence: '0.9',
    })
    const said = (await conclude(at, 'quantity', { extrapolateTo: 100 })).body
    // balance: 8 readings of 0.0125 g plainly, times 25 = 2.5; sampling 0.632; together 2.579; many degrees of freedom: t = 2.025 of more than 100
    expect(said.says).toContain('Net weight 11.5 ± 5.3 g')
    expect(said.decision).toBe('not-shown-above')
  })
})

describe('S-B29 what the bench relies on', () => {
  test('S-B29 an overdue balance blocks weighing with a sentence and the next step', async () => {
    const at = await bench.opened(L())
    const { id } = await lab.arrange('quality.register-equipment', {
      code: 'BAL-OLD',
      kind: 'balance',
      name: 'Old balance',
    })
    await lab.arrange('quality.record-calibration', {
      equipment: id,
      outcome: 'passed',
      on: '2025-01-12',
      due: '2026-01-12',
      uncertainty: { value: '0.02', unit: 'g', k: '2' },
    })
    const no = await eugenio().tell('results.record-measurement', {
      ...at.about,
      equipment: id,
      unit: 'g',
      parcels: [{ parcel: 1, gross: '2', tare: '1' }],
    })
    expect(no.body).toMatchObject({ status: 409, code: 'quality.calibration-overdue' })
    expect(no.body.next).toBeTruthy()
    expect((await seen(at.worksheet)).weighings).toEqual([])
  })

  test('a step asks for its instrument and its lot by kind; once named they need not be named again', async () => {
    const at = await bench.opened(L())
    const colour = (more: Record<string, unknown>) =>
      eugenio().tell('results.record-test', { ...at.about, technique: 'scott', outcome: 'positive', ...more })
    expect((await colour({})).body).toMatchObject({
      code: 'results.lot-not-named',
      detail: 'Scott test asks for a lot of scott.',
      next: 'Name the one that was used.',
    })
    expect((await colour({ lots: [at.section.scott] })).status).toBe(200)
    expect((await colour({ sampling: 2 })).status).toBe(200)
    const weigh = await eugenio().tell('results.record-measurement', {
      ...at.about,
      equipment: at.section.gcms,
      unit: 'g',
      parcels: [{ parcel: 1, gross: '2', tare: '1' }],
    })
    expect(weigh.body).toMatchObject({ code: 'results.not-asked-for', detail: 'Weighing asks for no gc-ms.' })
    const relies = (await seen(at.worksheet)).relies.map((r: { kind: string; name: string; ok: boolean }) => [
      r.kind,
      r.ok,
    ])
    expect(relies).toEqual([
      ['method-version', true],
      ['person', true],
      ['lot', true],
    ])
  })

  test('a lot withdrawn stops its next use and leads to every worksheet that stood on it', async () => {
    const at = await bench.opened(L())
    const lot = (
      await lab.arrange('quality.receive-lot', {
        number: 'SC-BAD',
        material: 'scott',
        name: 'Scott reagent',
        received: '2026-01-12',
      })
    ).id
    await lab.arrange('quality.verify-lot', { lot, outcome: 'verified', why: 'Fits' })
    await bench.test(L(), at, { lots: [lot] })
    await lab.as('quinn').do('quality.withdraw-lot', { lot, why: 'Turned green' })
    const no = await eugenio().tell('results.record-test', {
      ...at.about,
      technique: 'scott',
      outcome: 'positive',
      sampling: 2,
    })
    expect(no.body).toMatchObject({ code: 'quality.lot-withdrawn' })
    expect(
      (
        await eugenio().tell('results.record-test', {
          ...at.about,
          technique: 'scott',
          outcome: 'positive',
          sampling: 2,
          lots: [at.section.scott],
        })
      ).status,
    ).toBe(200)
    const affected = (await lab.as('quinn').ask('quality.affected-by', { thing: lot })).body
    expect(affected).toMatchObject({
      total: 1,
      items: [{ subject: `results.worksheet/${at.worksheet}`, usedFor: 'scott' }],
    })
  })

  test('S-B29 an analyst whose authorisation has ended opens no worksheet', async () => {
    const person = await lab.person('brief', ['analyst'], { name: 'Brief Visitor' })
    const section = await (await import('#modules/work/examples.ts')).sectionOf(L())
    await lab.arrange('quality.authorise-person', {
      person,
      method: section.method,
      as: 'analyst',
      from: '2026-11-01',
      until: '2026-11-02',
    })
    const { requested } = await import('#modules/work/examples.ts')
    const at = await requested(L(), 'accepted')
    await lab
      .as('marva')
      .do('work.assign-request', { request: at.request, assignee: person, methodVersion: section.version })
    await lab.as('brief').do('work.start-work', { request: at.request })
    const before = lab.clock.now()
    lab.clock.set('2026-11-03T06:30:00.000Z')
    const no = await lab.as('brief').tell('results.start-worksheet', { request: at.request })
    expect(no.body).toMatchObject({ code: 'quality.authorisation-ended' })
    lab.clock.set(before)
  })
})

describe('observations', () => {
  test('answer a field of the method in its form, once; another answer names the first and says why', async () => {
    const at = await bench.opened(L())
    const write = (field: string, answer: unknown, step = 'appearance') =>
      eugenio().tell('results.record-observations', { ...at.about, observations: [{ step, field, answer }] })
    expect((await write('colour', 'white')).body.code).toBe('results.no-such-field')
    expect((await write('form', 'liquid')).body).toMatchObject({ code: 'results.answer-does-not-fit' })
    expect((await write('largest', { value: '12', unit: 'inch' })).body.code).toBe(
      'results.answer-does-not-fit',
    )
    expect((await write('largest', { value: '12.5', unit: 'mm' })).status).toBe(200)
    expect((await write('parcels', { absent: 'unknown' })).status).toBe(200)
    expect((await write('form', 'powder')).status).toBe(200)
    expect((await write('form', 'plant')).body).toMatchObject({ code: 'results.observed-already' })
    const form = (await seen(at.worksheet)).observations.find((o: { field: string }) => o.field === 'form')
    const correct = { worksheet: at.worksheet, observation: form.id, answer: 'plant' }
    expect((await eugenio().tell('results.correct-observation', correct)).status).toBe(400)
    expect(
      (await eugenio().tell('results.correct-observation', { ...correct, answer: 'liquid' }, { reason: 'x' }))
        .body.code,
    ).toBe('results.answer-does-not-fit')
    await eugenio().do('results.correct-observation', correct, { reason: 'Looked again under the lamp' })
    const both = (await seen(at.worksheet)).observations.filter((o: { field: string }) => o.field === 'form')
    expect(both).toMatchObject([
      { answer: 'powder', corrects: null },
      { answer: 'plant', corrects: form.id },
    ])
    expect(
      (await eugenio().tell('results.correct-observation', correct, { reason: 'Again' })).body.code,
    ).toBe('results.corrected-already')
  })

  test('are written by the analyst of the worksheet and by nobody else', async () => {
    const at = await bench.opened(L())
    const no = await ingrid().tell('results.record-observations', {
      ...at.about,
      observations: [{ step: 'appearance', field: 'form', answer: 'powder' }],
    })
    expect(no.body.code).toBe('results.not-your-worksheet')
  })
})

describe('the technical review', () => {
  test('a weight read again, or a test corrected, after it was concluded from: nobody passes it before it is concluded anew', async () => {
    const at = await bench.waiting(L())
    lab.clock.advance(60_000)
    const [first] = (await seen(at.worksheet)).weighings
    await bench.weighed(L(), at, [{ parcel: 1, gross: '14.88', tare: '4.90', corrects: first.id }])
    const refused = (await review(at)).body
    expect(refused.code).toBe('results.concluded-before-change')
    expect(refused.detail).toContain('Quantity')
    expect(await may(at.worksheet, 'results.review-technically', 'ingrid')).toMatchObject({ ok: false })
    lab.clock.advance(60_000)
    const again = await eugenio().tell(
      'results.record-conclusion',
      { ...at.about, kind: 'quantity', substance: 'cocaine', corrects: at.quantity },
      { reason: 'The wrapping was weighed again' },
    )
    expect(again.body.value).toContain('9.98')
    const colour = (await seen(at.worksheet)).tests.find((t: { category: string }) => t.category === 'C')
    await bench.test(L(), at, { corrects: colour.id })
    expect((await review(at)).body.code).toBe('results.concluded-before-change')
  })

  test('S-B8 author and reviewer are two people; no deviation changes that', async () => {
    const at = await bench.waiting(L())
    const { analyst, director } = at.section.people
    expect(director).toBeTruthy()
    await lab.arrange('quality.authorise-person', {
      person: analyst,
      method: at.section.method,
      as: 'reviewer',
      from: '2025-01-06',
    })
    const deviation = {
      text: 'The analyst reviews',
      why: 'Nobody else is there',
      subjects: [at.worksheet],
      things: [analyst],
      until: '2026-12-31',
    }
    const { id } = await lab.as('dora').do('quality.grant-deviation', deviation, { stepUp: true })
    await lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
    for (const operation of ['results.review-technically', 'results.return-for-correction'])
      expect(
        (await eugenio().tell(operation, { worksheet: at.worksheet, findings: ['x'] }, { stepUp: true })).body
          .code,
      ).toBe('results.reviewer-is-author')
    expect(
      (
        await eugenio().tell(
          'results.verify-result',
          { conclusion: at.identity, outcome: 'agrees' },
          { stepUp: true },
        )
      ).body.code,
    ).toBe('results.verifier-is-author')
    expect(await may(at.worksheet, 'results.review-technically', 'eugenio')).toMatchObject({
      ok: false,
      why: 'Nobody reviews their own work. Another authorised person must review.',
    })
  })

  test('S-B8 asks for an authorisation; a deviation of director and quality, with reason and end, may stand in for it and is kept', async () => {
    const at = await bench.waiting(L())
    const { novice } = at.section.people
    expect((await review(at, 'leon')).body.code).toBe('quality.not-authorised')
    const deviation = {
      text: 'Leon Tzib reviews this worksheet',
      why: 'Both reviewers are on leave; the trial is on Monday',
      subjects: [at.worksheet],
      things: [novice],
      until: '2026-11-10',
    }
    const { id } = await lab.as('dora').do('quality.grant-deviation', deviation, { stepUp: true })
    expect((await review(at, 'leon')).body.code).toBe('quality.not-authorised')
    await lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
    expect((await review(at, 'leon')).status).toBe(200)
    const other = await bench.waiting(L())
    expect((await review(other, 'leon')).body.code).toBe('quality.not-authorised')
  })

  test('nothing lets somebody examine without an authorisation', async () => {
    const { sectionOf, requested } = await import('#modules/work/examples.ts')
    const section = await sectionOf(L())
    const at = await requested(L(), 'accepted')
    const { id } = await lab.as('dora').do(
      'quality.grant-deviation',
      {
        text: 'Leon examines',
        why: 'Haste',
        subjects: [at.request],
        things: [section.people.novice],
        until: '2026-11-10',
      },
      { stepUp: true },
    )
    await lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
    const no = await lab.as('marva').tell('work.assign-request', {
      request: at.request,
      assignee: section.people.novice,
      methodVersion: section.version,
    })
    expect(no.body.code).toBe('quality.not-authorised')
  })

  test('where no second person exists, a reviewer from outside reviews; they see that request and nothing else', async () => {
    const { sectionOf, requested } = await import('#modules/work/examples.ts')
    const section = await sectionOf(L())
    await lab.arrange('quality.authorise-person', {
      person: section.people.outside,
      method: section.method,
      as: 'reviewer',
      from: '2025-01-06',
    })
    const request = await requested(L(), 'accepted')
    await lab.as('marva').do('work.assign-request', {
      request: request.request,
      assignee: section.people.analyst,
      methodVersion: section.version,
      reviewer: section.people.outside,
    })
    await eugenio().do('work.start-work', { request: request.request })
    const { id, number } = await eugenio().do('results.start-worksheet', { request: request.request })
    const item = request.items[0]?.id as string
    const at = { ...request, section, worksheet: id, sheet: number, item, about: { worksheet: id, item } }
    await bench.examined(L(), at)
    await bench.concluded(L(), at)
    const hers = (await lab.as('olga').ask('results.find-worksheets', { state: 'concluded' })).body.items
    expect(hers.map((w: { id: string }) => w.id)).toEqual([at.worksheet])
    const foreign = await bench.waiting(L())
    expect((await lab.as('olga').ask('results.worksheet', { worksheet: foreign.worksheet })).status).toBe(404)
    expect((await lab.as('olga').ask('cases.find-cases')).body.items).toEqual([])
    expect((await review(at, 'olga')).status).toBe(200)
    for (const operation of ['results.record-test', 'work.assign-request', 'quality.authorise-person'])
      expect([400, 403, 404]).toContain((await lab.as('olga').tell(operation, {})).status)
  })

  test('passes no worksheet on which an exhibit, a step or a run was left out', async () => {
    const at = await bench.opened(L(), { items: 2 })
    await bench.test(L(), at)
    await bench.weighed(L(), at)
    const run = await bench.confirmed(L(), at)
    await bench.test(L(), at, { technique: 'gc-ms', sampling: 2, run })
    await bench.concluded(L(), at)
    const second = at.items[1] as { id: string; number: string }
    const no = await review(at)
    expect(no.body).toMatchObject({
      code: 'results.exhibits-not-concluded',
      detail: `Nothing is concluded of ${second.number}.`,
    })
    await eugenio().do('results.record-inconclusive', {
      worksheet: at.worksheet,
      item: second.id,
      words: 'Not examined: the bag was empty',
    })
    const steps = await review(at)
    expect(steps.body).toMatchObject({ code: 'results.steps-missing' })
    expect(steps.body.detail).toContain(`${at.items[0]?.number}: Packaging and seals, Appearance, Blank`)
    expect(await may(at.worksheet, 'results.review-technically', 'ingrid')).toMatchObject({ ok: false })
    await bench.described(L(), at)
    await bench.ran(L(), at, bench.spectrumFile(null, [[44, 20]]), { sampleKind: 'blank', item: undefined })
    const loose = await review(at)
    expect(loose.body).toMatchObject({ code: 'results.runs-unaccounted' })
    const left = (await ingrid().ask('results.unaccounted-runs', { request: at.request })).body.items
    expect(left.map((r: { number: string }) => r.number)).toEqual([`${at.sheet}/01`, `${at.sheet}/02`])
    await eugenio().do('results.account-for-run', {
      run: left.map((r: { id: string }) => r.id),
      disposition: 'used',
      words: 'As expected',
    })
    expect((await review(at)).status).toBe(200)
  })

  test('a step may be left out under a deviation from the method, of director and quality', async () => {
    const at = await bench.opened(L())
    await bench.described(L(), at)
    await bench.test(L(), at)
    const run = await bench.confirmed(L(), at)
    await bench.test(L(), at, { technique: 'gc-ms', sampling: 2, run })
    await eugenio().do('results.account-for-run', { run, disposition: 'used', words: 'Carries it' })
    await bench.concluded(L(), at)
    expect((await review(at)).body.detail).toContain('Weighing, Blank')
    const { id } = await lab.as('dora').do(
      'quality.grant-deviation',
      {
        text: 'Residue on a spoon: not weighed; the blank of the morning serves',
        why: 'Nothing to weigh',
        subjects: [at.request],
        things: [at.section.version],
        until: '2026-11-30',
      },
      { stepUp: true },
    )
    await lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
    expect((await review(at)).status).toBe(200)
  })

  test('passes what the reviewer has seen, not what was written since', async () => {
    const at = await bench.waiting(L())
    const { written } = await seen(at.worksheet, 'ingrid')
    lab.clock.advance(60_000)
    await bench.test(L(), at, { technique: 'marquis', outcome: 'inconclusive', pointsTo: undefined })
    expect((await review(at, 'ingrid', { seen: written })).body).toMatchObject({
      code: 'results.written-since',
      next: 'Look at it again, then review.',
    })
    const again = await seen(at.worksheet, 'ingrid')
    expect((await review(at, 'ingrid', { seen: again.written })).status).toBe(200)
  })

  test('a second examiner differs once, in words, and the difference stays', async () => {
    const at = await bench.waiting(L())
    const word = (more: object) =>
      ingrid().tell(
        'results.verify-result',
        { conclusion: at.identity, outcome: 'differs', ...more },
        { stepUp: true },
      )
    expect((await word({})).body.code).toBe('results.say-what-differs')
    expect((await word({ words: 'The ratio 182 to 82 is low' })).status).toBe(200)
    expect((await word({ outcome: 'agrees' })).body.code).toBe('results.verified-already')
    expect((await seen(at.worksheet)).conclusions[0].verified).toEqual([
      { by: 'Ingrid Peña Ñúñez', outcome: 'differs', words: 'The ratio 182 to 82 is low' },
    ])
  })
})

describe('two at once', () => {
  test('two reviewers: one passes it, the other reads that it was passed', async () => {
    const at = await bench.waiting(L())
    const answers = await Promise.all([review(at, 'ingrid'), review(at, 'marva')])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    expect(answers.find((a) => a.status === 409)?.body.code).toBe('results.reviewed-already')
    expect((await seen(at.worksheet)).reviews).toHaveLength(1)
  })

  test('one passes and one returns: one of the two happens', async () => {
    const at = await bench.waiting(L())
    const answers = await Promise.all([
      review(at, 'ingrid'),
      lab
        .as('marva')
        .tell(
          'results.return-for-correction',
          { worksheet: at.worksheet, findings: ['?'] },
          { stepUp: true },
        ),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    expect((await seen(at.worksheet)).reviews).toHaveLength(1)
  })

  test('one request, one worksheet: opened twice at once it is there once', async () => {
    const { requested } = await import('#modules/work/examples.ts')
    const at = await requested(L(), 'started')
    const answers = await Promise.all([
      eugenio().tell('results.start-worksheet', { request: at.request }),
      eugenio().tell('results.start-worksheet', { request: at.request }),
      ingrid().tell('results.start-worksheet', { request: at.request }),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409])
    expect(
      answers
        .map((a) => a.body.code)
        .filter(Boolean)
        .sort(),
    ).toEqual(['results.not-your-request', 'results.worksheet-open-already'])
  })

  test('one parcel weighed from two screens stands once', async () => {
    const at = await bench.opened(L())
    const weigh = () =>
      eugenio().tell('results.record-measurement', {
        ...at.about,
        equipment: at.section.balance,
        unit: 'g',
        parcels: [{ parcel: 1, gross: '2', tare: '1' }],
      })
    expect((await Promise.all([weigh(), weigh(), weigh()])).map((a) => a.status).sort()).toEqual([
      200, 409, 409,
    ])
  })
})

test('when a request moves to a colleague, the colleague accounts for the runs that were left behind, and reviews them no more', async () => {
  const at = await bench.opened(L())
  const run = await bench.ran(L(), at, bench.spectrumFile('cocaine'))
  await lab
    .as('marva')
    .do(
      'work.reassign-request',
      { request: at.request, assignee: at.section.people.second, methodVersion: at.section.version },
      { reason: 'Left the service' },
    )
  const account = { run, disposition: 'not-used', words: 'The analyst left; the exhibit is run again' }
  expect((await lab.as('marva').tell('results.account-for-run', account)).body.code).toBe(
    'results.not-your-worksheet',
  )
  expect(await may(at.worksheet, 'results.review-technically', 'ingrid')).toMatchObject({
    why: 'Nothing is concluded yet.',
  })
  await ingrid().do('results.account-for-run', account)
  expect((await review(at)).body).toMatchObject({
    status: 409,
    code: 'results.reviewer-wrote-here',
    detail: 'You wrote on this worksheet, so you do not review it. Another authorised person must review.',
  })
  const returned = { worksheet: at.worksheet, findings: ['Weigh again'] }
  expect(
    (await ingrid().tell('results.return-for-correction', returned, { stepUp: true, language: 'es' })).body
      .detail,
  ).toBe(
    'Usted escribió en esta hoja de trabajo, así que no la revisa. Debe revisar otra persona autorizada.',
  )
  expect((await ingrid().ask('results.unaccounted-runs', { request: at.request })).body.items).toEqual([])
})

test('every operation has an example that fits its shape and can be done', async () => {
  expect(Object.keys(bench.examples).sort()).toEqual(results.operations.map((o) => o.name).sort())
  for (const op of results.operations) {
    const input = await bench.examples[op.name]?.(lab)
    expect(op.input.safeParse(input).error?.issues, op.name).toBe(undefined)
  }
}, 60_000)

test('what was recorded adds up to what stands', async () => {
  const report = await verifyInstallation(lab.ground, modules, {})
  expect(report.problems.filter((p) => p.table?.startsWith('results.'))).toEqual([])
})
