/** Cases that systems of the police send: over the wire by a token, or as files in a folder; one inbox, idempotent by the sender’s own number. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeWords } from '#modules/cases/examples.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { dropFolder, lookIntoDrop } from './dropping.ts'
import { aSentCase } from './examples.ts'
import { differencesBetween } from './rules/arrivals.ts'

let lab: Lab
let token: string
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  // The account of the police system: it belongs to the police and speaks for them alone.
  await lab.person('cims', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('palacio', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
  const made = await lab
    .as('cims')
    .do('identity.issue-token', { name: 'CIMS', scopes: ['exchange.receive-case'] }, { stepUp: true })
  token = made.token
})
afterAll(() => lab?.close())

const changed = { title: 'Robbery, three men', officer: 'PC Arana', summary: 'Two men' }
const send = async (sent: object, more: object = {}) => {
  const response = await fetch(`${lab.url}/api/exchange/receive-case`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...more, case: sent }),
  })
  return { status: response.status, body: (await response.json()) as Said }
}
const waiting = async (who = 'reneau'): Promise<Said[]> =>
  (await lab.as(who).ask('exchange.arrivals', { state: 'waits' })).body.items
const look = async (arrival: string): Promise<Said> =>
  (await lab.as('reneau').ask('exchange.get-arrival', { arrival })).body
const casesWith = async (q: string, who = 'palacio'): Promise<Said[]> =>
  (await lab.as(who).ask('portal.search-cases', { number: q })).body.items

test('A7 a case that is understood is opened at once for its office; sent again, in whatever order, it is the same one with the same receipt', async () => {
  const sent = aSentCase('DG-2026-101', { officer: 'PC Arana', summary: 'Two men' })
  const { status, body } = await send(sent)
  expect([status, body.state, body.version, body.again]).toEqual([200, 'opened', 1, false])
  expect(body.case).toBeTruthy()
  const { number, ...rest } = sent
  const again = await send({ ...rest, number })
  expect(again.body).toEqual({ ...body, again: true })
  expect(await casesWith('DG-2026-101')).toHaveLength(1)
  expect(await casesWith('DG-2026-101', 'stranger')).toHaveLength(0)
  expect(await waiting()).toEqual([])
  // Nobody speaks for another agency, and a token does nothing that it was not made for.
  const other = await send(aSentCase('DG-2026-102'), { source: 'DPP' })
  expect([other.status, other.body.code]).toEqual([409, 'exchange.arrival-source-wrong'])
  const ten = await Promise.all(Array.from({ length: 6 }, () => send(aSentCase('DG-2026-103'))))
  expect(ten.filter((t) => t.status === 200).length).toBeGreaterThan(0)
  expect((await send(aSentCase('DG-2026-103'))).body.again).toBe(true)
  expect(await casesWith('DG-2026-103')).toHaveLength(1)
})

test('A7 an office that nobody knows, a word that nobody knows and a number that a case bears already wait for a person, who decides', async () => {
  const unknown = (await send(aSentCase('XX-1', { office: 'XX' }))).body
  expect(unknown).toMatchObject({
    state: 'waits',
    why: 'No office is known here under the code XX.',
    case: null,
  })
  const word = (await send(aSentCase('DG-2026-201', { type: 'witchcraft' }))).body
  expect(word).toMatchObject({ state: 'waits', why: expect.stringContaining('witchcraft') })
  const known = (await send(aSentCase('DG-2026-101', changed))).body
  expect(known).toMatchObject({ state: 'waits', version: 2 })
  expect((await waiting()).map((w) => w.number).sort()).toEqual(['DG-2026-101', 'DG-2026-201', 'XX-1'])
  expect((await lab.as('stranger').ask('exchange.arrivals', {})).status).toBe(403)
  const notices = (await lab.as('reneau').ask('identity.my-notices')).body.items
  expect(notices.map((n: Said) => n.kind)).toContain('exchange.notice-arrival')

  // What changed since is shown beside what stood there; the case is not opened a second time.
  const seen = await look(known.id)
  expect(seen.differences).toEqual([
    { field: 'Title', before: 'Robbery at the market', now: 'Robbery, three men' },
  ])
  const decide = (arrival: string, more: object) =>
    lab.as('reneau').tell('exchange.decide-arrival', { arrival, ...more })
  expect((await decide(known.id, { decision: 'open' })).body.code).toBe('exchange.arrival-opened-before')
  expect((await decide(known.id, { decision: 'note' })).body).toMatchObject({ state: 'opened' })
  expect((await decide(known.id, { decision: 'note' })).body.code).toBe('exchange.arrival-decided')

  expect((await decide(unknown.id, { decision: 'open' })).body.code).toBe('exchange.arrival-whose')
  const opened = await decide(unknown.id, { decision: 'open', unit: lab.units.policeDangriga })
  expect(opened.body).toMatchObject({ state: 'opened' })
  expect(await casesWith('XX-1')).toHaveLength(1)
  expect((await decide(word.id, { decision: 'reject' })).status).toBe(400)
  await decide(word.id, { decision: 'reject', words: 'There is no such kind of case' })
  expect((await send(aSentCase('DG-2026-201', { type: 'witchcraft' }))).body).toMatchObject({
    state: 'rejected',
    why: 'There is no such kind of case',
    again: true,
  })
  expect(await waiting()).toEqual([])
})

test('A7 files in a folder come into the same inbox: each leaves a receipt, a bad one its reason, and what came over the wire is known', async () => {
  const folder = join(dropFolder(lab.ground), 'BPD')
  await mkdir(folder, { recursive: true })
  const lay = (name: string, text: string) => writeFile(join(folder, name), text)
  await lay('a.json', JSON.stringify(aSentCase('DG-2026-101', changed)))
  await lay('b.json', JSON.stringify(aSentCase('DG-2026-301')))
  await lay('c.json', 'PK\u0003\u0004 not a case')
  await lay('d.json', JSON.stringify({ number: 'DG-2026-302', bogus: true }))
  // Another agency’s folder names an office of the police: it is not theirs.
  await mkdir(join(folder, '..', 'DPP'), { recursive: true })
  await writeFile(join(folder, '..', 'DPP', 'e.json'), JSON.stringify(aSentCase('DG-2026-303')))
  expect(await lookIntoDrop(lab.ground, 60_000)).toBe(0)
  expect(await lookIntoDrop(lab.ground, -Infinity)).toBe(5)
  const receipt = async (where: string, name: string) =>
    JSON.parse(await readFile(join(folder, where, `${name}.receipt.json`), 'utf8'))
  expect(await receipt('taken', 'a')).toMatchObject({ again: true, version: 2, source: 'BPD' })
  expect(await receipt('taken', 'b')).toMatchObject({ state: 'opened', again: false })
  expect(await receipt('refused', 'c')).toMatchObject({ code: 'exchange.drop-not-json' })
  expect(await receipt('refused', 'd')).toMatchObject({ fields: expect.arrayContaining([expect.anything()]) })
  expect(await receipt('../DPP/taken', 'e')).toMatchObject({
    state: 'waits',
    why: 'No office is known here under the code DG.',
  })
  expect((await readdir(folder)).sort()).toEqual(['refused', 'taken'])
  expect(await lookIntoDrop(lab.ground, -Infinity)).toBe(0)
  expect(await casesWith('DG-2026-301')).toHaveLength(1)
})

test('differences name the field, what stood there and what stands there now', () => {
  const before = [
    { field: 'title', text: 'A' },
    { field: 'officer', text: 'B' },
  ]
  expect(differencesBetween(before, before)).toEqual([])
  expect(differencesBetween(before, [{ field: 'title', text: 'C' }])).toEqual([
    { field: 'title', before: 'A', now: 'C' },
    { field: 'officer', before: 'B', now: null },
  ])
})
