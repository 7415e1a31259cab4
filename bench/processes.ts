/**
 * Several programs on one outside database: two servers and a worker are hammered together, each is killed in the midst of
 * it and comes back; what either acknowledged is there once and seen by the other, one key told to both happens once, and
 * the ledger goes on growing and verifies.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openEmbedded } from '../src/platform/embedded.ts'
import {
  type Acknowledged,
  agenciesAt,
  custodia,
  end,
  endAll,
  hammer,
  send,
  setUpWithToken,
  start,
} from './servers.ts'

export interface ProcessesReport {
  readonly rounds: number
  readonly acknowledged: number
  readonly lost: number
  readonly unseenByTheOther: number
  readonly toldToBoth: number
  readonly doubled: number
  readonly entries: number
  readonly withoutPlace: number
  readonly verified: boolean
}

export async function processes(options: { rounds: number; clients: number }): Promise<ProcessesReport> {
  const [outside, data] = await Promise.all([
    mkdtemp(join(tmpdir(), 'custodia-outside-')),
    mkdtemp(join(tmpdir(), 'custodia-several-')),
  ])
  // Outside as far as the programs are concerned: they know its address and nothing else.
  const database = await openEmbedded({ dataDir: outside })
  const env = {
    ...process.env,
    CUSTODIA_DATA: data,
    CUSTODIA_DATABASE_URL: database.appUrl,
    CUSTODIA_MIGRATE_URL: database.ownerUrl,
    CUSTODIA_PORT: '0',
    CUSTODIA_LOG: 'error',
  }
  const done: Acknowledged[] = []
  let [toldToBoth, doubled] = [0, 0]
  try {
    const token = await setUpWithToken(env)
    // All at once: they may not stumble over each other while they bring the database up.
    const [one, second, other] = await Promise.all([
      start(env, 'serve', '--no-worker'),
      start(env, 'serve', '--no-worker'),
      start(env, 'worker'),
    ])
    let [first, worker] = [one, other]
    for (let round = 0; round < options.rounds; round += 1) {
      let going = true
      const hammering = [first, second].flatMap((server, s) =>
        Array.from({ length: options.clients }, (_, client) =>
          hammer({ url: server.url, token, prefix: `${round}-${s}-${client}` }, done, [], () => going),
        ),
      )
      const urls = [first.url, second.url] as const
      for (let n = 0; n < 5; n += 1) {
        const [key, name] = [`both-${round}-${n}`, `Both ${round} ${n}`]
        const told = await Promise.all(urls.map((url) => send(url, token, key, name).catch(() => undefined)))
        toldToBoth += 1
        const ids = new Set(told.flatMap((t) => (t ? [t.id] : [])))
        if (ids.size > 1) doubled += 1
        for (const id of ids) done.push({ key, name, id })
      }
      await pause(400)
      if (round % 2 === 0) {
        await end(first, 'SIGKILL')
        await pause(300)
        first = await start(env, 'serve', '--no-worker')
      } else {
        await end(worker, 'SIGKILL')
        await pause(300)
        worker = await start(env, 'worker')
      }
      going = false
      await Promise.all(hammering)
    }
    const [atFirst, atSecond] = await Promise.all([
      agenciesAt(first.url, token),
      agenciesAt(second.url, token),
    ])
    for (const one of done.slice(-40))
      for (const url of [first.url, second.url])
        if ((await send(url, token, one.key, one.name))?.id !== one.id) doubled += 1
    await Promise.all([end(first, 'SIGINT'), end(second, 'SIGINT'), end(worker, 'SIGINT')])
    const report = JSON.parse(await custodia(env, ['verify', '--json'])) as {
      ok: boolean
      entries: number
      treeSize: number
    }
    return {
      rounds: options.rounds,
      acknowledged: done.length,
      lost: done.filter((one) => !atFirst.has(one.id)).length,
      unseenByTheOther: [...atFirst.keys()].filter((id) => !atSecond.has(id)).length,
      toldToBoth,
      doubled,
      entries: report.entries,
      withoutPlace: report.entries - report.treeSize,
      verified: report.ok,
    }
  } finally {
    await endAll()
    await database.stop()
    await rm(outside, { recursive: true, force: true })
    await rm(data, { recursive: true, force: true })
  }
}
