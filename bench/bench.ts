/**
 * `npm run bench -- [--json] [--cases N] [--seconds S] [--only scan,search]`: the named pieces of work over HTTP, signed in as an
 * ordinary analyst with need to know and ledger on; beside each the floor: the least SQL that gives the same answer, prepared,
 * through the bare driver, on the same data in the same run.
 */
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openInstallation } from '../src/app/installation.ts'
import { loadConfig } from '../src/platform/config.ts'
import { type Loaded, item, load } from './load.ts'

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
  floorP50: number
  ratio: number
}
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
const round = (n: number): number => Math.round(n * 100) / 100

async function timed(
  clients: number,
  work: (n: number) => Promise<void>,
): Promise<{ p50: number; p95: number; p99: number; perSecond: number }> {
  const times: number[] = []
  let n = 0
  for (let i = 0; i < 5; i += 1) await work(n++)
  const since = performance.now()
  const end = since + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const before = performance.now()
        await work(n++)
        times.push(performance.now() - before)
      }
    }),
  )
  const elapsed = (performance.now() - since) / 1000
  times.sort((a, b) => a - b)
  return {
    p50: round(quantile(times, 0.5)),
    p95: round(quantile(times, 0.95)),
    p99: round(quantile(times, 0.99)),
    perSecond: Math.round(times.length / elapsed),
  }
}

const firstSince = performance.now()
const installation = await openInstallation(loadConfig(), { as: 'command', quiet: true })
const firstMs = Math.round(performance.now() - firstSince)
say(`Loading ${values.cases} cases …`)
const loaded: Loaded = await load(installation, Number(values.cases), Number(values.seed))
say(`${loaded.cases} cases, ${loaded.items} items, ${loaded.events} custody events`)
const sample = (
  await installation.db.pool.query<{ id: string; barcode: string; number: string; root: string }>(
    `select thing as id, barcode, number, root from evidence.thing_now order by md5(number) limit 2000`,
  )
).rows
const warmSince = performance.now()
const server = spawn(process.execPath, [join(import.meta.dirname, '../bin/custodia.js'), 'serve'], {
  env: process.env,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const url = await new Promise<string>((resolve) => {
  let said = ''
  server.stdout.on('data', (part: Buffer) => {
    said += part.toString()
    const m = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
    if (m) resolve(m[0])
  })
})
const warmMs = Math.round(performance.now() - warmSince)
const restMb = Math.round(
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024,
)

const headers = { cookie: loaded.cookie, 'x-custodia-csrf': loaded.csrf, 'content-type': 'application/json' }
const proof = (person: string): Record<string, string> => ({ 'custodia-step-up': `bench-proof-${person}` })
async function call(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}${path}`, {
    ...init,
    headers: { ...headers, ...((init?.headers ?? {}) as Record<string, string>) },
  })
  const body = (await answer.json()) as Record<string, unknown>
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`)
  return body
}
const pick = (n: number): (typeof sample)[number] => sample[n % sample.length] as (typeof sample)[number]
const floor = new pg.Pool({
  connectionString: installation.appUrl,
  max: 8,
  options: '-c timezone=UTC -c jit=off',
})
const principals = [loaded.analyst, loaded.units.counter]
const sight = `exists (select 1 from identity.sight s where s.root = x.root and s.principal = any($1::uuid[]) and s.from_at <= now() and (s.until_at is null or s.until_at > now()))`

