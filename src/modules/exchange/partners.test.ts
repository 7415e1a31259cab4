/** Stories of partners who are told: a real machine that listens, is killed in the middle, refuses and comes back; and where nothing may go. */
import { createHmac } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCloudEvent } from '#formats/cloudevents.ts'
import { newWebhookSecret, webhookHeaders } from '#formats/standard-webhooks.ts'
import { growTree } from '#ledger/sequencer.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { aCase } from '#modules/cases/examples.ts'
import { aSubmission, anItem, arrangeWords } from '#modules/evidence/examples.ts'
import { faultOfAddress, isNetwork, networksOf, postTo } from '#platform/outside.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { aSentCase } from './examples.ts'
import { exchange } from './module.ts'
import { nextTry } from './rules/partners.ts'
import { tellPartners } from './telling-partners.ts'

interface Got {
  headers: Record<string, string | string[] | undefined>
  body: string
  event: { id: string; type: string; subject: string; source: string; sequence: string; data: unknown }
}
/** What the partner's machine does with the next events: a status, or it dies before it answers. */
let answers: (number | 'dies')[] = []
let got: Got[] = []
let server: Server
let port = 0
let lab: Lab
let secret = ''
let subscription = ''
let agreement = ''
const listen = (at: number): Promise<void> =>
  new Promise((done) => {
    server = createServer((asked, answer) => {
      const parts: Buffer[] = []
      asked.on('data', (part: Buffer) => parts.push(part))
      asked.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8')
        got.push({ headers: asked.headers, body, event: JSON.parse(body) as Got['event'] })
        const next = answers.shift() ?? 204
        if (next === 'dies') return asked.socket.destroy()
        answer.writeHead(next, next === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {})
        answer.end()
      })
    })
    server.listen(at, '127.0.0.1', () => {
      port = (server.address() as AddressInfo).port
      done()
    })
  })
const round = async (): Promise<void> => {
  while ((await growTree(lab.ground)) > 0);
  await tellPartners(lab.ground)
}
const later = (minutes: number): void => {
  lab.clock.advance(minutes * 60_000)
}
const open = async (unit: string): Promise<string> =>
  (await lab.as('marva').do('cases.open-case', { ...aCase(), aliases: [], parties: [], unit })).id
const told = async () =>
  (await lab.as('wendy').ask('exchange.events-told', { subscription, limit: 50 })).body.items

beforeAll(async () => {
  lab = await openLab({ start: '2026-11-02T14:00:00.000Z' })
  Object.assign(lab.ground.house, { partnerNetworks: ['127.0.0.0/8'] })
  await listen(0)
  await arrangeWords(lab)
  await lab.person('wendy', ['director'], { unit: null })
  await lab.person('quincy', ['administrator', 'director'], { unit: null })
  await lab.person('marva', ['evidence-officer'], { unit: null })
  await lab.person('perez', ['officer'], { unit: lab.units.policeDangriga, agency: lab.agencies.police })
  agreement = (
    await lab.arrange('identity.sign-agreement', {
      agency: lab.agencies.police,
      kind: 'data-sharing',
      title: 'Sharing of what happens',
      signedOn: '2026-01-05',
      validFrom: '2026-01-05',
      validUntil: '2026-11-30',
      forService: 'W. Director',
      forAgency: 'P. Commissioner',
    })
  ).id
}, 120_000)
afterAll(async () => {
  server.close()
  await lab?.close()
})
const asked = (more: object = {}) => ({
  agency: lab.agencies.police,
  agreement,
  receiver: lab.people.get('perez')?.id,
  address: `http://127.0.0.1:${port}/told`,
  events: ['cases.open-case', 'cases.close-case', 'cases.reopen-case'],
  purpose: 'The case file of the police',
  legalBasis: 'Agreement, clause 3',
  ...more,
})
const fault = async (more: object): Promise<string> =>
  (await lab.as('wendy').tell('exchange.subscribe', asked(more), { stepUp: true })).body.code

