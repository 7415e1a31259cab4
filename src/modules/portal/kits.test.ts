/** A sexual assault kit on its way: each agency scans for its own stages, what is late is told, and nobody’s name is in it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { kitStages } from './examples.ts'
import { askAfterKits } from './late-kits.ts'
import { mayReach, stagesIn } from './rules/kits.ts'

let lab: Lab
let hospital: string
beforeAll(async () => {
  lab = await openLab()
  await kitStages(lab as never, ['health'])
  const { id: agency } = await lab.arrange('identity.register-agency', {
    name: 'Southern Regional Hospital',
    shortName: 'SRH',
    kind: 'health',
  })
  hospital = (
    await lab.arrange('identity.add-unit', {
      agency,
      name: 'Emergency, Dangriga',
      code: 'SRH-E',
      kind: 'office',
    })
  ).id
  await lab.person('nurse', ['officer'], { unit: hospital, agency, name: 'N. Flores' })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('director', ['director'], { unit: null })
})
afterAll(() => lab?.close())
const scan = (who: string, more: object = {}) =>
  lab.as(who).tell('portal.scan-kit', { serial: 'sak-2026-001', ...more })
const board = async (who: string, show = 'all'): Promise<Said> =>
  (await lab.as(who).ask('portal.kits', { show })).body

test('A24 a kit goes from the hospital to its end: each agency scans for its own stage, who comes next sees it, and it says of nobody whose it is', async () => {
  const begin = (who: string, more: object = {}) =>
    lab.as(who).tell('portal.begin-kit', { serial: 'SAK-2026-001', ...more })
  expect((await begin('choc', { to: lab.units.counter })).body.code).toBe('portal.kit-begins-elsewhere')
  expect((await begin('nurse')).body.code).toBe('portal.kit-whereto')
  const begun = await begin('nurse', { to: lab.units.policeDangriga })
  expect(begun.body).toMatchObject({
    stage: { name: 'Collected' },
    next: { name: 'Picked up by the police' },
  })
  expect((await begin('nurse', { to: lab.units.policeDangriga })).body.code).toBe('portal.kit-there-already')
  // Nothing in it could say whose it is: there is no field for it.
  expect((await begin('nurse', { name: 'A name' })).status).toBe(400)

  expect((await scan('stranger', { to: lab.units.counter })).status).toBe(404)
  expect((await board('stranger')).items).toEqual([])
  expect((await scan('nurse', { to: lab.units.counter })).body.code).toBe('portal.kit-not-yours')
  expect((await scan('choc', { stage: 'received', to: lab.units.counter })).body.code).toBe(
    'portal.kit-not-next',
  )
  expect((await board('reneau')).items).toEqual([])
  expect((await scan('choc', { to: lab.units.counter })).body.stage.name).toBe('Picked up by the police')
  expect((await board('reneau')).items[0]).toMatchObject({
    serial: 'SAK-2026-001',
    with: 'Dangriga Formation',
    to: 'Evidence Management',
  })
  expect((await scan('reneau')).body).toMatchObject({
    stage: { code: 'received' },
    next: { code: 'examined' },
  })
  expect((await scan('reneau')).body.code).toBe('portal.kit-whereto')
  await scan('reneau', { to: lab.units.policeDangriga, words: 'Returned with the certificate' })
  expect((await scan('choc')).body).toMatchObject({ stage: { code: 'disposed' }, next: null })
  expect((await scan('choc')).body.code).toBe('portal.kit-ended')
  // The hospital sees how it went; the ledger and every row hold a serial, offices and who scanned.
  const [seen] = (await board('nurse')).items
  expect(seen.steps.map((s: Said) => s.stage.code)).toEqual([
    'collected',
    'picked-up',
    'received',
    'examined',
    'disposed',
  ])
  expect((await board('nurse', 'open')).items).toEqual([])
})

test('A24 a stage that takes too long is told, stage by stage, to whoever had the kit', async () => {
  await lab.as('nurse').do('portal.begin-kit', { serial: 'SAK-2026-002', to: lab.units.policeDangriga })
  const then = lab.clock.now()
  const late = async () => (await board('director', 'overdue')).items.map((k: Said) => k.serial)
  expect(await late()).toEqual([])
  lab.clock.advance(3 * 86_400_000)
  expect(await late()).toEqual(['SAK-2026-002'])
  // Who scanned it last and the office that it waits for are told, once for each stage.
  const told = async (who: string) =>
    (await lab.as(who).ask('identity.my-notices')).body.items.filter(
      (n: Said) => n.kind === 'portal.notice-kit-late',
    ).length
  expect([await askAfterKits(lab.ground), await askAfterKits(lab.ground)]).toEqual([1, 0])
  expect([await told('nurse'), await told('choc'), await told('stranger')]).toEqual([1, 1, 0])
  const { stages } = await board('choc')
  expect(stages[0]).toMatchObject({ stage: { code: 'collected' }, kits: 1, overdue: 1 })
  await lab.as('choc').do('portal.scan-kit', { serial: 'SAK-2026-002', to: lab.units.counter })
  expect(await late()).toEqual([])
  lab.clock.set(then)
})

test('stages follow one another, none is skipped, and none is set by a stranger', () => {
  const stages = stagesIn([
    { code: 'b', data: { order: 2, agencies: ['police'] } },
    { code: 'a', data: { order: 1, agencies: ['health'] } },
    { code: 'c', data: { order: 3, agencies: ['service'], end: true } },
  ])
  expect(stages.map((s) => s.code)).toEqual(['a', 'b', 'c'])
  const by = (agency: string) => ({ agency, to: true })
  expect(mayReach(stages, 'a', stages[1], by('police')).ok).toBe(true)
  expect(mayReach(stages, 'a', stages[2], by('service')).ok).toBe(false)
  expect(mayReach(stages, 'a', stages[1], by('service')).ok).toBe(false)
  expect(mayReach(stages, 'c', undefined, by('service')).ok).toBe(false)
})
