/** The tables of an installation, described from its own catalogue as a Frictionless Data Package describes them (Table Schema 1). */
import type pg from 'pg'
import { tableNames } from './copying.ts'

export interface Field {
  readonly name: string
  readonly type: string
  /** As PostgreSQL names it: what the plain type leaves open. */
  readonly databaseType: string
  readonly constraints: { readonly required: boolean }
}
export interface Described {
  readonly name: string
  /** The comment of the table: covered, derived, kept or chained, and what a row is. */
  readonly description: string
  readonly schema: {
    readonly fields: readonly Field[]
    readonly primaryKey: readonly string[]
    readonly foreignKeys: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource: string; readonly fields: readonly string[] }
    }[]
  }
}

const plainTypes: readonly [RegExp, string][] = [
  [/\[\]$/, 'string'],
  [/^(bigint|integer|smallint)/, 'integer'],
  [/^(numeric|double|real)/, 'number'],
  [/^boolean/, 'boolean'],
  [/^timestamp/, 'datetime'],
  [/^date$/, 'date'],
  [/^time/, 'time'],
  [/^jsonb?$/, 'any'],
]
const plainTypeOf = (type: string): string => plainTypes.find(([form]) => form.test(type))?.[1] ?? 'string'

export async function describeTables(client: pg.Client): Promise<Described[]> {
  const named = `n.nspname || '.' || c.relname`
  const from = `pg_class c join pg_namespace n on n.oid = c.relnamespace`
  const { rows: tables } = await client.query<{ name: string; what: string | null; key: string[] | null }>(
    `select ${named} as name, obj_description(c.oid) as what,
            (select array_agg(a.attname::text order by k.nr) from pg_constraint p, unnest(p.conkey) with ordinality k (no, nr)
               join pg_attribute a on a.attrelid = c.oid and a.attnum = k.no where p.conrelid = c.oid and p.contype = 'p') as key
       from ${from} where c.relkind = 'r'`,
  )
  const { rows: columns } = await client.query<{
    table: string
    name: string
    type: string
    required: boolean
  }>(
    `select ${named} as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
       from pg_attribute a join (${from}) on c.oid = a.attrelid
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by 1, a.attnum`,
  )
  const { rows: references } = await client.query<{
    table: string
    to: string
    fields: string[]
    there: string[]
  }>(
    `select ${named} as table, tn.nspname || '.' || t.relname as to,
            (select array_agg(a.attname::text order by k.nr) from unnest(p.conkey) with ordinality k (no, nr) join pg_attribute a on a.attrelid = p.conrelid and a.attnum = k.no) as fields,
            (select array_agg(a.attname::text order by k.nr) from unnest(p.confkey) with ordinality k (no, nr) join pg_attribute a on a.attrelid = p.confrelid and a.attnum = k.no) as there
       from pg_constraint p join (${from}) on c.oid = p.conrelid join pg_class t on t.oid = p.confrelid join pg_namespace tn on tn.oid = t.relnamespace
      where p.contype = 'f' order by 1, p.conname`,
  )
  return (await tableNames(client)).map((name) => {
    const table = tables.find((t) => t.name === name)
    return {
      name,
      description: table?.what ?? '',
      schema: {
        fields: columns
          .filter((c) => c.table === name)
          .map((c) => ({
            name: c.name,
            type: plainTypeOf(c.type),
            databaseType: c.type,
            constraints: { required: c.required },
          })),
        primaryKey: table?.key ?? [],
        foreignKeys: references
          .filter((r) => r.table === name)
          .map((r) => ({ fields: r.fields, reference: { resource: r.to, fields: r.there } })),
      },
    }
  })
}
