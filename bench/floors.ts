/**
 * The floor of each piece of work: the least SQL that gives the same answer, prepared, over the bare driver, on the same
 * data. No validation, no rights beyond the need-to-know predicate, no ledger. Also served by the plainest HTTP server
 * (`node bench/floors.ts URL PRINCIPALS`), which is the practical limit of a program that answers over HTTP.
 */
import { createServer } from 'node:http'
import pg from 'pg'

const sight = (root: string): string =>
  `exists (select 1 from identity.sight s where s.root = ${root} and s.principal = any($1::uuid[]) and s.from_at <= now() and (s.until_at is null or s.until_at > now()))`
const hits = (fits: string): string =>
  `with hit as materialized (select x.id, x.subject, x.root, x.label from cases.handle x where ${fits} order by x.id desc limit 1001),
        seen as materialized (select * from hit where ${sight('hit.root')})
   select h.*, c.number, c.title, c.state, (select count(*)::int from seen) as total from (select * from seen limit 25) h join cases.standing c on c.root = h.root`

/** Tables of the floor's own: as many rows as the real act writes of case, items and custody, one line of audit, no more. */
export const floorTables = `
  create schema if not exists bench;
  create table bench.case (id uuid primary key, number text unique, title text, district text, opened_at timestamptz);
  create table bench.item (id uuid primary key, root uuid references bench.case, words text, barcode text unique, holder uuid, seq int, since timestamptz);
  create table bench.event (id uuid primary key, thing uuid references bench.item, seq int, from_id uuid, to_id uuid, at timestamptz, unique (thing, seq));
  create table bench.audit (id uuid primary key, facts jsonb, hash bytea, at timestamptz);
  create index on bench.item (root); create index on bench.item (holder);
  grant usage on schema bench to public; grant all on all tables in schema bench to public;`

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
  register: `with c as (insert into bench.case values (gen_random_uuid(), $1, $2, 'BZ-BZ', now()) returning id),
      i as (insert into bench.item select gen_random_uuid(), c.id, 'Exhibit ' || n, $1 || '-' || n, $3, 1, now() from c, generate_series(1, 5) n returning id),
      e as (insert into bench.event select gen_random_uuid(), i.id, 1, null, $3, now() from i),
      a as (${audit('gen_random_uuid()', `jsonb_build_object('number', $1::text)`)}) select id from c`,
  items: `select id from bench.item where words like 'Exhibit%' order by id limit 400`,
  transfer: `with i as (update bench.item set holder = $2, seq = seq + 1, since = now() where id = any($1::uuid[]) returning id, seq),
      e as (insert into bench.event select gen_random_uuid(), i.id, i.seq, null, $2, now() from i),
      a as (${audit('gen_random_uuid()', 'to_jsonb($1::uuid[])')}) select count(*)::int as n from i`,
}

export type Floor = (op: string, values: unknown[]) => Promise<unknown[]>

export function floorOf(
  url: string,
  principals: readonly string[],
): { ask: Floor; end: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 8, options: '-c timezone=UTC -c jit=off' })
  const reads = new Set(['scan', 'worklist', 'number', 'part', 'name', 'dashboard'])
  return {
    ask: async (op, values) =>
      (
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
  server.listen(0, '127.0.0.1', () => {
    const at = server.address()
    if (at && typeof at === 'object') console.log(`http://127.0.0.1:${at.port}`)
  })
  process.on('SIGTERM', () => process.exit(0))
}
