/** Copies of a whole installation: complete, verified, back in an empty one; and what is lost after a copy is said, not hidden. */
import { appendFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { backup, restore } from '../src/app/backup.ts'
import { acceptLoss } from '../src/app/epoch.ts'
import { examine } from '../src/app/doctor.ts'
import { act } from '../src/app/people.ts'
import { verifyCommand } from '../src/app/verify.ts'
import { exportCommand } from '../src/app/export.ts'
import { systemActor } from '../src/identity/authority.ts'
import { lastHeadIn } from '../src/ledger/heads.ts'
import { newestCheckpoint } from '../src/ledger/proofs.ts'
import { growTree } from '../src/ledger/sequencer.ts'
import { verifyInstallation } from '../src/ledger/verify.ts'
import { enqueue } from '../src/platform/outbox.ts'
import { sql } from '../src/platform/sql.ts'
import { type MadeInstallation, madeInstallation } from './installation.ts'
import { simulate } from './simulation/simulate.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
let folder: string
let first: MadeInstallation
const opened: MadeInstallation[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custodia-copies-'))
  first = await another()
  expect((await simulate(first, { seed: 5, days: 2, acts: 150 })).wrong).toEqual([])
})
afterAll(async () => {
  for (const one of opened) await one.close()
  await rm(folder, { recursive: true, force: true })
})

async function another(): Promise<MadeInstallation> {
  const made = await madeInstallation()
  opened.push(made)
  return made
}
const verify = (one: MadeInstallation, checkpoints: string[] = []) =>
  verifyInstallation(one.ground, one.registry.modules, { checkpoints })
const addAgency = (one: MadeInstallation, name: string) =>
  act(one.ground, systemActor, 'identity.register-agency', { name, shortName: name, kind: 'other' })
const keysOf = (one: MadeInstallation): string => one.ground.house.keysFolder

test('a copy holds every row and file, and comes back the same', async () => {
  const kept = await backup(first, join(folder, 'one'))
  expect(kept.rows).toBeGreaterThan(500)
  expect(kept.files).toBeGreaterThan(0)
  expect(kept.treeSize).toBe(kept.entries)
  const second = await another()
  expect(await restore(second, join(folder, 'one'))).toEqual(kept)
  const [before, after] = [await verify(first), await verify(second)]
  expect(after).toEqual(before)
  expect(after.ok).toBe(true)
  const { rows } = await second.db.pool.query<{ sha256: string }>('select sha256 from platform.file')
  for (const { sha256 } of rows)
    expect(await second.ground.files.read(sha256)).toEqual(await first.ground.files.read(sha256))
  // It is at work again: the next entry follows the last, under the same key.
  await addAgency(second, 'After the restore')
  await growTree(second.ground, { checkpoint: true })
  expect((await newestCheckpoint(second.ground))?.split('\n')[0]).toBe(
    (await lastHeadIn(keysOf(first)))?.origin,
  )
  expect((await verify(second)).problems).toEqual([])
  await expect(backup(first, join(folder, 'one'))).rejects.toMatchObject({ code: 'backup-folder-not-empty' })
  await expect(restore(second, join(folder, 'one'))).rejects.toMatchObject({
    code: 'restore-into-empty-only',
  })
})

