/**
 * Striking a name out of covered rows by order of law (format.md, 2): where it stands in the records of a case, and the words taken out so
 * that each row is held from then on to the digest that the entry of the order names.
 */
import { type Json, canonical } from '#kernel/canonical.ts'
import { digestOf } from '#platform/covered.ts'
import type { Cx } from '#platform/cx.ts'
import { nameSql, sql } from '#platform/sql.ts'
import { type CoveredTable, coveredTablesSql, selectAsText, tableOf } from './covered-tables.ts'
import { saysName, strikeName } from './struck-words.ts'

type Reading = Pick<Cx, 'tx'>
export interface Saying {
  readonly table: string
  readonly id: string
  readonly column: string
  readonly says: 'whole' | 'part'
  readonly text: string
  /** As it will stand. */
  readonly struck: string
}
interface RowSaying {
  readonly table: CoveredTable
  readonly row: Record<string, string | null>
  readonly root: string
  readonly sayings: readonly Saying[]
}

/** Rows of these roots that say one of the names, in any covered table whose words may be struck. */
export async function rowsThatSay(
  cx: Reading,
  roots: readonly string[],
  names: readonly (readonly string[])[],
  may: (table: string) => boolean,
): Promise<RowSaying[]> {
  const words = [...new Set(names.flat())].filter((w) => w.length >= 2)
  if (words.length === 0) return []
  const tables = (await cx.tx.many<Parameters<typeof tableOf>[0]>(sql`${nameSql(coveredTablesSql)}`))
    .map(tableOf)
    .filter((t) => may(t.name))
  const found: RowSaying[] = []
  for (const table of tables) {
    // The root itself is kept under its own id.
    const root = table.columns.some((c) => c.name === 'root') ? 'root' : 'id'
    const rows = await cx.tx.many<Record<string, string | null>>(sql`
      ${nameSql(selectAsText(table))} where t.${nameSql(root)} = any(${roots as string[]}::uuid[])
        and exists (select 1 from unnest(${words}::text[]) as w(word) where position(w.word in lower(unaccent(to_jsonb(t)::text))) > 0) order by t.id`)
    for (const row of rows) {
      const sayings = sayingsOf(table, row, names)
      if (sayings.length > 0) found.push({ table, row, root: String(row[root]), sayings })
    }
  }
  return found
}

const worded = /^(text|character varying.*|jsonb|text\[\])$/
function sayingsOf(
  table: CoveredTable,
  row: Record<string, string | null>,
  names: readonly (readonly string[])[],
): Saying[] {
  return table.columns.flatMap(({ name: column, type }) => {
    const text = row[column]
    if (text == null || !worded.test(type)) return []
    const says = saysName(text, names)
    return says
      ? [{ table: table.name, id: String(row.id), column, says, text, struck: strikeName(text, names) }]
      : []
  })
}

/** The digests that the entry of the order names, by `table/id`: each row as it will stand. */
export function digestsAfter(rows: readonly RowSaying[]): Record<string, string> {
  return Object.fromEntries(
    rows.map(({ table, row, sayings }) => {
      const after = { ...row, ...Object.fromEntries(sayings.map((s) => [s.column, s.struck])) }
      for (const column of table.json)
        if (after[column] != null) after[column] = canonical(JSON.parse(after[column]) as Json)
      return [`${table.name}/${String(row.id)}`, digestOf(after)]
    }),
  )
}

/** After the entry is recorded: the words go, from the rows and from what repeats them word for word. */
export async function strikeRows(
  cx: Reading,
  roots: readonly string[],
  rows: readonly RowSaying[],
): Promise<void> {
  for (const { table, row, sayings } of rows) {
    const words = Object.fromEntries(
      sayings.map((s) => [s.column, table.json.has(s.column) ? (JSON.parse(s.struck) as Json) : s.struck]),
    )
    await cx.tx.run(
      sql`select ledger.strike_words(${table.name}, ${row.id}, ${JSON.stringify(words)}::jsonb)`,
    )
  }
  await strikeCopies(
    cx,
    roots,
    rows.flatMap((r) => r.sayings),
  )
}

/** Derived and kept tables that repeat a sentence of the case, whole. */
async function strikeCopies(
  cx: Reading,
  roots: readonly string[],
  sayings: readonly Saying[],
): Promise<void> {
  const columns = await cx.tx.many<{ name: string; column: string }>(sql`
    select n.nspname || '.' || c.relname as name, a.attname as column
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and obj_description(c.oid) ~ '^(derived|kept)' and n.nspname not in ('platform', 'ledger') and a.atttypid = 'text'::regtype
       and exists (select 1 from pg_attribute r where r.attrelid = c.oid and r.attname = 'root') order by 1, 2`)
  const before = sayings.map((s) => s.text)
  const after = sayings.map((s) => s.struck)
  for (const { name, column } of columns)
    await cx.tx.run(sql`
      update ${nameSql(name)} t set ${nameSql(`"${column}"`)} = s.after from unnest(${before}::text[], ${after}::text[]) as s(before, after)
       where t.root = any(${roots as string[]}::uuid[]) and t.${nameSql(`"${column}"`)} = s.before`)
}
