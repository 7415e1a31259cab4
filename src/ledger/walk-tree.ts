/** Walks the entries in the order of the tree: bytes, columns, chains and nodes; then the heads, ours and those kept elsewhere. */
import type pg from 'pg'
import { type Found, batches } from './findings.ts'
import { Appender, leafHash } from './merkle.ts'
import { verifyNote } from './note.ts'

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

export interface Walked {
  entries: number
  size: number
  root: string
  roots: Map<number, string>
  heads: Map<string, { seq: number; hash: string }>
  digests: Map<string, { digest: string; entry: string; subject: string }>
}

export async function walkEntries(client: pg.PoolClient, found: Found): Promise<Walked> {
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
  found: Found,
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

export async function compareHeads(
  client: pg.PoolClient,
  heads: Walked['heads'],
  found: Found,
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

export async function compareCheckpoints(
  client: pg.PoolClient,
  tree: Walked,
  options: { checkpoints?: readonly string[]; vkey?: string },
  found: Found,
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
