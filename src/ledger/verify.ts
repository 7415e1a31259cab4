/**
 * Verifies an installation against itself and against checkpoints kept elsewhere: leaf bytes rehashed, columns compared
 * with the leaf, subject chains walked, the tree rebuilt, covered rows digested again, derived rows recomputed, personal
 * values held against their commitments. Each finding names what it is about; nothing is repaired.
 */
import type pg from 'pg'
import Cursor from 'pg-cursor'
import { type Json, canonical } from '#kernel/canonical.ts'
import { digestOf } from '#platform/covered.ts'
import type { Ground, Module } from '#platform/cx.ts'
import { Appender, leafHash } from './merkle.ts'
import { verifyNote } from './note.ts'
import { growTree } from './sequencer.ts'
import { commitmentOf } from './vault.ts'

export interface Problem {
  kind: string
  subject?: string
  entry?: string
  table?: string
  row?: string
  detail: string
}
export interface VerifyReport {
  ok: boolean
  entries: number
  treeSize: number
  root: string
  rows: number
  problems: Problem[]
}

const BATCH = 5_000
const MOST_PROBLEMS = 1_000

interface Entry {
  no: number
  id: string
  action: string
  subject: string
  seq: number
  root: string | null
  actor_kind: string
  actor_id: string | null
  act: string
  occurred_at: string
  recorded_at: string
  leaf: Buffer
  hash: Buffer
  position: number | null
  leaf_hash: Buffer | null
  nodes: Buffer | null
}
interface Leaf {
  id: string
  action: string
  subject: string
  seq: number
  prev: string | null
  root: string | null
  actor: { kind: string; id: string | null }
  act: string
  occurredAt: string
  recordedAt: string
  rows: { table: string; id: string; digest: string }[]
}

/** `checkpoints`: signed heads kept elsewhere, as note texts. */
export async function verifyInstallation(
  ground: Ground,
  modules: readonly Module[],
  options: { checkpoints?: readonly string[]; vkey?: string },
): Promise<VerifyReport> {
  while ((await growTree(ground)) > 0);
  const problems: Problem[] = []
  const found = (problem: Problem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem)
  }
  const client = await ground.db.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    const tree = await walkEntries(client, found)
    const rows = await walkCovered(client, tree.digests, found)
    await compareHeads(client, tree.heads, found)
    await compareCheckpoints(client, tree, options, found)
    await compareDerived(client, modules, found)
    await compareVault(client, found)
    await client.query('commit')
    return {
      ok: problems.length === 0,
      entries: tree.entries,
      treeSize: tree.size,
      root: tree.root,
      rows,
      problems,
    }
  } finally {
    client.release(true)
  }
}

async function* batches<Row>(client: pg.PoolClient, text: string): AsyncIterable<Row[]> {
  const cursor = client.query(new Cursor<Row & pg.QueryResultRow>(text))
  for (;;) {
    const rows = await cursor.read(BATCH)
    if (rows.length === 0) break
    yield rows
  }
  await cursor.close()
}

interface Walked {
  entries: number
  size: number
  root: string
  roots: Map<number, string>
  heads: Map<string, { seq: number; hash: string }>
  digests: Map<string, { digest: string; entry: string; subject: string }>
}

