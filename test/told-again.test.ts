/** The same act told again under its key: who gets the answer again, what is never kept, and what is another act. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { worked } from '../src/modules/reports/examples.ts'
import { forgetAnswers } from '../src/platform/remembered.ts'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await lab.arrange('catalogue.define-list', { list: 'case-type', en: 'Type', es: 'Tipo' })
  await lab.arrange('catalogue.define-code', {
    list: 'case-type',
    code: 'drugs',
    en: 'Drugs',
    es: 'Drogas',
    data: {},
  })
  await lab.person('keeper', ['section-head'], { unit: lab.units.chemistry })
})
afterAll(() => lab?.close())

const kept = async (key: string) =>
  lab.db.direct.one<{ answer: unknown; entry: string }>(
    sql`select answer, entry from platform.act where key = ${key}`,
  )
const openCase = async (who: string, key?: string) =>
  lab.as(who).tell('cases.open-case', { title: 'Told again', type: 'drugs' }, key ? { key } : {})

it('keeps no secret: a token is answered once, and its key again names the entry and nothing else', async () => {
  const ask = (key: string) =>
    lab
      .as('keeper')
      .tell('identity.issue-token', { name: 'balance', scopes: ['cases.open-case'] }, { key, stepUp: true })
  const first = await ask('token-1')
  expect(first.body.token).toMatch(/^cst_/)
  const row = await kept('token-1')
  expect(row.answer).toBeNull()
  const again = await ask('token-1')
  expect(again).toMatchObject({ status: 409, body: { code: 'answered-already' } })
  expect(again.body.title).toContain(row.entry)
  expect(JSON.stringify(again.body)).not.toContain(first.body.token)
  const everything = await lab.db.direct.many(sql`select * from platform.act`)
  expect(JSON.stringify(everything)).not.toContain('cst_')
  const proofs = await lab.as('keeper').do('identity.step-up', { pin: '246810' }, { key: 'proof-1' })
  expect(JSON.stringify(await lab.db.direct.many(sql`select * from platform.act`))).not.toContain(
    proofs.proof,
  )
})

it('answers again only to who still sees the case and still holds the right', async () => {
  const first = await openCase('keeper', 'case-1')
  expect(first.status, JSON.stringify(first.body)).toBeLessThan(300)
  expect((await openCase('keeper', 'case-1')).body).toEqual(first.body)

  const { root } = await lab.db.direct.one<{ root: string }>(
    sql`select root from ledger.entry where id = ${(await kept('case-1')).entry}`,
  )
  const sight = await lab.db.direct.many<{ ctid: string }>(
    sql`update identity.sight set until_at = ${lab.clock.now()} where root = ${root} and until_at is null returning ctid::text`,
  )
  expect(sight.length).toBeGreaterThan(0)
  expect((await openCase('keeper', 'case-1')).status).toBe(404)
  await lab.db.direct.run(sql`update identity.sight set until_at = null where root = ${root}`)
  expect((await openCase('keeper', 'case-1')).body).toEqual(first.body)

  const { id: grant } = await lab.db.direct.one<{ id: string }>(
    sql`select id from identity.role_grant where person = ${lab.people.get('keeper')?.id as string}`,
  )
  await lab.arrange('identity.withdraw-role', { grant })
  expect((await openCase('keeper', 'case-1')).status).toBeGreaterThanOrEqual(403)
  await lab.arrange('identity.grant-role', {
    person: lab.people.get('keeper')?.id,
    role: 'section-head',
    unit: lab.units.chemistry,
  })
})

it('asks the right again where it was asked: who holds the role elsewhere only is given nothing again', async () => {
  const w = await worked(lab as never, { review: false })
  const head = await lab.person('mover', ['section-head'], { unit: lab.units.chemistry })
  await lab.arrange('identity.grant-role', { person: head, role: 'section-head', unit: lab.units.counter })
  await lab.arrange('cases.give-access', { case: w.case, principal: head })
  const tell = () =>
    lab
      .as('mover')
      .tell(
        'work.reassign-request',
        { request: w.request, assignee: w.bench.people.second, methodVersion: w.bench.method },
        { key: 'moved-1', reason: 'Leave' },
      )
  const first = await tell()
  expect(first.status, JSON.stringify(first.body)).toBe(200)
  expect((await tell()).body).toEqual(first.body)
  const { id: grant } = await lab.db.direct.one<{ id: string }>(
    sql`select id from identity.role_grant where person = ${head} and unit = ${lab.units.chemistry}`,
  )
  await lab.arrange('identity.withdraw-role', { grant })
  expect((await lab.as('mover').ask('cases.get-case', { case: w.case })).status, 'still sees it').toBe(200)
  expect(await tell()).toMatchObject({ status: 403, body: { code: 'right-missing' } })
})

it('takes another reason or another time for another act, and dates nothing ahead of the clock', async () => {
  const at = (ms: number): string => new Date(Date.parse(lab.clock.now()) + ms).toISOString()
  const tell = (how: { reason?: string; occurredAt?: string }) =>
    lab.as('keeper').tell('cases.open-case', { title: 'Told', type: 'drugs' }, { key: 'case-2', ...how })
  const ahead = await tell({ reason: 'a', occurredAt: at(121_000) })
  expect(ahead).toMatchObject({ status: 409, body: { code: 'time-ahead' } })
  const first = await tell({ reason: 'a', occurredAt: at(119_000) })
  expect(first.status, JSON.stringify(first.body)).toBeLessThan(300)
  expect((await tell({ reason: 'a', occurredAt: at(119_000) })).body).toEqual(first.body)
  expect((await tell({ reason: 'b', occurredAt: at(119_000) })).body.code).toBe('key-already-used')
  expect((await tell({ reason: 'a', occurredAt: at(0) })).body.code).toBe('key-already-used')
})

it('forgets what was answered after ninety days, never that it was done', async () => {
  const first = await openCase('keeper', 'case-3')
  lab.clock.set(new Date(Date.parse(lab.clock.now()) + 89 * 86_400_000).toISOString())
  await forgetAnswers(lab.ground)
  expect((await openCase('keeper', 'case-3')).body).toEqual(first.body)
  lab.clock.set(new Date(Date.parse(lab.clock.now()) + 2 * 86_400_000).toISOString())
  expect(await forgetAnswers(lab.ground)).toBeGreaterThan(0)
  const again = await openCase('keeper', 'case-3')
  expect(again).toMatchObject({ status: 409, body: { code: 'answered-already' } })
  expect(again.body.title).toContain((await kept('case-3')).entry)
})
