/**
 * A laboratory of years, quickly: some hundred cases go through the operations that people use, then their rows are multiplied in
 * the database (new ids, numbers with a suffix). The copies have no ledger entries: they are ballast for measuring, never kept.
 */
import pg from 'pg'
import { systemActor } from '../src/identity/authority.ts'
import type { Installation } from '../src/app/installation.ts'
import { perform } from '../src/platform/operation.ts'
import { chanceOf } from '../src/app/demo/chance.ts'
import { openSession } from '../src/identity/store/sessions.ts'
import { sql } from '../src/platform/sql.ts'

export interface Loaded {
  readonly cases: number
  readonly items: number
  readonly events: number
  readonly cookie: string
  readonly csrf: string
  readonly analyst: string
  readonly other: { readonly id: string; readonly cookie: string; readonly csrf: string }
  readonly units: { readonly counter: string }
}

const SEEDED = 600
export const names = {
  first: [
    'Alicia',
    'Bernardo',
    'Carla',
    'Dwayne',
    'Elena',
    'Felipe',
    'Gloria',
    'Hubert',
    'Ines',
    'Jermaine',
    'Keisha',
    'Lorenzo',
    'Marva',
    'Nestor',
    'Orlando',
    'Petrona',
    'Roque',
    'Shanelle',
    'Tomas',
    'Ursula',
  ],
  last: [
    'Arana',
    'Bowen',
    'Cal',
    'Castillo',
    'Choc',
    'Flowers',
    'Gillett',
    'Hyde',
    'Ical',
    'Jones',
    'Leslie',
    'Martinez',
    'Novelo',
    'Palacio',
    'Pop',
    'Ramirez',
    'Shol',
    'Teck',
    'Usher',
    'Vernon',
    'Waight',
    'Young',
  ],
}
export const words = {
  what: [
    'White powder',
    'Plant material',
    'Knife',
    'Clothing',
    'Tablets',
    'Pistol',
    'Swabs',
    'Blood sample',
    'Cash',
    'Telephone',
  ],
  place: [
    'Dangriga',
    'Belmopan',
    'Corozal',
    'Hopkins',
    'San Pedro',
    'Benque Viejo',
    'Punta Gorda',
    'Orange Walk',
    'Hattieville',
    'Seine Bight',
  ],
  district: ['BZ-BZ', 'BZ-CY', 'BZ-CZL', 'BZ-OW', 'BZ-SC', 'BZ-TOL'],
  type: ['drugs', 'property', 'violence', 'road'],
  offence: ['possession', 'burglary', 'wounding'],
}

export async function load(installation: Installation, cases: number, seed: number): Promise<Loaded> {
  const { ground, db } = installation
  const act = async <T>(operation: string, input: unknown): Promise<T> =>
    (await perform(ground, ground.operations.get(operation) as never, {
      actor: systemActor,
      input,
      steppedUp: true,
      reason: 'bench',
    })) as T
  const agency = (
    await act<{ id: string }>('identity.register-agency', {
      name: 'Laboratory',
      shortName: 'LAB',
      kind: 'service',
    })
  ).id
  const counter = (
    await act<{ id: string }>('identity.add-unit', { agency, name: 'Counter', code: 'EVM', kind: 'section' })
  ).id
  for (const [list, codes] of Object.entries({
    district: words.district,
    'case-type': words.type,
    offence: words.offence,
    'party-role': ['suspect'],
    'packaging-type': ['bag'],
    'number-kind': ['police'],
    colour: ['white'],
    condition: ['good'],
    'item-type': ['powder'],
  })) {
    await act('catalogue.define-list', { list, en: list, es: list })
    for (const code of codes) await act('catalogue.define-code', { list, code, en: code, es: code, data: {} })
  }
  const person = async (name: string): Promise<{ id: string; cookie: string; csrf: string }> => {
    const { id } = await act<{ id: string }>('identity.add-person', {
      name,
      username: name,
      unit: counter,
      agency,
    })
    for (const role of ['analyst', 'evidence-officer', 'scene-technician'])
      await act('identity.grant-role', { person: id, role, unit: counter })
    const session = await db.transaction((tx) =>
      openSession({ tx, now: ground.now(), newId: ground.newId }, id, {
        device: 'bench',
        method: 'password',
      }),
    )
    await db.direct.run(
      sql`insert into identity.step_up (hash, person, bound_to, method, made_at, expires_at) select sha256(convert_to('bench-proof-' || ${id}, 'UTF8')), ${id}, ${session.id}, 'pin', ${ground.now()}, '2100-01-01'`,
    )
    return { id, cookie: `custodia_session=${session.token}`, csrf: session.csrf }
  }
  const analyst = await person('bench-analyst')
  const other = await person('bench-other')
  const chance = chanceOf(seed)
  for (let i = 0; i < SEEDED; i += 1) {
    await act('evidence.receive-submission', {
      submittedBy: { name: 'Officer' },
      items: Array.from({ length: 3 + (i % 3 === 0 ? 1 : 0) }, (_, n) => item(n, i)),
      newCase: {
        title: `${chance.pick(words.what)}, ${chance.pick(words.place)}`,
        type: chance.pick(words.type),
        unit: counter,
        offences: [{ code: chance.pick(words.offence) }],
        parties: [
          {
            role: 'suspect',
            name: `${chance.pick(names.first)} ${chance.pick(names.last)}`,
            age: 20 + chance.below(40),
          },
        ],
        place: { district: chance.pick(words.district) },
        incident: { on: `2026-0${1 + chance.below(9)}-1${chance.below(9)}` },
      },
    })
  }
  await multiply(installation, Math.max(1, Math.round(cases / SEEDED)))
  const n = await db.direct.one<{ cases: number; seen: number; items: number; events: number }>(
    sql`select (select count(*)::int from cases.standing) as cases, (select count(distinct root)::int from identity.sight where principal = ${counter}) as seen, (select count(*)::int from evidence.thing_now) as items, (select count(*)::int from evidence.custody_event) as events`,
  )
  if (n.seen !== n.cases)
    throw new Error(`Of ${n.cases} cases the analyst sees ${n.seen}: what is measured is another thing`)
  return { ...n, cookie: analyst.cookie, csrf: analyst.csrf, analyst: analyst.id, other, units: { counter } }
}

