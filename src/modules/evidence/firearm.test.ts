/** Stories of firearms: shown safe by who is authorised, before whom; until then it goes nowhere by road. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { aPlace, aSubmission, anItem, arrangeWords } from './examples.ts'

const PIN = '246810'
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  const type = { list: 'item-type', code: 'pistol', en: 'Pistol', es: 'Pistola' }
  await lab.arrange('catalogue.define-code', { ...type, data: { firearm: true, hazards: ['live-round'] } })
  await lab.arrange('catalogue.define-code', {
    list: 'hazard',
    code: 'live-round',
    en: 'Live round',
    es: 'Munición viva',
    data: { madeSafeBy: 'FA-01' },
  })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('arnold', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  const { id: method } = await lab.arrange('quality.register-method', {
    code: 'FA-01',
    title: 'Firearms',
    titleEs: 'Armas',
    discipline: 'firearms',
  })
  await lab.arrange('quality.authorise-person', {
    person: lab.as('cus').id,
    method,
    as: 'analyst',
    from: '2025-01-06',
  })
})
afterAll(() => lab?.close())

it('S-B12 a gun not shown safe goes nowhere by road; it waits in the store until an authorised examiner shows it safe', async () => {
  const done = await lab.as('reneau').do(
    'evidence.receive-submission',
    aSubmission({
      submittedBy: { person: lab.as('palacio').id },
      items: [anItem({ type: 'pistol', seals: [], description: 'Pistol' })],
    }),
  )
  const gun = done.items[0].id
  const seen = async () => (await lab.as('reneau').ask('evidence.get-item', { id: gun })).body
  expect((await seen()).hazards).toMatchObject([{ hazard: 'live-round' }])
  const reneau = lab.as('reneau')
  const court = {
    things: [gun],
    court: 'High Court',
    by: lab.as('palacio').id,
    dueBack: '2027-01-01T00:00:00Z',
  }
  const away: readonly (readonly [string, object])[] = [
    ['evidence.check-out-to-court', court],
    ['evidence.hand-over', { things: [gun], to: lab.as('palacio').id }],
    ['evidence.hand-over', { things: [gun], outsider: { name: 'Driver', document: 'Licence' } }],
    [
      'evidence.return-item',
      { things: [gun], toName: 'PC Choc', toPerson: lab.as('palacio').id, authority: 'Order' },
    ],
  ]
  for (const [operation, input] of away) {
    const refused = await reneau.tell(operation, input, { stepUp: true })
    expect(refused.body, operation).toMatchObject({
      code: 'evidence.gun-not-shown-safe',
      next: expect.any(String),
    })
  }
  const sent = await reneau.tell('evidence.dispatch-consignment', {
    things: [gun],
    carrier: 'Van',
    toUnit: lab.units.policeDangriga,
  })
  expect(sent.body.code).toBe('evidence.not-safe-to-travel')
  const own = await reneau.tell('evidence.make-safe', {
    item: gun,
    hazard: 'live-round',
    how: 'Looked empty',
  })
  expect(own.body).toMatchObject({
    code: 'evidence.not-authorised-safe',
    detail: expect.stringContaining('cus'),
  })
  // The place for it is opened by who may show it safe, or beside one of them.
  const safe = await reneau.do(
    'evidence.define-location',
    aPlace({ code: 'GUN-1', name: 'Gun safe', guns: true }),
  )
  const rack = await reneau.do('evidence.define-location', aPlace({ code: 'RACK', name: 'Rack' }))
  const store = (place: string, more: object = {}) =>
    reneau.tell('evidence.store-item', { things: [gun], place, ...more })
  const beside = { witness: { person: lab.as('cus').id, pin: PIN } }
  expect((await store(rack.id)).body).toMatchObject({
    code: 'evidence.gun-in-wrong-place',
    next: expect.any(String),
  })
  expect((await store(safe.id)).body).toMatchObject({
    code: 'evidence.gun-place-closed',
    detail: expect.stringContaining('cus'),
  })
  expect((await store(safe.id, { witness: { person: lab.as('arnold').id, pin: PIN } })).body.code).toBe(
    'evidence.gun-place-closed',
  )
  expect((await store(safe.id, beside)).status).toBe(200)
  const out = (more: object) => reneau.tell('evidence.retrieve-item', { things: [gun], ...more })
  expect((await out({})).body.code).toBe('evidence.gun-place-closed')
  expect((await out(beside)).status).toBe(200)
  await reneau.do('evidence.hand-over', {
    things: [gun],
    to: lab.as('cus').id,
    coSigner: { person: lab.as('cus').id, pin: PIN },
  })
  await lab.as('cus').do('evidence.make-safe', {
    item: gun,
    hazard: 'live-round',
    how: 'Magazine out, one round out of the chamber, packed apart',
    witness: { person: reneau.id, pin: PIN },
  })
  expect((await seen()).hazards).toEqual([])
  await lab.as('cus').do('evidence.check-out-to-court', court)
  // Shown safe it is stored as everything is.
  await reneau.do('evidence.return-from-court', { things: [gun] })
  expect((await store(rack.id)).status).toBe(200)
})

it('S-B12 a stock-take of guns by scanner lists those that are missing and those too many', async () => {
  const reneau = lab.as('reneau')
  const room = await reneau.do(
    'evidence.define-location',
    aPlace({ code: 'ARMS', name: 'Armoury', kind: 'room' }),
  )
  const items = ['Revolver', 'Pistol', 'Rifle'].map((description) =>
    anItem({ type: 'firearm', seals: [], description, theirNumber: `SN-${description}` }),
  )
  const { items: guns } = await reneau.do('evidence.receive-submission', aSubmission({ items }))
  const [one, two, three] = guns
  await reneau.do('evidence.store-item', { things: [one.id, two.id], place: room.id })
  const { id } = await reneau.do('evidence.start-stock-take', { place: room.id })
  const scans = [{}, { text: one.barcode }, { text: 'SN-Rifle' }].map((s) => ({
    id: lab.ground.newId(),
    place: room.id,
    at: lab.clock.now(),
    ...s,
  }))
  await reneau.do('evidence.scan-stock', { stockTake: id, scans })
  const found = (await reneau.ask('evidence.stock-differences', { stockTake: id })).body.items
  expect(found.map((d: { kind: string; number: string }) => `${d.kind} ${d.number}`).sort()).toEqual([
    `extra ${three.number}`,
    `missing ${two.number}`,
  ])
})

it('a gun that is brought to the counter unsafe is not refused back onto the road', async () => {
  const refuse = (more: object) =>
    lab.as('reneau').tell('evidence.refuse-submission', {
      newCase: { title: 'Pistol found', type: 'criminal' },
      submittedBy: { person: lab.as('palacio').id },
      why: 'not-sealed',
      refused: [{ description: 'Pistol in a bag', why: 'not-sealed', type: 'pistol', ...more }],
    })
  expect((await refuse({})).body).toMatchObject({
    code: 'evidence.gun-not-sent-back',
    next: expect.any(String),
  })
  expect((await refuse({ shownSafe: true })).status).toBe(200)
})
