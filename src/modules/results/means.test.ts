/** Stories of the bench over HTTP: the instruments, lots and authorisations that a step relies on, and what is written of it. */
import { describe, expect, test } from 'vitest'
import { benchHouse } from '../../../test/bench-house.ts'
import * as bench from './examples.ts'

const house = benchHouse()
const { L, eugenio, ingrid, seen } = house

describe('S-B29 what the bench relies on', () => {
  test('S-B29 an overdue balance blocks weighing with a sentence and the next step', async () => {
    const at = await bench.opened(L())
    const { id } = await house.lab.arrange('quality.register-equipment', {
      code: 'BAL-OLD',
      kind: 'balance',
      name: 'Old balance',
    })
    await house.lab.arrange('quality.record-calibration', {
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
      await house.lab.arrange('quality.receive-lot', {
        number: 'SC-BAD',
        material: 'scott',
        name: 'Scott reagent',
        received: '2026-01-12',
      })
    ).id
    await house.lab.arrange('quality.verify-lot', { lot, outcome: 'verified', why: 'Fits' })
    await bench.test(L(), at, { lots: [lot] })
    await house.lab.as('quinn').do('quality.withdraw-lot', { lot, why: 'Turned green' })
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
    const affected = (await house.lab.as('quinn').ask('quality.affected-by', { thing: lot })).body
    expect(affected).toMatchObject({
      total: 1,
      items: [{ subject: `results.worksheet/${at.worksheet}`, usedFor: 'scott' }],
    })
  })

  test('S-B29 an analyst whose authorisation has ended opens no worksheet', async () => {
    const person = await house.lab.person('brief', ['analyst'], { name: 'Brief Visitor' })
    const section = await (await import('#modules/work/examples.ts')).sectionOf(L())
    await house.lab.arrange('quality.authorise-person', {
      person,
      method: section.method,
      as: 'analyst',
      from: '2026-11-01',
      until: '2026-11-02',
    })
    const { requested } = await import('#modules/work/examples.ts')
    const at = await requested(L(), 'accepted')
    await house.lab
      .as('marva')
      .do('work.assign-request', { request: at.request, assignee: person, methodVersion: section.version })
    await house.lab.as('brief').do('work.start-work', { request: at.request })
    const before = house.lab.clock.now()
    house.lab.clock.set('2026-11-03T06:30:00.000Z')
    const no = await house.lab.as('brief').tell('results.start-worksheet', { request: at.request })
    expect(no.body).toMatchObject({ code: 'quality.authorisation-ended' })
    house.lab.clock.set(before)
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

house.addsUp()
