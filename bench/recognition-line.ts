/**
 * The line from a scanner's folder to pages that can be searched, as it stands in a service: an outside database, several workers that are
 * processes of their own, each killed (SIGKILL) at random in the midst of opening and reading, and come back. Pages in are pages read and
 * pages set aside, each once; nothing waits, and the ledger verifies. Prints pages per minute of processor.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openEmbedded } from '../src/platform/embedded.ts'
import { slips } from '../test/made-scans.ts'
import { type Server, custodia, end, endAll, start } from './servers.ts'

interface LineReport {
  readonly engine: string | null
  /** Pages that were made, and scans that cannot be read: damaged on purpose. */
  readonly pagesIn: number
  readonly damagedIn: number
  readonly pagesKept: number
  readonly read: number
  readonly pagesSetAside: number
  readonly scansSetAside: number
  readonly waiting: number
  /** Pages whose own number stands in what was read. */
  readonly withTheirNumber: number
  readonly kills: number
  /** Pages that somebody was reading when they were killed: begun again. */
  readonly begunAgain: number
  readonly adds: boolean
  readonly verified: boolean
  readonly seconds: number
  readonly pagesPerMinute: number
  readonly pagesPerCoreMinute: number
}
interface How {
  readonly pages: number
  readonly workers: number
  readonly kills: number
  readonly seed: number
  readonly perScan?: number
}

const MADE = 'Slip'
const lineOf = (n: number): string => `${MADE} ${String(100_000 + n)}`

/** PDF by PDF into the folder, as a scanner makes them; every fiftieth is torn. */
async function makeScans(dir: string, how: How): Promise<{ scans: number; damaged: number }> {
  const perScan = how.perScan ?? 100
  await mkdir(dir, { recursive: true })
  let [scans, damaged] = [0, 0]
  for (let from = 0; from < how.pages; from += perScan) {
    const count = Math.min(perScan, how.pages - from)
    const bytes = slips(Array.from({ length: count }, (_, i) => lineOf(from + i)))
    await writeFile(join(dir, `scan-${String(scans).padStart(5, '0')}.pdf`), bytes)
    scans += 1
    if (scans % 50 !== 1) continue
    await writeFile(join(dir, `torn-${scans}.pdf`), bytes.subarray(0, Math.floor(bytes.length / 3)))
    damaged += 1
  }
  return { scans, damaged }
}

/** Numbers that come again with the same seed (Park and Miller). */
function chanceOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

export async function recognitionLine(how: How): Promise<LineReport> {
  const [outside, data, scanner] = (await Promise.all(
    ['database', 'data', 'scans'].map((name) => mkdtemp(join(tmpdir(), `custodia-reading-${name}-`))),
  )) as [string, string, string]
  const database = await openEmbedded({ dataDir: outside })
  const env = {
    ...process.env,
    CUSTODIA_DATA: data,
    CUSTODIA_DATABASE_URL: database.appUrl,
    CUSTODIA_MIGRATE_URL: database.ownerUrl,
    CUSTODIA_PORT: '0',
    CUSTODIA_LOG: 'error',
  }
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  const chance = chanceOf(how.seed)
  let workers: Server[] = []
  let ending = false
  try {
    await custodia(
      env,
      ['setup', '--name', 'Line', '--admin', 'root', '--password-stdin', '--lab', 'belize'],
      'three green parrots sing',
    )
    await owner.connect()
    const { damaged } = await makeScans(scanner, how)
    const batch = await batchFor(env, how.pages)
    const since = performance.now()
    const received = JSON.parse(
      await custodia(env, [
        'archive',
        'receive-scans',
        scanner,
        '--batch',
        batch,
        '--as',
        'keeper',
        '--json',
      ]),
    ) as { received: number; in: number }
    if (received.received !== received.in)
      throw new Error(`Not all were received: ${JSON.stringify(received)}`)
    workers = await Promise.all(Array.from({ length: how.workers }, () => reader(env)))
    let kills = 0
    let before = 0
    for (let left = await leftIn(owner, received.in); left > 0; left = await leftIn(owner, received.in)) {
      await pause(200 + chance() * (how.pages > 1_000 ? 8_000 : 1_000))
      // Only who came further since the last time is killed: a worker that is still starting has nothing to lose.
      const come = await number(
        owner,
        'select (select count(*) from archive.page_found) + (select count(*) from archive.begun) as n',
      )
      if (kills >= how.kills || come === before) continue
      before = come
      const at = Math.floor(chance() * workers.length)
      await end(workers[at] as Server, 'SIGKILL')
      kills += 1
      workers[at] = await reader(env)
      process.stderr.write(`${left} left, ${kills} killed\n`)
    }
    const seconds = (performance.now() - since) / 1_000
    ending = true
    await Promise.all(workers.map((worker) => end(worker, 'SIGINT')))
    // The ledger numbers what it got: that is the work of a worker that does all.
    const { ok } = JSON.parse(await custodia(env, ['verify', '--json'])) as { ok: boolean }
    return { ...(await countsOf(owner, how, damaged)), kills, verified: ok, ...paceOf(how, seconds) }
  } finally {
    if (!ending) process.stderr.write('The line broke off\n')
    await endAll()
    await owner.end()
    await database.stop()
    await Promise.all([outside, data, scanner].map((dir) => rm(dir, { recursive: true, force: true })))
  }
}
const reader = (env: NodeJS.ProcessEnv): Promise<Server> => start(env, 'worker', '--only', 'recognition')
const paceOf = (how: How, seconds: number) => ({
  seconds: Math.round(seconds),
  pagesPerMinute: Math.round((how.pages / seconds) * 60),
  pagesPerCoreMinute: Math.round((how.pages / seconds) * 60) / Math.min(how.workers, cpus().length),
})

