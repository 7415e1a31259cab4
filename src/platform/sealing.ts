/**
 * Secrets that must be read again (the seed of somebody's codes) stand sealed in the database: AES-256-GCM under a key of the key folder, so that
 * a copy of the tables alone opens nothing. A sealed text is `sealed.<form>.<base64url of iv (12 bytes), text, tag (16)>`; what it is for is bound
 * in as additional data, so that it cannot be moved to another person. Form 1: the key is the file's 32 bytes; form 2, where a passphrase is
 * set: scrypt over the passphrase with those bytes as salt.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from './cx.ts'
import { sql } from './sql.ts'

type Sealing = Pick<Ground, 'db' | 'house'>
const SETTING = 'seal-key'

export const sealKeyFile = (keysFolder: string): string => join(keysFolder, 'seal.key')
const markOf = (bytes: Buffer): string =>
  createHash('sha256').update('custodia seal key').update(bytes).digest('hex').slice(0, 32)

/** Whether the key in the folder is the one of this database; `none` before the first. */
export async function sealKeyState({ db, house }: Sealing): Promise<'none' | 'here' | 'other'> {
  const bytes = await bytesIn(house.keysFolder)
  const kept = await db.direct.maybe<{ value: string }>(
    sql`select value from platform.setting where key = ${SETTING}`,
  )
  if (!kept) return 'none'
  return bytes && markOf(bytes) === kept.value ? 'here' : 'other'
}

async function bytesIn(keysFolder: string): Promise<Buffer | undefined> {
  const text = await readFile(sealKeyFile(keysFolder), 'utf8').catch(() => '')
  return /^[0-9a-f]{64}\s*$/.test(text) ? Buffer.from(text.trim(), 'hex') : undefined
}

/** Makes the key at the first start, readable by the service's user alone; never in place of one that is lost. */
export async function ensureSealKey(ground: Sealing): Promise<Buffer> {
  const { db, house } = ground
  const kept = await db.direct.maybe(sql`select 1 from platform.setting where key = ${SETTING}`)
  let bytes = await bytesIn(house.keysFolder)
  if (!bytes && !kept) {
    await mkdir(house.keysFolder, { recursive: true, mode: 0o700 })
    bytes = randomBytes(32)
    const file = await open(sealKeyFile(house.keysFolder), 'wx', 0o600)
    await file.writeFile(`${bytes.toString('hex')}\n`)
    await file.sync()
    await file.close()
  }
  if (bytes && !kept)
    await db.direct.run(
      sql`insert into platform.setting (key, value) values (${SETTING}, ${JSON.stringify(markOf(bytes))}::jsonb) on conflict (key) do nothing`,
    )
  // Of two that began at once, the database says whose key counts.
  if (!bytes || (await sealKeyState(ground)) !== 'here')
    throw new Refusal('unavailable', 'seal-key-not-here', { next: 'seal-key-not-here-next' })
  return bytes
}

const stretched = promisify<string, Buffer, number, Buffer>(scrypt)
async function keyOf(ground: Sealing, form: '1' | '2'): Promise<Buffer> {
  const bytes = await ensureSealKey(ground)
  if (form === '1') return bytes
  if (ground.house.keyPassphrase === null)
    throw new Refusal('unavailable', 'seal-key-not-here', { next: 'seal-key-not-here-next' })
  return stretched(ground.house.keyPassphrase, bytes, 32)
}

/** `what` says what it is and whose, such as `identity.totp/<person>`; it opens under the same word only. */
export async function seal(ground: Sealing, what: string, text: string): Promise<string> {
  const form = ground.house.keyPassphrase === null ? '1' : '2'
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyOf(ground, form), iv)
  cipher.setAAD(Buffer.from(what, 'utf8'))
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `sealed.${form}.${sealed.toString('base64url')}`
}

/** Refused where it was sealed for somebody else, by another key, or never. */
export async function unseal(ground: Sealing, what: string, sealed: string): Promise<string> {
  const [, form, body] = /^sealed\.([12])\.([\w-]+)$/.exec(sealed) ?? []
  const bytes = Buffer.from(body ?? '', 'base64url')
  if ((form !== '1' && form !== '2') || bytes.length < 29)
    throw new Refusal('unavailable', 'sealed-otherwise')
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(ground, form), bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(what, 'utf8'))
  decipher.setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  } catch {
    throw new Refusal('unavailable', 'sealed-otherwise')
  }
}
