/** Stories of what a box hides: whatever goes out of the house is asked of everything in it, and whoever is to have a thing may know of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sectionOf } from '../src/modules/work/examples.ts'
import { type Lab, openLab } from './lab.ts'
import { aSubmission, anItem, arrangeWords } from '../src/modules/evidence/examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.arrange('catalogue.define-code', {
    list: 'item-type',
    code: 'pistol',
    en: 'Pistol',
    es: 'Pistola',
    data: { firearm: true, hazards: ['live-round'] },
  })
  await lab
    .arrange('catalogue.define-code', {
      list: 'hazard',
      code: 'live-round',
      en: 'Live round',
      es: 'Munición',
    })
    .catch(() => undefined)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('ical', ['officer'], { unit: lab.units.policeBelmopan })
  await lab.person('chief', ['director'], { unit: null })
})
afterAll(() => lab?.close())

type Thing = { id: string; number: string }
const tell = (operation: string, input: object, who = 'reneau') =>
  lab.as(who).tell(operation, input, { stepUp: true })
/** An exhibit of this kind at the counter, and a box of the same case with it inside. */
async function boxed(type = 'plant-material'): Promise<{ case: string; thing: Thing; box: string }> {
  const done = await lab.as('reneau').do(
    'evidence.receive-submission',
    aSubmission({
      submittedBy: { person: lab.as('palacio').id },
      items: [anItem({ type, seals: [], description: 'In a box' })],
    }),
  )
  const box = await lab.as('reneau').do('evidence.pack-items', {
    things: [done.items[0].id],
    newContainer: anItem({ type: 'plant-material', seals: [], description: 'Cardboard box' }),
  })
  return { case: done.case.id, thing: done.items[0], box: box.id }
}
const court = (by: string) => ({ court: 'High Court', by: lab.as(by).id, dueBack: '2027-01-01T00:00:00Z' })

describe('what a box hides', () => {
  it('S-B12 a gun that nobody has shown safe does not leave in a box, and the sentence names the gun', async () => {
    const { thing, box } = await boxed('pistol')
    const owner = { toName: 'PC Choc', toPerson: lab.as('palacio').id, authority: 'Order' }
    for (const [operation, input] of [
      ['evidence.check-out-to-court', { things: [box], ...court('palacio') }],
      ['evidence.hand-over', { things: [box], to: lab.as('palacio').id }],
      ['evidence.hand-over', { things: [box], outsider: { name: 'Driver', document: 'Licence' } }],
      ['evidence.return-item', { things: [box], ...owner }],
      [
        'evidence.tender-exhibit',
        { item: box, court: 'High Court', mark: 'A-1', on: '2026-11-03', registry: 'Registry' },
      ],
    ] as const) {
      const refused = await tell(operation, input)
      expect(refused.body, operation).toMatchObject({
        code: 'evidence.gun-not-shown-safe',
        detail: expect.stringContaining(thing.number),
      })
    }
  })

  it('a box that holds something is not used up with it', async () => {
    const { thing, box } = await boxed()
    const all = { item: box, whole: true, why: 'Extraction of the cardboard' }
    expect((await tell('evidence.consume-item', all)).body).toMatchObject({
      code: 'evidence.container-not-empty',
      next: expect.any(String),
    })
    await lab.as('reneau').do('evidence.unpack-items', { things: [thing.id] })
    expect((await tell('evidence.consume-item', all)).status).toBe(200)
  })

  it('what is being examined is not given back in a box, and what holds the whole case holds it from an owner', async () => {
    const { case: file, thing, box } = await boxed()
    await sectionOf(lab as never)
    const { id: request } = await lab.as('reneau').do('work.request-examination', {
      case: file,
      items: [thing.id],
      unit: lab.units.chemistry,
      discipline: 'drugs',
      question: 'controlled-drug',
      questionText: 'Is it a controlled drug?',
    })
    const back = { things: [box], toName: 'PC Choc', toPerson: lab.as('palacio').id, authority: 'Order' }
    expect((await tell('evidence.return-item', back)).body).toMatchObject({
      code: 'evidence.held-back',
      detail: expect.stringContaining(thing.number),
    })
    await lab.as('reneau').do('work.withdraw-request', { request, words: 'No longer wanted' })
    const hold = { case: file, kind: 'legal', authority: 'Letter of the DPP' }
    await lab.as('chief').do('cases.place-hold', hold, { reason: 'Asked by the prosecution' })
    const owner = {
      things: [box],
      toName: 'Ana Coc',
      authority: 'She asked',
      signed: { document: 'Passport' },
    }
    expect((await tell('evidence.return-item', owner)).body.code).toBe('evidence.held-back')
    // Back to the agency that sent it is no end of it.
    expect((await tell('evidence.return-item', back)).status).toBe(200)
  })
})

describe('who has a thing may know of it', () => {
  it('what goes to court in the hands of an officer of another formation is seen by that officer, who brings it back', async () => {
    const { box } = await boxed()
    expect((await lab.as('ical').ask('evidence.get-item', { id: box })).status).toBe(404)
    await lab.as('reneau').do('evidence.check-out-to-court', { things: [box], ...court('ical') })
    expect((await lab.as('ical').ask('evidence.get-item', { id: box })).status).toBe(200)
    expect((await tell('evidence.return-from-court', { things: [box] }, 'ical')).status).toBe(200)
  })

  it('nothing of a sealed case is sent to an office, or taken to court by somebody, that may not know of it', async () => {
    const { case: file, box } = await boxed()
    const named = { case: file, authority: 'Order 3 of 2026' }
    await lab.as('chief').do('cases.seal-case', named, { reason: 'Ordered' })
    const keeper = { case: file, principal: lab.as('reneau').id }
    await lab.as('chief').do('cases.give-access', keeper, { reason: 'Keeps it' })
    const sent = { things: [box], carrier: 'Van', toUnit: lab.units.policeBelmopan }
    expect((await tell('evidence.dispatch-consignment', sent)).body).toMatchObject({
      code: 'evidence.office-may-not-see',
      next: expect.any(String),
    })
    expect((await tell('evidence.check-out-to-court', { things: [box], ...court('ical') })).body.code).toBe(
      'evidence.recipient-may-not-see',
    )
    // Opened by name to somebody there, it travels.
    const opened = { case: file, principal: lab.as('ical').id }
    await lab.as('chief').do('cases.give-access', opened, { reason: 'Takes it in' })
    const { id: consignment } = await lab.as('reneau').do('evidence.dispatch-consignment', sent)
    expect((await tell('evidence.receive-consignment', { consignment }, 'ical')).status).toBe(200)
  })
})

it('one person signs for what was in that person’s hands, not for what another had', async () => {
  const [one, two] = [await boxed(), await boxed()]
  for (const [box, name] of [
    [one.box, 'Dr. Vega'],
    [two.box, 'Dr. Usher'],
  ] as const)
    await lab.as('reneau').do('evidence.hand-over', {
      things: [box],
      outsider: { name, document: `Card of ${name}` },
    })
  const back = { things: [one.box, two.box], signed: { document: 'Card of Dr. Vega' } }
  expect((await tell('evidence.take-back', back)).body).toMatchObject({
    code: 'evidence.several-givers',
    next: expect.any(String),
  })
  expect((await tell('evidence.take-back', { ...back, things: [one.box] })).status).toBe(200)
  expect((await tell('evidence.take-back', { things: [two.box] })).status).toBe(200)
})