export const item = (n: number, i: number): Record<string, unknown> => ({
  description: `Exhibit ${n + 1} of bag ${i}`,
  type: 'powder',
  packaging: { type: 'bag', colour: 'white', condition: 'good' },
  seals: [{ number: `B${i}-${n}-${Math.abs((i * 7919 + n * 104_729) % 99_991)}`, state: 'intact' }],
  before: [
    { name: 'Officer', tookAt: '2026-01-10T10:00:00Z', gaveAt: '2026-01-10T12:00:00Z' },
    { name: 'Driver', tookAt: '2026-01-10T12:00:00Z', gaveAt: '2026-01-10T15:00:00Z' },
  ],
})

/** Columns of these names point at rows that are copied too; every other id (people, units, places) stays what it is. */
const moving = new Set([
  'id',
  'root',
  'thing',
  'submission',
  'parent',
  'seal',
  'packed_in',
  'party',
  'hand_over',
  'opened',
])

async function multiply(installation: Installation, times: number): Promise<void> {
  if (times <= 1) return
  await withBarcodes(installation)
  const client = await installation.db.pool.connect()
  await client.query('begin')
  await client.query('set local statement_timeout = 0')
  const { rows: tables } = await client.query<{ name: string; columns: { name: string; type: string }[] }>(`
    select n.nspname || '.' || c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
     where c.relkind = 'r' and (n.nspname in ('cases', 'evidence') or (n.nspname, c.relname) = ('identity', 'sight')) and c.relname not in ('rollup', 'month_count', 'location_now', 'location') group by 1`)
  for (const table of tables) {
    const target = table.columns.map((c) => `"${c.name}"`).join(', ')
    const source = table.columns.map(({ name, type }) => {
      if (type === 'uuid' && moving.has(name))
        return `case when t."${name}" is null then null else md5(t."${name}"::text || g)::uuid end`
      if (name === 'number' && type === 'text') return `t."${name}" || '.' || g`
      if (name === 'barcode')
        return `public.bench_barcode(md5(t.${table.name.endsWith('.thing_now') ? 'thing' : 'id'}::text || g)::uuid)`
      if (name === 'subject' && type === 'text')
        return `split_part(t.subject, '/', 1) || '/' || md5(split_part(t.subject, '/', 2) || g)::uuid`
      if (name === 'normalised' && type === 'text')
        return `case when t.normalised ~ '^CX[0-9A-Z]{13}$' and t.subject like 'evidence.item/%' then public.bench_barcode(md5(split_part(t.subject, '/', 2) || g)::uuid) when t.class = 'number' then t.normalised || g else t.normalised end`
      if (['opened_at', 'born_at', 'since'].includes(name)) return `t."${name}" - g * interval '37 minutes'`
      return `t."${name}"`
    })
    await client.query({
      text: `insert into ${table.name} (${target}) select ${source.join(', ')} from ${table.name} t cross join generate_series(1, ${times - 1}) g on conflict do nothing`,
    })
  }
  await client.query('commit')
  client.release(true)
  await asOwner(installation, 'vacuum analyze')
}

/** The barcode of a copied thing must read like a printed one: evidence/barcode.ts, in SQL. */
async function withBarcodes(installation: Installation): Promise<void> {
  await asOwner(
    installation,
    `
    create schema if not exists public;
    grant usage on schema public to public;
    create function public.bench_barcode(id uuid) returns text language plpgsql immutable as $$
    declare n bigint := ('x' || right(replace(id::text, '-', ''), 15))::bit(60)::bigint; body text := ''; whole text; p int := 36; s int;
      digits constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; alphabet constant text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    begin
      for i in 1..12 loop body := substr(digits, (n & 31)::int + 1, 1) || body; n := n >> 5; end loop;
      whole := 'CX' || body;
      for i in 1..length(whole) loop s := (p + strpos(alphabet, substr(whole, i, 1)) - 1) % 36; if s = 0 then s := 36; end if; p := (s * 2) % 37; end loop;
      return whole || substr(alphabet, (37 - p) % 36 + 1, 1);
    end $$`,
  )
}

/** Only the owner of the tables may define or analyse; without statistics the planner reads whole tables. */
export async function asOwner(installation: Installation, text: string): Promise<void> {
  const owner = new pg.Client({ connectionString: installation.ownerUrl })
  await owner.connect()
  await owner.query(text)
  await owner.end()
}
