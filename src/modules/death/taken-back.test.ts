/** What is taken back, held or not yet said about a death: ways past a rule, states that could not be left, words that nobody saw. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { program } from '../../../test/needs.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import {
  aCause,
  aRelative,
  accepted,
  analysed,
  anIdentity,
  missed,
  examined,
  finished,
  officeOf,
  passed,
  ready,
  received,
} from './examples.ts'
import { draftName } from './call/screens/draft-name.ts'

let lab: Lab
let places: Readonly<Record<string, string>>
let unit: string
beforeAll(async () => {
  lab = await openLab()
  const office = await officeOf(lab)
  places = office.places
  unit = office.unit
})
afterAll(() => lab.close())
const as = (who: string) => lab.as(who)
const seen = async (death: string): Promise<Said> =>
  (await as('isela').ask('death.get-death', { death })).body
const code = async (who: string, op: string, input: object, more: object = {}): Promise<string> =>
  (await as(who).tell(op, input, more)).body.code
const minutes = (n: number): void => lab.clock.advance(n * 60_000)

test('cremation is approved by a pathologist alone, never before a manner is given, and what became a homicide since keeps the body', async () => {
  const { death } = await ready(lab)
  const paper = { death, kind: 'cremation-clearance', state: 'approved', number: 'CR-1' }
  expect(await code('norris', 'death.record-paper', paper)).toBe('death.cremation-by-pathologist')
  await as('hugo').do('death.certify-cause', { death, ...aCause() })
  const answer = { death, state: 'approved', number: 'CR-1' }
  expect(await code('hugo', 'death.clear-cremation', answer)).toBe('death.cremation-manner-open')
  await as('hugo').do('death.give-manner', { death, manner: 'natural' })
  await as('hugo').do('death.clear-cremation', answer)
  await as('hugo').do('death.give-manner', { death, manner: 'homicide', how: 'Shot' })
  expect((await seen(death)).keeps.join(' ')).toContain('Cremation was approved before')
})

test('a homicide that nobody has examined keeps its body, and a review of records does not stand for that of the body', async () => {
  const { death } = await ready(lab)
  await as('hugo').do('death.give-manner', { death, manner: 'homicide', how: 'Shot' })
  const give = { death, to: aRelative, kind: 'relative' }
  expect(await code('norris', 'death.release-body', give, { stepUp: true })).toBe('death.body-kept')
  const { id } = await as('hugo').do('death.order-examination', { death, kind: 'records' })
  await as('hugo').do('death.start-examination', { examination: id })
  await as('hugo')
    .do('death.order-examination', { death, kind: 'external' })
    .then(async (e: Said) => {
      await as('hugo').do('death.start-examination', { examination: e.id })
      await as('hugo').do('death.finish-examination', { examination: e.id })
    })
  await as('hugo').do('death.finish-examination', { examination: id })
  await as('loretta').do('death.review-examination', { examination: id, outcome: 'agreed' })
  expect(await code('norris', 'death.release-body', give, { stepUp: true })).toBe('death.body-kept')
})

test('effects that are held go to nobody', async () => {
  const { death } = await received(lab)
  const office = await officeOf(lab)
  const bag = await as('norris').do('death.inventory-effects', {
    death,
    effects: [{ words: 'Telephone' }],
    seal: 'E-9',
    witness: { person: office.investigator, pin: '246810' },
  })
  const { case: file } = await seen(death)
  const hold = await lab.arrange('cases.place-hold', { case: file, kind: 'court', authority: 'Order 4' })
  const give = { death, bag: bag.id, to: aRelative }
  expect(await code('norris', 'death.release-effects', give, { stepUp: true })).toBe('death.effects-held')
  await lab.arrange('cases.lift-hold', { case: file, hold: hold.id })
  await as('norris').do('death.release-effects', give)
})

test('a body leaves by the acts of its death alone, whoever has taken it out of its place', async () => {
  const { thing } = await received(lab)
  await as('hugo').do('evidence.retrieve-item', { things: [thing], purpose: 'Examination' })
  const out = {
    things: [thing],
    toName: 'A funeral home',
    authority: 'None',
    signed: { ...aRelative },
  }
  const answer = await as('hugo').tell('evidence.return-item', out, { stepUp: true })
  const alone = 'leaves by the acts of its death alone'
  expect(JSON.stringify(answer.body)).toContain(alone)
  // Nor to a court, nor by the rules that exhibits leave by.
  const court = {
    things: [thing],
    court: 'High Court',
    dueBack: '2027-01-01T00:00:00.000Z',
    by: as('hugo').id,
  }
  const gone = await as('hugo').tell('evidence.check-out-to-court', court, { stepUp: true })
  expect(JSON.stringify(gone.body)).toContain(alone)
  const tendered = {
    item: thing,
    court: 'High Court',
    mark: 'P-1',
    on: '2026-11-02',
    registry: 'Ms Bol',
    document: 'R 1',
  }
  const given = await as('hugo').tell('evidence.tender-exhibit', tendered, { stepUp: true })
  expect(JSON.stringify(given.body)).toContain(alone)
  const proposed = await as('hugo').tell('evidence.propose-disposal', { things: [thing], action: 'destroy' })
  expect(JSON.stringify(proposed.body)).toContain(alone)
})

test('an examination that nobody will end is withdrawn with its reason: its request ends, and it keeps the body no longer', async () => {
  const known = await ready(lab)
  const { death } = known
  const ordered = await as('hugo').do('death.order-examination', {
    death,
    kind: 'external',
    pathologist: (await officeOf(lab)).second,
  })
  const { examination } = { examination: ordered.id }
  expect((await seen(death)).keeps).toHaveLength(1)
  expect((await as('isela').tell('death.withdraw-examination', { examination })).status).toBe(400)
  const why = { reason: 'Dr Estrada has left the service' }
  await as('isela').do('death.withdraw-examination', { examination }, why)
  const file = await seen(death)
  expect(file).toMatchObject({ keeps: [], examinations: [{ state: 'withdrawn' }] })
  expect((await as('hugo').ask('work.request', { request: ordered.request })).body.state).toBe('withdrawn')
  expect(await code('loretta', 'death.start-examination', { examination })).toBe(
    'death.examination-withdrawn',
  )
  await as('norris').do('death.release-body', { death, to: aRelative, kind: 'relative' })
})

test('an answer to one doubt hides no other, and a doubt from a wound stands in the list', async () => {
  const { death, examination } = await examined(lab, { name: 'Alba Requena' })
  await as('hugo').do('death.mark-diagram', {
    examination,
    diagram: 'adult-front',
    x: '250',
    y: '400',
    kind: 'gunshot',
  })
  await as('hugo').do('death.certify-cause', {
    death,
    ...aCause({ lines: [{ text: 'Old age', interval: { absent: 'unknown' } }] }),
  })
  await as('hugo').do('death.give-manner', { death, manner: 'natural' })
  const keys = async (): Promise<string[]> =>
    (await as('hugo').ask('death.doubts', {})).body.items
      .filter((d: Said) => d.death === death)
      .map((d: Said) => d.key)
  expect(await keys()).toEqual(['ill-defined', 'manner-natural-gunshot'])
  minutes(1)
  await as('hugo').do('death.answer-doubt', {
    death,
    doubt: 'ill-defined',
    outcome: 'stands',
    words: 'Aged 101',
  })
  expect(await keys()).toEqual(['manner-natural-gunshot'])
  minutes(1)
  await as('hugo').do('death.give-manner', { death, manner: 'natural', words: 'Again' })
  expect(await keys()).toEqual(['ill-defined', 'manner-natural-gunshot'])
})

test('a result that came while somebody read is not read with it', async () => {
  const at = await analysed(lab, { name: 'Ruth Ical' })
  await passed(lab, at.worksheet)
  const input = { death: at.death, request: at.request, reflects: 'event' }
  const answers = (await seen(at.death)).answers
  expect(answers[0].results).toHaveLength(1)
  expect(await code('hugo', 'death.acknowledge-results', { ...input, seen: [] })).toBe('death.results-since')
  await as('hugo').do('death.acknowledge-results', { ...input, seen: [answers[0].results[0].id] })
})

test('who was buried is buried once; a body lies in a morgue and nowhere else, and whoever was laid into a unit alone is on the board', async () => {
  const { death } = await ready(lab)
  const elsewhere = await lab.arrange('evidence.define-location', {
    code: 'DRUGS',
    name: 'Drug vault',
    kind: 'room',
    unit,
  })
  expect(await code('norris', 'death.move-body', { death, place: elsewhere.id })).toBe(
    'death.place-of-no-morgue',
  )
  await as('norris').do('death.move-body', { death, place: places['UNIT-2'] })
  const board = (await as('norris').ask('death.morgue-board')).body
  const two = board.units.find((u: Said) => u.code === 'UNIT-2')
  expect(two.places.flatMap((p: Said) => p.bodies.map((b: Said) => b.death))).toEqual([death])
  expect([two.room, two.filled]).toEqual([3, 1])
  const plan = (await as('norris').ask('death.moving-plan', { unit: places['UNIT-2'] })).body
  expect(plan.moves.map((m: Said) => m.death)).toEqual([death])
  await as('norris').do('death.release-body', { death, to: aRelative, kind: 'relative' })
  const rest = { death, kind: 'buried', on: '2026-11-02', place: 'Lord Ridge Cemetery' }
  await as('isela').do('death.record-burial', rest)
  expect(await code('isela', 'death.record-burial', { ...rest, kind: 'cremated' })).toBe(
    'death.at-rest-already',
  )
})

test('somebody who is claimed after all is unclaimed no longer, and may be so again', async () => {
  const { death } = await received(lab, { name: 'Cyril Wade' })
  minutes(32 * 24 * 60)
  await as('isela').do('death.mark-unclaimed', { death, notices: 'Radio' })
  minutes(5)
  const word = async (): Promise<boolean> =>
    (await as('norris').ask('death.morgue-board')).body.units
      .flatMap((u: Said) => u.places.flatMap((p: Said) => p.bodies))
      .find((b: Said) => b.death === death).unclaimed
  expect(await word()).toBe(true)
  await as('isela').do('death.add-relative', {
    death,
    name: 'Her sister',
    relation: 'sister',
    entitled: true,
  })
  expect(await word()).toBe(false)
  minutes(5)
  // Who was taken for somebody entitled and is not: what was said stays, and the newest word holds.
  const [sister] = (await seen(death)).relatives
  const input = { death, relative: sister.id, name: 'A neighbour', relation: 'neighbour', entitled: false }
  expect((await as('isela').tell('death.correct-relative', input)).status).toBe(400)
  await as('isela').do('death.correct-relative', input, { reason: 'She is no relative' })
  expect((await seen(death)).relatives).toMatchObject([{ name: 'A neighbour', entitled: false }])
  expect(await word()).toBe(true)
  await as('isela').do(
    'death.correct-relative',
    { ...input, entitled: true },
    { reason: 'She is, after all' },
  )
  expect(await word()).toBe(false)
  minutes(5)
  await as('isela').do('death.mark-unclaimed', { death, notices: 'The sister declined in writing' })
  expect(await word()).toBe(true)
})

test('a body that was confirmed as somebody is not told apart from them while it bears the name, and who is taken back is missed again', async () => {
  const gone = await missed(lab, { name: 'Placido Teul' })
  const { death } = await received(lab, { name: null, age: { value: 33, unit: 'years' } })
  const pair = { death, missing: gone.id }
  await as('hugo').do('death.confirm-match', { ...pair, method: 'dna' })
  const words = { words: 'The sample was mixed up' }
  const other = await missed(lab, { name: 'Somebody Else' })
  const second = { death, missing: other.id, method: 'dna' }
  expect(await code('hugo', 'death.confirm-match', second, { stepUp: true })).toBe('death.identified-already')
  expect(await code('isela', 'death.exclude-match', { ...pair, ...words })).toBe('death.match-bears-identity')
  const open = async (): Promise<boolean> =>
    (await as('isela').ask('death.missing-persons', { state: 'open', limit: 200 })).body.items.some(
      (m: Said) => m.id === gone.id,
    )
  expect(await open()).toBe(false)
  await as('hugo').do('death.identify-decedent', { death, state: 'withdrawn', method: 'dna', ...words })
  expect(await open()).toBe(true)
  await as('isela').do('death.exclude-match', { ...pair, ...words })
})

test('who turns out to be a child is found by no name any more', async () => {
  const { death } = await accepted(lab, { name: 'Teofilo Quiroz', age: { value: 19, unit: 'years' } })
  const found = async (): Promise<boolean> =>
    (
      await lab.db.direct.many(
        sql`select 1 from cases.handle where subject = ${`death.death/${death}`} and kind = 'name'`,
      )
    ).length > 0
  await as('isela').do('death.identify-decedent', {
    death,
    ...anIdentity({ state: 'presumed', method: 'visual', name: 'Teofilo Quiroz' }),
  })
  expect(await found()).toBe(true)
  await as('hugo').do('death.identify-decedent', {
    death,
    ...anIdentity({ name: 'Teofilo Quiroz', age: { value: 15, unit: 'years' } }),
  })
  expect(await found()).toBe(false)
})

test('a count tells no number of a death that its reader may not see', async () => {
  const { number } = await received(lab, { name: 'Sealed Person' })
  await as('norris').do('death.count-bodies', { morgue: 'MORGUE', found: [] })
  const missing = async (who: string): Promise<string[]> =>
    (await as(who).ask('death.morgue-board')).body.lastCount.missing
  await lab.person('far', ['morgue-attendant'], { unit: lab.units['counter'], name: 'Far Away' })
  expect(await missing('norris')).toContain(number)
  expect(await missing('far')).not.toContain(number)
})

test('a register of deaths counts a death of which only the year is known in that year', async () => {
  const { death } = await accepted(lab, { name: null })
  await as('isela').do('death.record-place', { death, kind: 'death', on: '1999', absent: 'unknown' })
  const counted = async (range: Record<string, unknown>): Promise<string[]> =>
    (await as('isela').ask('death.tally', range)).body.items.map((i: Said) => i.year)
  expect(await counted({ from: '1999-01-01', until: '1999-12-31' })).toEqual(['1999'])
})

const poppler = program('pdftotext', '-v')
test('the certificate of a child bears the name, a name that was only told is called so, and a place where somebody was found is no place of death', async (ctx) => {
  ctx.skip(!poppler.there, poppler.absent)
  const { death } = await finished(lab, { name: 'Ana Pech', age: { value: 4, unit: 'years' }, sex: 'female' })
  await as('hugo').do('death.certify-cause', {
    death,
    ...aCause({ lines: [{ text: 'Drowning', interval: { value: 'minutes' } }] }),
  })
  await as('hugo').do('death.give-manner', { death, manner: 'accident', how: 'Fell into a well' })
  const { certificateRequest } = await seen(death)
  const report = await as('hugo').do('reports.draft-report', { request: certificateRequest })
  await as('loretta').do('reports.review-administratively', { report: report.id })
  await as('hugo').do('reports.sign-report', { report: report.id })
  await as('hugo').do('reports.issue-report', { report: report.id, to: [] })
  const file = await as('hugo').file('reports.report-file', { report: report.id })
  const path = join(lab.folder, 'certificate.pdf')
  await writeFile(path, file.bytes)
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ')
  expect(text).toContain('Ana Pech')
  expect(text).toContain('Not identified')
  expect(text).toContain('02/11/2026, 06:40, Ecumenical Drive')
  expect(text).not.toContain('Place of death')
})

test('what was begun about one of the dead never stands in the panel about another', () => {
  const of = (about: Record<string, unknown>): string => draftName('death.record-finding', about)
  expect(of({ examination: 'one' })).not.toBe(of({ examination: 'two' }))
  expect(of({ death: 'one', bag: 'a' })).not.toBe(of({ death: 'one', bag: 'b' }))
})