let taken = 0
const works: Record<string, { work: (n: number) => Promise<void>; floor: (n: number) => Promise<unknown> }> =
  {
    scan: {
      work: async (n) =>
        void (await call(`/api/evidence/get-item?barcode=${encodeURIComponent(pick(n).barcode)}`)),
      floor: (n) =>
        floor.query({
          name: 'scan',
          text: `select x.*, c.number as case_number, (select json_agg(e order by e.seq) from evidence.custody_event e where e.thing = x.thing) as chain from evidence.thing_now x join cases.standing c on c.root = x.root where x.barcode = $2 and ${sight}`,
          values: [principals, pick(n).barcode],
        }),
    },
    worklist: {
      work: async () => void (await call('/api/cases/find-cases?limit=50&state=open')),
      floor: () =>
        floor.query({
          name: 'worklist',
          text: `select x.* from cases.standing x where x.state = 'open' and ${sight} order by x.opened_at desc, x.root desc limit 50`,
          values: [principals],
        }),
    },
    search: {
      work: async (n) =>
        void (await call(`/api/cases/find-anything?q=${encodeURIComponent(pick(n).number)}`)),
      floor: (n) =>
        floor.query({
          name: 'search',
          text: `select x.* from cases.handle x where x.normalised = $2 and ${sight} limit 25`,
          values: [
            principals,
            pick(n)
              .number.toLowerCase()
              .replace(/[^a-z0-9]/g, ''),
          ],
        }),
    },
    dashboard: {
      work: async () => void (await call('/api/cases/counts')),
      floor: () =>
        floor.query({
          name: 'dashboard',
          text: `select district, month, type, count(*) from cases.standing x where ${sight} group by 1, 2, 3`,
          values: [principals],
        }),
    },
    register: {
      work: async (n) =>
        void (await call('/api/evidence/receive-submission', {
          method: 'POST',
          body: JSON.stringify({
            submittedBy: { name: 'Officer' },
            newCase: {
              title: `Registered ${n}`,
              type: 'drugs',
              offences: [{ code: 'possession' }],
              place: { district: 'BZ-BZ' },
            },
            items: Array.from({ length: 5 }, (_, k) => ({ ...item(k, 1_000_000 + n), before: [] })),
          }),
        })),
      floor: async (n) => {
        const client = await floor.connect()
        try {
          await client.query('begin')
          await client.query({
            name: 'reg',
            text: `with c as (insert into bench_case (id, number, title) values (gen_random_uuid(), $1, $2) returning id), i as (insert into bench_item (id, root, words) select gen_random_uuid(), c.id, 'x' from c, generate_series(1, 5) returning id, root) insert into bench_event (id, thing, at) select gen_random_uuid(), i.id, now() from i`,
            values: [`n${n}-${Math.random()}`, 'x'],
          })
          await client.query('commit')
        } finally {
          client.release()
        }
      },
    },
    transfer: {
      work: async () => {
        const batch = mine.splice(0, 50)
        const offer = await call('/api/evidence/hand-over', {
          method: 'POST',
          headers: proof(loaded.analyst),
          body: JSON.stringify({ things: batch, to: loaded.other.id }),
        })
        taken += batch.length
        mine.push(...batch.map((id) => id))
        await call('/api/evidence/withdraw-hand-over', {
          method: 'POST',
          headers: proof(loaded.analyst),
          body: JSON.stringify({ handOver: offer.id }),
        }).catch(() => undefined)
      },
      floor: async () => {
        const client = await floor.connect()
        try {
          await client.query('begin')
          await client.query({
            name: 'tr',
            text: `insert into bench_event (id, thing, at) select gen_random_uuid(), id, now() from bench_item order by id limit 50`,
            values: [],
          })
          await client.query('commit')
        } finally {
          client.release()
        }
      },
    },
  }
const owner = new pg.Client({ connectionString: installation.ownerUrl })
await owner.connect()
await owner.query(
  'create schema if not exists public; create table public.bench_case (id uuid primary key, number text unique, title text); create table public.bench_item (id uuid primary key, root uuid, words text); create table public.bench_event (id uuid primary key, thing uuid, at timestamptz); create index on public.bench_event (thing); grant all on all tables in schema public to public; grant usage on schema public to public',
)
await owner.end()
const mine: string[] = []
if (wanted('transfer')) {
  for (let n = 0; n < 10; n += 1) {
    const made = await call('/api/evidence/receive-submission', {
      method: 'POST',
      body: JSON.stringify({
        submittedBy: { name: 'Officer' },
        newCase: { title: `Transfer ${n}`, type: 'drugs' },
        items: Array.from({ length: 50 }, (_, k) => ({ ...item(k, 2_000_000 + n), before: [] })),
      }),
    })
    mine.push(...(made.items as { id: string }[]).map((i) => i.id))
  }
}

const results: Figure[] = []
for (const op of ['scan', 'worklist', 'search', 'dashboard', 'register', 'transfer']) {
  const w = works[op]
  if (!w || !wanted(op)) continue
  for (const clients of [1, 8]) {
    const bare = await timed(clients, async (n) => void (await w.floor(n)))
    const ours = await timed(clients, w.work)
    results.push({ op, clients, ...ours, floorP50: bare.p50, ratio: round(ours.p50 / bare.p50) })
    say(
      `${op} ×${clients}: p50 ${ours.p50} ms, p95 ${ours.p95} ms, ${ours.perSecond}/s; floor ${bare.p50} ms, ratio ${round(ours.p50 / bare.p50)}`,
    )
  }
}
server.kill('SIGINT')
await new Promise((resolve) => server.once('exit', resolve))
await floor.end()
await installation.close()
rmSync(data, { recursive: true, force: true })
const report = {
  data: { cases: loaded.cases, items: loaded.items, events: loaded.events },
  results,
  memory: { nodeMb: restMb, postgresMb: null },
  start: { warmMs, firstMs },
  fsyncMs: fsyncMs(),
  node: execFileSync(process.execPath, ['-v']).toString().trim(),
}
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, null, 2)}\n`)
process.exit(0)

/** Beside write figures, always the disk's own: the median time of a small flushed write. */
function fsyncMs(): number {
  const path = join(tmpdir(), `custodia-fsync-${process.pid}`)
  const file = openSync(path, 'w')
  const times = Array.from({ length: 200 }, () => {
    const before = performance.now()
    writeSync(file, 'x'.repeat(8192))
    fdatasyncSync(file)
    return performance.now() - before
  }).sort((a, b) => a - b)
  closeSync(file)
  rmSync(path)
  return round(quantile(times, 0.5))
}
