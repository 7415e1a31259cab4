/** A body is taken up by an order and comes again: one chain, a second examination, the cause amended, and it goes again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, type Said, openLab } from '../../../../test/lab.ts'
import {
  aCause,
  aRelative,
  accepted,
  anExhumation,
  buried,
  finished,
  officeOf,
  ready,
  told,
} from '../examples.ts'

let lab: Lab
let places: Readonly<Record<string, string>>
beforeAll(async () => {
  lab = await openLab()
  places = (await officeOf(lab)).places
})
afterAll(() => lab.close())
const as = (who: string) => lab.as(who)
const seen = async (death: string): Promise<Said> =>
  (await as('isela').ask('death.get-death', { death })).body
const board = async (): Promise<Said> => (await as('norris').ask('death.morgue-board')).body
const code = async (who: string, op: string, input: object, more: object = {}): Promise<string> =>
  (await as(who).tell(op, input, more)).body.code
const days = (n: number): void => lab.clock.advance(n * 86_400_000)
const took = { place: '', broughtBy: 'Mortuary van, R. Pott', band: 'found' }
const receive = (death: string, more: object = {}): Promise<Said> =>
  as('norris').tell('death.receive-body', { ...took, place: places['TABLE'], death, ...more })

test('release → exhumation → second examination → amended cause → release again, on one chain without a gap', async () => {
  const before = (await board()).here
  const known = await finished(lab)
  const { death, thing } = known
  await as('hugo').do('death.certify-cause', { death, ...aCause() })
  await as('hugo').do('death.give-manner', { death, manner: 'natural' })
  await as('hugo').do('death.identify-decedent', {
    death,
    state: 'confirmed',
    method: 'dna',
    name: 'Rodolfo Novelo',
    saidBy: { name: 'Dr Hugo Escalante', relation: 'pathologist' },
  })
  const paper = { death, kind: 'burial-order', state: 'approved', number: 'BO-77' }
  await as('isela').do('death.record-paper', paper)
  expect((await board()).here).toBe(before + 1)
  await as('norris').do('death.release-body', { death, to: aRelative, kind: 'relative' })
  expect((await board()).here).toBe(before)
  // Who was released comes back by no other way.
  expect(await code('norris', 'death.receive-body', { ...took, place: places['TABLE'], death })).toBe(
    'death.body-gone',
  )
  expect(await code('isela', 'death.exhume-body', anExhumation(death), { stepUp: true })).toBe(
    'death.not-buried',
  )
  await as('isela').do('death.record-burial', {
    death,
    kind: 'buried',
    on: '2026-11-02',
    place: 'Lord Ridge Cemetery',
  })
  days(40)
  const wrong = (more: object): object => anExhumation(death, { on: '2026-12-10', ...more })
  const order = (on: string): object => ({ order: { ...(anExhumation(death)['order'] as object), on } })
  for (const [more, why] of [
    [{ on: '2026-11-01', ...order('2026-10-30') }, 'death.exhumed-before-burial'],
    [order('2026-12-11'), 'death.exhumed-before-order'],
    [{ on: '2027-01-30' }, 'death.not-yet'],
  ] as const)
    expect(await code('isela', 'death.exhume-body', wrong(more), { stepUp: true })).toBe(why)
  await as('isela').do('death.exhume-body', wrong(order('2026-12-08')))
  expect(await code('isela', 'death.exhume-body', wrong(order('2026-12-08')), { stepUp: true })).toBe(
    'death.exhumed-already',
  )

  // On the way: on the board, and in no place of it.
  const waiting = await board()
  expect(waiting.here).toBe(before)
  expect(waiting.elsewhere.find((b: Said) => b.death === death)).toMatchObject({
    where: 'Mortuary van, R. Pott',
    next: 'examine',
  })
  expect((await seen(death)).exhumations).toMatchObject([
    {
      order: { kind: 'prosecution', by: 'Director of Public Prosecutions', number: 'EX-3', on: '2026-12-08' },
      on: '2026-12-10',
      place: 'Lord Ridge Cemetery',
      knownBy: 'Plate on the coffin and the wristband',
      present: 'His wife and Cpl Palacio',
    },
  ])
  // While it is on the way nobody takes it in as an exhibit that comes back.
  await lab.person('olive', ['evidence-officer'], { unit: (await officeOf(lab)).unit, name: 'Olive Reyes' })
  const back = await as('olive').tell('evidence.take-back', { things: [thing] }, { stepUp: true })
  expect(JSON.stringify(back.body)).toContain('is a body')
  expect(
    await code('norris', 'death.receive-body', { ...took, band: null, place: places['TABLE'], death }),
  ).toBe('death.band-unsaid')
  lab.clock.advance(3 * 3_600_000)
  const again = await receive(death, { seal: 'B-2002', condition: 'Coffin whole' })
  expect(again.body).toMatchObject({ thing, number: known.number })
  expect((await receive(death)).body.code).toBe('death.body-here-already')
  expect((await board()).here).toBe(before + 1)

  const file = await seen(death)
  expect(file).toMatchObject({ hasBody: true, released: null, releasedAt: null })
  expect(file.body).toMatchObject({ thing, days: 0, condition: 'Coffin whole' })
  expect(file.stays).toMatchObject([
    { no: 1, released: { to: 'Maria Novelo' } },
    { no: 2, band: 'found', released: null },
  ])
  // One chain: every hand from the first van to this table, and no gap in it.
  const custody = (await as('isela').ask('evidence.custody-of-item', { item: thing })).body
  expect(custody.chain.map((e: Said) => [e.kind, e.to.name])).toEqual([
    ['received', 'TABLE'],
    ['returned', 'Maria Novelo'],
    ['exhumed', 'Mortuary van, R. Pott'],
    ['received', 'TABLE'],
  ])
  expect([custody.unbroken, custody.findings]).toEqual([true, []])
  expect((await as('norris').file('death.wristband', { death })).bytes.subarray(0, 5).toString()).toBe(
    '%PDF-',
  )

  // What let it go the first time does not let it go again.
  expect(file.keeps).toEqual([
    'It was taken up by order EX-3 and nobody has examined it since.',
    'There is no Burial order.',
  ])
  expect((await board()).units.flatMap((u: Said) => u.places.flatMap((p: Said) => p.bodies))).toContainEqual(
    expect.objectContaining({ death, next: 'examine' }),
  )
  const second = await as('hugo').do('death.order-examination', { death, kind: 'exhumation' })
  expect((await as('hugo').ask('death.get-examination', { examination: second.id })).body).toMatchObject({
    kind: 'exhumation',
    authority: 'Director of Public Prosecutions, EX-3',
  })
  await as('loretta').do('death.start-examination', { examination: second.id })
  expect((await seen(death)).keeps).toContain('An examination is open: Examination after exhumation.')
  await as('loretta').do('death.mark-diagram', {
    examination: second.id,
    diagram: 'adult-front',
    x: '210',
    y: '400',
    kind: 'gunshot',
  })
  await as('loretta').do('death.take-specimen', { examination: second.id, kind: 'blood-femoral' })
  await as('loretta').do('death.finish-examination', { examination: second.id })
  await as('loretta').do('death.certify-cause', {
    death,
    status: 'amended',
    lines: [{ text: 'Gunshot wound of the chest', interval: { value: 'minutes' } }],
    why: 'Found after exhumation',
  })
  await as('loretta').do('death.give-manner', { death, manner: 'homicide', how: 'Shot' })
  // The review of the first examination does not stand for the second.
  expect((await seen(death)).keeps).toContain('A homicide waits for the second pathologist.')
  await as('hugo').do('death.review-examination', { examination: second.id, outcome: 'agreed' })
  await as('isela').do('death.record-paper', { ...paper, number: 'BO-91' })
  expect((await seen(death)).keeps).toEqual([])
  await as('norris').do('death.release-body', { death, to: aRelative, kind: 'relative' })
  expect((await board()).here).toBe(before)
  const last = await seen(death)
  expect(last).toMatchObject({ cause: 'amended', hasBody: false, released: { to: 'Maria Novelo' } })
  expect(last.stays.map((s: Said) => s.released?.papers)).toEqual([
    ['burial-order BO-77'],
    ['burial-order BO-91'],
  ])
  await as('isela').do('death.record-burial', {
    death,
    kind: 'buried',
    on: '2026-12-12',
    place: 'Lord Ridge',
  })
  expect((await seen(death)).burials.map((b: Said) => b.kind)).toEqual(['buried', 'exhumed', 'buried'])
})

test('who was cremated is taken up by nobody, and whoever was buried without us is received for the first time', async () => {
  const ashes = await ready(lab)
  await as('norris').do('death.release-body', { death: ashes.death, to: aRelative, kind: 'relative' })
  await as('isela').do('death.record-burial', {
    death: ashes.death,
    kind: 'cremated',
    on: '2026-11-02',
    place: 'X',
  })
  expect(await code('isela', 'death.exhume-body', anExhumation(ashes.death), { stepUp: true })).toBe(
    'death.cremated-not-exhumed',
  )
  const { death } = await accepted(lab, { name: 'Alba Requena' })
  await as('isela').do('death.record-burial', { death, kind: 'buried', on: '2026-10', place: 'Toledo' })
  const at = (await board()).elsewhere.map((b: Said) => b.death)
  expect(at).not.toContain(death)
  expect((await receive(death)).body.code).toBe('death.lies-buried')
  await as('isela').do('death.exhume-body', anExhumation(death))
  expect((await board()).elsewhere.map((b: Said) => b.death)).toContain(death)
  expect((await receive(death)).status).toBe(200)
  expect((await seen(death)).stays).toHaveLength(1)
  expect((await seen(death)).keeps[0]).toContain('Nobody has said who it is.')
  expect(await code('isela', 'death.exhume-body', anExhumation(death), { stepUp: true })).toBe(
    'death.body-here',
  )
})

test('an examination after exhumation is none where nobody was taken up, and a consent for the first stay does not hold for the second', async () => {
  const at = await ready(lab)
  const input = { death: at.death, kind: 'exhumation' }
  expect(await code('hugo', 'death.order-examination', input)).toBe('death.not-exhumed')
  const { case: file } = await seen(at.death)
  const hold = await lab.arrange('cases.place-hold', { case: file, kind: 'court', authority: 'Order 4' })
  const free = { death: at.death, hold: hold.id, authority: 'Letter DPP/9' }
  await as('isela').do('death.free-body', free, { reason: 'For the burial' })
  await buried(lab, at.death)
  await as('isela').do('death.exhume-body', anExhumation(at.death))
  expect((await receive(at.death)).status).toBe(200)
  expect((await seen(at.death)).keeps.join(' ')).toContain('Order 4')
})

test('a danger that nobody defined is refused when a body comes', async () => {
  const { death } = await accepted(lab)
  expect((await receive(death, { hazards: ['no-such-danger'] })).body.code).toBe('catalogue.no-such-code')
  const open = await told(lab)
  expect(
    await code('isela', 'death.record-burial', {
      death: open.death,
      kind: 'buried',
      on: '2026-10',
      place: 'T',
    }),
  ).toBe('death.not-accepted')
})

test('the book is right: every derived row is what the covered rows add up to', async () => {
  const { derived } = await import('../call/store/standing.ts')
  const { sql, nameSql } = await import('../../../platform/sql.ts')
  const differ = await lab.db.direct.many(
    sql`(${nameSql(derived['death.standing'])} except table death.standing) union all (table death.standing except ${nameSql(derived['death.standing'])})`,
  )
  expect(differ).toEqual([])
})
