/**
 * The floor of each piece of work: the least SQL that gives the same answer, prepared, over the bare driver, on the same
 * data. No validation, no rights beyond the need-to-know predicate, no ledger. Also served by the plainest HTTP server
 * (`node bench/floors.ts URL PRINCIPALS`), which is the practical limit of a program that answers over HTTP.
 */
import { createServer } from 'node:http'
import Fastify from 'fastify'
import pg from 'pg'
import { systemActor } from '../src/identity/authority.ts'
import { wholeItem } from '../src/modules/evidence/things/store/chain.ts'
import type { Cx } from '../src/platform/cx.ts'
import type { Tx } from '../src/platform/db.ts'
import type { Sql } from '../src/platform/sql.ts'

/** The product's own predicate of need to know (identity/sight.ts), word for word. */
const sight = (root: string): string =>
  `exists (select 1 from identity.sight s where s.root = ${root} and s.principal = any($1::uuid[]) and s.from_at <= now() and (s.until_at is null or s.until_at > now()) and s.part is null and s.root <> all (array(select w.root from identity.wall w where w.person = ($1::uuid[])[1])))`
const hits = (fits: string): string =>
  `with hit as materialized (select x.id, x.subject, x.root, x.label from cases.handle x where ${fits} order by x.id desc limit 1001),
        seen as materialized (select * from hit where ${sight('hit.root')})
   select h.*, c.number, c.title, c.state, (select count(*)::int from seen) as total from (select * from seen limit 25) h join cases.standing c on c.root = h.root`

/**
 * What the floor writes goes into tables of its own with the same columns, indexes and rows as the product's: as many rows
 * as the real act must leave behind to be found again (case, things, custody, search handles) and one line of audit, no more.
 */
export const floorTables = `
  create schema if not exists bench;
  create table bench.case (like cases.standing including all);
  create table bench.item (like evidence.thing_now including all);
  create table bench.event (like evidence.custody_event including indexes);
  create table bench.handle (like cases.handle including all);
  create table bench.scan (like evidence.stock_scan including indexes);
  create table bench.audit (id uuid primary key, facts jsonb, hash bytea, at timestamptz);
  insert into bench.case select * from cases.standing;
  insert into bench.item select * from evidence.thing_now;
  insert into bench.event select * from evidence.custody_event;
  insert into bench.handle overriding system value select * from cases.handle;
  select setval(pg_get_serial_sequence('bench.handle', 'id'), (select max(id) from bench.handle));
  grant usage on schema bench to public; grant all on all tables in schema bench to public;
  analyze bench.case; analyze bench.item; analyze bench.event; analyze bench.handle;`

const audit = (id: string, facts: string): string =>
  `insert into bench.audit (id, facts, hash, at) select ${id}, ${facts}, sha256(convert_to(${facts}::text, 'UTF8')), now()`
const texts: Readonly<Record<string, string>> = {
  scan: `select x.*, c.number as case_number, c.title as case_title, (select json_agg(e order by e.seq) from evidence.custody_event e where e.thing = x.thing) as chain from evidence.thing_now x join cases.standing c on c.root = x.root where x.barcode = $2 and ${sight('x.root')}`,
  worklist: `select x.*, (select count(*)::int from (select 1 from cases.standing n where n.state = 'open' and (select ${sight('n.root')}) order by n.opened_at desc, n.root desc limit 1001) c) as total from cases.standing x where x.state = 'open' and (select ${sight('x.root')}) order by x.opened_at desc, x.root desc limit 50`,
  number: hits(`x.normalised = $2 and x.class = 'number'`),
  part: hits(`x.normalised like $2 and x.class = 'number'`),
  name: hits(
    `x.normalised like $2 and x.normalised like $3 and x.class in ('name', 'text') and not x.guarded`,
  ),
  dashboard: `select district, month, type, count(*)::int as n from cases.standing x where ${sight('x.root')} group by 1, 2, 3`,
  register: `with c as (
        insert into bench.case (root, number, title, type, unit, state, restricted, sealed, guarded, sexual, priority, district, offences, month, opened_at)
        values (gen_random_uuid(), $1, $2, 'drugs', null, 'open', false, false, false, false, 3, 'BZ-BZ', '{possession}', '2026-01', now()) returning root),
      i as (
        insert into bench.item (thing, root, number, barcode, kind, type, words, state, holder_kind, holder, since, seq, seals, hazards, born_at)
        select gen_random_uuid(), c.root, $1 || '-' || n, $1 || '/' || n, 'item', 'powder', 'Exhibit ' || n, 'received', 'person', $3::uuid, now(), 1, array['S' || n], '{}', now() from c, generate_series(1, 5) n
        returning thing, root, number, barcode),
      e as (
        insert into bench.event (id, entry, thing, root, seq, kind, state, to_kind, to_id, at, recorded_at)
        select gen_random_uuid(), gen_random_uuid(), i.thing, i.root, 1, 'received', 'received', 'person', $3::uuid, now(), now() from i),
      h as (
        insert into bench.handle (class, normalised, kind, subject, root, label)
        select 'number', i.number, 'item', 'evidence.item/' || i.thing, i.root, i.number from i
        union all select 'number', i.barcode, 'barcode', 'evidence.item/' || i.thing, i.root, i.barcode from i
        union all select 'number', $1, 'case', 'cases.case/' || c.root, c.root, $1 from c
        union all select 'text', lower($2), 'title', 'cases.case/' || c.root, c.root, $2 from c),
      a as (${audit('gen_random_uuid()', `jsonb_build_object('number', $1::text)`)}) select root from c`,
  count: `with asked as (select * from unnest($1::text[], $2::uuid[]) as a(code, place)),
      s as (
        insert into bench.scan (id, entry, stock_take, round, place, thing, root, text, verdict, at, by_name, recorded_at)
        select gen_random_uuid(), gen_random_uuid(), $3::uuid, 1, a.place, n.thing, n.root, a.code, case when n.holder = a.place then 'right' else 'misplaced' end, now(), 'bench', now()
          from asked a join evidence.thing_now n on n.barcode = a.code
         where not exists (select 1 from bench.scan b where b.stock_take = $3 and b.thing = n.thing and b.place = a.place) returning text, verdict),
      a as (${audit('gen_random_uuid()', 'to_jsonb($1::text[])')}) select * from s`,
  items: `select thing as id from bench.item where barcode like 'T%/%' order by barcode limit 400`,
  transfer: `with i as (
        update bench.item set holder = $2, holder_kind = 'person', seq = seq + 1, since = now() where thing = any($1::uuid[]) returning thing, root, seq),
      e as (
        insert into bench.event (id, entry, thing, root, seq, kind, state, to_kind, to_id, at, recorded_at)
        select gen_random_uuid(), gen_random_uuid(), i.thing, i.root, i.seq, 'taken', 'held', 'person', $2, now(), now() from i),
      a as (${audit('gen_random_uuid()', 'to_jsonb($1::uuid[])')}) select count(*)::int as n from i`,
}

