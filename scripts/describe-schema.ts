/** The whole schema as text to be read, described from the catalogue of a database that has every migration. */
import pg from 'pg'

interface TableRow {
  schema: string
  name: string
  kind: string
  comment: string | null
  definition: string | null
}
interface ColumnRow {
  table: string
  name: string
  type: string
  nullable: boolean
  default: string | null
}
interface ConstraintRow {
  table: string
  name: string
  definition: string
}
interface IndexRow {
  table: string
  definition: string
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and n.nspname not like 'pg_%'`

export async function describeSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tables = (
      await client.query<TableRow>(
        `select n.nspname as schema, c.relname as name, c.relkind as kind, obj_description(c.oid) as comment, case when c.relkind = 'v' then pg_get_viewdef(c.oid, true) end as definition from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v') and ${ours} order by 1, 3, 2`,
      )
    ).rows
    const columns = (
      await client.query<ColumnRow>(
        `select n.nspname || '.' || c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable, case when a.attidentity <> '' then 'generated always as identity' else pg_get_expr(d.adbin, d.adrelid) end as default from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and ${ours} order by 1, a.attnum`,
      )
    ).rows
    const constraints = (
      await client.query<ConstraintRow>(
        `select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where k.contype in ('p','u','f','c') and ${ours} order by 1, k.contype desc, 2`,
      )
    ).rows
    const indexes = (
      await client.query<IndexRow>(
        `select n.nspname || '.' || t.relname as table, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) and ${ours} order by 1, 2`,
      )
    ).rows
    const functions = (
      await client.query<{ definition: string }>(
        `select pg_get_functiondef(p.oid) as definition from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prokind = 'f' order by n.nspname, p.proname`,
      )
    ).rows
    const parts = tables.map((t) => {
      const name = `${t.schema}.${t.name}`
      if (t.kind === 'v') return `create view ${name} as\n${t.definition}\n`
      const lines = [
        ...columns
          .filter((c) => c.table === name)
          .map(
            (c) =>
              `  ${c.name} ${c.type}${c.nullable ? '' : ' not null'}${c.default ? ` ${c.default.startsWith('generated') ? c.default : `default ${c.default}`}` : ''}`,
          ),
        ...constraints.filter((c) => c.table === name).map((c) => `  constraint ${c.name} ${c.definition}`),
      ]
      return `-- ${t.comment ?? ''}\ncreate table ${name} (\n${lines.join(',\n')}\n);\n${indexes
        .filter((i) => i.table === name)
        .map((i) => `${i.definition};\n`)
        .join('')}`
    })
    return `-- The whole schema, to be read; made by npm run generate from the sum of db/migrations. Not run by anything.\n\n${parts.join('\n')}\n${functions.map((f) => `${f.definition.trim()};\n`).join('\n')}`
  } finally {
    await client.end()
  }
}
