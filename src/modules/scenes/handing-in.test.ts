/** From the scene to the laboratory: what was collected is announced as it stands on the record and received by scanning it, with no word written twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { modules } from '../../app/modules.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aFind, attended, unitOf } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await unitOf(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter, name: 'Reneau' })
  await lab.person('stranger', ['scene-technician'], { unit: lab.units.toxicology })
})
afterAll(() => lab?.close())
const seen = async (thing: string): Promise<Said> =>
  (await lab.as('reneau').ask('evidence.get-item', { id: thing })).body
const hands = async (thing: string): Promise<string[]> =>
  (await lab.as('reneau').ask('evidence.custody-of-item', { item: thing })).body.chain.map(
    (e: Said) => `${e.kind} ${e.to?.name}`,
  )
const told = async (submission: string): Promise<Said> =>
  (await lab.as('reneau').ask('evidence.get-prelog', { submission })).body

test('A30 what was collected at a scene is announced in one act, received by scanning, and keeps number, seals, packaging, dangers and who took it', async () => {
  const { attendance, case: file } = await attended(lab as never)
  const tessa = lab.as('tessa')
  const collect = (more: object) => tessa.do('scenes.collect-item', { attendance, ...aFind(), ...more })
  const knife = await collect({ description: 'Kitchen knife', sealNumber: 'S-100', hazards: ['sharps'] })
  const shirt = await collect({ description: 'Shirt, stained', sealNumber: 'S-101' })
  const left = await collect({ description: 'Bottle', sealNumber: 'S-102' })
  // The case is not the counter’s to see before; a technician of another office finds no scene.
  expect((await lab.as('reneau').ask('evidence.get-item', { id: knife.id })).status).toBe(404)
  const announce = (who: string, more: object = {}) =>
    lab.as(who).tell('scenes.announce-collected', { attendance, to: lab.units.counter, ...more })
  expect((await announce('stranger')).status).toBe(404)
  const done = (await announce('tessa')).body
  expect(done).toMatchObject({ number: expect.stringMatching(/^A-/), items: 3 })
  const again = await announce('tessa')
  expect([again.status, again.body.code]).toEqual([409, 'scenes.nothing-to-announce'])
  expect((await announce('tessa', { things: [knife.id] })).body.code).toBe('evidence.held-announced')

  const queue = (await lab.as('reneau').ask('evidence.announced', {})).body.items
  expect(queue.map((q: Said) => q.id)).toContain(done.id)
  const prelog = await told(done.id)
  expect(prelog.case).toMatchObject({ id: file })
  const [first] = prelog.things
  expect(first).toMatchObject({
    barcode: knife.barcode,
    description: 'Kitchen knife',
    seals: [{ number: 'S-100' }],
    hazards: expect.arrayContaining([expect.objectContaining({ code: 'sharps' })]),
    takenPlace: expect.stringContaining('Pen Road'),
  })
  expect(first.packaging?.type.code).toBe('envelope')

  // At the counter two are scanned; one seal is not the one that was put on; the bottle did not come.
  const got = await lab.as('reneau').do('evidence.receive-submission', {
    case: file,
    submittedBy: { person: tessa.id },
    coSigner: { person: tessa.id, pin: '246810' },
    announced: { submission: done.id, seq: 1 },
    items: [
      { id: knife.id, description: 'Kitchen knife', seals: [{ number: 'S-100' }] },
      { id: shirt.id, description: 'Shirt, stained', seals: [{ number: 'S-999' }] },
    ],
  })
  expect(got.items.map((i: Said) => [i.id, i.number, i.barcode])).toEqual([
    [knife.id, knife.number, knife.barcode],
    [shirt.id, shirt.number, shirt.barcode],
  ])
  const after = await seen(knife.id)
  expect(after).toMatchObject({
    number: knife.number,
    state: 'received',
    seals: [{ number: 'S-100', open: false }],
  })
  expect(after.holder.name).toBe('Reneau')
  expect(await hands(knife.id)).toEqual(['taken Tessa Cal', 'received Reneau'])
  const differences = (await told(done.id)).differences
  expect(differences.map((d: Said) => [d.item, d.kind, d.expected, d.found])).toEqual(
    expect.arrayContaining([
      [shirt.id, 'seal', 'S-101', null],
      [shirt.id, 'seal', null, 'S-999'],
      [null, 'count', 'Bottle', null],
    ]),
  )
  const submission = (await lab.as('reneau').ask('evidence.get-submission', { id: got.id })).body
  expect(submission.items).toBe(2)
  expect(submission.things.map((t: Said) => t.id).sort()).toEqual([knife.id, shirt.id].sort())
  // The bottle is still in her hand, and may be announced again.
  expect((await announce('tessa')).body).toMatchObject({ items: 1 })
  expect(left.number).toBeTruthy()
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})

test('A30 what a colleague brings was in the colleague’s hand on the way; what is in a store or of another case is not brought in', async () => {
  const { attendance, case: file, unit } = await attended(lab as never)
  const tessa = lab.as('tessa')
  const one = await tessa.do('scenes.collect-item', { attendance, ...aFind() })
  const done = await tessa.do('scenes.announce-collected', { attendance, to: lab.units.counter })
  const receive = (into: object) =>
    lab.as('reneau').tell('evidence.receive-submission', {
      ...into,
      submittedBy: { person: unit.second },
      announced: { submission: done.id, seq: 1 },
      items: [{ id: one.id, description: 'As announced' }],
    })
  const other = await receive({ newCase: { title: 'Another', type: 'criminal' } })
  expect([other.status, other.body.code]).toEqual([409, 'evidence.held-of-other-case'])
  expect((await receive({ case: file })).status).toBe(200)
  expect(await hands(one.id)).toEqual(['taken Tessa Cal', 'passed Uriel Mai', 'received Reneau'])
})
