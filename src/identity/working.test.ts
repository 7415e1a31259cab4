/** Where somebody works from, why an act is theirs or not, views that are shared, and the machine of a counter. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeAnnouncing, anAnnouncement, aSubmission } from '#modules/evidence/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../test/lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.person('root', ['administrator'], { unit: null })
  await lab.person('dora', ['director'], { unit: null, name: 'D. Dora' })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry, name: 'E. Cus' })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter, name: 'S. Reneau' })
  await lab.person('tox', ['analyst'], { unit: lab.units.toxicology, name: 'T. Pech' })
  await lab.person('head-lab', ['section-head'], {
    unit: lab.units.lab,
    name: 'Head of the laboratory',
  })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
})
afterAll(() => lab?.close())
const id = (name: string): string => lab.people.get(name)?.id as string
const PASSWORD = 'a mango tree by the river'

/** Signs in over HTTP as a browser would; answers the cookie with which one goes on. */
async function signIn(username: string, more: object = {}) {
  const response = await fetch(`${lab.url}/api/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD, ...more }),
  })
  const body = (await response.json()) as Record<string, any> // oxlint-disable-line typescript/no-explicit-any
  const cookie = (response.headers.getSetCookie?.() ?? []).map((c) => c.split(';')[0]).join('; ')
  const call = async (operation: string, input?: object) => {
    const answer = await fetch(`${lab.url}/api/${operation.replace('.', '/')}`, {
      method: input ? 'POST' : 'GET',
      headers: {
        cookie,
        ...(input ? { 'content-type': 'application/json', 'x-custodia-csrf': String(body.csrf) } : {}),
      },
      ...(input ? { body: JSON.stringify(input) } : {}),
    })
    return { status: answer.status, body: (await answer.json()) as any } // oxlint-disable-line typescript/no-explicit-any
  }
  return { status: response.status, body, call }
}
async function password(username: string): Promise<void> {
  const { hashSecret } = await import('./secrets.ts')
  const hash = await hashSecret(PASSWORD)
  await lab.db.direct.run(
    sql`update identity.account set password_hash = ${hash} where person = ${id(username)}`,
  )
}

test('K2 each act is a right of its own, the menu shows only what is held, and who is refused is told which roles it takes, which they held, and whom to ask', async () => {
  const me = (await lab.as('cus').ask('identity.who-am-i')).body
  expect(me.operations).toContain('work.start-work')
  for (const act of ['evidence.receive-submission', 'identity.grant-role', 'portal.put-up-banner'])
    expect(me.operations, act).not.toContain(act)
  const refused = await lab.as('cus').ask('portal.adoption', { days: 30 })
  expect(refused.body).toMatchObject({
    status: 403,
    code: 'right-missing',
    detail:
      'Your roles do not include “Offices on the portal”. It is for: Director, Quality manager, Administrator.',
    next: expect.stringContaining('Ask whoever gives roles'),
  })
  const why = async (who: string, params: object) =>
    (await lab.as(who).ask('identity.explain-right', { ...params })).body
  expect(await why('cus', { operation: 'work.start-work' })).toMatchObject({
    holds: true,
    says: ['E. Cus may do “Start work”: Analyst, Analytical Chemistry.'],
  })
  const grant = await lab.arrange('identity.grant-role', {
    person: id('cus'),
    role: 'section-head',
    unit: lab.units.chemistry,
  })
  await lab
    .as('root')
    .do('identity.withdraw-role', { grant: grant.id }, { stepUp: true, reason: 'Acting head until Friday' })
  const over = await why('root', { operation: 'work.assign-request', person: id('cus') })
  expect(over.holds).toBe(false)
  expect(over.says.slice(0, 2)).toEqual([
    'E. Cus may not do “Assign the request”. It is for: Head of section, Director.',
    'The role Head of section (Analytical Chemistry) was held and has ended.',
  ])
  expect(
    (await lab.as('cus').ask('identity.explain-right', { operation: 'work.start-work', person: id('tox') }))
      .status,
  ).toBe(403)
})

test('K3 a role is held at an office and beneath it: it reaches no other', async () => {
  const received = await lab.as('reneau').do('evidence.receive-submission', aSubmission())
  const of = (who: string) => lab.as(who).ask('cases.get-case', { case: received.case.id })
  // The laboratory stands above the counter; chemistry beside it; another formation outside.
  expect([(await of('head-lab')).status, (await of('reneau')).status]).toEqual([200, 200])
  expect([(await of('tox')).status, (await of('choc')).status]).toEqual([404, 404])
  const head = await lab.actor('head-lab')
  expect(head.principals).toEqual(expect.arrayContaining([lab.units.counter, lab.units.chemistry]))
  expect(head.principals).not.toContain(lab.units.policeDangriga)
})

test('K11 whoever holds a role in several offices says from which they work: what they take in comes to that office, and nothing else of their rights changes', async () => {
  const far = await lab.arrange('identity.add-unit', {
    agency: lab.agencies.service,
    name: 'Counter in San Ignacio',
    code: 'SI-EVM',
    kind: 'section',
    parent: lab.units.whole,
  })
  await lab.arrange('identity.grant-role', { person: id('reneau'), role: 'evidence-officer', unit: far.id })
  const office = async () => (await lab.as('reneau').ask('identity.who-am-i')).body
  const me = await office()
  expect(me.unit.name).toBe('Evidence Management')
  expect(me.offices.map((o: { name: string }) => o.name)).toEqual([
    'Counter in San Ignacio',
    'Evidence Management',
  ])
  const unitOf = async () => {
    const { case: file } = await lab.as('reneau').do('evidence.receive-submission', aSubmission())
    const row = await lab.db.direct.one<{ unit: string }>(
      sql`select unit from cases.standing where root = ${file.id}`,
    )
    return row.unit
  }
  expect(await unitOf()).toBe(lab.units.counter)
  await lab.as('reneau').do('identity.work-at', { unit: far.id })
  expect((await office()).unit.name).toBe('Counter in San Ignacio')
  expect(await unitOf()).toBe(far.id)
  const no = await lab.as('reneau').tell('identity.work-at', { unit: lab.units.toxicology })
  expect(no.body).toMatchObject({ status: 409, code: 'identity.not-your-office' })
  await lab.as('reneau').do('identity.work-at', { unit: lab.units.counter })
})

test('K10 a view of a list is kept for oneself, for the office or for the whole service; each reader finds by it what they themselves may see', async () => {
  const state = { q: '', sort: 'dueOn', filters: { overdue: 'true' }, columns: ['number', 'dueOn'] }
  const keep = (who: string, name: string, shared?: string) =>
    lab.as(who).do('identity.keep-view', { list: 'work.queue', name, state, ...(shared ? { shared } : {}) })
  await keep('cus', 'Mine')
  await keep('cus', 'Late in chemistry', 'office')
  await keep('reneau', 'Late everywhere', 'service')
  const found = async (who: string) =>
    (await lab.as(who).ask('identity.my-views', { list: 'work.queue' })).body.items.map(
      (v: { name: string; by: string | null }) => [v.name, v.by],
    )
  expect(await found('cus')).toEqual([
    ['Late in chemistry', null],
    ['Mine', null],
    ['Late everywhere', 'S. Reneau'],
  ])
  expect(await found('head-lab')).toEqual([
    ['Late everywhere', 'S. Reneau'],
    ['Late in chemistry', 'E. Cus'],
  ])
  expect(await found('tox')).toEqual([['Late everywhere', 'S. Reneau']])
  expect(await found('choc')).toEqual([])
  // Only whoever keeps it takes it away.
  expect(
    (await lab.as('tox').tell('identity.forget-view', { list: 'work.queue', name: 'Late everywhere' }))
      .status,
  ).toBe(404)
  await lab.as('reneau').do('identity.forget-view', { list: 'work.queue', name: 'Late everywhere' })
  expect(await found('tox')).toEqual([])
})

test('K8 a line stands above every page for one side of the counter or for everybody, in both languages, until its hour or until it is taken down', async () => {
  const put = (more: object) =>
    lab.as('root').tell('portal.put-up-banner', {
      en: 'The counter is closed on Monday',
      es: 'La recepción está cerrada el lunes',
      until: '2026-11-09T23:00:00Z',
      ...more,
    })
  const { id: banner } = (await put({ whom: 'outside' })).body
  expect((await put({ whom: 'inside', en: 'The balance room is shut' })).status).toBe(200)
  expect((await put({ until: '2026-11-01T00:00:00Z' })).body.code).toBe('portal.banner-over')
  const up = async (who: string, language?: 'es') =>
    (await lab.as(who).ask('portal.banners', {}, language ? { language } : {})).body.items.map(
      (b: { text: string }) => b.text,
    )
  expect(await up('choc')).toEqual(['The counter is closed on Monday'])
  expect(await up('choc', 'es')).toEqual(['La recepción está cerrada el lunes'])
  expect(await up('cus')).toEqual(['The balance room is shut'])
  expect((await lab.as('cus').tell('portal.take-down-banner', { banner })).status).toBe(403)
  await lab.as('root').do('portal.take-down-banner', { banner })
  expect(await up('choc')).toEqual([])
  const then = lab.clock.now()
  lab.clock.set('2026-11-09T23:00:01.000Z')
  expect(await up('cus')).toEqual([])
  lab.clock.set(then)
})

test('A5 people of an agency that is held to it say from where they come in; it is kept with the sign-in, and such a session ends sooner', async () => {
  await password('choc')
  expect((await signIn('choc')).status).toBe(200)
  await lab
    .as('root')
    .do(
      'identity.hold-agency',
      { agency: lab.agencies.police, rule: 'place-stated', holds: true },
      { stepUp: true, reason: 'Agreed with the commissioner' },
    )
  // A stranger learns nothing of it: only who showed that they are this person is asked.
  expect((await signIn('choc', { password: 'wrong' })).body.code).toBe('identity.wrong-sign-in')
  const asked = await signIn('choc')
  expect(asked.body).toMatchObject({
    status: 401,
    code: 'identity.place-needed',
    next: 'Say where you are and that nobody else sees the screen.',
  })
  const inside = await signIn('choc', { place: 'office' })
  expect(inside.status).toBe(200)
  const kept = await lab.db.direct.one<{ place: string; idle: number }>(
    sql`select place, idle_minutes as idle from identity.session where person = ${id('choc')} and place is not null`,
  )
  expect(kept).toEqual({ place: 'office', idle: 20 })
  const facts = await lab.db.direct.many<{ leaf: string }>(
    sql`select convert_from(leaf, 'utf8') as leaf from ledger.entry where action = 'identity.sign-in' order by no desc limit 1`,
  )
  expect(facts[0]?.leaf).toContain('"place":"office"')
  expect((await inside.call('identity.who-am-i')).body.idleMinutes).toBe(20)
  lab.clock.advance(21 * 60_000)
  expect((await inside.call('identity.who-am-i')).status).toBe(401)
})

test('A9 at the machine of a counter somebody who announced nothing writes it down and is let out: nothing else opens there, and it closes by itself after three minutes', async () => {
  const kiosk = await signIn('choc', { place: 'office', kiosk: true })
  const me = (await kiosk.call('identity.who-am-i')).body
  expect(me).toMatchObject({ kiosk: true, idleMinutes: 3, secondFactorDue: false })
  expect(me.operations).toEqual(expect.arrayContaining(['evidence.submit-prelog', 'evidence.prelog-form']))
  expect(me.operations).not.toContain('portal.my-cases')
  const shut = await kiosk.call('portal.my-cases')
  expect(shut.body).toMatchObject({ status: 403, code: 'kiosk-only' })
  const said = await kiosk.call('evidence.submit-prelog', anAnnouncement(lab as never))
  expect(said.status).toBe(200)
  const queue = (await lab.as('reneau').ask('evidence.announced', { limit: 10 })).body.items
  expect(queue.map((q: { id: string }) => q.id)).toContain(said.body.id)
  lab.clock.advance(3 * 60_000 + 1)
  expect((await kiosk.call('identity.who-am-i')).status).toBe(401)
})
