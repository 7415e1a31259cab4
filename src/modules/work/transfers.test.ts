/** Stories of two laboratories of the service: a request moves without its exhibit and an exhibit without its request, and what does not come together is told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { modules } from '../../app/modules.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { asked, requested, sectionOf } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await sectionOf(lab as never)
  await lab.person('tox.head', ['section-head'], { unit: lab.units.toxicology, name: 'T. Head' })
  await lab.person('stranger', ['section-head'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

const L = () => lab as never
const move = (request: string, who = 'marva') =>
  lab
    .as(who)
    .tell(
      'work.transfer-request',
      { request, toUnit: lab.units.toxicology },
      { reason: 'Our instrument is out of service' },
    )
const apart = async (request: string, who = 'marva') =>
  (await lab.as(who).ask('work.transfer-exceptions')).body.items
    .filter((x: { request: { id: string } }) => x.request.id === request)
    .map((x: { item: { number: string }; why: string; late: boolean }) => [x.item.number, x.why, x.late])
const send = (things: string[], toUnit = lab.units.toxicology) =>
  lab
    .as('simone')
    .do('evidence.dispatch-consignment', { things, carrier: 'Courier', reference: 'WB-9', toUnit, hours: 24 })

test('B26 a request moves to another laboratory without its exhibits; not sent, not arrived and arrived otherwise stand in one queue until they are there', async () => {
  const at = await requested(L(), 'accepted', { items: 3, submission: {} })
  const [one, two, three] = at.items as [
    { id: string; number: string },
    { id: string; number: string },
    { id: string; number: string },
  ]
  expect(
    (
      await lab
        .as('marva')
        .tell('work.transfer-request', { request: at.request, toUnit: lab.units.toxicology })
    ).body.code,
  ).toBe('reason-required')
  expect((await move(at.request, 'stranger')).status).toBe(404)
  expect((await move(at.request)).body).toMatchObject({ state: 'asked' })
  // It is in the other laboratory's queue, waits to be taken on there, and the exhibits have not moved.
  const there = (await lab.as('tox.head').ask('work.request', { request: at.request })).body
  expect(there).toMatchObject({ state: 'asked', unit: { id: lab.units.toxicology }, assignee: null })
  expect(there.steps.at(-1)).toMatchObject({ kind: 'transferred', words: 'Our instrument is out of service' })
  expect(
    (await lab.as('tox.head').ask('identity.my-notices')).body.items.map((n: { kind: string }) => n.kind),
  ).toContain('work.notice-transferred')
  expect((await lab.as('marva').tell('work.accept-request', { request: at.request })).status).toBe(404)
  expect(await apart(at.request)).toEqual([
    [one.number, 'not-sent', false],
    [two.number, 'not-sent', false],
    [three.number, 'not-sent', false],
  ])
  await lab.as('tox.head').do('work.accept-request', { request: at.request })
  // Two are sent; past their hours they are late on the way.
  const { id: consignment } = await send([one.id, two.id])
  lab.clock.advance(25 * 3_600_000)
  expect(await apart(at.request, 'tox.head')).toEqual([
    [one.number, 'not-arrived', true],
    [two.number, 'not-arrived', true],
    [three.number, 'not-sent', false],
  ])
  await lab.as('tox.head').do('evidence.receive-consignment', { consignment, things: [one.id, two.id] })
  await lab.as('tox.head').do('evidence.note-discrepancy', {
    item: two.id,
    kind: 'count',
    expected: '1',
    found: '2',
    words: 'Two bags in it',
  })
  expect(await apart(at.request)).toEqual([
    [two.number, 'otherwise', false],
    [three.number, 'not-sent', false],
  ])
  expect(await apart(at.request, 'stranger')).toEqual([])
  expect((await move(at.request, 'tox.head')).body.code).toBe('work.there-already')
})

test('B26 a request that comes back waits for nothing that never left; what arrived otherwise is over when it is explained', async () => {
  const at = await requested(L(), 'accepted', { items: 2, submission: {} })
  const [stayed, went] = at.items as [{ id: string; number: string }, { id: string; number: string }]
  await move(at.request)
  const { id: consignment } = await send([went.id])
  await lab.as('tox.head').do('evidence.receive-consignment', { consignment })
  const noted = { kind: 'count', expected: '1', found: '2', words: 'Two bags in it' }
  await lab.as('tox.head').do('evidence.note-discrepancy', { item: went.id, ...noted })
  expect(await apart(at.request)).toEqual([
    [stayed.number, 'not-sent', false],
    [went.number, 'otherwise', false],
  ])
  const { findings } = (await lab.as('tox.head').ask('evidence.custody-of-item', { item: went.id })).body
  const about = findings.find((f: { key: string }) => f.key.startsWith('noted:')).key
  await lab
    .as('tox.head')
    .do('evidence.explain-difference', { item: went.id, about, words: 'One in the other' })
  expect(await apart(at.request)).toEqual([[stayed.number, 'not-sent', false]])
  const back = { request: at.request, toUnit: lab.units.chemistry }
  await lab.as('tox.head').do('work.transfer-request', back, { reason: 'Repaired' })
  // What stayed is where it belongs; what travelled has to come back.
  expect(await apart(at.request)).toEqual([[went.number, 'not-sent', false]])
})

test('B26 exhibits travel to another laboratory while their request stays, and what has begun does not move', async () => {
  const at = await asked(L())
  const { id: consignment } = await send([at.items[0]?.id ?? ''])
  await lab.as('tox.head').do('evidence.receive-consignment', { consignment })
  expect((await lab.as('marva').ask('work.request', { request: at.request })).body.unit.id).toBe(
    lab.units.chemistry,
  )
  const begun = await requested(L(), 'started')
  expect((await move(begun.request)).body.code).toBe('work.started-no-transfer')
  // The standing of every request is what its steps add up to.
  const report = await verifyInstallation(lab.ground, modules, {})
  expect(report.problems.filter((p) => p.table?.startsWith('work.'))).toEqual([])
})
