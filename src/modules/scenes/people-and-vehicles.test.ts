/** Stories of people entered by their documents, and of vehicles examined in a bay that was kept for them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { sql } from '#platform/sql.ts'
import { modules } from '../../app/modules.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aFind, aPassport, attended, booked, examined, hoursFrom, unitOf } from './examples.ts'
import { mostAtOnce } from './rules.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await unitOf(lab as never)
})
afterAll(() => lab?.close())
const L = () => lab as never
const seen = async (attendance: string, who = 'tessa'): Promise<Said> =>
  (await lab.as(who).ask('scenes.get-attendance', { attendance })).body

describe('an identity document', () => {
  test('D46 is read again by the house, kept as it was written, and enters the person as confirmed; what differs is told', async () => {
    const { attendance, case: file } = await attended(L())
    const done = await lab.as('tessa').do('scenes.record-identity', {
      attendance,
      raw: `${aPassport}\n`,
      role: 'witness',
      name: 'Anna María Eriksson',
      born: '1974-08-12',
      sex: 'female',
      document: 'L898902C4',
    })
    expect(done).toMatchObject({ format: 'mrz-td3', differs: ['document'] })
    const [row] = (await seen(attendance)).identities
    expect(row).toMatchObject({
      name: 'Anna María Eriksson',
      party: done.party,
      raw: `${aPassport}\n`,
      failed: [],
      by: 'Tessa Cal',
    })
    const { parties } = (await lab.as('tessa').ask('cases.get-case', { case: file })).body
    expect(parties.find((p: Said) => p.id === done.party)).toMatchObject({
      name: 'Anna María Eriksson',
      role: 'witness',
    })
    // A mistyped figure is told; so is a card of the laboratory's own, and a text that nobody knows is kept all the same.
    const typed = aPassport.replace('740812', '740822')
    const say = (raw: string, name: string) =>
      lab.as('tessa').do('scenes.record-identity', { attendance, raw, role: 'witness', name })
    await say(typed, 'Anna Eriksson')
    expect(await say('000123456', 'Somebody')).toMatchObject({ format: 'number-only', differs: ['document'] })
    expect(await say('scratched', 'Nobody knows')).toMatchObject({ format: null, differs: [] })
    const all = (await seen(attendance)).identities
    expect(all.map((i: Said) => i.failed)).toEqual([[], ['born', 'all'], [], []])
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from ledger.entry where convert_from(leaf, 'UTF8') like '%ERIKSSON%'`,
    )
    expect(n).toBe(0)
  })
})

describe('a vehicle', () => {
  test('D50 has a bay kept for it; of two who reach for the same hours one has it, and the other reads until when', async () => {
    const { vehicle, bay, booking } = await booked(L())
    const other = await lab.as('uriel').do('scenes.collect-item', {
      ...(await attended(L())),
      ...aFind({ description: 'White van', type: 'vehicle', sealNumber: null }),
      case: undefined,
      unit: undefined,
      number: undefined,
    })
    const reach = (thing: string, from: number, until: number) =>
      lab.as('uriel').tell('scenes.book-bay', { thing, place: bay, ...hoursFrom(L(), from, until) })
    const taken = await reach(other.id, 47, 60)
    expect([taken.status, taken.body.code]).toEqual([409, 'scenes.bay-taken'])
    expect(taken.body.title).toMatch(/Vehicle bay is taken from \d\d\/\d\d, \d\d:\d\d to/)
    // Six reach for the same hours at once.
    const cars = [vehicle, other.id, ...(await moreCars(4))]
    const together = { place: bay, ...hoursFrom(L(), 48, 70) }
    const all = await Promise.all(
      cars.map((thing, n) =>
        lab.as(n % 2 ? 'tessa' : 'uriel').tell('scenes.book-bay', { thing, ...together }),
      ),
    )
    const told = all.map((b) => (b.status === 200 ? 'kept' : (b.body.code as string)))
    expect(told.toSorted()).toEqual(['kept', ...Array.from({ length: 5 }, () => 'scenes.bay-taken')])
    // Whoever decides has the head of the bay first: while another has it, nothing is looked at.
    const holder = await lab.db.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from ledger.head where subject = $1 for update', [
      `evidence.location/${bay}`,
    ])
    let answered = false
    const waiting = reach(vehicle, 100, 110).finally(() => (answered = true))
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(answered).toBe(false)
    await holder.query('commit')
    holder.release()
    expect((await waiting).status).toBe(200)
    const knife = await lab.as('tessa').do('scenes.collect-item', { ...(await onlyScene()), ...aFind() })
    expect((await reach(knife.id, 120, 121)).body.code).toBe('scenes.not-a-vehicle')
    expect((await reach(vehicle, 2, 1)).body.fields[0].code).toBe('fault.until-after-from')
    const { items } = (await lab.as('tessa').ask('scenes.bays', { days: 7 })).body
    expect(items.find((i: Said) => i.id === bay).bookings[0]).toMatchObject({ id: booking, state: 'booked' })
    // Whoever does not see the case learns that the bay is taken, and no more.
    await lab.person('wilma', ['scene-technician'], { unit: lab.units.toxicology })
    const hers = (await lab.as('wilma').ask('scenes.bays', { days: 7 })).body.items
    expect(hers.find((i: Said) => i.id === bay).bookings[0]).toMatchObject({
      vehicle: null,
      by: null,
      actions: [],
    })
    await lab.as('tessa').do('scenes.cancel-bay', { booking }, { reason: 'The car goes to the police' })
    expect((await reach(vehicle, 1, 2)).status).toBe(200)
  })

  test('D50 is examined in its bay with a checklist; what is found in it comes from it, and it is given back with a signature', async () => {
    const { vehicle, number, bay, booking } = await booked(L())
    const tessa = lab.as('tessa')
    await lab.arrange('catalogue.define-form', {
      key: 'scene.vehicle',
      en: 'Vehicle',
      es: 'Vehículo',
      use: 'scene-checklist',
      for: ['vehicle'],
      questions: [
        { key: 'vin', kind: 'yes-no', en: 'Chassis number read', es: 'Chasis leído', required: true },
      ],
    })
    await lab.arrange('identity.choose-pin', { pin: '246810' }).catch(() => undefined)
    await tessa.do('evidence.store-item', { things: [vehicle], place: bay })
    const { id: attendance } = await tessa.do('scenes.examine-vehicle', { booking, sceneType: 'vehicle' })
    const twice = await lab.as('uriel').tell('scenes.examine-vehicle', { booking, sceneType: 'vehicle' })
    expect(twice.body.code).toBe('scenes.booking-examined')
    await tessa.do('scenes.arrive', { attendance })
    await tessa.do('scenes.complete-checklist', { attendance, answers: { vin: true } })
    const found = await tessa.do('scenes.collect-item', { attendance, ...aFind({ sealNumber: 'V-1' }) })
    const { family } = (await tessa.ask('evidence.get-item', { id: found.id })).body
    expect(family.find((f: Said) => f.id === vehicle)).toMatchObject({ link: 'source', number })
    const release = (more: object) =>
      tessa.tell('scenes.release-vehicle', { attendance, ...more }, { stepUp: true })
    const owner = { outsider: { name: 'Mr. Coc', where: 'Owner', document: 'Licence 000123' } }
    expect((await release(owner)).body.code).toBe('scenes.release-unsigned')
    await tessa.do('scenes.leave-scene', { attendance })
    await tessa.do('scenes.sign-scene-record', { attendance }, { stepUp: true })
    expect((await release(owner)).body.code).toBe('scenes.vehicle-not-in-hand')
    await tessa.do('evidence.retrieve-item', { things: [vehicle] })
    expect((await release({ outsider: { name: 'Mr. Coc' } })).status).toBe(400)
    expect((await release(owner)).status).toBe(200)
    const now = await seen(attendance)
    expect(now.vehicle).toMatchObject({ number, released: true, holder: 'Mr. Coc, Owner' })
    expect(now.actions.some((a: Said) => a.operation === 'scenes.release-vehicle')).toBe(false)
    const custody = (await tessa.ask('evidence.custody-of-item', { item: vehicle })).body
    expect(JSON.stringify(custody)).toContain('Mr. Coc')
    // The bay is free again from the hour of the release.
    const next = await lab
      .as('uriel')
      .tell('scenes.book-bay', { thing: vehicle, place: bay, ...hoursFrom(L(), 1, 2) })
    expect(next.status).toBe(200)
  })

  test('a vehicle that is elsewhere, or outside its hours, is not begun', async () => {
    const { vehicle, booking } = await booked(L())
    await lab
      .as('tessa')
      .do(
        'evidence.hand-over',
        { things: [vehicle], outsider: { name: 'PC Pop', document: 'PC 99' } },
        { stepUp: true },
      )
    const tell = () => lab.as('tessa').tell('scenes.examine-vehicle', { booking, sceneType: 'vehicle' })
    expect((await tell()).body.code).toBe('scenes.vehicle-elsewhere')
    const before = lab.clock.now()
    lab.clock.set(hoursFrom(L(), 49, 50).from)
    expect((await tell()).body.code).toBe('scenes.not-booked-now')
    lab.clock.set(before)
    const { attendance } = await examined(L())
    expect((await seen(attendance)).vehicle).toMatchObject({ released: false })
  })

  test('how many stand in a bay at once is counted over the hours, not over the bookings', () => {
    const k = (from: number, until: number) => ({
      thing: `${from}`,
      place: 'p',
      from: `2026-11-02T${String(from).padStart(2, '0')}:00:00Z`,
      until: `2026-11-02T${String(until).padStart(2, '0')}:00:00Z`,
    })
    expect(mostAtOnce(k(8, 18), [k(8, 10), k(10, 12), k(12, 18)])).toBe(1)
    expect(mostAtOnce(k(8, 18), [k(6, 11), k(10, 12)])).toBe(2)
    expect(mostAtOnce(k(12, 18), [k(6, 12), k(18, 20)])).toBe(0)
  })
})
async function moreCars(many: number): Promise<string[]> {
  const { attendance } = await onlyScene()
  const cars: string[] = []
  for (let n = 0; n < many; n += 1) {
    const car = { attendance, ...aFind({ description: `Car ${n}`, type: 'vehicle', sealNumber: null }) }
    cars.push((await lab.as('uriel').do('scenes.collect-item', car)).id)
  }
  return cars
}
async function onlyScene(): Promise<{ attendance: string }> {
  return { attendance: (await attended(L())).attendance }
}

test('the log holds, and what was derived is what the rows add up to', async () => {
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})
