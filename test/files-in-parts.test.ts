/** Files in parts (tus): what was cut goes on where it stopped, whoever sent it finds it whole, and what came other than it was said to be is refused. */
import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
const tokens = new Map<string, string>()
beforeAll(async () => {
  lab = await openLab()
  for (const who of ['sender', 'other']) {
    await lab.person(who, ['analyst'])
    const made = await lab.as(who).do('identity.issue-token', { name: who, scopes: ['files.send'] })
    tokens.set(who, made.token as string)
  }
})
afterAll(() => lab?.close())

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const encoded = (text: string): string => Buffer.from(text).toString('base64')
interface Told {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown>
}
async function say(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Buffer,
  who = 'sender',
): Promise<Told> {
  const answer = await fetch(`${lab.url}/api/files/parts${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(who) ?? ''}`, 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
  const text = await answer.text()
  const read = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: answer.status, headers: answer.headers, body: read }
}
const begin = (sha256: string, size: number, who = 'sender', more: Record<string, string> = {}) =>
  say(
    'POST',
    '',
    {
      'upload-length': String(size),
      'upload-metadata': `name ${encoded('IMG_0001.JPG')},sha256 ${encoded(sha256)}`,
      ...more,
    },
    undefined,
    who,
  )
const goOn = (sha256: string, offset: number, bytes: Buffer, who = 'sender') =>
  say(
    'PATCH',
    `/${sha256}`,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    bytes,
    who,
  )
const stands = async (sha256: string, who = 'sender') => {
  const told = await say('HEAD', `/${sha256}`, {}, undefined, who)
  return told.status === 200 ? Number(told.headers.get('upload-offset')) : told.status
}
/** Sends so many bytes of it, and pulls the plug. */
const cutAfter = (sha256: string, bytes: Buffer, sent: number): Promise<void> =>
  new Promise((settle) => {
    const { hostname, port } = new URL(lab.url)
    const going = request({
      hostname,
      port,
      method: 'PATCH',
      path: `/api/files/parts/${sha256}`,
      headers: {
        authorization: `Bearer ${tokens.get('sender') ?? ''}`,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': String(bytes.length),
      },
    })
    going.on('error', () => settle())
    going.on('close', () => settle())
    going.write(bytes.subarray(0, sent), () => setTimeout(() => going.destroy(), 300))
  })

it('goes on where the line was cut, and keeps the same bytes', async () => {
  const bytes = randomBytes(3_000_000)
  const sha256 = hashOf(bytes)
  expect(await begin(sha256, bytes.length)).toMatchObject({ status: 201 })
  await cutAfter(sha256, bytes, 1_200_000)
  const there = await stands(sha256)
  expect(there).toBeGreaterThan(0)
  expect(there).toBeLessThanOrEqual(1_200_000)
  const done = await goOn(sha256, there, bytes.subarray(there))
  expect(done).toMatchObject({ status: 200, body: { sha256, size: bytes.length } })
  expect(hashOf(await lab.ground.files.read(sha256))).toBe(sha256)
  expect(await readdir(join(lab.ground.files.incoming, 'parts'))).toEqual([])
  // The answer may have been lost: whoever sent it finds it whole, and nobody else anything.
  expect(await stands(sha256)).toBe(bytes.length)
  expect(await stands(sha256, 'other')).toBe(404)
})

it('takes a file in one go, and tells another offset than the one that stands', async () => {
  const bytes = Buffer.from('small and whole')
  const whole = await say(
    'POST',
    '',
    {
      'upload-length': String(bytes.length),
      'upload-metadata': `name ${encoded('a.txt')},sha256 ${encoded(hashOf(bytes))}`,
      'content-type': 'application/offset+octet-stream',
    },
    bytes,
  )
  expect(whole).toMatchObject({ status: 201, body: { sha256: hashOf(bytes), size: bytes.length } })
  const other = Buffer.from('another one')
  await begin(hashOf(other), other.length)
  expect((await goOn(hashOf(other), 4, other.subarray(4))).status).toBe(409)
  expect((await goOn(hashOf(other), 0, other, 'other')).status).toBe(404)
  expect((await goOn(hashOf(other), 0, other)).status).toBe(200)
})

it('refuses what came other than it was said to be, and lets it be sent anew', async () => {
  const [said, came] = [Buffer.from('as the camera wrote it'), Buffer.from('as the line made it...')]
  await begin(hashOf(said), said.length)
  const refused = await goOn(hashOf(said), 0, came)
  expect(refused).toMatchObject({ status: 409, body: { code: 'file-not-as-said' } })
  expect(await stands(hashOf(said))).toBe(404)
  await begin(hashOf(said), said.length)
  expect((await goOn(hashOf(said), 0, said)).body['sha256']).toBe(hashOf(said))
})

it('asks who it is, how long it is and which hash it has, and takes no more than a file may have', async () => {
  const hash = hashOf(Buffer.from('x'))
  const nobody = await fetch(`${lab.url}/api/files/parts/${hash}`, { method: 'HEAD' })
  expect(nobody.status).toBe(401)
  const without = await say('POST', '', { 'upload-length': '5' })
  expect(without).toMatchObject({ status: 400, body: { code: 'file-hash-missing' } })
  const endless = await say('POST', '', {
    'upload-defer-length': '1',
    'upload-metadata': `sha256 ${encoded(hash)}`,
  })
  expect(endless).toMatchObject({ status: 400, body: { code: 'file-length-missing' } })
  expect(await begin(hash, 513 * 1_048_576)).toMatchObject({ status: 413, body: { code: 'file-too-large' } })
})

it('counts what was begun towards what somebody may send in a day', async () => {
  const { sha256 } = (await lab.as('other').upload(Buffer.from('large'))).body
  await lab.db.direct.run(
    sql`update platform.file set size = 4 * 1073741824::bigint where sha256 = ${sha256 as string}`,
  )
  const size = 500 * 1_048_576
  const first = await begin(hashOf(Buffer.from('1')), size, 'other')
  const second = await begin(hashOf(Buffer.from('2')), size, 'other')
  const third = await begin(hashOf(Buffer.from('3')), size, 'other')
  expect([first.status, second.status, third.status]).toEqual([201, 201, 429])
  expect(third.body['code']).toBe('files-enough')
})

it('lets go of what nobody went on with for four days', async () => {
  const hash = hashOf(Buffer.from('left lying'))
  await begin(hash, 10)
  expect(await stands(hash)).toBe(0)
  lab.clock.set(new Date(Date.now() + 5 * 86_400_000).toISOString())
  expect(await stands(hash)).toBe(404)
  expect(await readdir(join(lab.ground.files.incoming, 'parts'))).toEqual([])
})