test('what waited in the job queue waits again after a restore, with its key, its hour and its tries', async () => {
  const one = await another()
  await addAgency(one, 'Before the copy')
  await growTree(one.ground, { checkpoint: true })
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const later = new Date(Date.now() + 7_200_000).toISOString()
  await one.db.transaction(async (tx) => {
    await enqueue(one.ground, tx, {
      id: one.ground.newId(),
      at: one.ground.now(),
      to: { address: 'someone@example.org' },
      key: 'ledger.head',
    })
    await one.ground.queue(tx, 'exchange.run-import', { import: 'ñ “x”' }, { key: 'import:1', runAt: at })
    await one.ground.queue(tx, 'platform.none', {}, { runAt: later })
  })
  await onJobs(
    one,
    `update graphile_worker._private_jobs set attempts = 3, last_error = 'no line' where key = 'import:1'`,
  )
  const kept = await backup(one, join(folder, 'jobs'))
  expect(kept.jobs).toBe(3)

  const second = await another()
  expect(await restore(second, join(folder, 'jobs'))).toEqual(kept)
  const waiting = (of: MadeInstallation) =>
    onJobs(
      of,
      `select t.identifier, j.payload, j.key, j.run_at, j.attempts, j.max_attempts, j.last_error, j.is_available
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.run_at`,
    )
  const [before, after] = [await waiting(one), await waiting(second)]
  expect(after).toEqual(before)
  expect(after[1]).toMatchObject({ key: 'import:1', payload: { import: 'ñ “x”' }, attempts: 3, run_at: at })

  await cp(join(folder, 'jobs'), join(folder, 'bent-jobs'), { recursive: true })
  await appendFile(join(folder, 'bent-jobs', 'jobs.ndjson'), '{}\n')
  await expect(restore(await another(), join(folder, 'bent-jobs'))).rejects.toMatchObject({
    code: 'backup-is-damaged',
    values: { part: 'jobs.ndjson' },
  })
})
async function onJobs(one: MadeInstallation, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: one.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

test('a copy with one byte more or less, or no copy at all, is refused before anything is touched', async () => {
  await cp(join(folder, 'one'), join(folder, 'bent'), { recursive: true })
  await appendFile(join(folder, 'bent', 'tables', 'identity.person.csv'), '\n')
  const empty = await another()
  await expect(restore(empty, join(folder, 'bent'))).rejects.toMatchObject({
    code: 'backup-is-damaged',
    values: { part: 'identity.person' },
  })
  await expect(restore(empty, folder)).rejects.toMatchObject({ code: 'not-a-backup' })
  expect(
    (await empty.db.direct.one<{ n: number }>(sql`select count(*)::int as n from identity.person`)).n,
  ).toBe(0)
  await cp(join(folder, 'one'), join(folder, 'poor'), { recursive: true })
  const [one] = await readdir(join(folder, 'poor', 'files'), { recursive: true }).then((names) =>
    names.filter((name) => name.length > 64),
  )
  await writeFile(join(folder, 'poor', 'files', one as string), 'something else')
  await expect(restore(await another(), join(folder, 'poor'))).rejects.toMatchObject({
    code: 'file-is-damaged',
  })
})

test('a restore shorter than the last known head opens a new epoch that quotes it', async () => {
  const copied = await backup(first, join(folder, 'two'))
  await addAgency(first, 'Recorded after the copy')
  await addAgency(first, 'And another')
  await growTree(first.ground, { checkpoint: true })
  const known = (await newestCheckpoint(first.ground)) as string

  const second = await another()
  const receipt = await restore(second, join(folder, 'two'), [known])
  const origin = `${known.split('\n')[0]}/2`
  expect(receipt.epoch).toEqual({ origin, entriesLost: 2 })
  const head = (await newestCheckpoint(second.ground)) as string
  expect(head.split('\n').slice(0, 2)).toEqual([origin, String(copied.treeSize + 1)])
  const { leaf } = await second.db.direct.one<{ leaf: Buffer }>(
    sql`select e.leaf from ledger.entry e join ledger.leaf l on l.entry_no = e.no where l.position = ${copied.treeSize}`,
  )
  expect(JSON.parse(leaf.toString())).toMatchObject({
    action: 'ledger.open-epoch',
    facts: { origin, entries: copied.treeSize, lostSize: copied.treeSize + 2, lostHead: known },
  })
  expect((await verify(second)).problems).toEqual([])
  // Whoever holds the old head still sees that entries are gone.
  expect((await verify(second, [known])).problems).toEqual([
    expect.objectContaining({ kind: expect.stringMatching(/entries-cut-off|history-rewritten/) }),
  ])
  // The stand-alone verifier reads heads of both epochs by one key, whichever of its names is printed.
  const out = join(folder, 'export')
  await addAgency(second, 'Later')
  await exportCommand(second, 'ledger', { out })
  const vkey = (
    await second.db.direct.one<{ value: string }>(
      sql`select value from platform.setting where key = 'log-vkey'`,
    )
  ).value
  const older = (
    await first.db.direct.one<{ value: string }>(
      sql`select value from platform.setting where key = 'log-vkey'`,
    )
  ).value
  expect(vkey).not.toBe(older)
  for (const key of [vkey, older])
    expect(await verifyCommand(join(out, 'ledger.ndjson'), { key }, async () => {})).toMatchObject({
      ok: true,
    })
})

test('a database that somebody put back behind our back signs nothing, says so, and goes on once the loss is accepted', async () => {
  const second = await another()
  await restore(second, join(folder, 'one'))
  await addAgency(second, 'Signed and then gone')
  await growTree(second.ground, { checkpoint: true })
  const before = (await newestCheckpoint(second.ground)) as string
  // The tables of the copy under the keys of today.
  const third = await another()
  await restore(third, join(folder, 'one'))
  await cp(join(keysOf(second), 'last-head.json'), join(keysOf(third), 'last-head.json'))
  await addAgency(third, 'A')
  await addAgency(third, 'B')
  await growTree(third.ground, { checkpoint: true })
  expect((await newestCheckpoint(third.ground))?.split('\n')[1]).not.toBe(before.split('\n')[1])
  expect((await verify(third)).problems).toContainEqual(
    expect.objectContaining({ kind: 'checkpoint-missing' }),
  )
  const examined = await examine(third)
  expect(examined.checks.find((c) => c.what === 'newest head')).toMatchObject({ ok: false })
  const { origin } = await acceptLoss(third.ground, [])
  expect(origin.endsWith('/2')).toBe(true)
  expect((await verify(third)).problems).toEqual([])
  expect((await newestCheckpoint(third.ground))?.split('\n')[0]).toBe(origin)
  await expect(acceptLoss(third.ground, [])).rejects.toMatchObject({ code: 'ledger.nothing-lost' })
  await expect(acceptLoss(third.ground, ['not a head'])).rejects.toMatchObject({
    code: 'ledger.head-not-ours',
  })
})

test('the key of another log is not written over', async () => {
  const other = await another()
  await addAgency(other, 'Its own')
  await growTree(other.ground, { checkpoint: true })
  const pem = await readFile(join(keysOf(other), 'log-ed25519.pem'), 'utf8')
  await expect(restore(other, join(folder, 'one'))).rejects.toMatchObject({ code: 'restore-over-other-keys' })
  expect(await readFile(join(keysOf(other), 'log-ed25519.pem'), 'utf8')).toBe(pem)
})
