/** The papers of a death: the report of an examination and the certificate of a cause are drafted, read by another, signed, issued and amended like every paper. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { type PlacedWord, wordsIn } from '../../../test/pdf-places.ts'
import { aCause, examined, finished, officeOf } from '../death/examples.ts'

const lies = (a: PlacedWord, b: PlacedWord, dx: number, dy: number): boolean =>
  b.text === '1' &&
  a.text === '2' &&
  a.page === b.page &&
  Math.abs(a.x - b.x - dx) < 0.5 &&
  Math.abs(a.y - b.y - dy) < 0.5
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
}, 60_000)
afterAll(() => lab.close())

test('H42 S-B15 the report on a body is signed by the pathologist and read by another; it says the wounds and the opinion, and its twin the same', async () => {
  const { death, examination, request } = await examined(lab)
  await lab.as('hugo').do('death.record-finding', {
    examination,
    section: 'death.external',
    answers: { clothing: { value: 'Blue shirt, one hole' } },
  })
  await lab.as('hugo').do('death.mark-diagram', {
    examination,
    diagram: 'adult-front',
    x: '228',
    y: '268',
    kind: 'gunshot',
    words: 'Round, abrasion collar',
    sizeMm: '9.5',
    depthMm: '120',
  })
  await lab
    .as('hugo')
    .do('death.mark-diagram', { examination, diagram: 'adult-front', x: '128', y: '568', kind: 'abrasion' })
  await lab.as('hugo').do('death.certify-cause', {
    death,
    ...aCause({ lines: [{ text: 'Gunshot wound of the chest', interval: { value: 'minutes' } }] }),
  })
  await lab.as('hugo').do('death.give-manner', { death, manner: 'homicide', how: 'Shot by another person' })
  const draft = await lab.as('hugo').do('reports.draft-report', { request })
  const early = await lab
    .as('loretta')
    .tell('reports.review-administratively', { report: draft.id }, { stepUp: true })
  expect(early.body.code).toBe('death.paper-examination-open')
  await lab.as('hugo').do('death.finish-examination', { examination })
  const homicide = await lab
    .as('loretta')
    .tell('reports.review-administratively', { report: draft.id }, { stepUp: true })
  expect(homicide.body.code).toBe('death.paper-wants-review')
  await lab.as('loretta').do('death.review-examination', { examination, outcome: 'agreed' })
  const own = await lab
    .as('hugo')
    .tell('reports.review-administratively', { report: draft.id }, { stepUp: true })
  expect(own.body.code).toBe('reports.reviewer-is-author')
  await lab.as('loretta').do('reports.review-administratively', { report: draft.id })
  await lab.as('hugo').do('reports.sign-report', { report: draft.id })
  await lab.as('hugo').do('reports.issue-report', { report: draft.id, to: [] })
  const pdf = await lab.as('hugo').file('reports.report-file', { report: draft.id })
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  // The two numbers of the drawing lie as the two wounds do, 400 of the diagram being 55 mm; the list names the view.
  const words = await wordsIn(pdf.bytes)
  const unit = ((55 / 400) * 72) / 25.4
  const drawn = words.filter((one) => words.some((other) => lies(other, one, -100 * unit, 300 * unit)))
  expect(drawn.map((w) => w.text)).toContain('1')
  expect(words.map((w) => w.text).join(' ')).toMatch(
    /1 Gunshot wound Adult, front 9\.5 120 Round, abrasion collar/,
  )
  const twin = JSON.parse(
    (await lab.as('hugo').file('reports.report-data', { report: draft.id })).bytes.toString(),
  )
  expect(twin.stated).toMatchObject({
    kind: 'post-mortem',
    examination,
    wounds: [
      { no: 1, diagram: 'adult-front', x: '228', y: '268', kind: 'gunshot' },
      { no: 2, diagram: 'adult-front', kind: 'abrasion' },
    ],
    opinion: { manner: { code: 'homicide' }, cause: { lines: [{ text: 'Gunshot wound of the chest' }] } },
  })
  expect((await lab.as('hugo').ask('work.request', { request })).body.state).toBe('completed')
})

test('H31 the certificate of the cause waits for its doubts, and an amendment of the cause is an amendment of the paper', async () => {
  const { death } = await finished(lab)
  await lab.as('hugo').do('death.certify-cause', {
    death,
    ...aCause({ lines: [{ text: 'Cardiac arrest', interval: { absent: 'unknown' } }] }),
  })
  await lab.as('hugo').do('death.give-manner', { death, manner: 'natural' })
  const file = (await lab.as('hugo').ask('death.get-death', { death })).body
  const draft = await lab.as('hugo').do('reports.draft-report', { request: file.certificateRequest })
  const doubted = await lab
    .as('loretta')
    .tell('reports.review-administratively', { report: draft.id }, { stepUp: true })
  expect(doubted.body.code).toBe('death.paper-doubts-open')
  await lab
    .as('hugo')
    .do('death.answer-doubt', { death, doubt: 'ill-defined', outcome: 'stands', words: 'Nothing else found' })
  await lab.as('loretta').do('reports.review-administratively', { report: draft.id })
  await lab.as('hugo').do('reports.sign-report', { report: draft.id })
  await lab.as('hugo').do('reports.issue-report', { report: draft.id, to: [] })
  lab.clock.advance(60_000)
  await lab
    .as('hugo')
    .do('death.certify-cause', { death, ...aCause({ status: 'amended', why: 'Histology: infarct' }) })
  const next = await lab
    .as('hugo')
    .do(
      'reports.amend-report',
      { report: draft.id, changes: 'Cause after histology' },
      { reason: 'Histology' },
    )
  expect(next.number).toMatch(/-A1$/)
  await lab.as('loretta').do('reports.review-administratively', { report: draft.id })
  await lab.as('hugo').do('reports.sign-report', { report: draft.id })
  await lab.as('hugo').do('reports.issue-report', { report: draft.id, to: [] })
  const twin = JSON.parse(
    (await lab.as('hugo').file('reports.report-data', { report: draft.id })).bytes.toString(),
  )
  expect(twin.stated.opinion.cause).toMatchObject({ status: 'amended', why: 'Histology: infarct' })
})
