/**
 * `npm run bench -- [--json] [--cases N] [--seconds S] [--only scan,search]`: the named pieces of work over HTTP, signed in as an
 * ordinary analyst with need to know and ledger on; beside each the floor (`floors.ts`) by the bare driver and by the barest
 * HTTP server, on the same data in the same run. What counts is the ratio: absolute times drift with the machine.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openInstallation } from '../src/app/installation.ts'
import { loadConfig } from '../src/platform/config.ts'
import { floorOf, floorTables } from './floors.ts'
import { importRegister } from './importing.ts'
import { load } from './load.ts'
import { fsyncMs, http, memoryMb, round, timed } from './measure.ts'
import { reads } from './reads.ts'
import { worksOf } from './works.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    cases: { type: 'string', default: '60000' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
    seed: { type: 'string', default: '7' },
  },
  allowPositionals: true,
})
const seconds = Number(values.seconds)
const only = values.only?.split(',')
const wanted = (op: string): boolean => !only || only.includes(op)
const data = mkdtempSync(join(tmpdir(), 'custodia-bench-'))
Object.assign(process.env, { CUSTODIA_DATA: data, CUSTODIA_LOG: 'error', CUSTODIA_PORT: '0' })
delete process.env.CUSTODIA_DATABASE_URL

interface Figure {
  op: string
  clients: number
  p50: number
  p95: number
  p99: number
  perSecond: number
  /** The bare driver's median in the same run, and ours over it. */
  floorP50: number
  ratio: number
  /** The barest HTTP server's rate in the same run, and our share of it. */
  httpPerSecond: number
  ofHttp: number
}
const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Starts a program and waits until it has said its address. */
async function addressOf(
  script: string,
  args: readonly string[],
): Promise<{ url: string; pid: number; ms: number; stop: (signal: NodeJS.Signals) => Promise<void> }> {
  const since = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${said}`)))
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const at = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (at) resolve(at[0])
    })
  })
  const ms = Math.round(performance.now() - since)
  return {
    url,
    pid: child.pid ?? 0,
    ms,
    stop: async (signal) => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await gone
    },
  }
}

const since = performance.now()
const installation = await openInstallation(loadConfig(), { as: 'command', quiet: true })
const firstMs = Math.round(performance.now() - since)
say(`Loading ${values.cases} cases …`)
const loaded = await load(installation, Number(values.cases), Number(values.seed))
say(`${loaded.cases} cases, ${loaded.items} items, ${loaded.events} custody events`)
const owner = new pg.Client({ connectionString: installation.ownerUrl })
await owner.connect()
await owner.query(floorTables)
await owner.end()

const principals = [loaded.analyst, loaded.units.counter]
const floor = floorOf(installation.appUrl, principals)
const bare = await addressOf('floors.ts', [installation.appUrl, principals.join(','), 'Bearer floor'])
const server = await addressOf('../bin/custodia.js', ['serve'])
await new Promise((resolve) => setTimeout(resolve, 2_000))
const nodeMb = memoryMb(server.pid)
const postgresMb = postgresMemory()

const results: Figure[] = []
const works = await worksOf(installation, server.url, loaded, floor.ask, wanted)
for (const [op, work] of Object.entries(works)) {
  if (!wanted(op)) continue
  for (const clients of [1, 8]) {
    const driver = await timed(clients, seconds / 2, (n, client) => floor.ask(...work.floor(n, client)))
    const plain = await timed(clients, seconds / 2, (n, client) => {
      const [name, asked] = work.floor(n + 1_000_000, client)
      return http(`${bare.url}/${name}`, { body: asked, headers: { authorization: 'Bearer floor' } })
    })
    const ours = await timed(clients, seconds, work.ours)
    const ratio = round(ours.p50 / driver.p50)
    const ofHttp = round(ours.perSecond / plain.perSecond)
    results.push({
      op,
      clients,
      ...ours,
      floorP50: driver.p50,
      ratio,
      httpPerSecond: plain.perSecond,
      ofHttp,
    })
    say(
      `${op} ×${clients}: p50 ${ours.p50} ms, p95 ${ours.p95} ms, ${ours.perSecond}/s; driver ${driver.p50} ms, ratio ${ratio}; bare HTTP ${plain.p50} ms, ${plain.perSecond}/s, of it ${ofHttp}`,
    )
  }
}
const looked = wanted('reads') ? await reads(installation, server.url, loaded, seconds / 4) : undefined
if (looked) say(`reads, p50 ms at one client: ${JSON.stringify(looked, null, 1)}`)
await server.stop('SIGINT')
await bare.stop('SIGTERM')
await floor.end()
const imported = wanted('import') ? await importRegister(installation, Number(values.cases)) : undefined
if (imported)
  say(`import: ${imported.rows} rows in ${imported.seconds} s, again ${JSON.stringify(imported.again)}`)
await installation.close()
const warm = await addressOf('../bin/custodia.js', ['serve'])
await warm.stop('SIGINT')
rmSync(data, { recursive: true, force: true })

const report = {
  data: { cases: loaded.cases, items: loaded.items, events: loaded.events },
  results: imported ? [...results, importFigure(imported)] : results,
  ...(looked ? { reads: looked } : {}),
  memory: { nodeMb, postgresMb },
  start: { warmMs: warm.ms, firstMs },
  ...(imported ? { import: imported } : {}),
  fsyncMs: fsyncMs(),
  node: execFileSync(process.execPath, ['-v']).toString().trim(),
}
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, null, 2)}\n`)
process.exit(0)

/** The import has no floor of its own in this run: what it costs a row is its figure. */
function importFigure({
  rows,
  seconds: took,
  perSecond,
}: NonNullable<typeof imported>): Record<string, unknown> {
  const each = round((took * 1000) / rows)
  return { op: 'import', clients: 1, p50: each, p95: each, p99: each, perSecond, floorP50: null, ratio: null }
}

/** All processes of the embedded cluster together. */
function postgresMemory(): number {
  const pids = execFileSync('ps', ['-eo', 'pid,args'])
    .toString()
    .split('\n')
    .filter((line) => line.includes(data) && line.includes('postgres -D'))
    .map((line) => Number(line.trim().split(/\s+/)[0]))
  const postmaster = pids.at(-1)
  if (!postmaster) return 0
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(/\s+/)
  return [postmaster, ...children.map(Number)].reduce((sum, pid) => {
    try {
      return sum + memoryMb(pid)
    } catch {
      return sum
    }
  }, 0)
}
