/** Notices to a browser that is shut: the published vector, the way they go, what they hold, and where they may never go. */
import { execFileSync } from 'node:child_process'
import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type Server, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchOf, certificate } from '#modules/reports/examples.ts'
import { sql } from '#platform/sql.ts'
import { isPublicAddress, lookUpPublic } from '#platform/outside.ts'
import { type Reach, isPushEndpoint, sealPush, sendPush } from '#platform/web-push.ts'
import { type Lab, openLab } from '../../test/lab.ts'
import { pushTask } from './push.ts'

const b64 = (text: string): Buffer => Buffer.from(text, 'base64url')

test('RFC 8291, appendix A: the published message comes out byte for byte', () => {
  const body = sealPush(
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    Buffer.from('When I grow up, I want to be a watermelon'),
    { ephemeral: b64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'), salt: b64('DGv6ra1nlYgDCS1FRnbzlw') },
    0,
  )
  expect(body.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

describe('where a message may go', () => {
  test.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
    ['http://fcm.googleapis.com/x', false],
    ['https://127.0.0.1/x', false],
    ['https://[::1]/x', false],
    ['https://[::ffff:10.0.0.1]/x', false],
    ['https://10.1.2.3/x', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['https://2130706433/x', false],
    ['https://0x7f.1/x', false],
    ['https://localhost/x', false],
    ['https://db.internal/x', false],
    ['https://printer.local/x', false],
    ['https://user:word@push.example.org/x', false],
    ['ftp://push.example.org/x', false],
    ['https://intranet/x', false],
  ])('%s: %s', (address, may) => expect(isPushEndpoint(address)).toBe(may))

  test.each([
    '127.0.0.1',
    '10.0.0.8',
    '172.20.1.1',
    '192.168.1.4',
    '100.64.3.3',
    '169.254.169.254',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    '2001:db8::1',
    '2002:7f00:1::',
  ])('the address %s is nobody’s public machine', (address) => expect(isPublicAddress(address)).toBe(false))
  test.each(['8.8.8.8', '142.250.72.10', '2607:f8b0:4006:80e::200a'])('%s is', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )
  test('a name that leads inside is refused when the connection is made, however it was called', async () => {
    const said = await new Promise<NodeJS.ErrnoException | null>((settle) =>
      lookUpPublic('localhost', { all: true }, (error) => settle(error)),
    )
    expect(said?.code).toBe('EADDRPRIVATE')
    await expect(
      sendPush({ endpoint: 'https://localhost.localdomain/x', p256dh: '', auth: '' }, Buffer.alloc(1), {}),
    ).rejects.toThrow()
  })
})

/** A push service of the test's own: it holds what it was given, and the browser's half opens it. */
interface Taken {
  readonly path: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Buffer
}
const browser = createECDH('prime256v1')
browser.generateKeys()
const auth = randomBytes(16)
function openPush(body: Buffer): string {
  const salt = body.subarray(0, 16)
  const length = body[20] ?? 0
  const theirs = body.subarray(21, 21 + length)
  const hmac = (key: Buffer, ...data: Buffer[]): Buffer =>
    createHmac('sha256', key).update(Buffer.concat(data)).digest()
  const one = Buffer.from([1])
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), theirs])
  const ikm = hmac(hmac(auth, browser.computeSecret(theirs)), info, one)
  const prk = hmac(salt, ikm)
  const key = hmac(prk, Buffer.from('Content-Encoding: aes128gcm\0'), one).subarray(0, 16)
  const nonce = hmac(prk, Buffer.from('Content-Encoding: nonce\0'), one).subarray(0, 12)
  const record = body.subarray(21 + length)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const clear = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  return clear.subarray(0, clear.lastIndexOf(2)).toString('utf8')
}