async function walkEntries(client: pg.PoolClient, found: (p: Problem) => void): Promise<Walked> {
  const heads: Walked['heads'] = new Map()
  const digests: Walked['digests'] = new Map()
  const wanted = new Set(
    (await client.query<{ size: number }>('select size from ledger.checkpoint')).rows.map((r) =>
      Number(r.size),
    ),
  )
  const tree = new Appender(0, [])
  const roots = new Map<number, string>()
  let entries = 0
  for await (const rows of batches<Entry>(
    client,
    `select e.*, l.position, l.hash as leaf_hash, l.nodes from ledger.entry e left join ledger.leaf l on l.entry_no = e.no order by l.position nulls last, e.no`,
  )) {
    for (const row of rows) {
      entries += 1
      const name = { subject: row.subject, entry: row.id }
      const hash = leafHash(row.leaf)
      if (!hash.equals(row.hash))
        found({
          kind: 'entry-changed',
          ...name,
          table: 'ledger.entry',
          row: row.id,
          detail: 'the bytes of the entry do not give its hash',
        })
      if (row.position === null)
        found({ kind: 'entry-without-place', ...name, detail: 'the entry has no position in the tree' })
      else if (row.position !== tree.size)
        found({
          kind: 'position-missing',
          ...name,
          table: 'ledger.leaf',
          row: String(row.position),
          detail: `position ${tree.size} is missing`,
        })
      else {
        if (!row.leaf_hash?.equals(hash))
          found({
            kind: 'leaf-changed',
            ...name,
            table: 'ledger.leaf',
            row: String(row.position),
            detail: 'the tree holds another hash for this entry',
          })
        const nodes = Buffer.concat(tree.append(hash))
        if (!row.nodes?.equals(nodes))
          found({
            kind: 'node-changed',
            ...name,
            table: 'ledger.leaf',
            row: String(row.position),
            detail: 'the hashes of completed subtrees differ',
          })
        if (wanted.has(tree.size)) roots.set(tree.size, tree.root().toString('hex'))
      }
      readLeaf(row, hash, heads, digests, found)
    }
  }
  return { entries, size: tree.size, root: tree.root().toString('hex'), roots, heads, digests }
}

function readLeaf(
  row: Entry,
  hash: Buffer,
  heads: Walked['heads'],
  digests: Walked['digests'],
  found: (p: Problem) => void,
): void {
  const name = { subject: row.subject, entry: row.id }
  let leaf: Leaf
  try {
    leaf = JSON.parse(row.leaf.toString('utf8')) as Leaf
  } catch {
    return found({
      kind: 'entry-changed',
      ...name,
      table: 'ledger.entry',
      row: row.id,
      detail: 'the bytes of the entry are not JSON',
    })
  }
  const columns = [
    leaf.id,
    leaf.action,
    leaf.subject,
    leaf.seq,
    leaf.root,
    leaf.actor.kind,
    leaf.actor.id,
    leaf.act,
    leaf.occurredAt,
    leaf.recordedAt,
  ]
  const stored = [
    row.id,
    row.action,
    row.subject,
    row.seq,
    row.root,
    row.actor_kind,
    row.actor_id,
    row.act,
    row.occurred_at,
    row.recorded_at,
  ]
  const at = columns.findIndex((value, i) => value !== stored[i])
  if (at >= 0)
    found({
      kind: 'entry-changed',
      ...name,
      table: 'ledger.entry',
      row: row.id,
      detail: `column ${at + 1} says ${String(stored[at])}, the entry itself says ${String(columns[at])}`,
    })
  const head = heads.get(leaf.subject)
  if (leaf.seq !== (head?.seq ?? 0) + 1)
    found({ kind: 'chain-broken', ...name, detail: `entry ${leaf.seq} follows entry ${head?.seq ?? 0}` })
  else if (leaf.prev !== (head?.hash ?? null))
    found({ kind: 'chain-broken', ...name, detail: 'the entry names another predecessor' })
  heads.set(leaf.subject, { seq: leaf.seq, hash: hash.toString('hex') })
  for (const r of leaf.rows)
    digests.set(`${r.table}/${r.id}`, { digest: r.digest, entry: leaf.id, subject: leaf.subject })
}

interface Column {
  name: string
  type: string
}
export interface CoveredTable {
  name: string
  columns: Column[]
  json: Set<string>
}

