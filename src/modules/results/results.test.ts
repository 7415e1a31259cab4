/** Stories of the bench over HTTP, told by named people: Eugenio examines, Ingrid reviews, Olga reviews from outside, Quinn keeps quality. */
import { describe, expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { benchHouse } from '../../../test/bench-house.ts'
import * as bench from './examples.ts'
import * as dna from './examples/profiles.ts'
import { results } from './module.ts'

const house = benchHouse()
const { L, eugenio, ingrid, seen, may, conclude, review } = house

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
    await house.lab.person('nosy', ['analyst'], { unit: house.lab.units.toxicology })
    for (const [operation, input] of [
      ['results.worksheet', { worksheet: at.worksheet }],
      ['results.run', { run: at.run }],
      ['results.spectrum', { run: at.run }],
      ['results.raw-file', { run: at.run }],
      ['results.uncertainty-budget', at.about],
    ] as const)
      expect([operation, (await house.lab.as('nosy').ask(operation, input)).status]).toEqual([operation, 404])
    expect((await house.lab.as('nosy').ask('results.find-worksheets')).body.items).toEqual([])
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
        await house.lab.db.direct.many<{ operation: string }>(
          sql`select operation from platform.read_log where root = (select root from results.worksheet where id = ${at.worksheet}) and operation = any(${looks.map(([name]) => name)}) order by id`,
        )
      ).map((line) => line.operation)
    const { root } = await house.lab.db.direct.one<{ root: string }>(
      sql`select root from results.worksheet where id = ${at.worksheet}`,
    )
    const names = looks.map(([name]) => name)
    await look()
    expect(await lines(), 'a name on it is guarded').toEqual(names)
    // Each reason alone: the standing is told so by hand, and made again from the records by the act at the end.
    await house.lab.db.direct.run(sql`update cases.standing set guarded = false where root = ${root}`)
    await look()
    expect(await lines(), 'nothing on it is protected').toEqual(names)
    await house.lab.db.direct.run(sql`update cases.standing set restricted = true where root = ${root}`)
    await look()
    expect(await lines(), 'restricted').toEqual([...names, ...names])
    await house.lab.arrange('cases.set-priority', { case: root, priority: 2 })
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

test('every operation has an example that fits its shape and can be done', async () => {
  const examples: typeof bench.examples = { ...bench.examples, ...dna.examples }
  expect(Object.keys(examples).sort()).toEqual(results.operations.map((o) => o.name).sort())
  for (const op of results.operations) {
    const input = await examples[op.name]?.(house.lab)
    expect(op.input.safeParse(input).error?.issues, op.name).toBe(undefined)
  }
}, 60_000)

house.addsUp()
