/** Duties as a service lives them: leave and stand-ins, leavers, two people for a lost account, broken glass, second looks, walls. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAuthenticator } from '../../test/authenticator.ts'
import { type Lab, openLab } from '../../test/lab.ts'
import { visit } from '../../test/visitor.ts'
import { arrangeWords } from '#modules/cases/examples.ts'
import { sql } from '#platform/sql.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { growTree } from '#ledger/sequencer.ts'

const PASSWORD = 'seven quiet toucans'
let lab: Lab
const id = (name: string): string => lab.people.get(name)?.id as string
const hours = (n: number): string => new Date(Date.parse(lab.clock.now()) + n * 3_600_000).toISOString()
beforeAll(async () => {
  lab = await openLab({ behindProxy: true })
  await arrangeWords(lab)
  await lab.person('root', ['administrator'], { unit: null })
  await lab.person('second', ['administrator'], { unit: null })
  await lab.person('quan', ['director'], { unit: null })
  await lab.person('pook', ['quality-manager'], { unit: null })
  await lab.person('lisbey', ['section-head'], { unit: lab.units.chemistry })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
})
afterAll(() => lab.close())

const openCase = async (title = 'Bag found by the highway'): Promise<{ id: string; number: string }> =>
  lab.as('reneau').do('cases.open-case', { title, type: 'criminal' })
const sees = async (who: string, root: string): Promise<number> =>
  (await lab.as(who).ask('cases.get-case', { case: root })).status

describe('a duty handed on', () => {
  const grantOf = async (who: string): Promise<string> =>
    (await lab.as(who).ask('identity.my-duties')).body.held[0].id
  const handOn = async (more: object = {}, how: object = {}) =>
    lab
      .as('lisbey')
      .tell(
        'identity.delegate',
        { grant: await grantOf('lisbey'), to: id('cus'), until: hours(48), ...more },
        { stepUp: true, reason: 'at court in Belmopan', ...how },
      )

  test('is held by the stand-in until its hour, and no longer than by the owner', async () => {
    expect((await lab.as('cus').ask('identity.access-due')).status).toBe(403)
    const done = await handOn()
    expect(done.status).toBe(200)
    expect((await lab.as('cus').ask('identity.access-due')).status).toBe(200)
    const held = (await lab.as('cus').ask('identity.my-duties')).body.held
    expect(held.find((h: { role: string }) => h.role === 'section-head')).toMatchObject({
      owner: { name: 'lisbey' },
      unit: { name: 'Analytical Chemistry' },
    })
    expect((await lab.as('lisbey').ask('identity.my-duties')).body.held[0].to).toMatchObject([
      { name: 'cus' },
    ])
    // What was handed on is not handed on again.
    const again = held.find((h: { role: string }) => h.role === 'section-head')
    expect(
      again.actions.find((a: { operation: string }) => a.operation === 'identity.delegate'),
    ).toMatchObject({
      ok: false,
    })
    lab.clock.advance(49 * 3_600_000)
    expect((await lab.as('cus').ask('identity.access-due')).status).toBe(403)
  })
  test('ends with the role it came from, and when either of the two ends it', async () => {
    const first = (await handOn()).body.id
    expect((await lab.as('pook').tell('identity.end-delegation', { grant: first })).status).toBe(404)
    expect((await lab.as('cus').tell('identity.end-delegation', { grant: first })).status).toBe(200)
    expect((await lab.as('cus').ask('identity.access-due')).status).toBe(403)
    await handOn()
    expect((await lab.as('cus').ask('identity.access-due')).status).toBe(200)
    await lab
      .as('root')
      .do('identity.withdraw-role', { grant: await grantOf('lisbey') }, { reason: 'new head' })
    expect((await lab.as('cus').ask('identity.access-due')).status).toBe(403)
    await lab
      .as('root')
      .do('identity.grant-role', { person: id('lisbey'), role: 'section-head', unit: lab.units.chemistry })
  })
  test.each<[string, () => object, string]>([
    ['to oneself', () => ({ to: id('lisbey') }), 'identity.not-to-yourself'],
    ['to another agency', () => ({ to: id('palacio') }), 'identity.cannot-stand-in'],
    ['for a year', () => ({ until: hours(24 * 365) }), 'identity.delegation-too-long'],
    ['until yesterday', () => ({ until: hours(-24) }), 'identity.delegation-too-long'],
    ['wider than held', () => ({ unit: lab.units.lab }), 'identity.wider-than-yours'],
  ])('is not given %s', async (_what, more, code) => {
    expect((await handOn(more())).body.code).toBe(code)
  })
  test('asks for a reason and for the person again', async () => {
    expect((await handOn({}, { reason: undefined })).body.code).toBe('reason-required')
    expect((await handOn({}, { stepUp: false })).body.code).toBe('step-up-required')
  })
  test('of somebody else, or of an administrator, is not there or stays', async () => {
    const other = await grantOf('quan')
    expect((await handOn({ grant: other })).status).toBe(404)
    const answer = await lab
      .as('root')
      .tell(
        'identity.delegate',
        { grant: await grantOf('root'), to: id('cus'), until: hours(5) },
        { stepUp: true, reason: 'on leave next week' },
      )
    expect(answer.body.code).toBe('identity.role-stays')
  })
})

describe('absence', () => {
  test('one records one’s own leave; only who answers for somebody closes their account for it', async () => {
    const leave = { kind: 'leave', from: hours(1), until: hours(72) }
    const own = { ...leave, person: id('cus'), standIn: id('lisbey') }
    expect((await lab.as('cus').tell('identity.record-leave', own)).status).toBe(200)
    expect((await lab.as('cus').tell('identity.record-leave', { ...own, closes: true })).body.code).toBe(
      'identity.close-not-yourself',
    )
    expect(
      (await lab.as('cus').tell('identity.record-leave', { ...leave, person: id('pook') })).body.code,
    ).toBe('identity.only-your-own-leave')
    const end = { person: id('cus'), kind: 'leave', from: hours(5), until: hours(4) }
    expect((await lab.as('cus').tell('identity.record-leave', end)).body.code).toBe(
      'identity.leave-ends-first',
    )
    lab.clock.advance(2 * 3_600_000)
    const { items } = (await lab.as('root').ask('identity.list-people', { q: 'cus' })).body
    expect(items[0].away).toMatchObject({ kind: 'leave', standIn: 'lisbey' })
    expect((await lab.as('cus').ask('identity.who-am-i')).status).toBe(200)
    const { absences } = (await lab.as('cus').ask('identity.my-duties')).body
    await lab.as('cus').do('identity.end-leave', { absence: absences[0].id })
    expect((await lab.as('root').ask('identity.list-people', { q: 'cus' })).body.items[0].away).toBeNull()
  })

  test('while it closes the account, session, token and passkey open nothing; back sooner, they do', async () => {
    await lab.person('secondee', ['analyst'])
    const { token } = await lab
      .as('secondee')
      .do('identity.issue-token', { name: 'script', scopes: ['*'] }, { stepUp: true })
    const byToken = async (): Promise<number> =>
      (await fetch(`${lab.url}/api/identity/who-am-i`, { headers: { authorization: `Bearer ${token}` } }))
        .status
    const { id: absence } = await lab.as('lisbey').do('identity.record-leave', {
      person: id('secondee'),
      kind: 'secondment',
      from: hours(1),
      until: hours(24 * 90),
      closes: true,
    })
    expect(await byToken()).toBe(200)
    lab.clock.advance(3_600_000)
    expect(await byToken()).toBe(401)
    expect((await lab.as('secondee').ask('identity.who-am-i')).status).toBe(401)
    await lab.as('lisbey').do('identity.end-leave', { absence })
    expect(await byToken()).toBe(200)
  })

  test('a leaver is out at the hour that was said, with everything they held, and nobody has to do anything', async () => {
    await lab.person('leaver', ['analyst', 'director'])
    await lab
      .as('root')
      .do(
        'identity.record-departure',
        { person: id('leaver'), at: hours(24) },
        { reason: 'new position abroad' },
      )
    expect((await lab.as('leaver').ask('identity.who-am-i')).body.roles).toEqual(['analyst', 'director'])
    lab.clock.advance(24 * 3_600_000)
    expect((await lab.as('leaver').ask('identity.who-am-i')).status).toBe(401)
    const page = (await lab.as('root').ask('identity.get-person', { id: id('leaver') })).body
    expect(page.leftAt).not.toBeNull()
    const { items } = (await lab.as('root').ask('identity.list-people', { q: 'leaver' })).body
    expect(items[0].roles).toEqual([])
    const live = await lab.as('quan').ask('identity.access-due', { which: 'all', q: 'leaver' })
    expect(live.body.items).toEqual([])
    const back = await lab
      .as('root')
      .tell(
        'identity.start-recovery',
        { person: id('leaver'), lost: ['password'] },
        { stepUp: true, reason: 'asked' },
      )
    expect(back.body.code).toBe('identity.recovery-closed')
  })
})

describe('a way back into an account', () => {
  const start = (person: string, lost: string[], who = 'root') =>
    lab
      .as(who)
      .tell(
        'identity.start-recovery',
        { person, lost },
        { stepUp: true, reason: 'came to the counter with the service card' },
      )
  const confirm = (recovery: string, who: string) =>
    lab
      .as(who)
      .tell(
        'identity.confirm-recovery',
        { recovery },
        { stepUp: true, reason: 'knows her from the laboratory' },
      )
  const recover = (input: object) =>
    visit(lab).tell('identity.recover-account', { newPassword: 'nine brass kettles sing', ...input })
  const account = async (username: string): Promise<string> =>
    (await lab.as('root').do('identity.add-person', { name: username, username, password: PASSWORD }))
      .id as string

  test('takes two people; the one who comes back brings both halves, once, and everything that was open ends', async () => {
    const person = await account('lost-all')
    const before = visit(lab)
    await before.signIn('lost-all', PASSWORD)
    const key = makeAuthenticator('http://lab.test')
    const asked = (await before.ask('identity.passkey-challenge', { for: 'add' })).body.options
    await before.tell('identity.add-passkey', { name: 'Stolen', passkey: key.register(asked) })
    await before.tell('identity.set-pin', { password: PASSWORD, pin: '271828' })

    const started = (await start(person, ['password', 'second-factor', 'pin'])).body
    expect(started).toMatchObject({ needsSecond: true, link: expect.stringContaining('/recover#') })
    expect(started.code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
    // The first half alone opens nothing, whoever has it.
    expect((await recover({ code: started.code })).body.code).toBe('identity.recovery-wrong')
    expect((await confirm(started.id, 'root')).body.code).toBe('identity.recovery-by-another')
    const { code: second } = (await confirm(started.id, 'lisbey')).body
    expect((await confirm(started.id, 'quan')).body.code).toBe('identity.already-so')
    expect((await recover({ code: started.code, second: started.code })).body.code).toBe(
      'identity.recovery-wrong',
    )
    expect((await recover({ code: started.code, second, newPassword: 'short' })).body.code).toBe(
      'identity.password-short',
    )
    // As it is read out and typed: capitals, spaces, O for 0.
    const typed = String(started.code).toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')
    expect((await recover({ code: typed, second })).body).toEqual({ username: 'lost-all' })

    expect((await before.ask('identity.who-am-i')).status).toBe(401)
    const after = visit(lab)
    expect((await after.signIn('lost-all', 'nine brass kettles sing')).status).toBe(200)
    expect((await after.ask('identity.who-am-i')).body).toMatchObject({
      hasPin: false,
      passkeys: 0,
      recoveryCodes: 0,
    })
    expect((await recover({ code: started.code, second })).body.code).toBe('identity.recovery-wrong')
  })
  test('leaves the second factor where it was not lost: the password is new, the door asks as every day', async () => {
    const person = await account('lost-password')
    const before = visit(lab)
    await before.signIn('lost-password', PASSWORD)
    const key = makeAuthenticator('http://lab.test')
    const asked = (await before.ask('identity.passkey-challenge', { for: 'add' })).body.options
    await before.tell('identity.add-passkey', { name: 'Key', passkey: key.register(asked) })
    const { id: recovery, code } = (await start(person, ['password'])).body
    const { code: second } = (await confirm(recovery, 'quan')).body
    await recover({ code, second })
    expect((await visit(lab).signIn('lost-password', 'nine brass kettles sing')).body.code).toBe(
      'identity.passkey-needed',
    )
  })
  test('ends after a day, after five wrong halves, and when it is withdrawn; meanwhile there is one only', async () => {
    const person = await account('waits')
    await visit(lab).signIn('waits', PASSWORD)
    const first = (await start(person, ['password'])).body
    expect((await start(person, ['password'], 'second')).body.code).toBe('identity.recovery-open')
    const { code: second } = (await confirm(first.id, 'quan')).body
    lab.clock.advance(24 * 3_600_000)
    expect((await recover({ code: first.code, second })).body.code).toBe('identity.recovery-wrong')

    const other = (await start(person, ['password'])).body
    const half = (await confirm(other.id, 'quan')).body.code
    for (let i = 0; i < 5; i += 1) await recover({ code: other.code, second: `wrong-${i}` })
    expect((await recover({ code: other.code, second: half })).body.code).toBe('identity.recovery-wrong')

    const third = (await start(person, ['password'])).body
    const open = (await lab.as('quan').ask('identity.open-recoveries')).body.items
    expect(open).toMatchObject([
      { id: third.id, person: { name: 'waits' }, startedBy: 'root', confirmedBy: null },
    ])
    expect(JSON.stringify(open)).not.toContain(third.code)
    await lab.as('quan').do('identity.withdraw-recovery', { recovery: third.id })
    expect((await confirm(third.id, 'quan')).status).toBe(404)
  })
  test('into an account that nobody has used is an invitation: one code, for a week', async () => {
    const { id: person } = await lab
      .as('root')
      .do('identity.add-person', { name: 'Newcomer', username: 'newcomer' })
    const invited = (await start(person, ['password'])).body
    expect(invited.needsSecond).toBe(false)
    lab.clock.advance(6 * 24 * 3_600_000)
    expect((await recover({ code: invited.link.split('#')[1] })).body).toEqual({ username: 'newcomer' })
    expect((await visit(lab).signIn('newcomer', 'nine brass kettles sing')).status).toBe(200)
  })
  test('is never one’s own', async () => {
    expect((await start(id('root'), ['password'])).body.code).toBe('identity.not-yourself')
  })
})

describe('broken glass', () => {
  const breakIt = (of: string, who = 'cus', reason = 'Patient in danger, toxicologist on the telephone') =>
    lab.as(who).tell('identity.break-glass', { of }, { stepUp: true, reason })

  test('opens for eight hours by any of its numbers, is loud in the matter’s own ledger, each look is logged, somebody else judges', async () => {
    const opened = await openCase()
    await lab
      .as('quan')
      .do('cases.seal-case', { case: opened.id, authority: 'Order 12' }, { stepUp: true, reason: 'by order' })
    expect(await sees('cus', opened.id)).toBe(404)
    const broken = await breakIt(opened.number.toLowerCase().replaceAll('-', ' '))
    expect(broken.body).toMatchObject({ root: opened.id, name: opened.number })
    expect(await sees('cus', opened.id)).toBe(200)
    expect(await sees('cus', opened.id)).toBe(200)
    // Sealed to everybody else all the same.
    expect(await sees('lisbey', opened.id)).toBe(404)
    const entries = await lab.db.direct.many<{ action: string }>(
      sql`select action from ledger.entry where root = ${opened.id} and action = 'identity.break-glass'`,
    )
    expect(entries).toHaveLength(1)
    const waiting = (await lab.as('pook').ask('identity.broken-glass')).body.items
    expect(waiting).toMatchObject([
      {
        person: { name: 'cus' },
        looks: 2,
        state: 'waits',
        name: null,
        reason: expect.stringContaining('toxicologist'),
      },
    ])
    lab.clock.advance(8 * 3_600_000)
    expect(await sees('cus', opened.id)).toBe(404)

    const judged = { glass: waiting[0].id, finding: 'justified', words: 'The hospital confirms the call.' }
    expect((await lab.as('cus').tell('identity.review-glass', judged)).status).toBe(403)
    expect((await lab.as('pook').tell('identity.review-glass', judged)).status).toBe(200)
    expect((await lab.as('quan').tell('identity.review-glass', judged)).body.code).toBe('identity.already-so')
    expect(
      (await lab.as('pook').ask('identity.broken-glass', { state: 'reviewed' })).body.items,
    ).toMatchObject([{ state: 'justified', review: { by: 'pook' } }])
  })
  test('that had no need ends at once; after five days unjudged it is late', async () => {
    const opened = await openCase('Two bags')
    await lab
      .as('quan')
      .do('cases.seal-case', { case: opened.id, authority: 'Order 13' }, { stepUp: true, reason: 'by order' })
    await breakIt(opened.id)
    expect(await sees('cus', opened.id)).toBe(200)
    const [glass] = (await lab.as('pook').ask('identity.broken-glass')).body.items
    await lab
      .as('pook')
      .do('identity.review-glass', { glass: glass.id, finding: 'not-justified', words: 'Curiosity.' })
    expect(await sees('cus', opened.id)).toBe(404)
    await breakIt(opened.id)
    lab.clock.advance(5 * 24 * 3_600_000)
    expect((await lab.as('quan').ask('identity.broken-glass')).body.items).toMatchObject([{ state: 'late' }])
  })
  test('is refused without need, without a reason, without the person, four times a day, and to outsiders', async () => {
    const seen = await openCase('An open one')
    expect((await breakIt(seen.number, 'reneau')).body.code).toBe('identity.glass-not-needed')
    expect((await breakIt(seen.number, 'cus', 'urgent')).body.code).toBe('identity.glass-reason-short')
    expect((await breakIt('NFSS-1999-99999')).body.code).toBe('identity.no-such-matter')
    expect(
      (await lab.as('cus').tell('identity.break-glass', { of: seen.number }, { reason: 'x'.repeat(30) })).body
        .code,
    ).toBe('step-up-required')
    expect((await breakIt(seen.number, 'palacio')).status).toBe(403)
    for (let i = 0; i < 3; i += 1)
      expect((await breakIt((await openCase(`No. ${i}`)).number)).status).toBe(200)
    expect((await breakIt((await openCase('No. 4')).number)).body.code).toBe('identity.glass-too-often')
  })
})

describe('a conflict of interest', () => {
  test('walls the person off whatever they hold, glass included, and is lifted by somebody else', async () => {
    const opened = await openCase('Cousin of the analyst')
    await lab
      .as('quan')
      .do('cases.give-access', { case: opened.id, principal: id('cus') }, { reason: 'analyst of the case' })
    expect(await sees('cus', opened.id)).toBe(200)
    const declared = await lab
      .as('cus')
      .do('identity.declare-conflict', { person: id('cus'), root: opened.id, about: 'My cousin' })
    expect(await sees('cus', opened.id)).toBe(404)
    const found = await lab.as('cus').ask('cases.find-anything', { q: opened.number })
    expect(found.body.items).toEqual([])
    const broken = await lab
      .as('cus')
      .tell(
        'identity.break-glass',
        { of: opened.number },
        { stepUp: true, reason: 'I want to see it all the same' },
      )
    expect(broken.body.code).toBe('identity.walled')
    const lift = { conflict: declared.id, words: 'Another person of the same name' }
    expect((await lab.as('cus').tell('identity.lift-conflict', lift, { stepUp: true })).status).toBe(403)
    await lab.as('pook').do('identity.lift-conflict', lift, { stepUp: true })
    expect(await sees('cus', opened.id)).toBe(200)
  })
  test('the director too is behind their own wall', async () => {
    const opened = await openCase('Neighbour of the director')
    expect(await sees('quan', opened.id)).toBe(200)
    const { id: conflict } = await lab
      .as('quan')
      .do('identity.declare-conflict', { person: id('quan'), root: opened.id, about: 'My neighbour' })
    expect(await sees('quan', opened.id)).toBe(404)
    const own = await lab
      .as('quan')
      .tell('identity.lift-conflict', { conflict, words: 'never mind' }, { stepUp: true })
    expect(own.body.code).toBe('identity.not-yourself')
  })
  test('is not declared over a colleague’s head, nor about what one cannot see', async () => {
    const opened = await openCase('Somebody else’s')
    const over = { person: id('lisbey'), root: opened.id, about: 'Says the colleague' }
    expect((await lab.as('reneau').tell('identity.declare-conflict', over)).body.code).toBe(
      'identity.only-your-own-conflict',
    )
    const blind = { person: id('palacio'), root: opened.id, about: 'My own' }
    expect((await lab.as('palacio').tell('identity.declare-conflict', blind)).status).toBe(404)
  })
})

describe('what people hold', () => {
  test('is looked at by a second person within two weeks, then twice a year; kept or withdrawn, by whom stands there', async () => {
    const newcomer = await lab.person('fresh', [])
    await lab
      .as('root')
      .do('identity.grant-role', { person: newcomer, role: 'analyst', unit: lab.units.chemistry })
    const dueFor = async (who: string, which = 'due') =>
      (await lab.as(who).ask('identity.access-due', { q: 'fresh', which })).body.items
    const [due] = await dueFor('pook')
    expect(due).toMatchObject({ role: 'analyst', state: 'new', grantedBy: 'root', lastReview: null })
    const keep = { decisions: [{ grant: due.grant, keep: true }] }
    expect((await lab.as('pook').tell('identity.review-access', keep)).body.code).toBe('step-up-required')
    expect(await lab.as('pook').do('identity.review-access', keep, { stepUp: true })).toEqual({
      kept: 1,
      withdrawn: 0,
    })
    expect(await dueFor('pook')).toEqual([])
    expect((await dueFor('pook', 'all'))[0]).toMatchObject({ state: 'held', lastReview: { by: 'pook' } })
    lab.clock.advance(183 * 24 * 3_600_000)
    expect(await dueFor('pook')).toMatchObject([{ state: 'due' }])
    const withdraw = { decisions: [{ grant: due.grant, keep: false, words: 'Moved to the observatory' }] }
    await lab.as('lisbey').do('identity.review-access', withdraw, { stepUp: true })
    expect((await lab.as('fresh').ask('identity.who-am-i')).body.roles).toEqual([])
  })
  test('is judged neither by its holder nor by its giver', async () => {
    const both = await lab.person('both', ['administrator', 'director'], { unit: null })
    const { id: given } = await lab
      .as('both')
      .do('identity.grant-role', { person: id('cus'), role: 'director' })
    const judge = (grant: string) =>
      lab.as('both').tell('identity.review-access', { decisions: [{ grant, keep: true }] }, { stepUp: true })
    expect((await judge(given)).body.code).toBe('identity.not-what-you-gave')
    const own = (await lab.as('both').ask('identity.my-duties')).body.held
    expect((await judge(own[0].id)).body.code).toBe('identity.not-your-own')
    expect(both).toBeTruthy()
  })
  test('nobody gives themselves a role; an administrator of one formation gives its officers theirs and no more', async () => {
    const self = await lab
      .as('root')
      .tell('identity.grant-role', { person: id('root'), role: 'director' }, { stepUp: true })
    expect(self.body.code).toBe('identity.not-yourself')
    await lab.person('sgt', ['administrator'], { unit: lab.units.policeDangriga })
    const { id: recruit } = await lab.as('sgt').do('identity.add-person', {
      name: 'PC Recruit',
      username: 'recruit',
      unit: lab.units.policeDangriga,
    })
    const give = (role: string, unit: string | null) =>
      lab.as('sgt').tell('identity.grant-role', { person: recruit, role, unit }, { stepUp: true })
    expect((await give('officer', lab.units.policeDangriga)).status).toBe(200)
    expect((await give('officer', lab.units.policeBelmopan)).body.code).toBe('identity.not-your-unit')
    expect((await give('officer', null)).body.code).toBe('identity.not-your-unit')
    expect((await give('director', lab.units.policeDangriga)).body.code).toBe('identity.not-your-unit')
    const suspend = (person: string) =>
      lab.as('sgt').tell('identity.suspend-person', { person }, { reason: 'transferred away', stepUp: true })
    expect((await suspend(id('cus'))).body.code).toBe('identity.not-your-unit')
    expect((await suspend(recruit)).status).toBe(200)
  })
})

test('an agreement is signed with its paper, is in force for its time, and ends before it', async () => {
  const paper = await lab.as('quan').upload(Buffer.from('%PDF-1.7 signed'), 'MoU BPD.pdf')
  const agreement = {
    agency: lab.agencies.police,
    kind: 'service',
    title: 'Memorandum of understanding',
    signedOn: '2026-10-01',
    validFrom: '2026-10-01',
    validUntil: '2029-09-30',
    forService: 'M. Quan, Executive Director',
    forAgency: 'C. Williams, Commissioner',
    file: paper.body.sha256,
  }
  const { id: signed } = await lab.as('quan').do('identity.sign-agreement', agreement, { stepUp: true })
  const stranger = await lab.as('pook').file('identity.agreement-file', { agreement: signed })
  expect(stranger.bytes.toString()).toBe('%PDF-1.7 signed')
  const listed = async () =>
    (await lab.as('cus').ask('identity.list-agreements', { agency: lab.agencies.police })).body.items
  expect(await listed()).toMatchObject([
    { title: agreement.title, state: 'in-force', fileName: 'MoU BPD.pdf' },
  ])
  await lab
    .as('quan')
    .do('identity.end-agreement', { agreement: signed, endsOn: lab.clock.now().slice(0, 10) })
  lab.clock.advance(2 * 24 * 3_600_000)
  expect(await listed()).toMatchObject([{ state: 'over' }])
  const early = { ...agreement, file: undefined, validUntil: '2020-01-01' }
  expect((await lab.as('quan').tell('identity.sign-agreement', early, { stepUp: true })).body.code).toBe(
    'identity.agreement-ends-first',
  )
  expect((await lab.as('palacio').ask('identity.list-agreements')).status).toBe(403)
})

test('at the end the ledger and every covered row agree, walls included', async () => {
  while ((await growTree(lab.ground)) > 0);
  const { modules } = await import('../app/modules.ts')
  const report = await verifyInstallation(lab.ground, modules, {})
  expect(report.problems).toEqual([])
})
