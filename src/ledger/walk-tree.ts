/** Walks the entries in the order of the tree: their bytes, columns, chains, places, and the hashes of subtrees. */
import type pg from 'pg'
import { type Found, type Problem, batches } from './findings.ts'
import { Appender, leafHash } from './merkle.ts'

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
  facts: { destroyed?: number | string[]; emptied?: unknown; struck?: unknown }
  rows: { table: string; id: string; digest: string }[]
}

interface Recorded {
  digest: string
  entry: string
  subject: string
  root: string | null
  /** Position of the entry in the walk. */
  at: number
}
export interface Walked {
  entries: number
  size: number
  root: string
  roots: Map<number, string>
  heads: Map<string, { seq: number; hash: string }>
  /** What entries say of covered rows, by `table/id`. */
  digests: Map<string, Recorded>
  /** Entries that destroyed rows by order of law: how many, or which. */
  destroyers: Map<string, { destroyed: number | string[]; root: string | null; at: number }>
  /** Personal values that an entry says it destroyed, by their ids in the vault. */
  emptied: Set<string>
}

export async function walkEntries(client: pg.ClientBase, found: Found): Promise<Walked> {
  const wanted = new Set(
    (await client.query<{ size: number }>('select size from ledger.checkpoint')).rows.map((r) =>
      Number(r.size),
    ),
  )
  const tree = new Appender(0, [])
  const walked: Walked = {
    entries: 0,
    size: 0,
    root: '',
    roots: new Map(),
    heads: new Map(),
    digests: new Map(),
    destroyers: new Map(),
    emptied: new Set(),
  }
  const place = { next: 0, whole: true }
  for await (const rows of batches<Entry>(
    client,
    `select e.*, l.position, l.hash as leaf_hash, l.nodes from ledger.entry e left join ledger.leaf l on l.entry_no = e.no order by l.position nulls last, e.no`,
  )) {
    for (const row of rows) {
      const hash = leafHash(row.leaf)
      if (!hash.equals(row.hash)) found(changed(row, 'the bytes of the entry do not give its hash'))
      if (row.position === null)
        found({
          kind: 'entry-without-place',
          ...nameOf(row),
          table: 'ledger.entry',
          row: row.id,
          detail: 'the entry has no position in the tree',
        })
      else {
        comparePlace(row, row.position, hash, tree, place, found)
        if (wanted.has(tree.size)) walked.roots.set(tree.size, tree.root().toString('hex'))
      }
      readLeaf(row, hash, walked, found)
      walked.entries += 1
    }
  }
  await strayRows(client, found)
  return Object.assign(walked, { size: tree.size, root: tree.root().toString('hex') })
}

const nameOf = (row: Entry) => ({ subject: row.subject, entry: row.id })
function changed(row: Entry, detail: string): Problem {
  return { kind: 'entry-changed', ...nameOf(row), table: 'ledger.entry', row: row.id, detail }
}

/** After a gap the hashes of subtrees no longer say anything: the gap itself is the finding. */
function comparePlace(
  row: Entry,
  position: number,
  hash: Buffer,
  tree: Appender,
  place: { next: number; whole: boolean },
  found: Found,
): void {
  const name = { ...nameOf(row), table: 'ledger.leaf', row: String(position) }
  if (position !== place.next) {
    place.whole = false
    found({
      kind: 'position-missing',
      ...name,
      row: String(place.next),
      detail: `position ${place.next} is missing: position ${position} follows`,
    })
  }
  place.next = position + 1
  if (!row.leaf_hash?.equals(hash))
    found({ kind: 'leaf-changed', ...name, detail: 'the tree holds another hash for this entry' })
  const nodes = Buffer.concat(tree.append(hash))
  if (place.whole && !row.nodes?.equals(nodes))
    found({ kind: 'node-changed', ...name, detail: 'the hashes of completed subtrees differ' })
}

