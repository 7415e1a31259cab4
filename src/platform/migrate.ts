/** Brings a database up: plain SQL files, forward only, numbered per module; then the rights of the two lesser roles. */
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export const migrationsFolder = join(import.meta.dirname, '../../db/migrations')

/** Floors first, then the modules in the order of house.json, then the number. */
export async function migrationFiles(): Promise<{ name: string; sql: string; hash: string }[]> {
  const house = JSON.parse(await readFile(join(import.meta.dirname, '../../house.json'), 'utf8')) as {
    modules: { name: string }[]
  }
  const order = ['platform', 'ledger', 'identity', ...house.modules.map((m) => m.name)]
  const place = (file: string): number => {
    const at = order.indexOf(file.split('-')[0] ?? '')
    if (at < 0) throw new Error(`The migration ${file} bears no module's word`)
    return at
  }
  const files = (await readdir(migrationsFolder)).filter((f) => f.endsWith('.sql'))
  files.sort((a, b) => place(a) - place(b) || a.localeCompare(b))
  return Promise.all(
    files.map(async (name) => {
      const sql = await readFile(join(migrationsFolder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** Returns how many files were applied. A released file that was edited stops the start with its name. */
export async function migrate(connection: pg.ClientConfig): Promise<number> {
  const client = new pg.Client({ ...connection, options: '-c timezone=UTC -c client_min_messages=warning' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7236583)')
    await client.query(`create schema if not exists platform`)
    await client.query(
      `create table if not exists platform.migration (name text primary key, hash text not null, applied_at timestamptz(3) not null)`,
    )
    await client.query(
      `comment on table platform.migration is 'kept: which migration files this database has seen'`,
    )
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select name, hash from platform.migration',
    )
    const seen = new Map(rows.map((r) => [r.name, r.hash]))
    let applied = 0
    for (const file of await migrationFiles()) {
      const before = seen.get(file.name)
      if (before === file.hash) continue
      if (before)
        throw new Error(`The migration ${file.name} was changed after it was applied; add a new file instead`)
      await client.query('begin')
      try {
        await client.query(file.sql)
        await client.query('insert into platform.migration values ($1, $2, clock_timestamp())', [
          file.name,
          file.hash,
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${file.name}: ${(error as Error).message}`, { cause: error })
      }
      applied += 1
    }
    if (applied > 0) await client.query(rightsSql)
    return applied
  } finally {
    await client.end()
  }
}

/**
 * What the roles may do, from the first word of each table's comment: covered rows and the ledger are added to,
 * never changed; derived and kept rows are the application's to maintain; chained ones are added to by a function alone. Skipped where the roles do not exist
 * (a cluster where one role does everything): the triggers on covered tables hold there all the same.
 */
const rightsSql = `
do $$
declare t record; word text;
begin
  for t in
    select n.nspname, c.relname, c.relkind, split_part(coalesce(obj_description(c.oid), ''), ':', 1) as word
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r','v','p') and n.nspname = any (array['platform','ledger','identity','catalogue','cases','quality','evidence','scenes','work','results','death','reports','archive','exchange','portal','observatory'])
  loop
    if t.word = 'covered' and not exists (select 1 from pg_trigger where tgname = 'added_only' and tgrelid = format('%I.%I', t.nspname, t.relname)::regclass) then
      execute format('create trigger added_only before update or delete on %I.%I for each row execute function ledger.added_only()', t.nspname, t.relname);
      execute format('create trigger never_emptied before truncate on %I.%I for each statement execute function ledger.added_only()', t.nspname, t.relname);
    end if;
    if exists (select 1 from pg_roles where rolname = 'custodia_app') then
      execute format('grant usage on schema %I to custodia_app, custodia_reader', t.nspname);
      execute format('grant select on %I.%I to custodia_app, custodia_reader', t.nspname, t.relname);
      if t.relkind <> 'v' and t.word <> 'chained' then
        execute format('grant insert on %I.%I to custodia_app', t.nspname, t.relname);
        if t.word <> 'covered' then execute format('grant update, delete on %I.%I to custodia_app', t.nspname, t.relname); end if;
      end if;
    end if;
  end loop;
  if exists (select 1 from pg_roles where rolname = 'custodia_app') then
    for t in select nspname from pg_namespace where nspname in ('ledger','platform','identity','graphile_worker') loop
      execute format('grant usage on schema %I to custodia_app', t.nspname);
      execute format('grant execute on all functions in schema %I to custodia_app', t.nspname);
      execute format('grant usage, select on all sequences in schema %I to custodia_app', t.nspname);
    end loop;
  end if;
end $$;
`
