/** Holds against the walked tree what stands at its ends: the head of each subject, and the signed heads, ours and those kept elsewhere. */
import type pg from 'pg'
import { type Found, batches } from './findings.ts'
import { type LinkedHead, linkOf, vkeyFor } from './heads.ts'
import { Appender, leafHash } from './merkle.ts'
import { verifyNote } from './note.ts'
import type { Walked } from './walk-tree.ts'

export async function compareHeads(
  client: pg.ClientBase,
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

export interface KnownHeads {
  /** Notes kept elsewhere: printed, mailed, witnessed. */
  readonly checkpoints?: readonly string[]
  readonly vkey?: string
  /** The newest head that this house keeps outside the database. */
  readonly lastHead?: LinkedHead | undefined
}
interface Row {
  origin: string
  size: number
  root: Buffer
  note: string
  made_at: string
  link: Buffer | null
}

export async function compareCheckpoints(
  client: pg.ClientBase,
  tree: Walked,
  known: KnownHeads,
  found: Found,
): Promise<void> {
  const { rows } = await client.query<Row>(
    'select origin, size, root, note, made_at, link from ledger.checkpoint order by size',
  )
  const kept = (
    await client.query<{ value: string }>(`select value from platform.setting where key = 'log-vkey'`)
  ).rows[0]?.value
  const vkey = known.vkey ?? kept
  compareLinks(rows, known.lastHead, found)
  for (const row of rows) await compareHead(client, tree, { note: row.note, vkey, row }, found)
  for (const note of known.checkpoints ?? []) await compareHead(client, tree, { note, vkey }, found)
  const { lastHead } = known
  if (lastHead && !rows.some((row) => row.note === lastHead.note))
    await compareHead(client, tree, { note: lastHead.note, vkey }, found)
}

/** A head that was taken out, added or moved breaks the link of the one after it; the last is known outside the database. */
function compareLinks(rows: readonly Row[], lastHead: LinkedHead | undefined, found: Found): void {
  let before: string | null = null
  let last = 0
  for (const row of rows) {
    const { origin, size, note, made_at: madeAt } = row
    const head = { origin, size, note, madeAt, root: row.root.toString('hex') }
    const link = row.link?.toString('hex') ?? null
    if (link !== linkOf(before, head) && !(link === null && before === null))
      found({
        kind: 'checkpoint-changed',
        table: 'ledger.checkpoint',
        row: String(size),
        detail: `the head of ${size} entries does not follow that of ${last}: one was changed, moved, taken out or added`,
      })
    before = link
    last = size
  }
  if (
    lastHead &&
    !rows.some((row) => row.note === lastHead.note && row.link?.toString('hex') === lastHead.link)
  )
    found({
      kind: 'checkpoint-missing',
      table: 'ledger.checkpoint',
      row: String(lastHead.size),
      detail: 'a head that was signed here is not among the heads',
    })
}

async function compareHead(
  client: pg.ClientBase,
  tree: Walked,
  head: { note: string; vkey: string | undefined; row?: Row },
  found: Found,
): Promise<void> {
  const { note, row } = head
  const where = row ? { table: 'ledger.checkpoint', row: String(row.size) } : {}
  const vkey = head.vkey && vkeyFor(note.split('\n', 1)[0] ?? '', head.vkey)
  const read = vkey ? verifyNote(note, vkey) : undefined
  if (!read?.ok)
    return found({
      kind: 'checkpoint-not-signed',
      ...where,
      detail: read ? `the signature does not hold: ${read.reason}` : 'no key to check it with',
    })
  const { size, root, origin } = read.checkpoint
  if (row && (Number(row.size) !== size || !row.root.equals(root) || row.origin !== origin))
    found({ kind: 'checkpoint-changed', ...where, detail: 'the columns differ from the signed text' })
  if (size > tree.size)
    return found({
      kind: 'entries-cut-off',
      ...where,
      detail: `a signed head speaks of ${size} entries, the tree holds ${tree.size}`,
    })
  const ours = tree.roots.get(size) ?? (size === tree.size ? tree.root : await rootAt(client, size))
  if (ours !== root.toString('hex'))
    found({
      kind: 'history-rewritten',
      ...where,
      detail: `the tree of ${size} entries has another root than the one that was signed`,
    })
}

/** For a head that was kept elsewhere and is not in our table. */
async function rootAt(client: pg.ClientBase, size: number): Promise<string> {
  const tree = new Appender(0, [])
  for await (const rows of batches<{ leaf: Buffer }>(
    client,
    `select e.leaf from ledger.leaf l join ledger.entry e on e.no = l.entry_no where l.position < ${size} order by l.position`,
  )) {
    for (const row of rows) tree.append(leafHash(row.leaf))
  }
  return tree.root().toString('hex')
}
