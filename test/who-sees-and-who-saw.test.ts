/** Who may see, who saw, what is still open: the application's own role and a superuser change each, and verification names it. */
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { adoptWhatStood } from '../src/app/adopting.ts'
import { makeRegistry } from '../src/app/registry.ts'
import { sealReads } from '../src/identity/sealing-reads.ts'
import { oversight } from '../src/identity/sight.ts'
import { verifyInstallation } from '../src/ledger/verify.ts'
import { aCase, arrangeWords } from '../src/modules/cases/examples.ts'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from './lab.ts'
import { openSuperuser } from './tampering.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const { modules } = makeRegistry()
let lab: Lab
let superuser: pg.Client
let open: string
let sealed: string
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('usher', ['section-head'])
  await lab.person('cus', ['analyst'])
  await lab.person('quality', ['quality-manager'], { unit: null })
  const usher = lab.as('usher')
  open = (await usher.do('cases.open-case', aCase())).id
  sealed = (await usher.do('cases.open-case', aCase())).id
  await usher.do('cases.assign-task', { case: open, text: 'Ask the court', assignee: lab.as('cus').id })
  await lab
    .as('quality')
    .do('cases.seal-case', { case: sealed, authority: 'Order 4 of 2026' }, { reason: 'Ordered' })
  for (const who of ['quality', 'quality', 'quality'])
    expect((await lab.as(who).ask('cases.get-case', { case: sealed })).status).toBe(200)
  const { rows } = await lab.db.pool.query<{ name: string }>('select current_database() as name')
  superuser = await openSuperuser(inject('cluster').superUrl, rows[0]?.name as string)
})
afterAll(async () => {
  await superuser?.end()
  await lab?.close()
})
const problems = async () => (await verifyInstallation(lab.ground, modules, {})).problems
beforeEach(async () => expect(await problems()).toEqual([]))

/** The application's own role, outside any act; `back` puts it right again. */
async function byTheApplication(text: string, back: string): Promise<Awaited<ReturnType<typeof problems>>> {
  await lab.db.pool.query(text)
  const found = await problems()
  await lab.db.pool.query(back)
  return found
}

test('sight that no act opened, sight put out of the way, sight made longer: each is named with the case', async () => {
  const cus = lab.as('cus').id
  const given = await byTheApplication(
    `insert into identity.sight (opened, root, principal, why, from_at, ended) values ('0198a000-0000-7000-8000-00000000aaaa', '${sealed}', '${cus}', 'cases.open-case', '2026-01-01', false)`,
    `delete from identity.sight where opened = '0198a000-0000-7000-8000-00000000aaaa'`,
  )
  expect(given).toEqual([
    expect.objectContaining({
      kind: 'derived-differs',
      table: 'identity.sight',
      detail: expect.stringContaining(sealed),
    }),
  ])
  await superuser.query(`create table public.kept_sight as table identity.sight`)
  for (const text of [
    `update identity.sight set until_at = null, ended = false where root = '${sealed}'`,
    `delete from identity.sight where root = '${sealed}' and principal = '${oversight}'`,
    `update identity.sight set principal = '${cus}' where root = '${sealed}' and principal = '${oversight}'`,
  ]) {
    await lab.db.pool.query(text)
    const found = await problems()
    expect(
      found.some((p) => p.table === 'identity.sight' && p.detail.includes(sealed)),
      text,
    ).toBe(true)
    await superuser.query(`delete from identity.sight; insert into identity.sight table public.kept_sight`)
  }
  // What it follows from can be neither changed nor added to unseen.
  await expect(lab.db.pool.query(`delete from identity.sight_ended`)).rejects.toMatchObject({ code: '42501' })
  await expect(
    lab.db.pool.query(`update identity.sight_opened set principals = principals || '${cus}'::uuid`),
  ).rejects.toMatchObject({ code: '42501' })
  await lab.db.pool.query(
    `insert into identity.sight_opened (id, entry, root, principals, why, from_at, recorded_at) values ('0198a000-0000-7000-8000-00000000bbbb', gen_random_uuid(), '${sealed}', array['${cus}']::uuid[], 'x', '2026-01-01', '2026-01-01')`,
  )
  expect(await problems()).toContainEqual(
    expect.objectContaining({ kind: 'row-extra', table: 'identity.sight_opened' }),
  )
  await superuser.query(`delete from identity.sight_opened where id = '0198a000-0000-7000-8000-00000000bbbb'`)
})

test('a task called done that is not, and one forgotten: completeness is not to be had by writing it', async () => {
  const before = await superuser.query(
    `select * from cases.progress where root = '${open}' and state = 'open'`,
  )
  expect(before.rows).toHaveLength(1)
  const called = await byTheApplication(
    `update cases.progress set state = 'done' where root = '${open}'`,
    `update cases.progress set state = 'open' where root = '${open}'`,
  )
  expect(called).toContainEqual(
    expect.objectContaining({
      kind: 'derived-differs',
      table: 'cases.progress',
      detail: expect.stringContaining(open),
    }),
  )
  const task = (await lab.as('usher').ask('cases.case-completeness', { case: open })).body.open
  expect(task).toEqual([expect.objectContaining({ text: 'Task: Ask the court' })])
  await superuser.query(`create table public.kept_progress as table cases.progress`)
  const gone = await byTheApplication(`delete from cases.progress where root = '${open}'`, 'select 1')
  expect(gone).toContainEqual(expect.objectContaining({ kind: 'derived-missing', table: 'cases.progress' }))
  await superuser.query(`insert into cases.progress table public.kept_progress`)
})

