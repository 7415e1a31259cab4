import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Lab, openLab } from '../../test/lab.ts'
import { onDatabase } from '../platform/embedded.ts'
import { newestCheckpoint, proofOfSubject } from './proofs.ts'
import { leafHash, verifyInclusion } from './merkle.ts'
import { verifyNote } from './note.ts'
import { readProof } from './proof-file.ts'
import { growTree } from './sequencer.ts'
import { verifyInstallation } from './verify.ts'
import { modules } from '../app/modules.ts'
import { sql } from '../platform/sql.ts'

let lab: Lab
let superuser: pg.Client
beforeAll(async () => {
  lab = await openLab()
  await lab.person('alice', ['analyst'])
  const { rows } = await lab.db.pool.query<{ name: string }>('select current_database() as name')
  superuser = new pg.Client({
    connectionString: onDatabase(inject('cluster').superUrl, rows[0]?.name as string),
  })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await lab.close()
})

const verify = (options = {}) => verifyInstallation(lab.ground, modules, options)

test('an untouched installation verifies; the application itself cannot change what was recorded', async () => {
  const report = await verify()
  expect(report.problems).toEqual([])
  expect(report.ok).toBe(true)
  expect(report.entries).toBeGreaterThan(10)
  await expect(lab.db.direct.run(sql`update identity.person set name = 'Mallory'`)).rejects.toThrow(
    /permission denied|only added to/,
  )
  await expect(lab.db.direct.run(sql`delete from ledger.entry`)).rejects.toThrow(
    /permission denied|only added to/,
  )
  await expect(superuser.query(`update identity.person set name = 'Mallory'`)).rejects.toThrow(
    'only added to',
  )
})

test('a proof of an entry verifies offline against the signed head', async () => {
  const id = lab.people.get('alice')?.id as string
  const { text } = await proofOfSubject(lab.ground, `identity.person/${id}`)
  const proof = readProof(text)
  const key = await lab.db.direct.one<{ value: string }>(
    sql`select value from platform.setting where key = 'log-vkey'`,
  )
  const note = verifyNote(proof?.checkpoint ?? '', key.value)
  if (!proof || !note.ok) throw new Error('the proof does not read')
  expect(
    verifyInclusion(
      leafHash(proof.extra),
      proof.index,
      note.checkpoint.size,
      proof.hashes,
      note.checkpoint.root,
    ),
  ).toBe(true)
})

/** Each attack by a superuser with the triggers off, and the finding that names it. */
const attacks: [string, string, string, { kind: string; table?: string }][] = [
  [
    'a covered row is changed',
    `update identity.person set name = name || 'x'`,
    `update identity.person set name = left(name, -1)`,
    { kind: 'row-changed', table: 'identity.person' },
  ],
  [
    'a covered row is removed',
    `create table public.kept as select * from identity.role_grant; delete from identity.role_grant`,
    `insert into identity.role_grant select * from public.kept; drop table public.kept`,
    { kind: 'row-missing', table: 'identity.role_grant' },
  ],
  [
    'a covered row is added',
    `insert into identity.agency select gen_random_uuid(), entry, name || ' 2', short_name, kind, recorded_at, recorded_by from identity.agency limit 1`,
    `delete from identity.agency where name like '% 2'`,
    { kind: 'row-extra', table: 'identity.agency' },
  ],
  [
    'the bytes of an entry are changed',
    `update ledger.entry set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'police', 'pol1ce'), 'UTF8') where position('police' in convert_from(leaf, 'UTF8')) > 0`,
    `update ledger.entry set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'pol1ce', 'police'), 'UTF8')`,
    { kind: 'entry-changed', table: 'ledger.entry' },
  ],
  [
    'a column of an entry is changed',
    `update ledger.entry set action = action || 'x' where no = 1`,
    `update ledger.entry set action = left(action, -1) where no = 1`,
    { kind: 'entry-changed', table: 'ledger.entry' },
  ],
  [
    'a signed head is changed',
    `update ledger.checkpoint set note = replace(note, E'\\n', E'\\n1') where size = (select max(size) from ledger.checkpoint)`,
    `update ledger.checkpoint set note = replace(note, E'\\n1', E'\\n') where size = (select max(size) from ledger.checkpoint)`,
    { kind: 'checkpoint-not-signed' },
  ],
]
test.each(attacks)('when %s, verification names it', async (_name, attack, mend, finding) => {
  await superuser.query(`set session_replication_role = replica; ${attack}`)
  const report = await verify()
  expect(report.ok).toBe(false)
  expect(report.problems).toContainEqual(expect.objectContaining(finding))
  await superuser.query(`${mend}; set session_replication_role = origin`)
})

test('a history rebuilt from its first entry is caught by the head that was signed before', async () => {
  await growTree(lab.ground, { checkpoint: true })
  const kept = (
    await lab.db.direct.one<{ note: string }>(
      sql`select note from ledger.checkpoint order by size desc limit 1`,
    )
  ).note
  // The last three entries are cut off everywhere, heads and checkpoints too: nothing inside contradicts itself any more.
  await superuser.query(`set session_replication_role = replica;
    delete from ledger.checkpoint where size > (select max(position) - 2 from ledger.leaf);
    delete from ledger.leaf where position > (select max(position) - 3 from ledger.leaf)`)
  const here = await verify()
  expect(here.problems).toContainEqual(expect.objectContaining({ kind: 'checkpoint-missing' }))
  expect(here.problems).toContainEqual(expect.objectContaining({ kind: 'entries-cut-off' }))
  // Nor is anything signed on top of it.
  await growTree(lab.ground, { checkpoint: true })
  expect((await newestCheckpoint(lab.ground))?.split('\n')[1]).not.toBe(kept.split('\n')[1])
  // Whoever rules over the folder of keys as well is caught only by what was kept elsewhere.
  await rm(join(lab.folder, 'keys', 'last-head.json'))
  const inside = await verify()
  expect(inside.problems.some((p) => p.kind === 'entries-cut-off')).toBe(false)
  const outside = await verify({ checkpoints: [kept] })
  expect(outside.problems).toContainEqual(expect.objectContaining({ kind: 'entries-cut-off' }))
})
