/** Mail: written with the act, sent once it is done, tried again when the server is away; never a word of a case; kept in the outbox where none is named. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { z } from 'zod'
import { runJobs } from '../src/app/jobs.ts'
import { mailHeadTask } from '../src/app/mail.ts'
import { modules } from '../src/app/modules.ts'
import { ref } from '../src/kernel/shapes.ts'
import { Refusal } from '../src/kernel/verdict.ts'
import { growTree } from '../src/ledger/sequencer.ts'
import { verifyInstallation } from '../src/ledger/verify.ts'
import { systemActor } from '../src/identity/authority.ts'
import { command, plain } from '../src/platform/define.ts'
import { onDatabase } from '../src/platform/embedded.ts'
import { perform } from '../src/platform/operation.ts'
import { type Message, sendLater } from '../src/platform/outbox.ts'
import { sql } from '../src/platform/sql.ts'
import { type Lab, openLab } from './lab.ts'
import { openSuperuser } from './tampering.ts'

vi.setConfig({ testTimeout: 60_000 })
let lab: Lab
let appUrl: string
let superuser: pg.Client
let reachable: string
beforeAll(async () => {
  lab = await openLab()
  await lab.person('root', ['administrator'], { unit: null })
  await lab.person('ana', ['analyst'], { name: 'Ana Lisbey' })
  reachable = (await lab.arrange('identity.add-person', { name: 'Teresita Cus', email: 'cus@example.org' }))
    .id
  const { rows } = await lab.db.pool.query<{ name: string }>('select current_database() as name')
  const database = rows[0]?.name as string
  appUrl = onDatabase(inject('cluster').appUrl, database)
  superuser = await openSuperuser(inject('cluster').superUrl, database)
})
afterAll(async () => {
  await superuser.end()
  await lab.close()
})

interface Received {
  readonly from: string
  readonly to: string[]
  readonly text: string
}
/** A real mail server; `refuse` answers the code instead of taking the message. */
async function mailServer(port = 0, refuse?: () => number | undefined) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_address, _session, done) {
      const code = refuse?.()
      done(
        code ? Object.assign(new Error('No such user <cus@example.org>'), { responseCode: code }) : undefined,
      )
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((r) => r.address),
          text: Buffer.concat(parts).toString('utf8'),
        })
        done()
      })
    },
  })
  await new Promise<void>((settle) => server.listen(port, '127.0.0.1', settle))
  const address = server.server.address()
  return {
    received,
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => new Promise<void>((settle) => server.close(() => settle())),
  }
}
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})
async function until<T>(ask: () => Promise<T | undefined> | T | undefined, what: string): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) {
    const found = await ask()
    if (found) return found
  }
  throw new Error(`Not within half a minute: ${what}`)
}
async function worker(smtpUrl?: string): Promise<void> {
  const jobs = await runJobs({ ground: lab.ground, modules, appUrl, log: pino({ level: 'silent' }), smtpUrl })
  closing.push(() => jobs.stop())
}
/** An act that tells somebody by mail; `refused` ends as a refusal after the message was written. */
async function tell(message: Message, refused = false): Promise<string> {
  const act = command({
    name: 'test.tell-by-mail',
    summary: 'Tells somebody by mail.',
    who: 'anyone',
    input: z.unknown(),
    output: z.object({ id: z.string() }),
    run: async (cx) => {
      const mail = await sendLater(cx, message)
      await cx.record({ subject: ref('test.mail', mail.id) })
      if (refused) throw new Refusal('conflict', 'not-found')
      return mail
    },
  })
  const answer = (await perform(lab.ground, plain(act), { actor: systemActor, input: {} })) as { id: string }
  return answer.id
}
const stateOf = (id: string) =>
  lab.db.direct.maybe<{ state: string; tries: number; fault: string | null }>(
    sql`select state, tries, fault from platform.mail where id = ${id}`,
  )
const message = (person = reachable): Message => ({
  to: { person },
  key: 'ledger.mail-head',
  values: { path: '/reports/0198', count: 3 },
})

test('a message goes out with the act, to the address and in the language of the person, and says nothing but where to look', async () => {
  const server = await mailServer()
  closing.push(server.close)
  const id = await tell(message())
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', tries: 0 })
  await worker(`smtp://127.0.0.1:${server.port}?from=lab@example.org`)
  await until(async () => (await stateOf(id))?.state === 'sent', 'sent')
  expect(server.received).toHaveLength(1)
  expect(server.received[0]).toMatchObject({ from: 'lab@example.org', to: ['cus@example.org'] })
  expect(server.received[0]?.text).toContain('http://lab.test/reports/0198')
  expect(server.received[0]?.text).toContain('Auto-Submitted: auto-generated')
  expect(server.received[0]?.text).toContain(`<${id}@lab.test>`)
})

