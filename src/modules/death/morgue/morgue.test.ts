/** Stories of the morgue: a body on the custody of exhibits, the board and a failing unit, the count, effects, release, who it is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aRelative, accepted, anIdentity, missed, officeOf, ready, received } from '../examples.ts'

let lab: Lab
let places: Readonly<Record<string, string>>
let investigator: string
beforeAll(async () => {
  lab = await openLab()
  const office = await officeOf(lab)
  places = office.places
  investigator = office.investigator
})
afterAll(() => lab.close())
const seen = async (death: string) => (await lab.as('isela').ask('death.get-death', { death })).body
const board = async () => (await lab.as('norris').ask('death.morgue-board')).body

test('H14 H17 a body is a thing on the custody of exhibits: the van, the place, each move, and no gap between', async () => {
  const { death } = await accepted(lab)
  const body = await lab.as('norris').do('death.receive-body', {
    death,
    place: places['UNIT-1-1'],
    broughtBy: 'Mortuary van, R. Pott',
    broughtFrom: 'Ecumenical Drive',
    takenAt: lab.clock.now(),
    seal: 'B-1001',
  })
  const full = await lab.as('norris').tell('death.receive-body', {
    death: (await accepted(lab)).death,
    place: places['UNIT-1-1'],
    broughtBy: 'Van',
  })
  expect(full.body.code).toBe('evidence.place-full')
  await lab.as('norris').do('death.move-body', { death, place: places['UNIT-1-2'] })
  const file = await seen(death)
  expect(file.body).toMatchObject({ number: file.number, barcode: body.barcode, placeId: places['UNIT-1-2'] })
  const custody = (await lab.as('isela').ask('evidence.custody-of-item', { item: body.thing })).body
  expect(JSON.stringify(custody)).toContain('Mortuary van, R. Pott')
  expect((custody.findings ?? []).filter((f: { kind: string }) => f.kind === 'gap')).toEqual([])
  const again = await lab.as('norris').tell('death.move-body', { death, place: places['UNIT-1-2'] })
  expect(again.body.code).toBe('death.lies-there-already')
})

test('H15 the wristband bears a QR code and the number; scanning it finds the body, a name is nowhere on it', async () => {
  const { death, thing } = await received(lab)
  const band = await lab.as('norris').file('death.wristband', { death })
  expect(band.headers.get('content-type')).toContain('application/pdf')
  expect(band.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(band.bytes.toString('latin1')).not.toContain('Novelo')
  const { body } = await seen(death)
  const found = (await lab.as('isela').ask('evidence.scan', { text: body.barcode })).body
  expect(found.items.map((i: { id: string }) => i.id)).toEqual([thing])
})

test('S-B16 the board says who lies where and since when, and which must move if unit 2 fails: unidentified first', async () => {
  const known = await received(lab, { name: 'Known Man' }, 'UNIT-2-1')
  await lab
    .as('hugo')
    .do('death.identify-decedent', { death: known.death, ...anIdentity({ name: 'Known Man' }) })
  const nobody = await received(lab, { name: null }, 'UNIT-2-2')
  const plan = (await lab.as('norris').ask('death.moving-plan', { unit: places['UNIT-2'] })).body
  expect(plan.moves.map((m: { death: string }) => m.death)).toEqual([nobody.death, known.death])
  expect(plan.left).toBe(0)
  expect((await board()).plan).toBeNull()
  await lab.as('norris').do('death.record-temperature', { place: places['UNIT-2'], celsius: '9.8' })
  const failing = await board()
  const unit = failing.units.find((u: { code: string }) => u.code === 'UNIT-2')
  expect(unit).toMatchObject({ failing: true, celsius: '9.8', limit: '6.0', room: 3, filled: 2 })
  expect(failing.plan).toMatchObject({ unit: places['UNIT-2'], moves: plan.moves })
  // The place that the plan keeps is seen on the board, and no place is kept twice.
  const kept = failing.units.flatMap((u: { places: { keptFor: string | null }[] }) =>
    u.places.flatMap((p) => p.keptFor ?? []),
  )
  expect([...kept].sort()).toEqual([nobody.number, known.number].sort())
  for (const m of plan.moves) await lab.as('norris').do('death.move-body', { death: m.death, place: m.to.id })
  await lab.as('norris').do('death.record-temperature', { place: places['UNIT-2'], celsius: '4.0' })
  expect((await board()).units.find((u: { code: string }) => u.code === 'UNIT-2')).toMatchObject({
    failing: false,
    filled: 0,
  })
})

test('H18 H19 the daily count by wristband says what is missing, what nobody knows and what lies elsewhere, and is signed', async () => {
  const here = (await board()).units.flatMap(
    (u: { places: { id: string; bodies: { number: string }[] }[] }) =>
      u.places.flatMap((p) => p.bodies.map((b) => ({ body: b.number, place: p.id }))),
  )
  expect(here.length).toBeGreaterThan(2)
  const [gone, moved, ...rest] = here
  const told = await lab.as('norris').do('death.count-bodies', {
    morgue: 'MORGUE',
    found: [...rest, { body: moved.body, place: places['UNIT-2-3'] }, { body: 'CX000000000000X' }],
  })
  expect(told).toMatchObject({
    expected: here.length,
    found: here.length,
    missing: [gone.body],
    misplaced: [moved.body],
    surplus: ['CX000000000000X'],
  })
  expect((await board()).lastCount).toMatchObject({ by: 'Norris Coc', missing: [gone.body] })
})

test('H20 effects are counted by two, sealed in a bag that custody follows, and given out once against signature', async () => {
  const { death, number } = await received(lab)
  const input = {
    death,
    effects: [
      { words: 'Wristwatch, yellow metal' },
      { words: 'Banknotes', count: 3, amount: '70.00', currency: 'BZD' },
    ],
    seal: 'E-104',
  }
  expect((await lab.as('norris').tell('death.inventory-effects', input)).status).toBe(400)
  const wrong = await lab
    .as('norris')
    .tell('death.inventory-effects', { ...input, witness: { person: investigator, pin: '111111' } })
  expect(wrong.status).toBe(409)
  const bag = await lab
    .as('norris')
    .do('death.inventory-effects', { ...input, witness: { person: investigator, pin: '246810' } })
  expect(bag.number).toBe(`${number}-E1`)
  expect((await seen(death)).effects).toMatchObject([
    {
      number: bag.number,
      seals: ['E-104'],
      lines: [{}, { words: 'Banknotes', count: 3, amount: '70.00' }],
      released: null,
    },
  ])
  const given = { death, bag: bag.id, to: { ...aRelative }, relation: 'wife' }
  await lab.as('norris').do('death.release-effects', given)
  expect((await seen(death)).effects[0].released).toMatchObject({ to: 'Maria Novelo', relation: 'wife' })
  const twice = await lab.as('norris').tell('death.release-effects', given, { stepUp: true })
  expect(twice.body.code).toBe('death.effects-gone')
})

test('H35 a body is kept with every reason told until it is known, free of holds and on its papers; then it goes, once', async () => {
  const known = await received(lab)
  const { death } = known
  const give = { death, to: aRelative, kind: 'relative' }
  const kept = await lab.as('norris').tell('death.release-body', give, { stepUp: true })
  expect(kept.status).toBe(409)
  expect(kept.body.detail).toContain('Nobody has said who it is.')
  expect(kept.body.detail).toContain('There is no Burial order.')
  await lab
    .as('hugo')
    .do('death.identify-decedent', { death, ...anIdentity({ state: 'presumed', method: 'visual' }) })
  await lab.as('isela').do('death.record-paper', { death, kind: 'burial-order', state: 'requested' })
  expect((await seen(death)).keeps).toEqual([
    'The identity is presumed, not confirmed.',
    'Not given yet: Burial order.',
  ])
  await lab.as('hugo').do('death.identify-decedent', { death, ...anIdentity() })
  await lab.as('isela').do('death.record-paper', {
    death,
    kind: 'burial-order',
    state: 'approved',
    number: 'BO-77',
  })
  const hold = await lab
    .as('isela')
    .do('death.hold-body', { death, authority: 'Second examination for the defence' })
  expect((await seen(death)).keeps).toEqual(['Held: Second examination for the defence'])
  expect((await lab.as('norris').tell('death.release-body', give, { stepUp: true })).body.code).toBe(
    'death.body-kept',
  )
  await lab.as('hugo').do('death.free-body', { death, hold: hold.id }, { reason: 'The defence has examined' })
  await lab.as('norris').do('death.release-body', give)
  const after = await seen(death)
  expect(after).toMatchObject({ hasBody: false, released: { to: 'Maria Novelo', kind: 'relative' } })
  expect((await lab.as('norris').tell('death.release-body', give, { stepUp: true })).body.code).toBe(
    'death.body-gone',
  )
})

test('H36 unclaimed: not before its time, with the notices that were given; the board shows who is over', async () => {
  const { death } = await received(lab, { name: 'Cyril Wade' })
  const early = await lab.as('isela').tell('death.mark-unclaimed', { death, notices: 'Radio' })
  expect(early.body.code).toBe('death.unclaimed-too-early')
  lab.clock.advance(32 * 86_400_000)
  const over = (await board()).units.flatMap(
    (u: { places: { bodies: { death: string; over: boolean; days: number }[] }[] }) =>
      u.places.flatMap((p) => p.bodies),
  )
  expect(over.find((b: { death: string }) => b.death === death)).toMatchObject({ over: true, days: 32 })
  await lab
    .as('isela')
    .do('death.mark-unclaimed', { death, notices: 'Radio on 3 and 10 November, press on 12' })
  const { units } = await board()
  expect(JSON.stringify(units)).toContain('"unclaimed":true')
})

test('H7 identity is dated assertions with method and sayer; what does not confirm alone is refused, a mistake is taken back', async () => {
  const { death } = await accepted(lab, { name: null })
  const alone = await lab
    .as('isela')
    .tell('death.identify-decedent', { death, ...anIdentity({ method: 'visual' }) })
  expect(alone.body.code).toBe('death.method-does-not-confirm')
  await lab.as('isela').do('death.identify-decedent', {
    death,
    ...anIdentity({
      state: 'presumed',
      method: 'visual',
      saidBy: { name: 'His brother', relation: 'brother' },
    }),
  })
  expect((await seen(death)).name).toBe('Rodolfo Novelo')
  await lab.as('isela').do('death.identify-decedent', {
    death,
    state: 'withdrawn',
    method: 'visual',
    words: 'The brother was mistaken',
  })
  const file = await seen(death)
  expect(file).toMatchObject({ name: null, identity: 'none' })
  expect(file.identities.map((i: { state: string }) => i.state)).toEqual(['withdrawn', 'presumed'])
  expect(file.identities[1].saidBy).toMatchObject({ relation: 'brother' })
})

test('S-B17 a tattoo and a stature bring the right missing person first, with the reasons; another sex never appears', async () => {
  const right = await missed(lab, {
    name: 'Placido Teul',
    features: [
      { kind: 'tattoo', site: 'left-arm', words: 'Anchor with the name Elena' },
      { kind: 'stature', value: '171', spread: '3' },
    ],
  })
  const tall = await missed(lab, {
    name: 'Tall Man',
    features: [{ kind: 'stature', value: '188', spread: '2' }],
  })
  const other = await missed(lab, {
    name: 'Somebody Else',
    features: [{ kind: 'tattoo', site: 'right-leg', words: 'Rose' }],
  })
  const woman = await missed(lab, { name: 'A Woman', sex: 'female' })
  const { death } = await accepted(lab, { name: null, age: { value: 33, unit: 'years' } })
  await lab.as('norris').do('death.describe-body', {
    death,
    features: [
      { kind: 'tattoo', site: 'left-arm', words: 'Blue anchor, letters ELENA beneath' },
      { kind: 'stature', value: '172', spread: '2' },
      { kind: 'teeth', words: 'Gold crown upper left canine' },
    ],
  })
  const { items } = (await lab.as('isela').ask('death.match-candidates', { death })).body
  expect(items[0].missing).toBe(right.id)
  expect(items[0].reasons[0].text).toContain('Tattoo at the same place (left arm)')
  expect(items[0].reasons.map((r: { text: string }) => r.text)).toContain('Stature: 172 cm, told 171 cm')
  const at = (id: string): number => items.findIndex((c: { missing: string }) => c.missing === id)
  expect(at(woman.id)).toBe(-1)
  expect(at(other.id)).toBeGreaterThan(0)
  // A stature that is off takes points away: whoever only shares sex and age stands before.
  expect(at(tall.id) === -1 || at(tall.id) > at(other.id)).toBe(true)
  await lab.as('isela').do('death.propose-match', { death, missing: right.id })
  const visual = await lab
    .as('hugo')
    .tell('death.confirm-match', { death, missing: right.id, method: 'visual' }, { stepUp: true })
  expect(visual.body.code).toBe('death.method-does-not-confirm')
  await lab.as('hugo').do('death.confirm-match', { death, missing: right.id, method: 'dna' })
  expect(await seen(death)).toMatchObject({ identity: 'confirmed', name: 'Placido Teul' })
  const open = (await lab.as('isela').ask('death.missing-persons', { state: 'open', limit: 200 })).body
  expect(open.items.some((m: { id: string }) => m.id === right.id)).toBe(false)
})

test('the book is right: every derived row is what the covered rows add up to', async () => {
  await ready(lab)
  const { derived } = await import('../call/store/standing.ts')
  const { sql, nameSql } = await import('../../../platform/sql.ts')
  const differ = await lab.db.direct.many(
    sql`(${nameSql(derived['death.standing'])} except table death.standing) union all (table death.standing except ${nameSql(derived['death.standing'])})`,
  )
  expect(differ).toEqual([])
})
