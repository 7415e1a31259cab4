/**
 * `npm run bench -- [--json] [--cases N] [--seconds S] [--only scan,search]`: the named pieces of work over HTTP, signed in as an
 * ordinary analyst with need to know and ledger on; beside each the floor (`floors.ts`) by the bare driver and by the barest
 * HTTP server, on the same data in the same run. What counts is the ratio: absolute times drift with the machine.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openInstallation } from '../src/app/installation.ts'
import { loadConfig } from '../src/platform/config.ts'
import { figuresOf } from './figures.ts'
import { floorOf, floorTables } from './floors.ts'
import { countStore } from './counting.ts'
import { importRegister } from './importing.ts'
import { verified } from './ledger.ts'
import { load } from './load.ts'
import { mdiBundles } from './mdi.ts'
import { certificates } from './certificate.ts'
import { cubeOf } from './cube.ts'
import { fsyncMs, http, memoryOf, round, startProgram, startServer, timed } from './measure.ts'
import { reads } from './reads.ts'
import { uploads } from './uploading.ts'
import { worksOf } from './works.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    cases: { type: 'string', default: '60000' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
    victims: { type: 'string', default: '1000000' },
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
  /** The framework answering the same bytes, kept in memory: what HTTP itself costs. */
  bytes: { length: number; p50: number; perSecond: number }
  /** Of a narrower question under the same name: the driver's median and our ratio to it. */
  narrow?: { p50: number; ratio: number }
}
const say = (text: string): void => void process.stderr.write(`${text}\n`)

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
const bare = await startProgram('floors.ts', [installation.appUrl, principals.join(','), 'Bearer floor'])
const echo = `http://${/echo (\S+)/.exec(bare.said)?.[1] ?? ''}/`.replace(/\/$/, '')
// Once before it is measured, as every start but the very first: what was compiled is kept.
await (await startServer(['serve'])).stop('SIGINT')
const server = await startServer(['serve'])
await new Promise((resolve) => setTimeout(resolve, 3_000))
const memory = memoryOf(server.pid, data)

// Before anything is written: what the works leave in one person's hands is no day of anybody's.
const looked = wanted('reads') ? await reads(installation, server.url, loaded, seconds / 4) : undefined
if (looked) say(`reads, p50 ms at one client: ${JSON.stringify(looked, null, 1)}`)
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
    const answer = JSON.stringify((await work.ours(1, 0)) ?? {})
    await http(`${echo}/keep`, { body: JSON.parse(answer) })
    const alone = await timed(clients, seconds / 2, () => http(echo))
    const { narrow: less } = work
    const narrow = less && (await timed(clients, seconds / 2, (n, client) => floor.ask(...less(n, client))))
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
      bytes: { length: Buffer.byteLength(answer), p50: alone.p50, perSecond: alone.perSecond },
      ...(narrow ? { narrow: { p50: narrow.p50, ratio: round(ours.p50 / narrow.p50) } } : {}),
    })
    say(
      `${op} ×${clients}: p50 ${ours.p50} ms, p95 ${ours.p95} ms, ${ours.perSecond}/s; driver ${driver.p50} ms, ratio ${ratio}; bare HTTP ${plain.p50} ms, ${plain.perSecond}/s, of it ${ofHttp}; the bytes alone ${alone.p50} ms, ${alone.perSecond}/s${narrow ? `; of the narrow question ${narrow.p50} ms, ratio ${round(ours.p50 / narrow.p50)}` : ''}`,
    )
  }
}
const counted =
  wanted('stock-scan') || wanted('store-map')
    ? await countStore(installation, server.url, loaded, floor, principals)
    : undefined
const uploaded = wanted('upload')
  ? await uploads(server.url, { cookie: loaded.cookie, 'x-custodia-csrf': loaded.csrf }, data)
  : undefined
const walled = wanted('wall')
  ? await figuresOf(['src/modules/scenes/wall.test.ts'], { CUSTODIA_PHOTOGRAPHS: '5000' })
  : undefined
if (walled) say(`wall: ${JSON.stringify(walled)}`)
if (uploaded) say(`upload: ${JSON.stringify(uploaded)}`)
if (counted) say(`a store of ${counted.things} things: ${JSON.stringify(counted, null, 1)}`)
await server.stop('SIGINT')
await bare.stop('SIGTERM')
await floor.end()
const imported = wanted('import') ? await importRegister(installation, Number(values.cases)) : undefined
if (imported)
  say(`import: ${imported.rows} rows in ${imported.seconds} s, again ${JSON.stringify(imported.again)}`)
const sums = wanted('cube') ? await cubeOf(installation, Number(values.victims)) : undefined
if (sums) say(`cube: ${JSON.stringify(sums, null, 1)}`)
await installation.close()
const warm = await startServer(['serve'])
await warm.stop('SIGINT')
const mdi = wanted('mdi') ? mdiBundles(1_000) : undefined
const shown = wanted('certificate') ? await certificates(data) : undefined
const checked = shown && (await verified(join(data, 'demo')))
if (shown) say(`certificate: ${JSON.stringify(shown)}; ledger: ${JSON.stringify(checked)}`)
rmSync(data, { recursive: true, force: true })

const report = {
  data: { cases: loaded.cases, items: loaded.items, events: loaded.events },
  results: [...results, ...(imported ? [importFigure(imported)] : []), ...(shown ? [shown.figure] : [])],
  ...(looked ? { reads: looked } : {}),
  ...(mdi ? { mdi } : {}),
  ...(sums ? { cube: sums } : {}),
  memory: { ...memory, ...(shown ? { demonstration: shown.memory } : {}) },
  start: { warmMs: warm.ms, firstMs, ...(shown ? { demonstrationMs: shown.readyMs } : {}) },
  ...(counted ? { store: counted } : {}),
  ...(uploaded ? { upload: uploaded } : {}),
  ...(walled ? { wall: walled } : {}),
  ...(imported ? { import: imported } : {}),
  ...(shown ? { boards: shown.boards } : {}),
  ...(shown ? { ledger: { ...checked, proofP50: shown.proofP50 } } : {}),
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