describe('the two standards', () => {
  test('the published vector of Standard Webhooks comes out', () => {
    expect(
      webhookHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
        id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        at: '2021-02-25T15:02:10.000Z',
        body: '{"test": 2432232314}',
      }),
    ).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
    expect(newWebhookSecret(Buffer.alloc(32, 1))).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  })
  test('an event has every required attribute of CloudEvents 1.0, and one that lacks its source is a defect', () => {
    const event = {
      id: '1',
      source: 'https://lab.example.org/',
      type: 'custodia.cases.open-case.v1',
      subject: 'cases.case/1',
      time: '2026-11-02T14:00:00.000Z',
      sequence: '000000000001',
      data: {},
    }
    expect(JSON.parse(writeCloudEvent(event))).toEqual({
      specversion: '1.0',
      datacontenttype: 'application/json',
      ...event,
    })
    expect(() => writeCloudEvent({ ...event, source: '' })).toThrow(/source/)
  })
  test('tried again for about three days, then given up; gone for good at once', () => {
    const now = '2026-11-02T14:00:00.000Z'
    let at = now
    let tries = 0
    for (let next = nextTry(1, 500, now); next !== null; next = nextTry(tries + 1, 500, at)) {
      tries += 1
      at = next
    }
    expect(tries).toBe(10)
    expect((Date.parse(at) - Date.parse(now)) / 3_600_000).toBeGreaterThan(72)
    expect(nextTry(1, 410, now)).toBeNull()
  })
})

describe('where nothing may go', () => {
  const nowhere = networksOf([])
  test.each([
    ['https://police.example.org/x', undefined],
    ['http://police.example.org/x', 'not-secure'],
    ['https://127.0.0.1/x', 'inside'],
    ['https://10.1.2.3/x', 'inside'],
    ['https://169.254.169.254/latest', 'inside'],
    ['https://[::1]/x', 'inside'],
    ['https://[::ffff:10.0.0.1]/x', 'inside'],
    ['https://[fe80::1]/x', 'inside'],
    ['https://[fd00::1]/x', 'inside'],
    ['https://2130706433/x', 'inside'],
    ['https://0x7f.1/x', 'inside'],
    ['ftp://police.example.org', 'not-an-address'],
    ['https://user:word@police.example.org/x', 'not-an-address'],
    ['nonsense', 'not-an-address'],
  ])('%s: %s', (address, why) => expect(faultOfAddress(address, nowhere)).toBe(why))
  test('a name that leads inside is refused at the connection, and nobody is called', async () => {
    const before = got.length
    await expect(postTo(`https://localhost:${port}/x`, Buffer.from('{}'), {}, nowhere)).rejects.toMatchObject(
      {
        code: 'EADDRPRIVATE',
      },
    )
    expect(got.length).toBe(before)
  })
  test('the house lets in its own networks, and no others', () => {
    const own = networksOf(['10.4.0.0/16', 'fd12::/32'])
    expect([own('10.4.1.1'), own('10.5.1.1'), own('fd12::5'), own('8.8.8.8')]).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect([isNetwork('10.4.0.0/16'), isNetwork('10.4.0.0/99'), isNetwork('lab')]).toEqual([
      true,
      false,
      false,
    ])
    expect(faultOfAddress('http://10.4.1.1:8080/x', own)).toBeUndefined()
  })
})