export type Floor = (op: string, values: unknown[]) => Promise<unknown[]>

/**
 * Where the least SQL for an answer is the product's own statement, the floor is that statement by the bare driver: caught once, then asked with
 * another value in the place of the one it was caught with. What the program does before and after it is what the ratio shows.
 */
export type Statement = (value: string) => Sql
export async function caught(
  ask: (cx: Reader) => Promise<unknown>,
  principals: readonly string[],
  value: string,
): Promise<Statement> {
  let seen: Sql | undefined
  const tx = {
    maybe: async (query: Sql) => {
      seen = query
      return { item: {} }
    },
    many: async (query: Sql) => {
      seen = query
      return []
    },
  }
  await ask({
    tx: tx as unknown as Tx,
    actor: { ...systemActor, kind: 'person', id: principals[0] ?? '', principals },
    now: new Date().toISOString(),
    language: 'en',
  })
  const { text, values } = seen as Sql
  return (other) => ({ text, values: values.map((v) => (v === value ? other : v)) }) as Sql
}
type Reader = Pick<Cx, 'tx' | 'actor' | 'now' | 'language'>

/** Everything that the page of an exhibit shows, by its barcode. */
const pageOf = (principals: readonly string[], barcode: string): Promise<Statement> =>
  caught((cx) => wholeItem(cx, { text: barcode }), principals, barcode)

export function floorOf(
  url: string,
  principals: readonly string[],
): { ask: Floor; run: (name: string, query: Sql) => Promise<unknown[]>; end: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 8, options: '-c timezone=UTC -c jit=off' })
  const reads = new Set(['scan', 'worklist', 'number', 'part', 'name', 'dashboard'])
  const run = async (name: string, { text, values }: Sql): Promise<unknown[]> =>
    (await pool.query({ name, text, values })).rows
  let page: Promise<Statement> | undefined
  const shown = async (barcode: string): Promise<unknown[]> =>
    run('page', (await (page ??= pageOf(principals, barcode)))(barcode))
  return {
    run,
    ask: async (op, values) =>
      op === 'page'
        ? shown(String(values[0]))
        : (
            await pool.query({
              name: op,
              text: texts[op] as string,
              values: reads.has(op) ? [principals, ...values] : values,
            })
          ).rows,
    end: () => pool.end(),
  }
}

if (import.meta.main) {
  const [url = '', principals = '', token = ''] = process.argv.slice(2)
  const floor = floorOf(url, principals.split(','))
  const server = createServer((request, answer) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (request.headers.authorization !== token) return void answer.writeHead(401).end()
      const op = request.url?.slice(1) ?? ''
      floor.ask(op, JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown[]).then(
        (rows) =>
          answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items: rows })),
        (error: Error) => answer.writeHead(500).end(error.message),
      )
    })
  })
  // What HTTP itself costs: the framework that the product stands on, answering the same bytes and asking nobody for them.
  let bytes = '{}'
  const echo = Fastify()
  echo.post('/keep', (request, reply) => {
    bytes = JSON.stringify(request.body)
    return reply.send({})
  })
  echo.get('/', (_request, reply) => reply.type('application/json; charset=utf-8').send(bytes))
  const plain = await echo.listen({ host: '127.0.0.1', port: 0 })
  process.stdout.write(`echo ${plain.replace('http://', '')}\n`)
  server.listen(0, '127.0.0.1', () => {
    const at = server.address()
    if (at && typeof at === 'object') console.log(`http://127.0.0.1:${at.port}`)
  })
  process.on('SIGTERM', () => process.exit(0))
}
