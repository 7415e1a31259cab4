/**
 * The log's own key (Ed25519) and name. The private key stands in the key folder, readable by the service's user alone,
 * encrypted when a passphrase is set; the public half is printed on certificates and answered at /api/ledger/key.
 */
import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ground } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { encodeVkey } from './note.ts'

export interface LogKey {
  readonly origin: string
  readonly vkey: string
  readonly privateKey: KeyObject
}

const known = new WeakMap<Ground, LogKey>()

/** Undefined where the key folder holds no key although this log already has one: such a process does not sign. */
export async function logKeyOf(ground: Ground): Promise<LogKey | undefined> {
  const before = known.get(ground)
  if (before) return before
  const path = join(ground.house.keysFolder, 'log-ed25519.pem')
  const kept = await ground.db.direct.maybe<{ value: string }>(
    sql`select value from platform.setting where key = 'log-vkey'`,
  )
  if (!existsSync(path)) {
    if (kept) {
      ground.log.warn(
        {},
        'the key of the log is not in the key folder: this process does not sign checkpoints',
      )
      return undefined
    }
    await makeKey(path, ground.house.keyPassphrase)
  }
  const privateKey = createPrivateKey({
    key: await readFile(path, 'utf8'),
    ...(ground.house.keyPassphrase ? { passphrase: ground.house.keyPassphrase } : {}),
  })
  const publicKey = createPublicKey(privateKey)
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const fresh = `custodia.log/${raw.toString('hex').slice(0, 12)}`
  const origin = kept?.value.split('+')[0] ?? fresh
  const vkey = encodeVkey(origin, raw)
  await ground.db.direct.run(
    sql`insert into platform.setting (key, value) values ('log-vkey', ${JSON.stringify(vkey)}::jsonb) on conflict (key) do nothing`,
  )
  if (kept && kept.value !== vkey) {
    ground.log.warn(
      {},
      'the key in the key folder is not the key of this log: this process does not sign checkpoints',
    )
    return undefined
  }
  const key = { origin, vkey, privateKey }
  known.set(ground, key)
  return key
}

/** After the log has taken another name. */
export function forgetLogKey(ground: Ground): void {
  known.delete(ground)
}

async function makeKey(path: string, passphrase: string | null): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({
    format: 'pem',
    type: 'pkcs8',
    ...(passphrase ? { cipher: 'aes-256-cbc', passphrase } : {}),
  }) as string
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(pem)
  await file.sync()
  await file.close()
}