describe('a person turns it on', () => {
  let lab: Lab
  let service: Server
  let reach: Reach
  let port = 0
  let officer = ''
  let status = 201
  const taken: Taken[] = []
  const folder = mkdtempSync(join(tmpdir(), 'custodia-push-'))
  beforeAll(async () => {
    lab = await openLab()
    await benchOf(lab as never)
    officer = await lab.person('sergeant', ['officer'], {
      unit: lab.units.policeDangriga,
      name: 'Elma Ciego',
    })
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-days',
        '2',
        '-subj',
        '/CN=push.example.org',
        '-addext',
        'subjectAltName=DNS:push.example.org',
      ],
      { stdio: 'ignore' },
    )
    service = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        taken.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
        response.writeHead(status, { location: 'https://127.0.0.1/elsewhere' }).end()
      })
    })
    await new Promise<void>((settle) => service.listen(0, '127.0.0.1', settle))
    port = (service.address() as AddressInfo).port
    reach = {
      ca: readFileSync(cert, 'utf8'),
      lookup: (_name, options, done) =>
        (options as { all?: boolean }).all
          ? done(null, [{ address: '127.0.0.1', family: 4 }] as never, 0)
          : done(null, '127.0.0.1', 4),
    }
  }, 60_000)
  afterAll(async () => {
    service?.close()
    await lab?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const subscribed = () => ({
    endpoint: `https://push.example.org:${port}/send/1`,
    p256dh: browser.getPublicKey().toString('base64url'),
    auth: auth.toString('base64url'),
  })
  const newest = () =>
    lab.db.direct.one<{ id: string; path: string }>(
      sql`select id, path from identity.notice where person = ${officer} order by made_at desc, id desc limit 1`,
    )
  const run = async (): Promise<void> => pushTask(reach)(lab.ground, { notice: (await newest()).id })

  test('only an address of a push service is kept; the key to subscribe with is the installation’s own, and lies sealed', async () => {
    expect(
      await lab
        .as('sergeant')
        .tell('identity.add-push-device', { ...subscribed(), endpoint: 'https://10.0.0.5/x' }),
    ).toMatchObject({ status: 409, body: { code: 'identity.push-address' } })
    const first = (await lab.as('sergeant').ask('identity.my-push-devices')).body
    expect(b64(first.key)).toHaveLength(65)
    expect((await lab.as('rp-head').ask('identity.my-push-devices')).body.key).toBe(first.key)
    const { value } = await lab.db.direct.one<{ value: string }>(
      sql`select value from platform.setting where key = 'push-key'`,
    )
    expect(value).toMatch(/^sealed\./)
  })

  test('what is told in the product goes to the browser in the act’s own transaction, sealed for it, signed as ours, and holds nothing of the case', async () => {
    const { id } = await lab.as('sergeant').do('identity.add-push-device', subscribed())
    const c = await certificate(lab as never, 'issued')
    await lab.as('rp-counter').do('reports.deliver-report', { report: c.report, to: { person: officer } })
    const queued = await lab.db.direct.many<{ task: string }>(
      sql`select t.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'identity.send-push'`,
    )
    expect(queued).toHaveLength(1)
    await run()
    expect(taken).toHaveLength(1)
    const [message] = taken as [Taken]
    const told = JSON.parse(openPush(message.body)) as Record<string, string>
    expect(told).toMatchObject({ body: 'A certificate was given to you', to: (await newest()).path })
    const { number, title } = await lab.db.direct.one<{ number: string; title: string }>(
      sql`select n.number, k.title from reports.version_now n join cases.public_case k on k.id = n.root where n.report = ${c.report}`,
    )
    for (const word of [number, title, 'cannabis', c.itemNumber])
      expect(JSON.stringify(told)).not.toContain(word)
    expect(message.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' })
    const [, token = '', key = ''] =
      /^vapid t=([^,]+), k=(.+)$/.exec(String(message.headers.authorization)) ?? []
    const [head = '', claims = '', signature = ''] = token.split('.')
    const point = b64(key)
    const ours = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
    })
    expect(
      verify(
        'sha256',
        Buffer.from(`${head}.${claims}`),
        { key: ours, dsaEncoding: 'ieee-p1363' },
        b64(signature),
      ),
    ).toBe(true)
    expect(JSON.parse(b64(claims).toString()).aud).toBe(`https://push.example.org:${port}`)
    expect(message.body.length).toBe(21 + 65 + 1_024 + 1 + 16)
    expect((await lab.as('sergeant').ask('identity.my-push-devices')).body.items).toMatchObject([
      { id, device: expect.any(String), toldAt: expect.any(String) },
    ])
  })

  test('what was looked at is not told any more, nor whoever was shut out; a service that sends us elsewhere is not followed; one that knows it no longer ends it', async () => {
    taken.length = 0
    status = 302
    await run()
    expect(taken).toHaveLength(1)
    status = 503
    await expect(run()).rejects.toThrow('could not take it')
    const line = (await lab.as('sergeant').ask('identity.my-notices')).body.items[0]
    await lab.as('sergeant').do('identity.put-away-notices', { notices: [line.id] })
    await run()
    expect(taken).toHaveLength(2)
    await lab.db.direct.run(sql`update identity.notice set put_away_at = null where id = ${line.id}`)
    await lab.db.direct.run(sql`update identity.account set suspended = true where person = ${officer}`)
    await run()
    expect(taken).toHaveLength(2)
    await lab.db.direct.run(sql`update identity.account set suspended = false where person = ${officer}`)
    status = 410
    await run()
    expect((await lab.as('sergeant').ask('identity.my-push-devices')).body.items).toEqual([])
  })

  test('somebody else’s browser is nobody’s to turn off; the same browser under another name is theirs from then on', async () => {
    const { id } = await lab.as('sergeant').do('identity.add-push-device', subscribed())
    expect(await lab.as('rp-head').tell('identity.remove-push-device', { device: id })).toMatchObject({
      status: 404,
    })
    await lab.as('rp-head').do('identity.add-push-device', subscribed())
    expect((await lab.as('sergeant').ask('identity.my-push-devices')).body.items).toEqual([])
  })
})
