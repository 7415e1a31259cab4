/** What happened below, told to those above: each reaction follows the ledger with a cursor of its own, one process at a time. */
import { systemActor } from '#identity/authority.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Ref } from '#kernel/shapes.ts'
import { z } from 'zod'
import type { Follower, Ground, Reaction } from '#platform/cx.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

const BATCH = 200
const WIDE_BATCH = 2000
const PAUSE_MS = 500

interface Row {
  no: number
  id: string
  action: string
  subject: Ref
  root: string | null
  leaf: Buffer
  recorded_at: string
}

export function startReactions(
  ground: Ground,
  reactions: readonly Reaction[],
  followers: readonly Follower[] = [],
): { stop(): Promise<void>; round(): Promise<void> } {
  let ended = false
  const round = async (): Promise<void> => {
    for (const reaction of reactions) while (!ended && (await follow(ground, reaction)) === BATCH);
    for (const follower of followers) while (!ended && (await keepUp(ground, follower)) === WIDE_BATCH);
  }
  const loop = (async () => {
    while (!ended) {
      await round().catch((error: unknown) =>
        ground.log.error({ err: error }, 'a reaction failed and will be tried again'),
      )
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  })()
  return {
    round,
    stop: async () => {
      ended = true
      await loop
    },
  }
}

/** Brings what is added up to the end of the log, now. */
export async function keepAllUp(ground: Ground, followers: readonly Follower[]): Promise<void> {
  for (const follower of followers) while ((await keepUp(ground, follower)) === WIDE_BATCH);
}

/** Positions of the next roots that were written to, in a transaction with the sums that follow from them. */
async function keepUp(ground: Ground, follower: Follower): Promise<number> {
  return ground.db.transaction(async (tx) => {
    const cursor = await cursorOf(tx, follower.name)
    if (cursor === null) return 0
    const rows = await tx.many<{ position: number; root: string | null }>(sql`
      select l.position, e.root from ledger.leaf l join ledger.entry e on e.no = l.entry_no where l.position > ${cursor} order by l.position limit ${WIDE_BATCH}`)
    const last = rows.at(-1)
    if (!last) return 0
    const roots = [...new Set(rows.flatMap((r) => r.root ?? []))]
    if (roots.length > 0) await follower.run({ tx, now: ground.now() }, roots)
    await moveCursor(tx, follower.name, last.position)
    return rows.length
  })
}

/** How far it has come; null where another process is at it. */
async function cursorOf(tx: Tx, name: string): Promise<number | null> {
  const mine = await tx.one<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${`reaction:${name}`})) as got`,
  )
  if (!mine.got) return null
  const kept = await tx.maybe<{ position: number }>(
    sql`select position from ledger.reaction_cursor where name = ${name}`,
  )
  return kept?.position ?? -1
}

async function moveCursor(tx: Tx, name: string, position: number): Promise<void> {
  await tx.run(
    sql`insert into ledger.reaction_cursor (name, position) values (${name}, ${position}) on conflict (name) do update set position = greatest(ledger.reaction_cursor.position, excluded.position)`,
  )
}

/** Follows positions in the tree, not entry numbers: a position is given once everything before it is committed. */
async function follow(ground: Ground, reaction: Reaction): Promise<number> {
  return ground.db.transaction(async (tx) => {
    const cursor = await cursorOf(tx, reaction.name)
    if (cursor === null) return 0
    const rows = await tx.many<Row & { position: number }>(sql`
      select l.position, e.no, e.id, e.action, e.subject, e.root, e.leaf, e.recorded_at from ledger.leaf l join ledger.entry e on e.no = l.entry_no
       where l.position > ${cursor} and e.action = any(${reaction.on as string[]}) order by l.position limit ${BATCH}`)
    for (const row of rows) await react(ground, reaction, row)
    const last =
      rows.length === BATCH
        ? (rows[BATCH - 1] as { position: number }).position
        : (await tx.one<{ last: number | null }>(sql`select max(position) as last from ledger.leaf`)).last
    if (last !== null && last > cursor) await moveCursor(tx, reaction.name, last)
    return rows.length
  })
}

/** An act of the system, through the same path; a reaction that has nothing to do records that it looked. */
async function react(ground: Ground, reaction: Reaction, row: Row): Promise<void> {
  const { facts } = JSON.parse(row.leaf.toString('utf8')) as { facts: Record<string, Json> }
  const act = command({
    name: reaction.name,
    summary: 'A reaction of the system.',
    who: 'anyone',
    input: z.unknown(),
    output: z.unknown(),
    run: async (cx) => {
      cx.allow(null)
      await reaction.run(cx, {
        id: row.id,
        action: row.action,
        subject: row.subject,
        root: row.root,
        facts,
        recordedAt: row.recorded_at,
      })
    },
  })
  await perform(ground, plain(act), {
    actor: systemActor,
    input: {},
    idempotencyKey: `${reaction.name}:${row.id}`,
  })
}
