/** A demonstration and a live installation are never taken for one another: the log says from its first entry which it is. */
import fastify from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillDemo } from '../src/app/demo.ts'
import { demoSignIns } from '../src/app/demo-sign-ins.ts'
import { isDemo, kindOf } from '../src/app/genesis.ts'
import { act } from '../src/app/people.ts'
import { setUp } from '../src/app/setup.ts'
import { migrationActor } from '../src/identity/authority.ts'
import { sql } from '../src/platform/sql.ts'
import { type MadeInstallation, madeInstallation } from './installation.ts'

const service = { username: 'admin', password: 'three green parrots sing', lab: 'empty', name: 'Service' }
const refused = { kind: 'conflict', code: 'not-a-demonstration' }

describe('a live installation', () => {
  let live: MadeInstallation
  beforeAll(async () => {
    live = await madeInstallation()
    await setUp(live.ground, service, 'live')
  })
  afterAll(() => live.close())

  const written = (): Promise<unknown> =>
    live.db.direct.one(sql`select (select count(*) from ledger.entry) as entries, (select count(*) from identity.account) as accounts,
      (select count(*) from identity.person) as people, (select count(*) from cases.case) as cases, (select count(*) from identity.session) as sessions,
      (select jsonb_agg(s order by s.key) from platform.setting s) as settings`)

  /** With one click, as at a demonstration's door; the flag is given, as `serve --demo` gave it. */
  async function atTheDoor(): Promise<number[]> {
    const app = fastify()
    app.setErrorHandler((error, _request, reply) => reply.code(error instanceof Error ? 404 : 500).send())
    demoSignIns(app, { ...live.ground, house: { ...live.ground.house, demo: true } })
    const person = await live.db.direct.one<{ id: string }>(
      sql`select person as id from identity.account limit 1`,
    )
    const answers = [
      await app.inject({ method: 'GET', url: '/api/demo/people' }),
      await app.inject({ method: 'POST', url: '/api/demo/sign-in', payload: { person: person.id } }),
    ]
    await app.close()
    return answers.map((a) => a.statusCode)
  }

  test('the first entry of its log says that it is live', async () => {
    const first = await live.db.direct.one<{ action: string; leaf: Buffer }>(
      sql`select action, leaf from ledger.entry order by no limit 1`,
    )
    expect(first.action).toBe('ledger.begin-installation')
    expect(JSON.parse(first.leaf.toString())).toMatchObject({ facts: { kind: 'live' } })
  })

  test('is not filled as a demonstration and not served as one, and nothing is changed', async () => {
    const before = await written()
    await expect(fillDemo(live, { cases: 1, seed: 1 })).rejects.toMatchObject(refused)
    await expect(isDemo(live.db, true)).rejects.toMatchObject(refused)
    expect(await isDemo(live.db, false)).toBe(false)
    expect(await atTheDoor()).toEqual([404, 404])
    expect(await written()).toEqual(before)
  })

  test('stays live whatever the role of the application writes', async () => {
    const app = new pg.Client({ connectionString: live.appUrl })
    await app.connect()
    try {
      await app.query(
        `insert into platform.setting (key, value) values ('kind', '"demo"') on conflict (key) do update set value = excluded.value`,
      )
      await app.query(`delete from platform.setting where key = 'service-name'`)
      await expect(
        app.query(
          `update ledger.entry set leaf = convert_to('{"facts":{"kind":"demo"}}', 'utf8') where action = 'ledger.begin-installation'`,
        ),
      ).rejects.toThrow()
      await expect(
        app.query(`delete from ledger.entry where action = 'ledger.begin-installation'`),
      ).rejects.toThrow()
      await expect(app.query(`truncate ledger.entry cascade`)).rejects.toThrow()
    } finally {
      await app.end()
    }
    expect(await kindOf(live.db)).toBe('live')
    await expect(fillDemo(live, { cases: 1, seed: 1 })).rejects.toMatchObject(refused)
    await expect(isDemo(live.db, true)).rejects.toMatchObject(refused)
    expect(await isDemo(live.db, false)).toBe(false)
    expect(await atTheDoor()).toEqual([404, 404])
  })
})

test('people who were brought in before the log said what for are real', async () => {
  const old = await madeInstallation()
  try {
    expect(await kindOf(old.db)).toBeUndefined()
    await act(old.ground, migrationActor, 'identity.add-person', { name: 'Ana Cho', username: 'acho' })
    await expect(fillDemo(old, { cases: 1, seed: 1 })).rejects.toMatchObject(refused)
  } finally {
    await old.close()
  }
})

test('a demonstration stays one: it is not set up for live work', async () => {
  const demo = await madeInstallation()
  try {
    expect(await isDemo(demo.db, true)).toBe(true)
    await setUp(demo.ground, service, 'demo')
    expect(await isDemo(demo.db, false)).toBe(true)
    await demo.db.direct.run(sql`delete from platform.setting where key = 'service-name'`)
    await expect(setUp(demo.ground, service, 'live')).rejects.toMatchObject({ code: 'is-a-demonstration' })
  } finally {
    await demo.close()
  }
})
