/**
 * The sequencer: one at a time (by advisory lock) gives committed entries their positions, in the order of the identity
 * that they took after their lock, and signs tree heads. Writers never wait for it.
 */
import type { Ground } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { type LinkedHead, keepLastHead, lastHeadIn, linkOf } from './heads.ts'
import { logKeyOf } from './log-key.ts'
import { Appender } from './merkle.ts'
import { signCheckpoint } from './note.ts'
import { frontierOf } from './tree.ts'

const BATCH = 2_000
const PAUSE_MS = 150
/** A head is signed at least every minute or every hundred entries, whichever comes first: that bounds what could be cut off unseen. */
const CHECKPOINT_MS = 60_000
const CHECKPOINT_ENTRIES = 100

export function startSequencer(ground: Ground): { stop(): Promise<void> } {
  let ended = false
  let wake: (() => void) | undefined
  const loop = (async () => {
    while (!ended) {
      try {
        const grown = await growTree(ground)
        if (grown < BATCH)
          await new Promise<void>((resolve) => {
            wake = resolve
            setTimeout(resolve, PAUSE_MS)
          })
      } catch (error) {
        ground.log.error({ err: error }, 'the sequencer failed and will try again')
        await new Promise((resolve) => setTimeout(resolve, 2_000))
      }
    }
    await growTree(ground, { checkpoint: true }).catch(() => 0)
  })()
  return {
    stop: async () => {
      ended = true
      wake?.()
      await loop
    },
  }
}

/**
 * Answers how many entries found their place. `checkpoint: true` signs a head even when neither a minute nor a hundred
 * entries have passed; `'none'` signs none: whoever is about to verify must not vouch for what they have not seen.
 */
export async function growTree(
  ground: Ground,
  options: { checkpoint?: boolean | 'none' } = {},
): Promise<number> {
  const { grown, signed } = await ground.db.transaction((tx) => grow(ground, tx, options.checkpoint ?? false))
  if (signed) await keepLastHead(ground.house.keysFolder, signed)
  return grown
}

async function grow(
  ground: Ground,
  tx: Tx,
  checkpoint: boolean | 'none',
): Promise<{ grown: number; signed?: LinkedHead | undefined }> {
  const { mine } = await tx.one<{ mine: boolean }>(
    checkpoint === true
      ? sql`select true as mine from (select pg_advisory_xact_lock(7236585)) l`
      : sql`select pg_try_advisory_xact_lock(7236585) as mine`,
  )
  if (!mine) return { grown: 0 }
  const { size } = await tx.one<{ size: number }>(
    sql`select coalesce(max(position) + 1, 0) as size from ledger.leaf`,
  )
  // What stands in the tree already is left to verification, which names it; nobody may hold up the others with it.
  // Looked up one by one: as joins PostgreSQL may read the whole ledger for three entries that wait.
  const waiting = await tx.many<{ no: number; hash: Buffer }>(
    sql`select no, hash from (select p.no, (select e.hash from ledger.entry e where e.no = p.no) as hash from ledger.pending p
         where (select l.position from ledger.leaf l where l.entry_no = p.no) is null order by p.no) w where hash is not null order by no limit ${BATCH}`,
  )
  const tree = new Appender(size, await frontierOf(tx, size))
  if (waiting.length > 0) await place(tx, tree, size, waiting)
  if (checkpoint === 'none') return { grown: waiting.length }
  return { grown: waiting.length, signed: await maybeCheckpoint(ground, tx, tree, checkpoint) }
}

async function place(
  tx: Tx,
  tree: Appender,
  size: number,
  waiting: readonly { no: number; hash: Buffer }[],
): Promise<void> {
  const numbers = waiting.map((w) => w.no)
  const nodes = waiting.map((w) => Buffer.concat(tree.append(w.hash)))
  const at: number[] = []
  let length = 0
  for (const one of nodes) {
    at.push(length + 1)
    length += one.length
  }
  // Bytes in one piece, cut where they are needed, as entries are written (append.ts).
  await tx.run(sql`
    insert into ledger.leaf (position, entry_no, hash, nodes)
    select ${size}::bigint + r.n - 1, r.no, substring(b.hashes from ((r.n - 1) * 32 + 1)::int for 32), substring(b.nodes from r.at for r.size)
      from unnest(${numbers}::bigint[], ${at}::int[], ${nodes.map((one) => one.length)}::int[]) with ordinality as r(no, at, size, n)
           cross join (select ${Buffer.concat(waiting.map((w) => w.hash))}::bytea as hashes, ${Buffer.concat(nodes)}::bytea as nodes) b`)
  await tx.run(sql`delete from ledger.pending where no = any(${numbers}::bigint[])`)
}

interface Row {
  origin: string
  size: number
  made_at: string
  root: string
  link: string | null
}

async function maybeCheckpoint(
  ground: Ground,
  tx: Tx,
  tree: Appender,
  wanted: boolean,
): Promise<LinkedHead | undefined> {
  if (tree.size === 0) return undefined
  const last = await tx.maybe<Row>(
    sql`select origin, size, made_at, encode(root, 'hex') as root, encode(link, 'hex') as link from ledger.checkpoint order by size desc limit 1`,
  )
  if (last && last.size === tree.size) return undefined
  const now = ground.now()
  const due =
    !last ||
    tree.size - last.size >= CHECKPOINT_ENTRIES ||
    Date.parse(now) - Date.parse(last.made_at) >= CHECKPOINT_MS
  if (!wanted && !due) return undefined
  const key = await logKeyOf(ground)
  if (!key || !(await follows(ground, tx, last))) return undefined
  const root = tree.root()
  const note = signCheckpoint({ origin: key.origin, size: tree.size, root }, key)
  const head = { origin: key.origin, size: tree.size, root: root.toString('hex'), note, madeAt: now }
  const link = linkOf(last?.link ?? null, head)
  await tx.run(
    sql`insert into ledger.checkpoint (size, origin, root, note, made_at, link) values (${tree.size}, ${key.origin}, ${root}, ${note}, ${now}, ${Buffer.from(link, 'hex')})`,
  )
  return { ...head, link }
}

/** No head is signed that contradicts an earlier one: the newest that this house keeps must stand in the database. */
async function follows(ground: Ground, tx: Tx, last: Row | undefined): Promise<boolean> {
  const kept = await lastHeadIn(ground.house.keysFolder)
  if (!kept || (last && last.origin === kept.origin && last.size === kept.size && last.root === kept.root))
    return true
  const there = await tx.maybe(
    sql`select 1 from ledger.checkpoint where origin = ${kept.origin} and size = ${kept.size} and root = ${Buffer.from(kept.root, 'hex')}`,
  )
  if (!there)
    ground.log.error(
      { size: kept.size },
      'the database does not hold the head that was signed last: it is older than it was, or was changed. Nothing is signed; run custodia doctor',
    )
  return there !== undefined
}
