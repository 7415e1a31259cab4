/** Customers who run their own people: invited by their own administrator, brought back by them, held to what their head signed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../test/lab.ts'
import { visit } from '../../test/visitor.ts'
import { sql } from '#platform/sql.ts'

const PASSWORD = 'seven quiet toucans'
let lab: Lab
let agency = ''
const id = (name: string): string => lab.people.get(name)?.id as string
beforeAll(async () => {
  lab = await openLab({ behindProxy: true })
  await lab.person('root', ['administrator'], { unit: null })
  await lab.person('chief', ['administrator'], { unit: lab.units.policeDangriga, name: 'Insp. Cal' })
  await lab.person('lisbey', ['section-head'], { unit: lab.units.chemistry })
  const row = await lab.db.direct.one<{ agency: string }>(
    sql`select agency from identity.unit where id = ${lab.units.policeDangriga}`,
  )
  agency = row.agency
})
afterAll(() => lab.close())

const invitation = (more: object = {}) => ({
  name: 'Elmer Teck',
  rank: 'PC',
  badge: 'PC-1187',
  unit: lab.units.policeDangriga,
  role: 'officer',
  username: 'e.teck',
  ...more,
})
const invite = (who: string, more: object = {}) =>
  lab.as(who).tell('identity.invite-person', invitation(more), { stepUp: true })

test('A3 a formation’s own administrator invites an officer in one act; the code opens the account once, and the role holds there alone', async () => {
  const done = await invite('chief')
  expect(done.status).toBe(200)
  const { id: person, code, link } = done.body
  expect(link).toContain('/recover#')
  const facts = (await lab.as('chief').ask('identity.get-person', { id: person })).body
  expect(facts).toMatchObject({
    badge: 'PC-1187',
    agency: { id: agency },
    unit: { id: lab.units.policeDangriga },
  })
  expect(facts.held).toMatchObject([{ role: 'officer', unit: { id: lab.units.policeDangriga } }])
  const visitor = visit(lab)
  expect((await visitor.tell('identity.sign-in', { username: 'e.teck', password: PASSWORD })).status).toBe(
    401,
  )
  expect((await visitor.tell('identity.recover-account', { code, newPassword: PASSWORD })).status).toBe(200)
  expect((await visitor.tell('identity.sign-in', { username: 'e.teck', password: PASSWORD })).status).toBe(
    200,
  )
  expect((await visit(lab).tell('identity.recover-account', { code, newPassword: PASSWORD })).status).toBe(
    401,
  )
  // The code stands nowhere but with who invited.
  const kept = JSON.stringify(
    await lab.db.direct.many(
      sql`select to_jsonb(e) as e from ledger.entry e order by e.recorded_at desc limit 10`,
    ),
  )
  expect(kept).not.toContain(code)
})

test.each<[string, string, () => object, string]>([
  ['a role of the service', 'chief', () => ({ role: 'analyst' }), 'identity.not-your-unit'],
  ['an administrator beside oneself', 'chief', () => ({ role: 'administrator' }), 'identity.not-your-unit'],
  ['somebody of another unit', 'chief', () => ({ unit: lab.units.chemistry }), 'identity.not-your-unit'],
  ['a name that is taken', 'chief', () => ({}), 'identity.username-taken'],
])('nobody invites %s', async (_what, who, more, code) => {
  const username = code === 'identity.username-taken' ? 'e.teck' : `x${Math.floor(performance.now())}`
  expect((await invite(who, { username, ...more() })).body.code).toBe(code)
})

test('a lost account is brought back by the formation’s administrator and a second person; another formation learns nothing of it', async () => {
  await lab.person('teck', ['officer'], { unit: lab.units.policeDangriga, name: 'Nigel Teck' })
  await lab.db.direct.run(
    sql`update identity.account set password_hash = 'used' where person = ${id('teck')}`,
  )
  const started = await lab
    .as('chief')
    .tell(
      'identity.start-recovery',
      { person: id('teck'), lost: ['password'] },
      { stepUp: true, reason: 'came to me' },
    )
  expect(started.body.needsSecond).toBe(true)
  await lab.person('elsewhere', ['administrator'], { unit: lab.units.chemistry })
  expect((await lab.as('elsewhere').ask('identity.open-recoveries')).body.items).toEqual([])
  const { id: recovery } = started.body
  const second = (who: string) =>
    lab.as(who).tell('identity.confirm-recovery', { recovery }, { stepUp: true, reason: 'known to me' })
  expect((await second('elsewhere')).status).toBe(404)
  expect((await lab.as('elsewhere').tell('identity.withdraw-recovery', { recovery })).status).toBe(404)
  expect((await second('chief')).body.code).toBe('identity.recovery-by-another')
  expect((await second('lisbey')).status).toBe(200)
})

test('A4 an agreement is offered in words, signed on screen by the agency’s own head, told to its people, and without one nobody of it comes in', async () => {
  const offer = {
    agency,
    signatory: id('chief'),
    kind: 'service',
    title: 'Use of the portal',
    words: 'Accounts are personal. What is seen is used for the case alone.',
    validFrom: lab.clock.now().slice(0, 10),
    validUntil: '2027-11-01',
    forService: 'Director',
  }
  const offering = (more: object = {}) =>
    lab.as('root').tell('identity.offer-agreement', { ...offer, ...more }, { stepUp: true })
  expect((await offering({ signatory: id('lisbey') })).body.code).toBe('identity.signatory-elsewhere')
  expect((await offering({ validUntil: '2025-01-01' })).body.code).toBe('identity.agreement-ends-first')
  const hold = (holds: boolean) =>
    lab
      .as('root')
      .tell(
        'identity.hold-agency',
        { agency, rule: 'agreement-required', holds },
        { stepUp: true, reason: 'decided by the director' },
      )
  expect((await hold(true)).status).toBe(200)
  expect((await hold(true)).body.code).toBe('identity.already-so')
  const comesIn = () => visit(lab).tell('identity.sign-in', { username: 'e.teck', password: PASSWORD })
  const shut = await comesIn()
  expect(shut.body).toMatchObject({ code: 'identity.agreement-lacking' })
  expect(shut.body.detail).toContain('Police')

  const { id: offered } = (await offering()).body
  expect((await lab.as('chief').ask('identity.my-notices')).body.items[0]).toMatchObject({
    kind: 'identity.notice-agreement',
  })
  const waits = (await lab.as('chief').ask('identity.my-agreements')).body.offered
  expect(waits).toMatchObject([{ id: offered, words: offer.words }])
  const sign = (who: string, how: object = { stepUp: true }) =>
    lab.as(who).tell('identity.countersign-agreement', { offer: offered }, how)
  expect((await sign('root')).status).toBe(404)
  expect((await sign('chief', {})).body.code).toBe('step-up-required')
  expect((await sign('chief')).status).toBe(200)
  expect((await sign('chief')).body.code).toBe('identity.already-so')
  expect((await lab.as('teck').ask('identity.my-agreements')).body.signed).toMatchObject([
    { title: 'Use of the portal', forAgency: 'Insp. Cal', state: 'in-force', words: offer.words },
  ])
  expect((await comesIn()).status).toBe(200)
  lab.clock.advance(366 * 86_400_000)
  expect((await comesIn()).body.code).toBe('identity.agreement-lacking')
  lab.clock.advance(-366 * 86_400_000)
  expect((await hold(false)).status).toBe(200)
})

test('A23 one registry for everybody outside: agencies with official codes and their units, people with badge and PIN', async () => {
  const made = await lab.as('root').do('identity.register-agency', {
    name: 'Funeral Home, Belize City',
    shortName: 'FH',
    code: 'fh-01',
    kind: 'other',
  })
  const found = (await lab.as('root').ask('identity.list-agencies', { q: 'FH-01' })).body.items
  expect(found).toMatchObject([{ id: made.id, code: 'fh-01', rules: [] }])
  const twice = await lab
    .as('root')
    .tell('identity.register-agency', { name: 'Another', shortName: 'A', code: 'FH-01', kind: 'health' })
  expect(twice.body.code).toBe('identity.agency-code-taken')
})
