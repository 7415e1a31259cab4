/** Stories of what property systems are asked for, each a row of the feature record: containers of a kind, one chain over agencies, a label printed again. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { aPlace, aSubmission, anItem, arrangeWords } from './examples.ts'

const PIN = '246810'
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  const questions = [
    { key: 'plate', kind: 'text', required: true, searched: true, en: 'Plate', es: 'Placa' },
    { key: 'doors', kind: 'number', en: 'Doors', es: 'Puertas' },
  ]
  await lab.arrange('catalogue.define-form', {
    key: 'item.vehicle',
    en: 'Vehicle',
    es: 'Vehículo',
    questions,
  })
  const more = [
    ['vehicle', 'Vehicle', 'Vehículo', { form: 'item.vehicle' }],
    ['suitcase', 'Suitcase', 'Maleta', { container: true }],
  ] as const
  for (const [code, en, es, data] of more)
    await lab.arrange('catalogue.define-code', { list: 'item-type', code, en, es, data })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('tzul', ['officer'], { unit: lab.units.policeDangriga })
})
afterAll(() => lab?.close())

const see = async (id: string, who = 'reneau') => (await lab.as(who).ask('evidence.get-item', { id })).body

it('B5 a suitcase is a container of a kind, a vehicle a thing with a form of its own; what is in the suitcase goes where it goes', async () => {
  const reneau = lab.as('reneau')
  const done = await reneau.do(
    'evidence.receive-submission',
    aSubmission({
      items: [
        anItem({
          type: 'suitcase',
          kind: 'container',
          description: 'Suitcase, black',
          seals: [],
          contents: [anItem({ description: 'Parcel in the lining', seals: [] })],
        }),
        anItem({
          type: 'vehicle',
          description: 'Pick-up',
          seals: [],
          answers: { plate: 'C-44712', doors: 4 },
        }),
      ],
    }),
  )
  const [suitcase, parcel, car] = done.items
  expect(await see(suitcase.id)).toMatchObject({ kind: 'container', typeName: 'Suitcase' })
  expect((await see(car.id)).particulars.told[0].answers[0]).toMatchObject({
    label: 'Plate',
    text: 'C-44712',
  })
  const shelf = await reneau.do('evidence.define-location', aPlace({ code: 'B5' }))
  await reneau.do('evidence.store-item', { things: [suitcase.id], place: shelf.id })
  expect((await see(parcel.id)).holder).toMatchObject({ kind: 'place', id: shelf.id })
  const alone = await reneau.tell('evidence.retrieve-item', { things: [parcel.id] })
  expect(alone.body.code).toBe('evidence.is-packed')
})

it('B9 a thing is found across cases by what identifies it, by the sender’s own number and by its seal', async () => {
  const reneau = lab.as('reneau')
  const found = async (q: string) => JSON.stringify((await reneau.ask('cases.find-anything', { q })).body)
  const done = await reneau.do(
    'evidence.receive-submission',
    aSubmission({
      items: [
        anItem({
          type: 'vehicle',
          description: 'Van',
          answers: { plate: 'OW-D 1188' },
          seals: [{ number: 'Z-9001' }],
          theirNumber: 'OW-2026-77',
        }),
      ],
    }),
  )
  for (const q of ['owd1188', 'Z-9001', 'OW-2026-77']) expect(await found(q), q).toContain(done.items[0].id)
})

it('B25 from the police through the laboratory and the court back to the police it is one chain, the same for both agencies', async () => {
  const reneau = lab.as('reneau')
  const palacio = lab.as('palacio').id
  const at = (minutes: number): string =>
    new Date(Date.parse(lab.clock.now()) + minutes * 60_000).toISOString()
  const { items } = await reneau.do(
    'evidence.receive-submission',
    aSubmission({
      newCase: {
        title: 'Possession, Dangriga',
        type: 'criminal',
        investigator: { person: palacio, unit: lab.units.policeDangriga },
      },
      submittedBy: { person: palacio },
      coSigner: { person: palacio, pin: PIN },
      before: [
        { person: lab.as('tzul').id, tookAt: at(-300), gaveAt: at(-120) },
        { person: palacio, tookAt: at(-120), gaveAt: at(0) },
      ],
      items: [anItem({ description: 'Bundle', seals: [{ number: 'B25-1' }] })],
    }),
  )
  const thing = items[0].id
  const shelf = await reneau.do('evidence.define-location', aPlace({ code: 'B25' }))
  await reneau.do('evidence.store-item', { things: [thing], place: shelf.id })
  await reneau.do('evidence.retrieve-item', { things: [thing], purpose: 'Court' })
  await reneau.do('evidence.check-out-to-court', {
    things: [thing],
    court: 'High Court',
    by: palacio,
    coSigner: { person: palacio, pin: PIN },
    dueBack: at(600),
  })
  await lab.as('palacio').do('evidence.return-from-court', { things: [thing] })
  await lab.as('palacio').do('evidence.hand-over', {
    things: [thing],
    to: lab.as('tzul').id,
    coSigner: { person: lab.as('tzul').id, pin: PIN },
  })
  const of = async (who: string) => (await lab.as(who).ask('evidence.custody-of-item', { item: thing })).body
  const seen = await of('reneau')
  expect(seen.unbroken).toBe(true)
  expect(seen.chain.map((e: { kind: string }) => e.kind)).toEqual([
    'before',
    'before',
    'received',
    'stored',
    'retrieved',
    'to-court',
    'from-court',
    'accepted',
  ])
  expect((await of('palacio')).chain).toEqual(seen.chain)
  expect((await of('tzul')).chain).toEqual(seen.chain)
})

it('B2 labels are chosen at the print: sheet, roll or printer language; every print is logged and shown', async () => {
  const reneau = lab.as('reneau')
  const { items } = await reneau.do(
    'evidence.receive-submission',
    aSubmission({ items: [anItem({ seals: [] })] }),
  )
  const id = items[0].id
  await reneau.do('evidence.print-label', { items: [id], format: 'pdf' })
  expect((await reneau.tell('evidence.print-label', { items: [id] })).body.code).toBe('evidence.label-again')
  await reneau.do('evidence.print-label', { items: [id], format: 'zpl' }, { reason: 'The first one tore' })
  expect(await see(id)).toMatchObject({ labels: 2 })
  const zpl = await reneau.file('evidence.label', { items: id, format: 'zpl' })
  expect(zpl.bytes.toString('utf8')).toContain('^XA')
  const roll = await reneau.file('evidence.label', { items: id, format: 'pdf', sheet: 'roll-50x25' })
  expect(roll.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})
