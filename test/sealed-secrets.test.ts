/** Secrets that must be read again stand sealed: a copy of the tables opens nothing, and nothing is opened for somebody else. */
import { chmod, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generate } from 'otplib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { examine } from '../src/app/doctor.ts'
import { backup, restore } from '../src/app/backup.ts'
import { sealSecrets, totpOf } from '../src/identity/sealed-secrets.ts'
import { ensureSealKey, seal, sealKeyState, unseal } from '../src/platform/sealing.ts'
import { sql } from '../src/platform/sql.ts'
import { madeInstallation } from './installation.ts'
import { type Lab, openLab } from './lab.ts'
import { visit } from './visitor.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
const PASSWORD = 'seven quiet toucans'
let lab: Lab
let rosa: string
let seed: string
beforeAll(async () => {
  lab = await openLab()
  await sealSecrets(lab.ground)
  await lab.person('root', ['administrator'], { unit: null })
  rosa = (
    await lab
      .as('root')
      .do('identity.add-person', { name: 'Rosa Tush', username: 'rosa', password: PASSWORD })
  ).id
  const who = visit(lab)
  await who.signIn('rosa', PASSWORD)
  seed = (await who.tell('identity.enrol-totp', { password: PASSWORD })).body.secret
  const kept = await lab.db.direct.one<{ pending: string }>(
    sql`select totp_pending as pending from identity.account where person = ${rosa}`,
  )
  expect(kept.pending).toMatch(/^sealed\.1\./)
  expect((await who.tell('identity.enrol-totp', { code: await codeNow() })).status).toBe(200)
})
afterAll(() => lab?.close())
const codeNow = (): Promise<string> =>
  generate({ secret: seed, epoch: Math.floor(Date.parse(lab.clock.now()) / 1000) })
const signIn = async (code: string): Promise<number> =>
  (await visit(lab).tell('identity.sign-in', { username: 'rosa', password: PASSWORD, code })).status

test('the seed stands nowhere in the database in clear, and still opens the door', async () => {
  const { rows: tables } = await lab.db.pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('platform', 'identity', 'ledger')`,
  )
  for (const { name } of tables) {
    const { rows } = await lab.db.pool.query(
      `select 1 from ${name} t where to_jsonb(t)::text like '%' || $1 || '%'`,
      [seed],
    )
    expect(rows, name).toEqual([])
  }
  lab.clock.advance(60_000)
  expect(await signIn(await codeNow())).toBe(200)
})

test('the key is its keeper’s alone, and a sealed seed put to another person opens nothing there', async () => {
  const path = join(lab.ground.house.keysFolder, 'seal.key')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  const { sealed } = await lab.db.direct.one<{ sealed: string }>(
    sql`select totp_secret as sealed from identity.account where person = ${rosa}`,
  )
  expect(await unseal(lab.ground, totpOf(rosa), sealed)).toBe(seed)
  await expect(unseal(lab.ground, totpOf(lab.as('root').id as string), sealed)).rejects.toMatchObject({
    code: 'sealed-otherwise',
  })
  const bent = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`
  await expect(unseal(lab.ground, totpOf(rosa), bent)).rejects.toMatchObject({ code: 'sealed-otherwise' })
  await expect(unseal(lab.ground, totpOf(rosa), seed)).rejects.toMatchObject({ code: 'sealed-otherwise' })
  expect(await seal(lab.ground, totpOf(rosa), seed)).not.toBe(sealed)
})

test('without the key no code is right, no key is made in its place, and a recovery code lets in', async () => {
  const path = join(lab.ground.house.keysFolder, 'seal.key')
  await rename(path, `${path}.away`)
  lab.clock.advance(60_000)
  expect(await signIn(await codeNow())).toBe(401)
  await expect(ensureSealKey(lab.ground)).rejects.toMatchObject({ code: 'seal-key-not-here' })
  expect(await readdir(lab.ground.house.keysFolder)).not.toContain('seal.key')
  await writeFile(path, `${'ab'.repeat(32)}\n`, { mode: 0o600 })
  expect(await sealKeyState(lab.ground)).toBe('other')
  await rm(path)
  await rename(`${path}.away`, path)
  lab.clock.advance(10 * 60_000)
  expect(await signIn(await codeNow())).toBe(200)
})

test('with a passphrase the file alone opens nothing', async () => {
  const house = { ...lab.ground.house, keyPassphrase: 'a phrase that is kept elsewhere' }
  const sealed = await seal({ db: lab.db, house }, 'x', 'seed')
  expect(sealed).toMatch(/^sealed\.2\./)
  expect(await unseal({ db: lab.db, house }, 'x', sealed)).toBe('seed')
  await expect(unseal(lab.ground, 'x', sealed)).rejects.toMatchObject({ code: 'seal-key-not-here' })
  await expect(
    unseal({ db: lab.db, house: { ...house, keyPassphrase: 'another' } }, 'x', sealed),
  ).rejects.toMatchObject({ code: 'sealed-otherwise' })
})

test('seeds from before are sealed at the next start, once; one put there in clear later is not taken', async () => {
  const clear = (secret: string) =>
    lab.db.direct.run(sql`update identity.account set totp_secret = ${secret} where person = ${rosa}`)
  await clear(seed)
  await sealSecrets(lab.ground)
  lab.clock.advance(60_000)
  expect(await signIn(await codeNow()), 'planted').toBe(401)
  await lab.db.direct.run(sql`insert into platform.setting (key, value) values ('seeds-to-seal', 'true')`)
  await sealSecrets(lab.ground)
  lab.clock.advance(10 * 60_000)
  expect(await signIn(await codeNow())).toBe(200)
})

test('a copy carries the key, a restore over another one takes it, and the doctor looks after it', async () => {
  const [one, two] = [await madeInstallation(), await madeInstallation()]
  try {
    await sealSecrets(one.ground)
    const sealed = await seal(one.ground, 'x', 'seed')
    await sealSecrets(two.ground)
    await backup(one, join(lab.folder, 'copy'))
    await restore(two, join(lab.folder, 'copy'))
    expect(await unseal(two.ground, 'x', sealed)).toBe('seed')
    const path = join(two.ground.house.keysFolder, 'seal.key')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const says = async () => (await examine(two)).checks.find((c) => c.what === 'seal key')
    expect(await says()).toEqual({ what: 'seal key', ok: true, says: 'in the key folder' })
    await chmod(path, 0o644)
    expect(await says()).toMatchObject({ ok: false, says: expect.stringContaining('chmod 600') })
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^../, 'zz'))
    expect(await says()).toMatchObject({ ok: false, says: expect.stringContaining('bring seal.key back') })
  } finally {
    await one.close()
    await two.close()
  }
})
