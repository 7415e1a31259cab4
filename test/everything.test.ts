/** All that an installation knows, out in open formats and into a fresh one: counts, files, the root of the log and every table the same. */
import { appendFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exportCommand } from '../src/app/export.ts'
import {
  type EverythingReceipt,
  importEverything,
  withheldColumns,
  withheldTables,
} from '../src/app/everything.ts'
import { act, giveFirstPassword } from '../src/app/people.ts'
import { verifyCommand } from '../src/app/verify.ts'
import { systemActor } from '../src/identity/authority.ts'
import { newestCheckpoint } from '../src/ledger/proofs.ts'
import { growTree } from '../src/ledger/sequencer.ts'
import { verifyInstallation } from '../src/ledger/verify.ts'
import { keyOf } from '../src/platform/files.ts'
import { sql } from '../src/platform/sql.ts'
import { type MadeInstallation, madeInstallation } from './installation.ts'
import { simulate } from './simulation/simulate.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
let folder: string
let first: MadeInstallation
let out: string
let told: EverythingReceipt
const opened: MadeInstallation[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custodia-everything-'))
  first = await another()
  expect((await simulate(first, { seed: 6, days: 2, acts: 150 })).wrong).toEqual([])
  out = join(folder, 'out')
  told = (await exportCommand(first, 'everything', { out })) as EverythingReceipt
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
const verify = (one: MadeInstallation) => verifyInstallation(one.ground, one.registry.modules, {})
const keysOf = (one: MadeInstallation): string => one.ground.house.keysFolder
interface Resource {
  name: string
  path: string
  rowCount: number
  hash: string
  withheld: string[]
  description: string
  schema: { fields: { name: string; type: string }[]; primaryKey: string[]; foreignKeys: unknown[] }
}
const packageIn = async (dir: string) =>
  JSON.parse(await readFile(join(dir, 'datapackage.json'), 'utf8')) as { resources: Resource[] }
const counts = async (one: MadeInstallation, tables: readonly Resource[]) =>
  Promise.all(
    tables.map(async ({ name }) => [
      name,
      (await one.db.pool.query<{ n: string }>(`select count(*) as n from ${name}`)).rows[0]?.n,
    ]),
  )

test('what comes back is equal: counts by table, files, the root of the log, and the next export byte for byte', async () => {
  expect(told.rows).toBeGreaterThan(500)
  expect(told.files).toBeGreaterThan(0)
  const second = await another()
  expect(await importEverything(second, out, keysOf(first))).toEqual({ ...told, signs: true })

  const [before, after] = [await verify(first), await verify(second)]
  expect(before.ok).toBe(true)
  expect(after).toEqual(before)
  const { resources } = await packageIn(out)
  const whole = resources.filter((r) => !r.withheld.includes('rows'))
  expect(await counts(second, whole)).toEqual(await counts(first, whole))
  const { rows: files } = await second.db.pool.query<{ sha256: string }>('select sha256 from platform.file')
  for (const { sha256 } of files)
    expect(await second.ground.files.read(sha256)).toEqual(await first.ground.files.read(sha256))

  const again = join(folder, 'again')
  await exportCommand(second, 'everything', { out: again })
  // Only the hashes are held together: a difference of megabytes would be written out for ever.
  const hashes = (all: readonly Resource[]) => all.map((r) => [r.name, r.rowCount, r.hash])
  expect(hashes((await packageIn(again)).resources)).toEqual(hashes(resources))
  expect(
    (await readFile(join(again, 'ledger.ndjson'))).equals(await readFile(join(out, 'ledger.ndjson'))),
  ).toBe(true)

  // It is at work: the next entry follows the last, under the same key.
  await act(second.ground, systemActor, 'identity.register-agency', {
    name: 'After the move',
    shortName: 'After',
    kind: 'other',
  })
  await growTree(second.ground, { checkpoint: true })
  expect((await newestCheckpoint(second.ground))?.split('\n').slice(0, 2)).toEqual([
    (await newestCheckpoint(first.ground))?.split('\n')[0],
    String(told.treeSize + 1),
  ])
  expect((await verify(second)).problems).toEqual([])
  await expect(importEverything(second, out, keysOf(first))).rejects.toMatchObject({
    code: 'restore-into-empty-only',
  })
})

test('anybody reads it without us: each table described to the last column, the log checked by the stand-alone verifier', async () => {
  const { resources } = await packageIn(out)
  const names = new Set(resources.map((r) => r.name))
  for (const table of resources) {
    expect(table.description, table.name).toMatch(/^(covered|derived|kept|chained): /)
    const head = (await readFile(join(out, table.path), 'utf8')).split('\n', 1)[0]
    const missing = withheldColumns[table.name] ?? []
    expect(head?.split(',')).toEqual(
      table.schema.fields.map((f) => f.name).filter((name) => !missing.includes(name)),
    )
  }
  for (const name of ['evidence.thing', 'ledger.entry', 'platform.file']) expect(names).toContain(name)
  const key = (await readFile(join(out, 'keys', 'log.vkey'), 'utf8')).trim()
  expect(await verifyCommand(join(out, 'ledger.ndjson'), { key }, async () => {})).toMatchObject({
    ok: true,
    entries: told.entries,
    root: told.root,
  })
  // Leaves byte for byte: as they stand in the table, so in the file of the log.
  const { rows } = await first.db.pool.query<{ leaf: Buffer }>(
    'select e.leaf from ledger.leaf l join ledger.entry e on e.no = l.entry_no order by l.position',
  )
  const lines = (await readFile(join(out, 'ledger.ndjson'), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('{"leaf":'))
    .map((line) => (JSON.parse(line) as { leaf: string }).leaf)
  expect(lines.length).toBe(rows.length)
  expect(lines.every((line, i) => line === rows[i]?.leaf.toString('utf8'))).toBe(true)
  expect(await readFile(join(out, 'README.md'), 'utf8')).toContain('## What is not in it')
})

test('no secret is in it: no private key, no hash of what somebody chose, nothing that lets in', async () => {
  expect(await readdir(join(out, 'keys'))).toEqual(['log.vkey'])
  const { rows: secrets } = await first.db.pool.query<{ words: string[] }>(
    `select array_remove(array[password_hash, pin_hash] || recovery_hashes, null) as words from identity.account`,
  )
  const words = secrets.flatMap((s) => s.words)
  expect(words.length).toBeGreaterThan(0)
  const { resources } = await packageIn(out)
  for (const { path, name, rowCount } of resources) {
    const text = await readFile(join(out, path), 'utf8')
    expect(
      words.filter((word) => text.includes(word)),
      path,
    ).toEqual([])
    if (name in withheldTables) expect(rowCount).toBe(0)
  }
  // A new column by such a name is thought about before it leaves: withheld, or sealed, or no secret.
  const judged = {
    'identity.account.totp_secret': 'sealed',
    'identity.passkey.public_key': 'public',
    'platform.migration.hash': 'of our own text',
    'platform.act.body_hash': 'of an input, to know it when it comes again',
    'platform.read_log.hash': 'of a chain',
    'platform.read_head.hash': 'of a chain',
    'ledger.entry.hash': 'of a chain',
    'ledger.head.hash': 'of a chain',
    'ledger.leaf.hash': 'of a chain',
    'platform.read_seal.hashes': 'of a chain',
  }
  const named = resources
    .filter((r) => !(r.name in withheldTables))
    .flatMap((r) => r.schema.fields.map((f) => `${r.name}.${f.name}`))
    .filter((c) => /secret|hash|token|password|_key$/.test(c.split('.')[2] as string))
    .filter(
      (c) => !(withheldColumns[c.split('.').slice(0, 2).join('.')] ?? []).includes(c.split('.')[2] as string),
    )
  expect(named.sort()).toEqual(Object.keys(judged).sort())
})

test('without the keys all stands and verifies, nothing is signed, and the first administrator is let in at the server', async () => {
  const second = await another()
  expect(await importEverything(second, out)).toEqual({ ...told, signs: false })
  expect((await verify(second)).problems).toEqual([])
  const name = (
    await second.db.direct.one<{ username: string }>(
      sql`select a.username from identity.account a join identity.role_grant g using (person) where g.role = 'administrator' limit 1`,
    )
  ).username
  await expect(giveFirstPassword(second.ground, name, 'password')).rejects.toMatchObject({
    code: 'identity.password-short',
  })
  await giveFirstPassword(second.ground, name, 'river clay lantern forty-two')
  await expect(giveFirstPassword(second.ground, name, 'another lantern in clay')).rejects.toMatchObject({
    code: 'has-a-password',
  })
  expect((await verify(second)).problems).toEqual([])
})

test('a changed byte is named: in a table, in the log, in a file', async () => {
  const bent = async (name: string, change: (dir: string) => Promise<void>) => {
    const dir = join(folder, name)
    await cp(out, dir, { recursive: true })
    await change(dir)
    return importEverything(await another(), dir)
  }
  await expect(
    bent('bent-table', (dir) => appendFile(join(dir, 'tables', 'evidence.thing.csv'), '\n')),
  ).rejects.toMatchObject({ code: 'backup-is-damaged', values: { part: 'tables/evidence.thing.csv' } })
  await expect(
    bent('bent-log', async (dir) => {
      const path = join(dir, 'ledger.ndjson')
      const bytes = await readFile(path)
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] as number) ^ 1
      await writeFile(path, bytes)
    }),
  ).rejects.toMatchObject({ code: 'backup-is-damaged', values: { part: 'ledger.ndjson' } })
  const { sha256 } = await first.db.direct.one<{ sha256: string }>(
    sql`select sha256 from platform.file limit 1`,
  )
  await expect(
    bent('bent-file', (dir) => appendFile(join(dir, 'files', keyOf(sha256)), 'x')),
  ).rejects.toMatchObject({ code: 'file-is-damaged', values: { sha256 } })
  await expect(importEverything(await another(), folder)).rejects.toMatchObject({ code: 'not-an-export' })
})
