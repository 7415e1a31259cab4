/** What is sent and not waited for: it counts, or the whole act does not. On a real PostgreSQL. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { openDb } from './db.ts'
import { sql } from './sql.ts'

const database = await freshDatabase()
const db = openDb({ connectionString: database.ownerUrl, max: 4 }, () => {})
await db.direct.run(sql`create table platform.sent (n int primary key)`)
const all = async (): Promise<number[]> =>
  (await db.direct.many<{ n: number }>(sql`select n from platform.sent order by n`)).map((r) => r.n)

test('statements that nobody waited for stand after the commit, in their order', async () => {
  await db.transaction(async (tx) => {
    await tx.send(sql`insert into platform.sent values (1)`)
    await tx.send(sql`update platform.sent set n = 2 where n = 1`)
    await tx.send(sql`insert into platform.sent values (1)`)
    expect(await tx.many(sql`select n from platform.sent order by n`)).toEqual([{ n: 1 }, { n: 2 }])
  })
  expect(await all()).toEqual([1, 2])
})

test('one that fails ends the act with its own error, whatever else was asked behind it', async () => {
  const lastOfAll = db.transaction(async (tx) => {
    await tx.send(sql`insert into platform.sent values (3)`)
    await tx.send(sql`insert into platform.sent values (1)`)
  })
  await expect(lastOfAll).rejects.toMatchObject({ code: '23505', constraint: 'sent_pkey' })
  const readBehindIt = db.transaction(async (tx) => {
    await tx.send(sql`insert into platform.sent values (3)`)
    await tx.send(sql`insert into platform.sent values (1)`)
    await tx.send(sql`insert into platform.sent values (4)`)
    return tx.many(sql`select n from platform.sent`)
  })
  await expect(readBehindIt).rejects.toMatchObject({ code: '23505' })
  const atTheCommit = db.transaction((tx) =>
    tx.send(sql`insert into platform.sent select 5 where 1 / (select count(*) - 2 from platform.sent) = 0`),
  )
  await expect(atTheCommit).rejects.toMatchObject({ code: '22012' })
  expect(await all()).toEqual([1, 2])
})

test('one that touches another number of rows than it must ends the act before the commit', async () => {
  const act = db.transaction(async (tx) => {
    await tx.send(sql`insert into platform.sent values (6)`)
    await tx.send(sql`update platform.sent set n = 9 where n = 8`, (rows) => {
      if (rows !== 1) throw new Error(`${rows} rows`)
    })
  })
  await expect(act).rejects.toThrow('0 rows')
  expect(await all()).toEqual([1, 2])
})

test('an act that throws takes back what it sent, and its line is good for the next', async () => {
  for (let i = 0; i < 10; i += 1)
    await expect(
      db.transaction(async (tx) => {
        await tx.send(sql`insert into platform.sent values (7)`)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
  await db.transaction((tx) => tx.send(sql`insert into platform.sent values (7)`))
  expect(await all()).toEqual([1, 2, 7])
})

test('a plan that is kept is kept for that statement alone', async () => {
  await db.transaction(async (tx) => {
    await tx.many(sql`select n from platform.sent`, { plan: 'kept' })
    expect(await tx.one(sql`select current_setting('plan_cache_mode') as mode`)).toEqual({ mode: 'auto' })
  })
})

test('what only reads cannot write', async () => {
  await expect(
    db.transaction((tx) => tx.run(sql`delete from platform.sent`), { readOnly: true }),
  ).rejects.toMatchObject({ code: '25006' })
  await db.close()
  await database.drop()
})
