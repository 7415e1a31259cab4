/** Stories of audits: what a sample drew is asked the laboratory's questions, the score stands with the count, and the count ends in a signed paper. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkPdfSignature } from '#platform/documents/pades.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { program } from '../../../../test/needs.ts'
import { aPlace, aSubmission, anItem, arrangeWords } from '../examples.ts'
import { auditScore } from './rules.ts'

const pdftotext = program('pdftotext', '-v')
let lab: Lab
let room = ''
let things: { id: string; number: string; barcode: string }[] = []
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.arrange('catalogue.define-list', { list: 'audit-question', en: 'Audit', es: 'Auditoría' })
  for (const [code, en] of [
    ['in-five', 'Found within five minutes?'],
    ['packed', 'Packed as it should be?'],
  ])
    await lab.arrange('catalogue.define-code', { list: 'audit-question', code, en, es: en, data: {} })
  for (const name of ['reneau', 'arnold'])
    await lab.person(name, ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('castillo', ['quality-manager'], { unit: lab.units.counter })
  await lab.person('elsewhere', ['evidence-officer'], { unit: lab.units.policeBelmopan })
  room = (
    await lab.as('reneau').do('evidence.define-location', aPlace({ code: 'AUD', name: 'Room', kind: 'room' }))
  ).id
  const items = Array.from({ length: 4 }, (_, i) =>
    anItem({ description: `Parcel ${i}`, seals: [], theirNumber: `A-${i}` }),
  )
  things = (await lab.as('reneau').do('evidence.receive-submission', aSubmission({ items }))).items
  await lab.as('reneau').do('evidence.store-item', { things: things.map((t) => t.id), place: room })
})
afterAll(() => lab?.close())

const start = (share = 100) => lab.as('castillo').do('evidence.start-stock-take', { place: room, share })
const read = (stockTake: string, who: string, texts: readonly string[], round = 1) =>
  lab.as(who).do('evidence.scan-stock', {
    stockTake,
    round,
    scans: [{ place: room }, ...texts.map((text) => ({ place: room, text }))].map((s) => ({
      id: lab.ground.newId(),
      at: lab.clock.now(),
      ...s,
    })),
  })
const answer = (stockTake: string, thing: string, answers: object[], who = 'castillo') =>
  lab.as(who).tell('evidence.answer-audit', { stockTake, thing, answers })
const close = (stockTake: string, more: object = {}) =>
  lab.as('castillo').tell('evidence.close-stock-take', { stockTake, answers: [], ...more }, { stepUp: true })
const id = (n: number): string => things[n]?.id ?? ''

it('B38 a drawn sample is asked scored questions; a no says why, the newest answer holds, and the score goes with the close and over time', async () => {
  const take = (await start(50)).id
  const seen = (await lab.as('castillo').ask('evidence.stock-audit', { stockTake: take })).body
  expect(seen.items).toHaveLength(2)
  expect(seen.questions.map((q: { name: string }) => q.name)).toContain('Packed as it should be?')
  const [one, two] = seen.items.map((i: { thing: string }) => i.thing)
  const other = things.find((t) => t.id !== one && t.id !== two)?.id ?? ''
  expect((await answer(take, other, [{ question: 'packed', answer: 'yes' }])).body.code).toBe(
    'evidence.not-audited-here',
  )
  expect((await answer(take, one, [{ question: 'packed', answer: 'no' }])).status).toBe(400)
  expect((await answer(take, one, [{ question: 'no-such', answer: 'yes' }])).body.code).toBe(
    'catalogue.no-such-code',
  )
  await answer(take, one, [
    { question: 'in-five', answer: 'yes' },
    { question: 'packed', answer: 'no', words: 'Paper where glass is asked' },
  ])
  const done = await answer(take, two, [
    { question: 'in-five', answer: 'no', words: 'Twelve minutes' },
    { question: 'packed', answer: 'not-applicable' },
  ])
  expect(done.body).toMatchObject({ things: 2, yes: 1, no: 2, score: '33.3' })
  expect((await answer(take, two, [{ question: 'in-five', answer: 'yes' }])).body).toMatchObject({
    yes: 2,
    no: 1,
    score: '66.7',
  })
  expect((await answer(take, one, [{ question: 'packed', answer: 'yes' }], 'elsewhere')).status).toBe(404)
  await close(take, { unfinished: 'Audit only' })
  expect((await answer(take, one, [{ question: 'packed', answer: 'yes' }])).body.code).toBe(
    'evidence.stock-closed',
  )
  const trend = (await lab.as('castillo').ask('evidence.audit-trend', { place: room })).body.items
  expect(trend).toMatchObject([{ stockTake: take, score: '66.7', things: 2 }])
  expect((await lab.as('elsewhere').ask('evidence.audit-trend', {})).body.items).toEqual([])
})

it('B38 a count ends in a signed paper that names what differs with its answer; whoever may not see a case of it is refused', async (test) => {
  const take = (await start()).id
  const codes = things.map((t) => t.barcode)
  await read(take, 'reneau', codes.slice(0, 3))
  await read(take, 'arnold', [], 2)
  await answer(take, id(0), [{ question: 'packed', answer: 'yes' }])
  const answers = [{ thing: id(3), answer: 'explained', words: 'At the photographer, note in the box' }]
  expect((await close(take, { answers })).status).toBe(200)
  const { bytes: pdf } = await lab.as('castillo').file('evidence.stock-paper', { stockTake: take })
  const root = await lab.db.direct.one<{ certificate: string }>(
    sql`select certificate from identity.signing_certificate where kind = 'authority'`,
  )
  const check = checkPdfSignature(pdf, { trustedRoots: [root.certificate] })
  expect(check).toMatchObject({ signed: true, wholeDocument: true, signatureOk: true, chainOk: true })
  // One of its things is of a case that is then closed to all but those named.
  const of = (await lab.as('reneau').ask('evidence.get-item', { id: id(3) })).body.case.id
  await lab.arrange('cases.seal-case', { case: of, authority: 'Order 3' })
  await lab.arrange('cases.give-access', { case: of, principal: lab.as('castillo').id })
  expect((await lab.as('castillo').file('evidence.stock-paper', { stockTake: take })).status).toBe(200)
  expect((await lab.as('arnold').file('evidence.stock-paper', { stockTake: take })).status).toBe(404)
  test.skip(!pdftotext.there, pdftotext.absent)
  await writeFile(join(lab.folder, 'count.pdf'), pdf)
  const words = execFileSync('pdftotext', ['-layout', join(lab.folder, 'count.pdf'), '-'], {
    encoding: 'utf8',
  })
  for (const said of [things[3]?.number ?? '', 'photographer', 'castillo', '100.0 %'])
    expect(words).toContain(said)
})

it('a score counts only answers that apply', () => {
  expect(auditScore({ things: 1, yes: 0, no: 0 }).score).toBeNull()
  expect(auditScore({ things: 3, yes: 2, no: 1 }).score).toBe('66.7')
})
