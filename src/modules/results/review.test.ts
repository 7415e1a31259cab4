/** Stories of the bench over HTTP: the technical review by a second person, two at once, and a request that moves to a colleague. */
import { describe, expect, test } from 'vitest'
import { benchHouse } from '../../../test/bench-house.ts'
import * as bench from './examples.ts'

const house = benchHouse()
const { L, eugenio, ingrid, seen, may, review } = house

describe('the technical review', () => {
  test('a weight read again, or a test corrected, after it was concluded from: nobody passes it before it is concluded anew', async () => {
    const at = await bench.waiting(L())
    house.lab.clock.advance(60_000)
    const [first] = (await seen(at.worksheet)).weighings
    await bench.weighed(L(), at, [{ parcel: 1, gross: '14.88', tare: '4.90', corrects: first.id }])
    const refused = (await review(at)).body
    expect(refused.code).toBe('results.concluded-before-change')
    expect(refused.detail).toContain('Quantity')
    expect(await may(at.worksheet, 'results.review-technically', 'ingrid')).toMatchObject({ ok: false })
    house.lab.clock.advance(60_000)
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
    await house.lab.arrange('quality.authorise-person', {
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
    const { id } = await house.lab.as('dora').do('quality.grant-deviation', deviation, { stepUp: true })
    await house.lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
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
    const { id } = await house.lab.as('dora').do('quality.grant-deviation', deviation, { stepUp: true })
    expect((await review(at, 'leon')).body.code).toBe('quality.not-authorised')
    await house.lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
    expect((await review(at, 'leon')).status).toBe(200)
    const other = await bench.waiting(L())
    expect((await review(other, 'leon')).body.code).toBe('quality.not-authorised')
  })

  test('nothing lets somebody examine without an authorisation', async () => {
    const { sectionOf, requested } = await import('#modules/work/examples.ts')
    const section = await sectionOf(L())
    const at = await requested(L(), 'accepted')
    const { id } = await house.lab.as('dora').do(
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
    await house.lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
    const no = await house.lab.as('marva').tell('work.assign-request', {
      request: at.request,
      assignee: section.people.novice,
      methodVersion: section.version,
    })
    expect(no.body.code).toBe('quality.not-authorised')
  })

  test('where no second person exists, a reviewer from outside reviews; they see that request and nothing else', async () => {
    const { sectionOf, requested } = await import('#modules/work/examples.ts')
    const section = await sectionOf(L())
    await house.lab.arrange('quality.authorise-person', {
      person: section.people.outside,
      method: section.method,
      as: 'reviewer',
      from: '2025-01-06',
    })
    const request = await requested(L(), 'accepted')
    await house.lab.as('marva').do('work.assign-request', {
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
    const hers = (await house.lab.as('olga').ask('results.find-worksheets', { state: 'concluded' })).body
      .items
    expect(hers.map((w: { id: string }) => w.id)).toEqual([at.worksheet])
    const foreign = await bench.waiting(L())
    expect(
      (await house.lab.as('olga').ask('results.worksheet', { worksheet: foreign.worksheet })).status,
    ).toBe(404)
    expect((await house.lab.as('olga').ask('cases.find-cases')).body.items).toEqual([])
    expect((await review(at, 'olga')).status).toBe(200)
    for (const operation of ['results.record-test', 'work.assign-request', 'quality.authorise-person'])
      expect([400, 403, 404]).toContain((await house.lab.as('olga').tell(operation, {})).status)
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
    const { id } = await house.lab.as('dora').do(
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
    await house.lab.as('quinn').do('quality.grant-deviation', { deviation: id }, { stepUp: true })
    expect((await review(at)).status).toBe(200)
  })

  test('passes what the reviewer has seen, not what was written since', async () => {
    const at = await bench.waiting(L())
    const { written } = await seen(at.worksheet, 'ingrid')
    house.lab.clock.advance(60_000)
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
      house.lab
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
  await house.lab
    .as('marva')
    .do(
      'work.reassign-request',
      { request: at.request, assignee: at.section.people.second, methodVersion: at.section.version },
      { reason: 'Left the service' },
    )
  const account = { run, disposition: 'not-used', words: 'The analyst left; the exhibit is run again' }
  expect((await house.lab.as('marva').tell('results.account-for-run', account)).body.code).toBe(
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

house.addsUp()
