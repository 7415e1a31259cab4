/** Reading begins on a guess who asks: what the guess gets wrong is never seen, whoever changed it and by whichever server. */
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aCase, arrangeWords } from '#modules/cases/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../test/lab.ts'
import { buildServer } from './server.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
let lab: Lab
let second: FastifyInstance
let open: string
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('usher', ['section-head'])
  open = (await lab.as('usher').do('cases.open-case', aCase())).id
  second = await buildServer({
    ground: lab.ground,
    logger: pino({ level: 'fatal' }),
    secure: false,
    trustProxy: false,
  })
})
afterAll(async () => {
  await second?.close()
  await lab?.close()
})

/** By the first server and by a second one on the same database, which hears of nothing but what the database says. */
async function bothSee(who: string, file: string): Promise<number[]> {
  const there = await second.inject({
    url: `/api/cases/get-case?case=${file}`,
    headers: { cookie: `custodia_session=${lab.people.get(who)?.token}` },
  })
  return [(await lab.as(who).ask('cases.get-case', { case: file })).status, there.statusCode]
}
const looks = async (who: string): Promise<number> =>
  (
    await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from platform.read_log where person = ${lab.as(who).id}`,
    )
  ).n
const grantOf = async (who: string): Promise<string> =>
  (
    await lab.db.direct.one<{ id: string }>(
      sql`select id from identity.role_grant where person = ${lab.as(who).id} order by recorded_at desc limit 1`,
    )
  ).id

test('a role withdrawn counts with the next question at every server, and one granted as well', async () => {
  await lab.person('shol', ['analyst'])
  for (let n = 0; n < 3; n += 1) expect(await bothSee('shol', open)).toEqual([200, 200])
  await lab.arrange('identity.withdraw-role', { grant: await grantOf('shol') })
  expect(await bothSee('shol', open)).toEqual([404, 404])
  await lab.arrange('identity.grant-role', {
    person: lab.as('shol').id,
    role: 'analyst',
    unit: lab.units.chemistry,
  })
  expect(await bothSee('shol', open)).toEqual([200, 200])
})

test('whoever may not see a case does not see it by the guess of a colleague who sat there before', async () => {
  await lab.person('teck', ['analyst'], { unit: lab.units.toxicology })
  await lab.person('pop', ['analyst'])
  expect(await bothSee('pop', open)).toEqual([200, 200])
  expect(await bothSee('teck', open)).toEqual([404, 404])
  expect(await bothSee('pop', open)).toEqual([200, 200])
})

test('a person suspended and a session ended are strangers at once, and no look is written for them', async () => {
  const sealed: Record<string, string> = {}
  for (const who of ['cal', 'novelo']) {
    await lab.person(who, ['quality-manager'], { unit: null })
    const { id } = await lab.as('usher').do('cases.open-case', aCase())
    sealed[who] = id
    await lab.as(who).do('cases.seal-case', { case: id, authority: 'Order 4 of 2026' }, { reason: 'Ordered' })
    expect(await bothSee(who, id)).toEqual([200, 200])
  }
  const before = [await looks('cal'), await looks('novelo')]
  expect(before).toEqual([2, 2])
  await lab.arrange('identity.suspend-person', { person: lab.as('cal').id })
  await lab.as('novelo').do('identity.sign-out', {})
  for (const who of ['cal', 'novelo']) expect(await bothSee(who, sealed[who] ?? '')).toEqual([401, 401])
  expect([await looks('cal'), await looks('novelo')]).toEqual(before)
})