/** Each column as the text that was hashed; see platform/covered.ts. */
function textSql({ name, type }: Column): string {
  const column = `t."${name}"`
  if (type === 'timestamp with time zone')
    return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  if (type === 'bytea') return `encode(${column}, 'hex')`
  if (type.endsWith('[]')) return `to_jsonb(${column})::text`
  return `${column}::text`
}
export function selectAsText(table: CoveredTable): string {
  return `select ${table.columns.map((c) => `${textSql(c)} as "${c.name}"`).join(', ')} from ${table.name} t`
}

/** The ledger's own tables are checked by walking them. */
export async function coveredTables(client: pg.PoolClient): Promise<CoveredTable[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(`
    select n.nspname || '.' || c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and obj_description(c.oid) like 'covered%' and n.nspname <> 'ledger' group by 1 order by 1`)
  return rows.map((t) => ({
    ...t,
    json: new Set(t.columns.filter((c) => c.type === 'jsonb' || c.type.endsWith('[]')).map((c) => c.name)),
  }))
}

async function walkCovered(
  client: pg.PoolClient,
  digests: Walked['digests'],
  found: (p: Problem) => void,
): Promise<number> {
  const destroyed = new Set(
    (
      await client.query<{ key: string }>(`select table_name || '/' || row_id as key from ledger.destroyed`)
    ).rows.map((r) => r.key),
  )
  let count = 0
  for (const table of await coveredTables(client)) {
    for await (const rows of batches<Record<string, string | null>>(client, selectAsText(table))) {
      for (const row of rows) {
        count += 1
        const key = `${table.name}/${row.id}`
        const expected = digests.get(key)
        digests.delete(key)
        for (const column of table.json)
          if (row[column] != null) row[column] = canonical(JSON.parse(row[column]) as Json)
        if (!expected)
          found({
            kind: 'row-extra',
            table: table.name,
            row: String(row.id),
            detail: 'no entry speaks of this row',
          })
        else if (digestOf(row) !== expected.digest)
          found({
            kind: 'row-changed',
            table: table.name,
            row: String(row.id),
            entry: expected.entry,
            subject: expected.subject,
            detail: 'the row is not the one that was recorded',
          })
      }
    }
  }
  for (const [key, { entry, subject }] of digests) {
    if (destroyed.has(key)) continue
    const [table, row] = key.split('/') as [string, string]
    found({ kind: 'row-missing', table, row, entry, subject, detail: 'the row that was recorded is gone' })
  }
  return count
}

async function compareHeads(
  client: pg.PoolClient,
  heads: Walked['heads'],
  found: (p: Problem) => void,
): Promise<void> {
  for await (const rows of batches<{ subject: string; seq: number; hash: Buffer }>(
    client,
    'select subject, seq, hash from ledger.head',
  )) {
    for (const row of rows) {
      const head = heads.get(row.subject)
      if (head?.seq !== row.seq || head.hash !== row.hash.toString('hex'))
        found({
          kind: 'head-differs',
          subject: row.subject,
          table: 'ledger.head',
          row: row.subject,
          detail: `the head says entry ${row.seq}, the chain ends at ${head?.seq ?? 0}`,
        })
      heads.delete(row.subject)
    }
  }
  for (const subject of heads.keys())
    found({ kind: 'head-missing', subject, table: 'ledger.head', detail: 'the chain has no head' })
}