/** A box, a file and a batch that counts the pages, by the commands that anybody has. */
async function batchFor(env: NodeJS.ProcessEnv, pages: number): Promise<string> {
  await custodia(
    env,
    ['user', 'add', 'keeper', '--role', 'archivist', '--password-stdin'],
    'seven brown boxes wait',
  )
  const perform = async (operation: string, input: unknown): Promise<Record<string, string>> =>
    JSON.parse(
      await custodia(
        env,
        ['archive', operation, '--input', '-', '--as', 'keeper', '--json'],
        JSON.stringify(input),
      ),
    ) as Record<string, string>
  const box = await perform('register-box', { title: 'Slips' })
  const file = await perform('register-file', { box: box.id, numbers: ['SLIP 1/98'], title: 'Slips' })
  const batch = await perform('prepare-batch', { files: [{ file: file.id, pages }] })
  return batch.number as string
}

const number = async (db: pg.Client, text: string): Promise<number> =>
  Number((await db.query<{ n: string }>(text)).rows[0]?.n ?? 0)
/** Scans that became nothing yet, and pages that wait. */
const leftIn = async (db: pg.Client, scans: number): Promise<number> =>
  scans -
  (await number(db, `select count(distinct scan) as n from archive.scan_step`)) +
  (await number(db, `select count(*) as n from archive.page_text where state = 'waiting'`))

async function countsOf(db: pg.Client, how: How, damagedIn: number) {
  const state = (name: string) =>
    number(db, `select count(*) as n from archive.page_text where state = '${name}'`)
  const pagesKept = await number(db, 'select count(*) as n from archive.page where not blank')
  const [read, pagesSetAside, waiting] = [
    await state('read'),
    await state('quarantined'),
    await state('waiting'),
  ]
  const scansSetAside = await number(
    db,
    `select count(*) as n from archive.scan_step where kind = 'quarantined'`,
  )
  const { rows } = await db.query<{ engine: string }>(
    'select engine from archive.page_text where engine is not null limit 1',
  )
  return {
    engine: rows[0]?.engine ?? null,
    pagesIn: how.pages,
    damagedIn,
    pagesKept,
    read,
    pagesSetAside,
    scansSetAside,
    waiting,
    withTheirNumber: await number(
      db,
      `select count(distinct w.word) as n from archive.page_text t, lateral (select x ->> 0 as word from jsonb_array_elements(t.words) x) w where w.word ~ '^1[0-9]{5}$'`,
    ),
    begunAgain: await number(
      db,
      'select coalesce(sum(times - 1), 0) as n from archive.begun where thing in (select page from archive.page_text)',
    ),
    adds:
      pagesKept === how.pages &&
      read + pagesSetAside === pagesKept &&
      waiting === 0 &&
      scansSetAside === damagedIn,
  }
}