const looks = async (): Promise<{ id: number; seq: number; person: string }[]> =>
  lab.db.direct.many(
    sql`select id, seq, person from platform.read_log where root = ${sealed} order by person, seq`,
  )

test('the application can add to the read log by looking, and in no other way', async () => {
  expect(await looks()).toHaveLength(3)
  for (const text of [
    `update platform.read_log set person = '${oversight}'`,
    `delete from platform.read_log`,
    `insert into platform.read_log (read_at, person, operation, seq, hash) values ('2026-01-01', '${oversight}', 'x', 1, '')`,
    `truncate platform.read_log`,
  ])
    await expect(lab.db.pool.query(text), text).rejects.toMatchObject({ code: '42501' })
  const owner = await openSuperuser(inject('cluster').superUrl, superuser.database as string)
  await owner.query(`set session_replication_role = origin`)
  await expect(owner.query(`delete from platform.read_log`)).rejects.toThrow('are only added to')
  await owner.end()
})

test('a superuser who takes a look out, changes it, writes the chain anew or cuts its end off is found, and the person named', async () => {
  expect(await sealReads(lab.ground)).toBeGreaterThan(0)
  expect(await sealReads(lab.ground)).toBe(0)
  expect(await problems()).toEqual([])
  await superuser.query(`create table public.kept_reads as table platform.read_log`)
  const [first, second, third] = await looks()
  const person = first?.person as string
  const anew = `do $$ declare r record; before bytea; n int := 0; begin
    for r in select * from platform.read_log where person = '${person}' order by id loop n := n + 1;
      before := platform.read_hash(before, n, r.read_at, r.person, r.operation, r.root, r.subject, r.reason);
      update platform.read_log set seq = n, hash = before where id = r.id; end loop; end $$`
  for (const [text, kind] of [
    [`delete from platform.read_log where id = ${second?.id}`, 'read-missing'],
    [`update platform.read_log set operation = 'cases.find-cases' where id = ${second?.id}`, 'read-changed'],
    [
      `update platform.read_log set read_at = read_at + interval '1 day' where id = ${first?.id}`,
      'read-changed',
    ],
    [`update platform.read_log set person = '${oversight}' where id = ${second?.id}`, 'read-missing'],
    [`delete from platform.read_log where id = ${third?.id}`, 'read-missing'],
    [`delete from platform.read_log where person = '${person}'`, 'read-missing'],
    [`update platform.read_log set reason = 'x' where id = ${second?.id}; ${anew}`, 'read-changed'],
    [`delete from platform.read_log where id = ${second?.id}; ${anew}`, 'read-missing'],
  ] as const) {
    await superuser.query(text)
    const found = await problems()
    expect(
      found.some((p) => p.kind === kind && p.detail.includes(person)),
      `${text}: ${JSON.stringify(found)}`,
    ).toBe(true)
    await superuser.query(
      `delete from platform.read_log; insert into platform.read_log overriding system value table public.kept_reads`,
    )
  }
  // The anchor itself is a covered row, and what was anchored last is derived from it.
  await superuser.query(`update platform.read_seal set hashes = array_replace(hashes, hashes[1], 'x')`)
  expect((await problems()).map((p) => p.table)).toEqual(
    expect.arrayContaining(['platform.read_seal', 'platform.read_head', 'platform.read_log']),
  )
  await superuser.query(
    `update platform.read_seal set hashes = (select array_agg(h.hash order by h.person) from platform.read_head h)`,
  )
})

test('two looks of one person at once stand in a row, and both are there', async () => {
  const before = (await looks()).length
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => lab.as('quality').ask('cases.get-case', { case: sealed })),
  )
  expect(answers.map((a) => a.status)).toEqual(Array(12).fill(200))
  expect(await looks()).toHaveLength(before + 12)
})

test('an installation from before takes up what stood, once, under an entry of the migration; who saw what sees it still', async () => {
  const old = await openLab()
  await arrangeWords(old as never)
  const id = (n: number): string => `0198a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
  await old.db.pool.query(`
    insert into identity.sight (opened, root, principal, why, part, from_at, until_at, meant_until, ended) values
      ('${id(1)}', '${id(9)}', '${oversight}', 'cases.open-case', null, '2025-01-01', null, null, false),
      ('${id(2)}', '${id(9)}', '${id(8)}', 'identity.break-glass', null, '2025-01-01', '2025-01-02', null, false),
      ('${id(3)}', '${id(9)}', '${id(7)}', 'cases.give-access', '${id(6)}', '2025-01-01', '2025-02-01', '2025-06-01', true);
    insert into cases.progress (root, subject, kind, state, text, values, since) values ('${id(9)}', 'work.request/${id(5)}', 'request', 'open', 'work.progress-open', '{"number": "R-1"}', '2025-01-03');
    insert into platform.setting (key, value) values ('sight-to-adopt', 'true'), ('progress-to-adopt', 'true')`)
  const stands = async () => [
    (await old.db.pool.query('select * from identity.sight order by opened')).rows,
    (await old.db.pool.query('select * from cases.progress')).rows,
  ]
  const before = await stands()
  expect((await verifyInstallation(old.ground, modules, {})).ok).toBe(false)
  await adoptWhatStood(old.ground)
  await adoptWhatStood(old.ground)
  expect(await stands()).toEqual(before)
  expect((await verifyInstallation(old.ground, modules, {})).problems).toEqual([])
  const entries = await old.db.direct.many<{ actor_kind: string }>(
    sql`select actor_kind from ledger.entry where action = 'ledger.adopt-rows'`,
  )
  expect(entries).toEqual([{ actor_kind: 'migration' }, { actor_kind: 'migration' }])
  await old.close()
})