async function compareCheckpoints(
  client: pg.PoolClient,
  tree: Walked,
  options: { checkpoints?: readonly string[]; vkey?: string },
  found: (p: Problem) => void,
): Promise<void> {
  const { rows } = await client.query<{ size: number; root: Buffer; note: string }>(
    'select size, root, note from ledger.checkpoint order by size',
  )
  const kept = (
    await client.query<{ value: string }>(`select value from platform.setting where key = 'log-vkey'`)
  ).rows[0]?.value
  const vkey = options.vkey ?? kept
  const notes = [
    ...rows.map((r) => ({ note: r.note, kept: r })),
    ...(options.checkpoints ?? []).map((note) => ({ note, kept: undefined })),
  ]
  for (const { note, kept: row } of notes) {
    const where = row ? { table: 'ledger.checkpoint', row: String(row.size) } : {}
    const read = vkey ? verifyNote(note, vkey) : undefined
    if (!read?.ok) {
      found({
        kind: 'checkpoint-not-signed',
        ...where,
        detail: read ? `the signature does not hold: ${read.reason}` : 'no key to check it with',
      })
      continue
    }
    const { size, root } = read.checkpoint
    if (row && (Number(row.size) !== size || !row.root.equals(root)))
      found({ kind: 'checkpoint-changed', ...where, detail: 'the columns differ from the signed text' })
    if (size > tree.size)
      found({
        kind: 'entries-cut-off',
        ...where,
        detail: `a signed head speaks of ${size} entries, the tree holds ${tree.size}`,
      })
    else {
      const ours = tree.roots.get(size) ?? (size === tree.size ? tree.root : await rootAt(client, size))
      if (ours !== root.toString('hex'))
        found({
          kind: 'history-rewritten',
          ...where,
          detail: `the tree of ${size} entries has another root than the one that was signed`,
        })
    }
  }
}

/** For a head that was kept elsewhere and is not in our table. */
async function rootAt(client: pg.PoolClient, size: number): Promise<string> {
  const tree = new Appender(0, [])
  for await (const rows of batches<{ leaf: Buffer }>(
    client,
    `select e.leaf from ledger.leaf l join ledger.entry e on e.no = l.entry_no where l.position < ${size} order by l.position`,
  )) {
    for (const row of rows) tree.append(leafHash(row.leaf))
  }
  return tree.root().toString('hex')
}

async function compareDerived(
  client: pg.PoolClient,
  modules: readonly Module[],
  found: (p: Problem) => void,
): Promise<void> {
  for (const module of modules) {
    for (const [table, query] of Object.entries(module.derived ?? {})) {
      const { rows } = await client.query<{ side: string; row: string }>(`
        with stands as (select to_jsonb(t)::text as row from (select * from ${table}) t), ought as (select to_jsonb(t)::text as row from (${query}) t)
        (select 'stands' as side, row from (select row from stands except all select row from ought) a limit 50)
        union all (select 'ought' as side, row from (select row from ought except all select row from stands) b limit 50)`)
      for (const { side, row } of rows)
        found({
          kind: side === 'stands' ? 'derived-differs' : 'derived-missing',
          table,
          row: idOf(row),
          detail:
            side === 'stands'
              ? `stands but does not follow from what was recorded: ${row.slice(0, 300)}`
              : `follows from what was recorded but does not stand: ${row.slice(0, 300)}`,
        })
    }
  }
}
function idOf(row: string): string {
  const values = JSON.parse(row) as Record<string, unknown>
  return String(values.id ?? values.thing ?? values.item ?? Object.values(values)[0])
}

/** Every covered row with `vault` and `commitment` holds what the vault says, unless it was destroyed by order. */
async function compareVault(client: pg.PoolClient, found: (p: Problem) => void): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'vault') and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'commitment')`)
  for (const { name } of tables) {
    for await (const rows of batches<{
      id: string
      commitment: Buffer | string
      salt: Buffer | null
      value: Json
    }>(
      client,
      `select t.id, t.commitment, v.salt, v.value from ${name} t left join ledger.vault v on v.id = t.vault where t.vault is not null`,
    )) {
      for (const row of rows) {
        const commitment = Buffer.isBuffer(row.commitment) ? row.commitment.toString('hex') : row.commitment
        if (row.salt === null)
          found({
            kind: 'vault-missing',
            table: name,
            row: row.id,
            detail: 'the personal value is gone and no lawful destruction is recorded',
          })
        else if (commitmentOf(row.salt, row.value) !== commitment)
          found({
            kind: 'vault-changed',
            table: name,
            row: row.id,
            detail: 'the personal value is not the one that was recorded',
          })
      }
    }
  }
}
