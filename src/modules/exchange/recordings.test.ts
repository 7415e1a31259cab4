/** Stories of recordings that the police keep in their own platform: said by a person and by the platform, corrected, opened, compared, searched, and seen by nobody else. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { growTree } from '#ledger/sequencer.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { aCase, arrangeWords } from '#modules/cases/examples.ts'
import { benchOf, certificate } from '#modules/reports/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aRecording, arrangeKinds } from './examples.ts'
import { exchange } from './module.ts'
import { addressAt, formFault, numberIn } from '#kernel/address-form.ts'
import { compared } from './rules/recordings.ts'
import { tellPartners } from './telling-partners.ts'

let lab: Lab
let agreement = ''
let platform = ''
let file = ''
let token = ''
const form = 'https://evidence.police.example/items/{number}?view=1'
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
const theVideo = 'the bytes of a recording'

beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await arrangeKinds(lab as never)
  await lab.person('wendy', ['director'], { unit: null })
  await lab.person('quincy', ['administrator'], { unit: null })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
  // The account of the platform's own system: it belongs to the police and speaks for them alone.
  await lab.person('dems', ['officer'], { unit: lab.units.policeDangriga })
  agreement = (
    await lab.arrange('identity.sign-agreement', {
      agency: lab.agencies.police,
      kind: 'data-sharing',
      title: 'Recordings of the police',
      signedOn: '2026-01-05',
      validFrom: '2026-01-05',
      validUntil: '2028-12-31',
      forService: 'W. Director',
      forAgency: 'P. Commissioner',
    })
  ).id
  file = (await lab.as('reneau').do('cases.open-case', aCase({ unit: lab.units.policeDangriga }))).id
  token = (
    await lab
      .as('dems')
      .do(
        'identity.issue-token',
        { name: 'Video store', scopes: ['exchange.receive-recording'] },
        { stepUp: true },
      )
  ).token
}, 120_000)
afterAll(() => lab?.close())

const asked = (more: object = {}) => ({
  code: 'dems',
  agency: lab.agencies.police,
  agreement,
  name: 'Video store of the police',
  form,
  ...more,
})
const register = (more: object = {}, who = 'quincy') =>
  lab.as(who).tell('exchange.register-platform', asked(more), { stepUp: true })
const approve = (id: string, who = 'wendy') =>
  lab.as(who).tell('exchange.approve-platform', { platform: id }, { stepUp: true })
const send = async (recording: object, more: object = {}) => {
  const response = await fetch(`${lab.url}/api/exchange/receive-recording`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ recording, ...more }),
  })
  return { status: response.status, body: (await response.json()) as Said }
}
const held = async (who = 'palacio', of = file): Promise<Said[]> =>
  (await lab.as(who).ask('exchange.recordings', { case: of })).body.items
const looks = async (operation: string): Promise<number> =>
  (
    await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from platform.read_log where operation = ${operation} and root = ${file}`,
    )
  ).n

describe('only addresses of the form that was approved', () => {
  test.each([
    [form, undefined],
    ['https://10.4.1.9:8443/video/{number}', undefined],
    ['http://evidence.police.example/{number}', 'secure'],
    ['javascript:alert({number})', 'secure'],
    ['https://evidence.police.example/', 'hole'],
    ['https://evidence.police.example/{number}/{number}', 'hole'],
    ['https://{number}.example/x', 'machine'],
    ['https://evidence.police.example{number}', 'machine'],
    ['https://user:word@evidence.police.example/{number}', 'address'],
    ['https://evidence.police.example\\@elsewhere/{number}', 'address'],
    ['https://evidence.police.example/a/../{number}', 'address'],
    ['https://evidence.police.example/{other}/{number}', 'address'],
    ['nonsense', 'address'],
  ])('%s: %s', (text, why) => expect(formFault(text)).toBe(why))
  test('whatever the number says, it stays behind the name of the machine; a copied address gives its number back', () => {
    for (const number of [
      'A 1',
      '../../x',
      '@elsewhere.example',
      '//elsewhere',
      '?a=b#c',
      '%2e%2e',
      'ñ',
      '$&',
    ]) {
      const address = addressAt(form, number) as string
      expect(new URL(address).host).toBe('evidence.police.example')
      expect(new URL(address).pathname.split('/')).toHaveLength(3)
      expect(numberIn(form, address)).toBe(number)
    }
    expect([addressAt(form, '..'), addressAt('http://x.example/{number}', '1')]).toEqual([null, null])
    for (const wrong of [
      'https://evidence.police.example/items/?view=1',
      'https://elsewhere.example/items/1?view=1',
      'https://evidence.police.example/items/1/2?view=1',
      'https://evidence.police.example/items/..?view=1',
    ])
      expect(numberIn(form, wrong)).toBeNull()
  })
  test('a copy is equal, not equal, or there is nothing to compare it with', () => {
    expect([compared('a', 'a'), compared('a', 'b'), compared('a', null)]).toEqual([
      'equal',
      'differs',
      'not-stated',
    ])
  })
})

test('J3 a platform is agreed once, approved by another person, and its form is data; nobody adds at one that is not approved', async () => {
  expect((await register({ agency: lab.agencies.prosecution })).body.code).toBe('exchange.no-agreement')
  expect((await register({ form: 'http://evidence.police.example/{number}' })).status).toBe(400)
  platform = (await register()).body.id
  expect((await approve(platform, 'quincy')).body.code).toBe('exchange.own-platform')
  const early = await lab.as('palacio').tell('exchange.link-recording', aRecording({ case: file, platform }))
  expect(early.body.code).toBe('exchange.platform-not-approved')
  expect((await send(aRecording({ case: 'DG-26-1189' }))).body.code).toBe('exchange.platform-not-approved')
  expect((await approve(platform)).status).toBe(200)
  expect((await approve(platform)).body.code).toBe('exchange.platform-nothing-waits')
  const { items } = (await lab.as('palacio').ask('exchange.platforms', { standing: true })).body
  expect(items).toMatchObject([{ code: 'dems', state: 'approved', form, holds: true, asked: null }])
  // Another form waits while the one that was approved goes on.
  await register({ platform, form: 'https://evidence.police.example/new/{number}' })
  const seen = (await lab.as('wendy').ask('exchange.platforms')).body.items[0]
  expect([seen.form, seen.asked.form]).toEqual([form, 'https://evidence.police.example/new/{number}'])
  expect((await register({ code: 'dems', name: 'Another' })).body.code).toBe('exchange.platform-code-taken')
  await register({ platform })
  await approve(platform)
})

test('J3 a person says what is held there; it is corrected and withdrawn by later words, and every word stays with who said it', async () => {
  const recording = (
    await lab.as('palacio').do(
      'exchange.link-recording',
      aRecording({
        case: file,
        platform,
        address: 'https://evidence.police.example/items/0a1b?view=1',
        takenAt: null,
        takenOn: '2026-11',
        saidBy: 'PC Arana',
        keptUntil: '2027-11-02',
      }),
    )
  ).id
  const again = await lab.as('reneau').tell('exchange.link-recording', aRecording({ case: file, platform }))
  expect(again.body.code).toBe('exchange.recording-known')
  const elsewhere = await lab
    .as('palacio')
    .tell(
      'exchange.link-recording',
      aRecording({ case: file, platform, number: 'X', address: 'https://elsewhere.example/items/1?view=1' }),
    )
  expect(elsewhere.body.code).toBe('exchange.address-of-another-form')
  const both = await lab
    .as('palacio')
    .tell('exchange.link-recording', aRecording({ case: file, platform, number: 'X', takenOn: '2026' }))
  expect([both.status, both.body.fields[0].message]).toEqual([400, 'Say the moment or the day, not both.'])
  const [first] = await held()
  expect(first).toMatchObject({
    number: 'BWC-2026-001',
    page: '0a1b',
    kind: { code: 'body-worn', name: 'Body-worn camera' },
    takenOn: '2026-11',
    takenAt: null,
    seconds: 1312,
    size: 734003200,
    sha256: 'ab'.repeat(32),
    saidBy: 'PC Arana',
    writtenBy: 'palacio',
    came: 'person',
    state: 'held',
    opens: true,
  })
  const { number: _n, ...said } = aRecording({
    recording,
    seconds: 1313,
    sha256: sha(theVideo).toUpperCase(),
  })
  await lab
    .as('reneau')
    .do('exchange.correct-recording', { ...said, page: '0a1b', words: 'The platform says so' })
  await lab.as('palacio').do('exchange.withdraw-recording', { recording, words: 'Deleted there by mistake' })
  const twice = await lab.as('palacio').tell('exchange.withdraw-recording', { recording, words: 'Again' })
  expect(twice.body.code).toBe('exchange.recording-not-held')
  await lab
    .as('palacio')
    .do('exchange.correct-recording', { ...said, page: '0a1b', words: 'It was restored' })
  const all = (await lab.as('palacio').ask('exchange.get-recording', { recording })).body
  expect(all.words.map((w: Said) => [w.version, w.state, w.seconds, w.writtenBy, w.words])).toEqual([
    [4, 'held', 1313, 'palacio', 'It was restored'],
    [3, 'withdrawn', 1313, 'palacio', 'Deleted there by mistake'],
    [2, 'held', 1313, 'reneau', 'The platform says so'],
    [1, 'held', 1312, 'palacio', null],
  ])
  // Names and words of people stand in the vault alone.
  const { rows } = await lab.db.direct.one<{ rows: string }>(
    sql`select coalesce(string_agg(r::text, ' '), '') as rows from exchange.recording r`,
  )
  expect(rows).not.toMatch(/Arana|Camera 114|arrival of the first patrol/)
})

test('J3 it is found by its number, opened at an address of the form alone, and each opening is a look at the case', async () => {
  const found = (await lab.as('palacio').ask('cases.find-anything', { q: 'BWC2026001' })).body.items
  expect(found).toMatchObject([{ label: 'Video store of the police BWC-2026-001', root: file }])
  expect((await lab.as('stranger').ask('cases.find-anything', { q: 'BWC-2026-001' })).body.items).toEqual([])
  const mine = (await lab.as('palacio').ask('portal.search-cases', { number: 'BWC-2026-001' })).body.items
  expect(mine.map((c: Said) => c.id)).toEqual([file])
  const [recording] = await held()
  const before = await looks('exchange.recording-address')
  const opened = await lab.as('palacio').ask('exchange.recording-address', { recording: recording.id })
  expect(opened.body).toEqual({
    address: 'https://evidence.police.example/items/0a1b?view=1',
    machine: 'evidence.police.example',
  })
  expect(await looks('exchange.recording-address')).toBe(before + 1)
  // Need to know is that of the case.
  for (const [operation, params] of [
    ['exchange.recordings', { case: file }],
    ['exchange.get-recording', { recording: recording.id }],
    ['exchange.recording-address', { recording: recording.id }],
  ] as const)
    expect((await lab.as('stranger').ask(operation, params)).status, operation).toBe(404)
  const act = await lab
    .as('stranger')
    .tell('exchange.withdraw-recording', { recording: recording.id, words: 'x' })
  expect(act.status).toBe(404)
})

test('J3 a copy that somebody brings is compared with what the platform stated, and says equal or not equal in words', async () => {
  const [recording] = await held()
  const bring = async (text: string) => {
    const sent = await lab.as('reneau').upload(Buffer.from(text), 'camera-114.mp4')
    const input = { recording: recording.id, file: sent.body.sha256 }
    return lab.as('reneau').tell('exchange.bring-copy', input)
  }
  const same = await bring(theVideo)
  expect(same.body).toMatchObject({ compares: 'equal', says: expect.stringContaining('is equal') })
  const other = await bring('one frame is missing')
  expect(other.body).toMatchObject({ compares: 'differs', says: expect.stringContaining('NOT equal') })
  // A paper that the case has already is compared where it stands.
  const paper = await lab.as('reneau').upload(Buffer.from(theVideo), 'from-the-usb-stick.mp4')
  const document = (
    await lab.as('reneau').do('cases.add-document', { case: file, file: paper.body.sha256, kind: 'letter' })
  ).id
  const kept = await lab.as('reneau').tell('exchange.bring-copy', { recording: recording.id, document })
  expect(kept.body.compares).toBe('equal')
  const neither = await lab.as('reneau').tell('exchange.bring-copy', { recording: recording.id })
  expect([neither.status, neither.body.fields[0].message]).toEqual([
    400,
    'Choose a file, or a paper of the case.',
  ])
  const [now] = await held()
  expect(now.copies.map((y: Said) => [y.fileName, y.compares])).toEqual([
    ['from-the-usb-stick.mp4', 'equal'],
    ['camera-114.mp4', 'differs'],
    ['camera-114.mp4', 'equal'],
  ])
  const bytes = await lab.as('palacio').file('exchange.copy-file', { copy: same.body.id })
  expect(bytes.bytes.toString()).toBe(theVideo)
  expect((await lab.as('stranger').file('exchange.copy-file', { copy: same.body.id })).status).toBe(404)
})

test('J3 the platform’s own system sends: the same twice is one, something else is a new word, and it speaks for its own agency alone', async () => {
  const sent = aRecording({ case: 'DG-26-1189', number: 'CCTV-7', kind: 'cctv', title: 'Shop, north side' })
  const first = await send(sent)
  expect([first.status, first.body]).toMatchObject([
    200,
    { state: 'taken', version: 1, again: false, platform: 'dems' },
  ])
  expect(first.body.case).toBeTruthy()
  const { number, ...rest } = sent
  expect((await send({ ...rest, number })).body).toEqual({ ...first.body, again: true })
  const changed = await send({ ...sent, seconds: 99 })
  expect(changed.body).toMatchObject({ id: first.body.id, version: 2, again: false })
  const gone = await send({ ...sent, withdrawn: 'Its time of keeping is over' })
  expect(gone.body).toMatchObject({ id: first.body.id, version: 3 })
  const all = (await lab.as('palacio').ask('exchange.get-recording', { recording: first.body.id })).body
  expect(all.words.map((w: Said) => [w.version, w.state, w.came, w.words])).toEqual([
    [3, 'withdrawn', 'wire', 'Its time of keeping is over'],
    [2, 'held', 'wire', null],
    [1, 'held', 'wire', null],
  ])
  const ten = await Promise.all(Array.from({ length: 5 }, () => send({ ...sent, number: 'CCTV-8' })))
  expect(ten.filter((t) => t.status === 200).length).toBeGreaterThan(0)
  expect((await held()).filter((r) => r.number === 'CCTV-8')).toHaveLength(1)
  expect((await send(sent, { platform: 'of-somebody-else' })).body.code).toBe(
    'exchange.platform-not-approved',
  )
})

test('J3 a case number that nobody understands, or that the sender may not see, waits in the one inbox; a person names the case or rejects it', async () => {
  const hidden = await lab
    .as('reneau')
    .do(
      'cases.open-case',
      aCase({ unit: lab.units.policeBelmopan, aliases: [{ kind: 'police', text: 'BMP-9' }], parties: [] }),
    )
  const unknown = await send(aRecording({ case: 'DG-9999', number: 'INT-1', kind: 'interview' }))
  const second = aRecording({ case: 'BMP-9', number: 'INT-2', kind: 'interview', keptUntil: '2027-06-30' })
  const unseen = await send(second)
  const told = (a: Said, number: string) => [a.body.state, a.body.case, a.body.why.replace(number, 'N')]
  // One that is not there and one that the sender may not see are told alike.
  expect(told(unseen, 'BMP-9')).toEqual(told(unknown, 'DG-9999'))
  expect(unknown.body.state).toBe('waits')
  const kind = await send(aRecording({ case: 'DG-26-1189', number: 'INT-3', kind: 'hologram' }))
  expect(kind.body).toMatchObject({ state: 'waits', why: expect.stringContaining('hologram') })
  expect((await send(aRecording({ case: 'DG-9999', number: 'INT-1', kind: 'interview' }))).body).toEqual({
    ...unknown.body,
    again: true,
  })
  const waiting = (await lab.as('reneau').ask('exchange.arrivals', { state: 'waits' })).body.items
  expect(waiting.map((w: Said) => [w.sort, w.number]).sort()).toEqual([
    ['recording', 'BMP-9 / INT-2'],
    ['recording', 'DG-26-1189 / INT-3'],
    ['recording', 'DG-9999 / INT-1'],
  ])
  const of = (number: string): string => waiting.find((w: Said) => w.number.endsWith(number)).id
  const seen = (await lab.as('reneau').ask('exchange.get-arrival', { arrival: of('INT-2') })).body
  expect(seen.matches.map((m: Said) => m.id)).toEqual([hidden.id])
  expect(seen.says.map((s: Said) => s.field)).toContain('SHA-256, as the platform states it')
  expect(seen.says).toContainEqual({ field: 'Kept there until', text: '30/06/2027' })
  const decide = (number: string, more: object) =>
    lab.as('reneau').tell('exchange.decide-arrival', { arrival: of(number), ...more })
  expect((await decide('INT-1', { decision: 'open' })).body.code).toBe('exchange.recording-opens-no-case')
  expect((await decide('INT-1', { decision: 'add', case: file })).status).toBe(200)
  expect((await decide('INT-3', { decision: 'add', case: file, type: 'interview' })).status).toBe(200)
  expect((await decide('INT-2', { decision: 'reject', words: 'Sent to the wrong laboratory' })).status).toBe(
    200,
  )
  expect((await held()).map((r) => r.number).sort()).toEqual([
    'BWC-2026-001',
    'CCTV-7',
    'CCTV-8',
    'INT-1',
    'INT-3',
  ])
  // What a person has placed goes on there; what was rejected is told so.
  const next = await send(aRecording({ case: 'DG-9999', number: 'INT-1', kind: 'interview', seconds: 5 }))
  expect(next.body).toMatchObject({ state: 'taken', version: 2, again: false })
  expect((await send(second)).body).toMatchObject({
    state: 'rejected',
    why: 'Sent to the wrong laboratory',
    again: true,
  })
})

test('J3 what names somebody protected is left out for who may not know the name', async () => {
  const quiet = (
    await lab.as('palacio').do(
      'exchange.link-recording',
      aRecording({
        case: file,
        platform,
        number: 'INT-9',
        kind: 'interview',
        title: 'Interview of Marta Tzul',
      }),
    )
  ).id
  const seen = (await held()).find((r) => r.id === quiet)
  expect(seen).toMatchObject({ title: null, hidden: true, by: 'PC Arana' })
  expect(
    JSON.stringify((await lab.as('reneau').ask('exchange.get-recording', { recording: quiet })).body),
  ).not.toContain('Tzul')
  // An order to expunge reaches what was said of a recording too; the word itself stays.
  const { parties } = (await lab.as('reneau').ask('cases.get-case', { case: file })).body
  const party = parties.find((p: Said) => JSON.stringify(p.role).includes('victim')).id
  await lab
    .as('wendy')
    .do('cases.expunge-party', { case: file, party, authority: 'Order 12 of 2026' }, { reason: 'By order' })
  const { n } = await lab.db.direct.one<{ n: number }>(
    sql`select count(*)::int as n from ledger.vault where value::text like '%Tzul%'`,
  )
  expect(n).toBe(0)
  const left = (await lab.as('palacio').ask('exchange.get-recording', { recording: quiet })).body
  expect(left.words).toMatchObject([{ title: null, kind: { code: 'interview' }, seconds: 1312 }])
})

test('J3 once the platform ended nothing is added or opened there; what was said stays, page by page', async () => {
  const page = (await lab.as('palacio').ask('exchange.recordings', { case: file, limit: 4 })).body
  const rest = (
    await lab.as('palacio').ask('exchange.recordings', { case: file, limit: 4, cursor: page.nextCursor })
  ).body
  expect([page.items.length, rest.items.length, rest.nextCursor]).toEqual([4, 2, null])
  expect((await lab.as('palacio').ask('exchange.recordings', { case: file, cursor: 'x' })).status).toBe(400)
  await lab.as('wendy').do('exchange.end-platform', { platform, words: 'They have another' })
  const [one] = await held()
  expect(one.opens).toBe(false)
  const closed = await lab.as('palacio').ask('exchange.recording-address', { recording: one.id })
  expect(closed.body.code).toBe('exchange.platform-not-approved')
  expect((await send(aRecording({ case: 'DG-26-1189', number: 'N' }))).body.code).toBe(
    'exchange.platform-not-approved',
  )
  expect((await held()).length).toBe(6)
  expect((await verifyInstallation(lab.ground, [exchange], {})).problems).toEqual([])
})

test('J3 the agency of the platform is told of a certificate by the subscription that is there', async () => {
  const got: Said[] = []
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      got.push(JSON.parse(body))
      answer.writeHead(204).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  Object.assign(lab.ground.house, { partnerNetworks: ['127.0.0.0/8'] })
  try {
    const { id } = await lab.as('quincy').do('exchange.subscribe', {
      agency: lab.agencies.police,
      agreement,
      // Who brought the exhibits sees the case.
      receiver: (await benchOf(lab as never)).people.officer,
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`,
      events: ['reports.issue-report'],
      purpose: 'The certificate stands beside the recordings',
      legalBasis: 'Agreement, clause 3',
    })
    await lab.as('wendy').do('exchange.approve-subscription', { subscription: id })
    const made = await certificate(lab as never, 'issued')
    while ((await growTree(lab.ground)) > 0);
    await tellPartners(lab.ground)
    // The certificate and what it stands on, each by its own id; nothing of what either says.
    expect(new Set(got.map((e) => `${e.type} ${e.data.case.id}`))).toEqual(
      new Set([`custodia.reports.issue-report.v1 ${made.case}`]),
    )
  } finally {
    server.close()
  }
}, 120_000)
