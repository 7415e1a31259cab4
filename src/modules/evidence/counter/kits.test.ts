/** Stories of collection kits: issued by serial to a station, used in a case, returned; past their day only with a reason. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aCase } from '#modules/cases/examples.ts'
import { arrangeWords } from '../examples.ts'

let lab: Lab
let root = ''
let party = ''
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.arrange('catalogue.define-code', {
    list: 'item-type',
    code: 'gsr-stubs',
    en: 'Stubs',
    es: 'Portamuestras',
    data: { hazards: ['fentanyl'] },
  })
  await lab.arrange('catalogue.define-kit', {
    key: 'residue',
    en: 'Gunshot residue kit',
    es: 'Kit de residuos',
    kit: {
      items: [
        { code: 'stub', en: 'Carbon stub', es: 'Portamuestra', count: 4, itemType: 'gsr-stubs' },
        { code: 'gloves', en: 'Gloves', es: 'Guantes', count: 2 },
      ],
      shelfLifeDays: 730,
    },
  })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('chemist', ['section-head'], { unit: lab.units.chemistry })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('belmopan', ['officer'], { unit: lab.units.policeBelmopan })
  party = lab.ground.newId()
  const opened = await lab.arrange('cases.open-case', {
    ...aCase(),
    investigator: { person: lab.as('palacio').id, unit: lab.units.policeDangriga },
    parties: [{ id: party, role: 'accused', name: 'Marlon Guerra' }],
  })
  root = opened.id
})
afterAll(() => lab?.close())

const issue = (serials: string[], more: object = {}) =>
  lab.as('reneau').tell('evidence.issue-kit', {
    kit: 'residue',
    serials,
    expiresOn: '2027-01-31',
    toUnit: lab.units.policeDangriga,
    ...more,
  })
const use = (serial: string, more: object = {}, reason?: string, who = 'palacio') =>
  lab
    .as(who)
    .tell(
      'evidence.use-kit',
      { serial, case: root, collected: [{ code: 'stub', count: 2, description: 'Right hand' }], ...more },
      reason ? { reason } : {},
    )

it('A26 blank kits are known by serial at their station, with their day; a station sees its own and no other', async () => {
  expect((await issue(['G-1'], { expiresOn: undefined })).body.code).toBe('evidence.kit-expiry-unsaid')
  expect((await issue(['G-1'], { expiresOn: '2026-01-01' })).body.code).toBe('evidence.kit-expired')
  expect((await issue(['g-1', 'G-2', 'G-3', 'G-2'])).body.kits).toHaveLength(3)
  expect((await issue(['G-2'])).body).toMatchObject({ code: 'evidence.kit-is-out' })
  // What came back to one office is issued again by that office, and by no other.
  await lab.as('reneau').do('evidence.return-kit', { serial: 'G-3', condition: 'unused' })
  const kit = { kit: 'residue', serials: ['G-3'], toUnit: lab.units.policeBelmopan }
  const foreign = await lab.as('chemist').tell('evidence.issue-kit', kit)
  expect(foreign.body).toMatchObject({
    code: 'evidence.kit-of-another-office',
    next: expect.any(String),
  })
  expect(foreign.body.detail).not.toContain('Evidence')
  expect((await issue(['G-3'])).status).toBe(200)
  const mine = await lab.as('palacio').ask('evidence.find-kits', {})
  expect(mine.body.items.map((k: { number: string }) => k.number)).toEqual(['G-1', 'G-2', 'G-3'])
  expect((await lab.as('belmopan').ask('evidence.find-kits', {})).body.items).toEqual([])
  expect((await use('G-2', {}, undefined, 'belmopan')).status).toBe(404)
  const board = (await lab.as('reneau').ask('evidence.kit-board', {})).body.rows
  expect(board).toMatchObject([{ kit: 'residue', out: 3, expired: 0, soon: 0, used: 0 }])
})

it('A21 a kit is used once: it and what was collected become things in the hand of who used it, packed in it, with their dangers', async () => {
  expect((await use('G-1', { collected: [{ code: 'stub', count: 5 }] })).body).toMatchObject({
    code: 'evidence.kit-holds-less',
  })
  const done = await use('G-1', { takenFrom: party, seal: 'K-778' })
  expect(done.body.items).toHaveLength(1)
  const kit = (await lab.as('palacio').ask('evidence.get-item', { id: done.body.id })).body
  expect(kit).toMatchObject({
    kind: 'kit',
    holder: { id: lab.as('palacio').id },
    seals: [{ number: 'K-778' }],
  })
  expect(kit.taken).toMatchObject({ theirNumber: 'G-1', from: { party } })
  const inside = (await lab.as('palacio').ask('evidence.get-item', { id: done.body.items[0].id })).body
  expect(inside).toMatchObject({ description: 'Right hand', count: 2, type: 'gsr-stubs' })
  expect(inside.hazards.map((h: { hazard: string }) => h.hazard)).toContain('fentanyl')
  expect(
    inside.family.some((f: { id: string; link: string }) => f.id === kit.id && f.link === 'around'),
  ).toBe(true)
  expect((await use('G-1')).body.code).toBe('evidence.kit-is-used')
  const told = (await lab.as('reneau').ask('evidence.find-kits', { state: 'used' })).body.items[0]
  // The counter learns that it was used, not in which case, until the thing comes into its hands.
  const page = async () => (await lab.as('reneau').ask('evidence.get-kit', { kit: told.id })).body
  expect(await page()).toMatchObject({
    state: 'used',
    thing: null,
    history: [{ kind: 'issued' }, { kind: 'used' }],
  })
  // From the officer's hand it comes to the counter as every thing does.
  const offer = await lab
    .as('palacio')
    .do('evidence.hand-over', { things: [kit.id], to: lab.as('reneau').id, purpose: 'Examination' })
  await lab.as('reneau').do('evidence.accept-hand-over', { handOver: offer.id })
  expect((await page()).thing.id).toBe(kit.id)
})

it('a kit that comes back unused goes out again; past its day it is used with a reason only, and that stays with it', async () => {
  const back = (serial: string, condition: string) =>
    lab.as('reneau').tell('evidence.return-kit', { serial, condition })
  expect((await back('G-2', 'unused')).status).toBe(200)
  // It is the counter's again: for the station it is not there.
  expect((await use('G-2')).status).toBe(404)
  expect((await use('G-2', {}, undefined, 'reneau')).body.code).toBe('evidence.kit-is-stock')
  expect((await issue(['G-2'])).status).toBe(200)
  lab.clock.advance(120 * 86_400_000)
  expect((await back('G-2', 'unused')).body).toMatchObject({
    code: 'evidence.kit-expired',
    next: expect.any(String),
  })
  const board = (await lab.as('reneau').ask('evidence.kit-board', {})).body.rows
  expect(board[0]).toMatchObject({ out: 2, expired: 2, used: 1 })
  expect((await use('G-3')).body).toMatchObject({ code: 'evidence.kit-expired' })
  const done = await use('G-3', {}, 'The nearest station is two hours away')
  const kit = (await lab.as('reneau').ask('evidence.get-item', { id: done.body.id })).body
  expect(kit.findings[0].text).toContain('two hours away')
  expect((await back('G-2', 'expired')).status).toBe(200)
  expect((await issue(['G-2'])).body.code).toBe('evidence.kit-is-scrapped')
})

it('of two who use one kit at once, one does', async () => {
  await issue(['G-9'], { expiresOn: '2028-01-01' })
  const both = await Promise.all([use('G-9'), use('G-9')])
  expect(both.map((b) => b.status).sort()).toEqual([200, 409])
})