describe('a partner who is told', () => {
  test('only under an agreement on data in force, for a person of theirs, at an address that is not inside', async () => {
    expect(await fault({ agreement: lab.ground.newId() })).toBe('exchange.no-agreement')
    expect(await fault({ agency: lab.agencies.prosecution })).toBe('exchange.no-agreement')
    expect(await fault({ receiver: lab.people.get('marva')?.id })).toBe('exchange.receiver-of-another')
    expect(await fault({ address: 'https://192.168.1.4/x' })).toBe('exchange.address-inside')
    expect(await fault({ address: 'http://police.example.org/x' })).toBe('exchange.address-not-secure')
    const done = await lab.as('wendy').do('exchange.subscribe', asked())
    subscription = done.id
    secret = done.secret
    expect(done.number).toBe('S-001')
    const own = await lab
      .as('wendy')
      .tell('exchange.approve-subscription', { subscription }, { stepUp: true })
    expect(own.body.code).toBe('exchange.own-subscription')
    const sealed = await lab.db.direct.one<{ sealed: string }>(
      sql`select sealed from exchange.subscription_secret`,
    )
    expect(sealed.sealed).toMatch(/^sealed\.1\./)
    // Before it is approved nothing is told, then or later.
    await open(lab.units.policeDangriga)
    await round()
    later(1)
    await lab.as('quincy').do('exchange.approve-subscription', { subscription })
    await round()
    expect(got).toEqual([])
  })

  test('is told what its receiver may see, signed, in ids and numbers alone', async () => {
    const theirs = await open(lab.units.policeDangriga)
    await open(lab.units.policeBelmopan)
    await open(lab.units.chemistry)
    await round()
    expect(got).toHaveLength(1)
    const { event, body, headers } = got[0] as Got
    const number = (await lab.as('marva').ask('cases.get-case', { case: theirs })).body.number as string
    expect(event).toMatchObject({
      specversion: '1.0',
      source: 'http://lab.test/',
      type: 'custodia.cases.open-case.v1',
      subject: `cases.case/${theirs}`,
      data: { case: { id: theirs, number } },
    })
    expect(body).not.toContain('Robbery')
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    expect(headers['webhook-id']).toBe(event.id)
    const signed = `${event.id}.${String(headers['webhook-timestamp'])}.${body}`
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    )
    expect(await told()).toMatchObject([{ state: 'sent', status: 204, about: number }])
    await round()
    expect(got).toHaveLength(1)
  })

  test('a machine that dies before it answers is told again, under the same id, and what came after waits its turn', async () => {
    got = []
    const id = await open(lab.units.policeDangriga)
    await lab.as('marva').do('cases.close-case', { case: id })
    const other = await open(lab.units.policeDangriga)
    answers = ['dies']
    await round()
    // Its later act waited; another case did not.
    expect(got.map((g) => [g.event.type, g.event.subject])).toEqual([
      ['custodia.cases.open-case.v1', `cases.case/${id}`],
      ['custodia.cases.open-case.v1', `cases.case/${other}`],
    ])
    await new Promise((done) => server.close(done))
    later(1)
    await round()
    expect(got).toHaveLength(2)
    await listen(port)
    later(2)
    await round()
    expect(got.slice(2).map((g) => g.event.type)).toEqual([
      'custodia.cases.open-case.v1',
      'custodia.cases.close-case.v1',
    ])
    expect(got[2]?.event.id).toBe(got[0]?.event.id)
    expect(got[2]?.body).toBe(got[0]?.body)
    expect((got[3]?.event.sequence as string) > (got[2]?.event.sequence as string)).toBe(true)
  })

  test('our own side killed in the middle: claimed, taken there, not crossed off here, it goes again under the same id', async () => {
    got = []
    await open(lab.units.policeDangriga)
    answers = [204]
    await round()
    const id = got[0]?.event.id as string
    // As it stands when the process dies between the partner's answer and our note.
    await lab.db.direct.run(
      sql`update exchange.outgoing set state = 'waiting', attempts = 0, sent_at = null, claimed_until = ${lab.clock.now()}::timestamptz + interval '1 minute' where id = ${id}`,
    )
    await round()
    expect(got).toHaveLength(1)
    later(2)
    await round()
    expect(got.map((g) => g.event.id)).toEqual([id, id])
  })

  test('an answer that leads elsewhere is not followed; what is not taken is given up in the end, and told again by a person', async () => {
    got = []
    const id = await open(lab.units.policeDangriga)
    answers = Array.from({ length: 11 }, () => 302)
    for (let i = 0; i < 12; i++) {
      await round()
      later(25 * 60)
    }
    expect(got).toHaveLength(11)
    expect(new Set(got.map((g) => g.event.id)).size).toBe(1)
    const dead = (await told()).find((e: { state: string }) => e.state === 'dead')
    expect(dead).toMatchObject({ attempts: 11, status: 302 })
    await lab.as('wendy').do('exchange.replay-event', { event: dead.id })
    await round()
    expect(got).toHaveLength(12)
    expect(got[11]?.event.id).toBe(got[0]?.event.id)
    expect(got[11]?.event.subject).toBe(`cases.case/${id}`)
  })

  test('a secret is changed with an overlap: a machine with the old one and a machine with the new one both accept, afterwards the new one alone', async () => {
    got = []
    const signedBy = (one: Got, which: string): boolean => {
      const text = `${one.event.id}.${String(one.headers['webhook-timestamp'])}.${one.body}`
      const key = Buffer.from(which.slice('whsec_'.length), 'base64')
      const fits = `v1,${createHmac('sha256', key).update(text).digest('base64')}`
      // As any library of the standard does it: one of the signatures in the header fits.
      return String(one.headers['webhook-signature']).split(' ').includes(fits)
    }
    const next = async (): Promise<Got> => {
      await open(lab.units.policeDangriga)
      await round()
      return got.at(-1) as Got
    }
    const changes = async () =>
      lab.db.direct.many<{
        kind: string
        until_at: string | null
        recorded_by: string
        words: string | null
      }>(sql`select kind, until_at, recorded_by, words from exchange.secret_change order by seq`)
    const change = (days: number) =>
      lab.as('wendy').do('exchange.change-secret', { subscription, days, words: 'Every year' })
    const old = secret
    const begun = await change(3)
    expect(begun.until).toBe(new Date(Date.parse(lab.clock.now()) + 3 * 86_400_000).toISOString())
    const second = await lab
      .as('quincy')
      .tell('exchange.change-secret', { subscription, days: 1 }, { stepUp: true })
    expect(second.body.code).toBe('exchange.secret-change-under-way')
    const both = await next()
    expect([signedBy(both, old), signedBy(both, begun.secret)]).toEqual([true, true])
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2)
    const shown = (await lab.as('wendy').ask('exchange.subscriptions', {})).body.items[0]
    expect(shown.formerUntil).toBe(begun.until)
    // Neither stands open in the database, and no entry says one.
    const { open: said } = await lab.db.direct.one<{ open: boolean }>(
      sql`select exists (select 1 from exchange.subscription_secret t where t::text like ${`%${old.slice(8)}%`} or t::text like ${`%${String(begun.secret).slice(8)}%`}) as open`,
    )
    expect(said).toBe(false)
    // Its time is over: the former is destroyed by the system, as an act of the log.
    later(3 * 24 * 60)
    const alone = await next()
    expect([signedBy(alone, old), signedBy(alone, begun.secret)]).toEqual([false, true])
    const former = await lab.db.direct.one<{ former_sealed: string | null }>(
      sql`select former_sealed from exchange.subscription_secret`,
    )
    expect(former.former_sealed).toBeNull()
    expect((await changes()).map((c) => [c.kind, c.until_at])).toEqual([
      ['begun', begun.until],
      ['ended', null],
    ])
    // Ended early, by somebody; and at once, where the secret is in wrong hands.
    const third = await change(30)
    await lab.as('quincy').do('exchange.end-former-secret', { subscription, words: 'They have it' })
    const early = await next()
    expect([signedBy(early, begun.secret), signedBy(early, third.secret)]).toEqual([false, true])
    const none = await lab.as('quincy').tell('exchange.end-former-secret', { subscription }, { stepUp: true })
    expect(none.body.code).toBe('exchange.no-former-secret')
    const lost = await change(0)
    const now = await next()
    expect([lost.until, signedBy(now, third.secret), signedBy(now, lost.secret)]).toEqual([null, false, true])
    const actions = await lab.db.direct.many<{ action: string; kind: string }>(
      sql`select e.action, t.kind from exchange.secret_change t join ledger.entry e on e.id = t.entry order by t.seq`,
    )
    expect(actions.map((a) => `${a.action} ${a.kind}`)).toEqual([
      'exchange.change-secret begun',
      'exchange.end-former-secret ended',
      'exchange.change-secret begun',
      'exchange.end-former-secret ended',
      'exchange.change-secret begun',
    ])
    secret = lost.secret
  })

  test('nothing leaves once the agreement is over, or the receiver may not sign in; what left is in the log', async () => {
    got = []
    await lab.arrange('identity.suspend-person', { person: lab.people.get('perez')?.id })
    await open(lab.units.policeDangriga)
    await round()
    expect(got).toEqual([])
    await lab.arrange('identity.reinstate-person', { person: lab.people.get('perez')?.id })
    await round()
    expect(got).toHaveLength(1)
    lab.clock.advance(30 * 86_400_000)
    await open(lab.units.policeDangriga)
    await round()
    expect(got).toHaveLength(1)
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select sum(cardinality(events))::int as n from exchange.told`,
    )
    expect(n).toBe(12)
    expect((await verifyInstallation(lab.ground, [exchange], {})).problems).toEqual([])
  })

  test('ended, it stays ended, with its reason', async () => {
    await lab.as('quincy').do('exchange.end-subscription', { subscription, words: 'They have a new system' })
    const again = await lab
      .as('quincy')
      .tell('exchange.end-subscription', { subscription, words: 'x' }, { stepUp: true })
    expect(again.body.code).toBe('exchange.subscription-over')
    const { items } = (await lab.as('wendy').ask('exchange.subscriptions', {})).body
    expect(items).toMatchObject([{ number: 'S-001', state: 'ended', sent: 11, dead: 0 }])
  })
})

test('J1 what the police’s own system said once is typed by nobody again: the case comes by itself, exhibits are received on it, and what becomes of it goes back', async () => {
  got = []
  const again = (
    await lab.arrange('identity.sign-agreement', {
      agency: lab.agencies.police,
      kind: 'data-sharing',
      title: 'Sharing between our systems',
      signedOn: '2026-01-05',
      validFrom: '2026-01-05',
      validUntil: '2028-11-30',
      forService: 'W. Director',
      forAgency: 'P. Commissioner',
    })
  ).id
  const events = ['evidence.receive-submission', 'cases.close-case']
  const { id } = await lab.as('wendy').do('exchange.subscribe', asked({ agreement: again, events }))
  await lab.as('quincy').do('exchange.approve-subscription', { subscription: id })
  await lab.person('cims', ['officer'], { unit: lab.units.policeDangriga })
  const { token } = await lab
    .as('cims')
    .do('identity.issue-token', { name: 'System of the police', scopes: ['exchange.receive-case'] })
  const sent = await fetch(`${lab.url}/api/exchange/receive-case`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${String(token)}` },
    body: JSON.stringify({ case: aSentCase('DG-2026-700', { officer: 'PC Arana' }) }),
  })
  const arrival = (await sent.json()) as { id: string; state: string }
  expect([sent.status, arrival.state]).toEqual([200, 'opened'])
  const seen = (await lab.as('marva').ask('cases.get-case', { case: arrival.id })).body
  expect(JSON.stringify(seen)).toContain('DG-2026-700')
  const taken = await lab
    .as('marva')
    .do(
      'evidence.receive-submission',
      aSubmission({ newCase: undefined, case: arrival.id, items: [anItem()] }),
    )
  await round()
  // The submission, and the exhibit of it, each by its number.
  const of = { id: arrival.id, number: seen.number as string }
  expect(got.map((g) => g.event.data)).toEqual([
    { case: of, number: taken.number },
    { case: of, number: taken.items[0].number },
  ])
  expect(new Set(got.map((g) => g.event.type))).toEqual(new Set(['custodia.evidence.receive-submission.v1']))
})