/** Positions of nothing, and entries that wait although they stand in the tree. */
async function strayRows(client: pg.ClientBase, found: Found): Promise<void> {
  const { rows: leaves } = await client.query<{ position: number }>(
    'select position from ledger.leaf l where not exists (select 1 from ledger.entry e where e.no = l.entry_no) order by position limit 100',
  )
  for (const { position } of leaves)
    found({
      kind: 'leaf-extra',
      table: 'ledger.leaf',
      row: String(position),
      detail: 'the position is of no entry',
    })
  const { rows: waiting } = await client.query<{ no: number }>(
    'select no from ledger.pending p where exists (select 1 from ledger.leaf l where l.entry_no = p.no) or not exists (select 1 from ledger.entry e where e.no = p.no) order by no limit 100',
  )
  for (const { no } of waiting)
    found({
      kind: 'pending-extra',
      table: 'ledger.pending',
      row: String(no),
      detail: 'nothing waits for a position under this number',
    })
}

function readLeaf(row: Entry, hash: Buffer, walked: Walked, found: Found): void {
  const name = nameOf(row)
  let leaf: Leaf
  try {
    leaf = JSON.parse(row.leaf.toString('utf8')) as Leaf
  } catch {
    return found(changed(row, 'the bytes of the entry are not JSON'))
  }
  const columns = columnsOf(leaf)
  const at = columns.findIndex(([column, value]) => value !== row[column])
  if (at >= 0) {
    const [column, value] = columns[at] as [keyof Entry, unknown]
    found(changed(row, `${column} says ${String(row[column])}, the entry itself says ${String(value)}`))
  }
  const head = walked.heads.get(leaf.subject)
  if (leaf.seq !== (head?.seq ?? 0) + 1)
    found({ kind: 'chain-broken', ...name, detail: `entry ${leaf.seq} follows entry ${head?.seq ?? 0}` })
  else if (leaf.prev !== (head?.hash ?? null))
    found({ kind: 'chain-broken', ...name, detail: 'the entry names another predecessor' })
  walked.heads.set(leaf.subject, { seq: leaf.seq, hash: hash.toString('hex') })
  const recorded = { entry: leaf.id, subject: leaf.subject, root: leaf.root, at: walked.entries }
  for (const r of leaf.rows) {
    const key = `${r.table}/${r.id}`
    if (walked.digests.has(key))
      found({
        kind: 'row-changed',
        ...name,
        table: r.table,
        row: r.id,
        detail: 'two entries say that they recorded this row',
      })
    walked.digests.set(key, { digest: r.digest, ...recorded })
  }
  const { destroyed, emptied, struck } = leaf.facts
  if (isWords(struck)) strike(walked, leaf, struck, found)
  if (Array.isArray(emptied)) for (const vault of emptied) walked.emptied.add(String(vault))
  if (destroyed !== undefined)
    walked.destroyers.set(leaf.id, { destroyed, root: leaf.root, at: walked.entries })
}

const isWords = (struck: unknown): struck is Record<string, string> =>
  typeof struck === 'object' && struck !== null && Object.values(struck).every((d) => typeof d === 'string')

/** Words struck out by order of law: from here on the row is held to the digest that this entry names (format.md, 2). */
function strike(walked: Walked, leaf: Leaf, struck: Record<string, string>, found: Found): void {
  for (const [key, digest] of Object.entries(struck)) {
    const row = walked.digests.get(key)
    if (row && row.root === leaf.root) row.digest = digest
    else {
      const [table, id] = key.split('/') as [string, string]
      found({
        kind: 'struck-unfounded',
        table,
        row: id,
        entry: leaf.id,
        subject: leaf.subject,
        detail: 'words are called struck out of a row that no earlier entry of this case recorded',
      })
    }
  }
}

/** What stands beside the bytes for searching, and what the bytes say. */
function columnsOf(leaf: Leaf): [keyof Entry, unknown][] {
  return [
    ['id', leaf.id],
    ['action', leaf.action],
    ['subject', leaf.subject],
    ['seq', leaf.seq],
    ['root', leaf.root],
    ['actor_kind', leaf.actor.kind],
    ['actor_id', leaf.actor.id],
    ['act', leaf.act],
    ['occurred_at', leaf.occurredAt],
    ['recorded_at', leaf.recordedAt],
  ]
}