test('an act that was refused has written to nobody', async () => {
  const count = async (): Promise<number> =>
    (await lab.db.direct.one<{ n: number }>(sql`select count(*)::int as n from platform.mail`)).n
  const before = await count()
  await expect(tell(message(), true)).rejects.toThrow(Refusal)
  expect(await count()).toBe(before)
})

test('a server that is away or busy is asked again; the log of the try holds a code and no address', async () => {
  let busy = true
  const server = await mailServer(0, () => (busy ? 451 : undefined))
  closing.push(server.close)
  await worker(`smtp://127.0.0.1:${server.port}`)
  const id = await tell(message())
  const tried = await until(async () => {
    const now = await stateOf(id)
    return now && now.tries > 0 ? now : undefined
  }, 'tried')
  expect(tried).toMatchObject({ state: 'waiting', fault: '451' })
  const { rows } = await superuser.query<{ last_error: string; attempts: number }>(
    `select last_error, attempts from graphile_worker.jobs where key = 'mail:${id}'`,
  )
  expect(rows[0]?.last_error).toContain('451')
  expect(rows[0]?.last_error).not.toContain('cus')
  busy = false
  await until(async () => (await stateOf(id))?.state === 'sent', 'sent after the server was busy')
  expect(server.received).toHaveLength(1)
})

test('what the server refuses for good, and whoever has no address, stands as not sent and can be sent again', async () => {
  const server = await mailServer(0, () => 550)
  closing.push(server.close)
  await worker(`smtp://127.0.0.1:${server.port}`)
  const refused = await tell(message())
  await until(async () => (await stateOf(refused))?.state === 'failed', 'failed')
  expect(await stateOf(refused)).toMatchObject({ fault: '550', tries: 1 })
  const nowhere = await tell(message(lab.people.get('ana')?.id))
  await until(async () => (await stateOf(nowhere))?.state === 'failed', 'failed')
  expect((await stateOf(nowhere))?.fault).toBe('no-address')

  const box = await lab.as('root').ask('identity.list-mail', { state: 'failed' })
  expect(box.body.items.map((m: { id: string }) => m.id)).toEqual(expect.arrayContaining([refused, nowhere]))
  expect(box.body.items.find((m: { id: string }) => m.id === refused)).toMatchObject({
    to: 'Teresita Cus',
    fault: '550',
    subject: 'Signed head of the ledger: 3 entries',
  })
  await closing.pop()?.()
  const open = await mailServer()
  closing.push(open.close)
  await worker(`smtp://127.0.0.1:${open.port}`)
  expect(await lab.as('root').do('identity.send-mail-again', { mail: [refused, nowhere] })).toEqual({
    queued: 2,
  })
  await until(() => open.received.length === 1, 'sent')
  expect((await lab.as('root').tell('identity.send-mail-again', { mail: [refused] })).status).toBe(404)
})

test('without a mail server messages stay in the outbox, which only the administrator sees', async () => {
  await worker()
  const id = await tell(message())
  await until(async () => {
    const { rows } = await superuser.query(`select 1 from graphile_worker.jobs where key = 'mail:${id}'`)
    return rows.length === 0
  }, 'the job was looked at')
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', tries: 0 })
  const box = await lab.as('root').ask('identity.list-mail')
  expect(box.body).toMatchObject({ goesOut: false })
  expect(box.body.items[0]).toMatchObject({ id, state: 'waiting' })
  expect((await lab.as('ana').ask('identity.list-mail')).status).toBe(403)
})

test('the newest signed head is sent to those who keep it, as a file that verification takes', async () => {
  const server = await mailServer()
  closing.push(server.close)
  const addresses = ['court@example.org', 'Notary@example.org']
  expect(
    (await lab.as('ana').tell('identity.set-head-recipients', { addresses }, { reason: 'x' })).status,
  ).toBe(403)
  await lab.as('root').do('identity.set-head-recipients', { addresses }, { reason: 'agreed with the court' })
  await growTree(lab.ground, { checkpoint: true })
  await worker(`smtp://127.0.0.1:${server.port}`)
  await lab.db.transaction((tx) => lab.ground.queue(tx, mailHeadTask, {}))
  await until(() => server.received.length === 2, 'both heads')
  expect(server.received.flatMap((m) => m.to).sort()).toEqual(['court@example.org', 'notary@example.org'])
  const source = server.received[0]?.text ?? ''
  const encoded = /filename=checkpoint\.txt[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(source)?.[1] ?? ''
  const head = /base64/.test(source.slice(source.indexOf('checkpoint.txt') - 200))
    ? Buffer.from(encoded, 'base64').toString('utf8')
    : encoded.replaceAll('\r\n', '\n')
  const path = join(lab.folder, 'checkpoint.txt')
  await writeFile(path, head)
  const report = await verifyInstallation(lab.ground, modules, {
    checkpoints: [await readFile(path, 'utf8')],
  })
  expect(report.problems).toEqual([])
})
