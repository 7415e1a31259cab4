/** What an order to expunge has to reach: the names of a party, the roots that a case gathers, the papers whose bytes may say it. */
import { saysName, wordsOfNames } from '#ledger/struck-words.ts'
import { type Saying, rowsThatSay } from '#ledger/striking.ts'
import type { Cx } from '#platform/cx.ts'
import { nameSql, sql } from '#platform/sql.ts'
import { mayStrike } from '../rules/striking.ts'

type Reading = Pick<Cx, 'tx' | 'ground'>
/** Of a larger paper nobody reads every byte; it is told as not read. */
const READ_AT_MOST = 8 * 1_048_576

export async function namesOfParty(cx: Pick<Cx, 'tx'>, root: string, party: string): Promise<string[][]> {
  const rows = await cx.tx.many<{ n: string }>(sql`
    select distinct said.n from cases.party p join ledger.vault v on v.id = p.vault
      cross join lateral (select v.value ->> 'name' as n union all select jsonb_array_elements_text(case when jsonb_typeof(v.value -> 'otherNames') = 'array' then v.value -> 'otherNames' else '[]' end)) said
     where p.root = ${root} and p.party = ${party} and said.n is not null`)
  return wordsOfNames(rows.map((r) => r.n))
}

/** The case, and what it came from or gathers under a root of its own (an announcement). */
export const rootsOf = async (cx: Pick<Cx, 'tx'>, root: string): Promise<string[]> =>
  (
    await cx.tx.many<{ root: string }>(
      sql`select ${root}::uuid as root union select split_part(subject, '/', 2)::uuid from ledger.entry where root = ${root}`,
    )
  ).map((r) => r.root)

/** Rows that say the name, those of other parties left out: their names are theirs. */
export const rowsNaming = (cx: Reading, roots: readonly string[], names: readonly (readonly string[])[]) =>
  rowsThatSay(cx, roots, names, mayStrike)

export interface Paper {
  readonly id: string
  readonly name: string
  readonly file: string
  readonly says: 'whole' | 'part' | 'no' | 'unread'
}
/** Each paper of the case: whether its bytes say the name, as far as they are plain text. */
export async function papersNaming(
  cx: Reading,
  root: string,
  names: readonly (readonly string[])[],
): Promise<Paper[]> {
  const rows = await cx.tx.many<{
    id: string
    name: string
    file: string
    media_type: string
    size: string
  }>(sql`
    select d.id, d.name, d.file, d.media_type, d.size::text as size from cases.document d
     where d.root = ${root} and not exists (select 1 from cases.paper_destroyed g where g.document = d.id) order by d.recorded_at limit 500`)
  const papers: Paper[] = []
  for (const { id, name, file, size } of rows) {
    const read = Number(size) <= READ_AT_MOST && (await cx.ground.files.has(file))
    const text = read ? textOf(await cx.ground.files.read(file)) : null
    papers.push({ id, name, file, says: text === null ? 'unread' : (saysName(text, names) ?? 'no') })
  }
  return papers
}

/** The words of a file that is plain text, in whichever of the usual writings; null for anything else. */
function textOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return /^%PDF|^PK/.test(bytes.subarray(0, 4).toString('latin1'))
      ? null
      : new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Whether anything else of the house stands on these bytes (a photograph, a run, another case): then they are not this case's alone to destroy. */
export async function usedElsewhere(
  cx: Pick<Cx, 'tx'>,
  file: string,
  documents: readonly string[],
): Promise<boolean> {
  const columns = await cx.tx.many<{ name: string; column: string }>(sql`
    select n.nspname || '.' || c.relname as name, a.attname as column
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and obj_description(c.oid) like 'covered%' and a.atttypid = 'text'::regtype and a.attname ~ '(file|sha|photo|paper|pdf|data|drawn)' order by 1, 2`)
  for (const { name, column } of columns) {
    const own =
      name === 'cases.document'
        ? sql`t.id = any(${documents as string[]}::uuid[]) or t.id in (select document from cases.paper_destroyed)`
        : sql`false`
    const { used } = await cx.tx.one<{ used: boolean }>(
      sql`select exists (select 1 from ${nameSql(name)} t where t.${nameSql(`"${column}"`)} = ${file} and not (${own})) as used`,
    )
    if (used) return true
  }
  return false
}

/** Handles that say the whole name go; the title is found again by what is left of it. */
export async function dropHandlesNaming(
  cx: Pick<Cx, 'tx'>,
  roots: readonly string[],
  names: readonly (readonly string[])[],
): Promise<void> {
  for (const words of names)
    await cx.tx.run(sql`
      delete from cases.handle h where h.root = any(${roots as string[]}::uuid[])
         and not exists (select 1 from unnest(${words as string[]}::text[]) as w(word) where not (w.word = any(regexp_split_to_array(lower(unaccent(h.normalised || ' ' || h.label)), '[^[:alnum:]]+'))))`)
}
export type { Saying }
