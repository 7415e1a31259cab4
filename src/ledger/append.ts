/** Writes entries at the end of an act: builds the leaf bytes, hashes them, advances the heads, all in one statement. */
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Cx, Heads, PendingEntry } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { leafHash } from './merkle.ts'
import { keepReason } from './reasons.ts'

/** Rows of `ledger.head` in sorted order, so that two acts on the same things wait instead of deadlocking. */
export async function lockHeads(tx: Tx, refs: readonly string[], heads: Heads): Promise<void> {
  const sorted = [...new Set(refs)].sort()
  const rows = await tx.many<{ subject: string; seq: number; hash: string }>(
    sql`select subject, seq, encode(hash, 'hex') as hash from ledger.head where subject = any(${sorted}) order by subject for update`,
  )
  for (const { subject, seq, hash } of rows) heads.set(subject, { seq, hash })
}

type Act = Pick<
  Cx,
  'tx' | 'actor' | 'now' | 'occurredAt' | 'reason' | 'act' | 'operation' | 'newId' | 'ground'
>

/** Appends in the order in which the act recorded; entries of one subject chain on each other. */
export async function append(cx: Act, entries: readonly PendingEntry[], heads: Heads): Promise<void> {
  await keepReason(cx, entries)
  const unlocked = entries.map((e) => e.subject).filter((subject) => !heads.has(subject))
  if (unlocked.length > 0) await lockHeads(cx.tx, unlocked, heads)
  const rows = entries.map((entry) => {
    const head = heads.get(entry.subject) ?? { seq: 0, hash: null }
    const seq = head.seq + 1
    const leaf = Buffer.from(canonical(leafOf(cx, entry, seq, head.hash)), 'utf8')
    const hash = leafHash(leaf)
    heads.set(entry.subject, { seq, hash: hash.toString('hex') })
    return { entry, seq, leaf, hash }
  })
  const last = [...new Map(rows.map((row) => [row.entry.subject, row])).values()]
  const at: number[] = []
  let length = 0
  for (const { leaf } of rows) {
    at.push(length + 1)
    length += leaf.length
  }
  // As arrays and not as JSON: PostgreSQL reads them twice as fast. Bytes go as they are, all in one piece that is cut there: in an array
  // each would travel as text, twice as long.
  await cx.tx.send(sql`
    with e as (
      insert into ledger.entry (id, action, subject, seq, root, actor_kind, actor_id, act, occurred_at, recorded_at, leaf, hash)
      select r.id, r.action, r.subject, r.seq, r.root, ${cx.actor.kind}, ${cx.actor.id}::uuid, ${cx.act}::uuid, ${cx.occurredAt}::timestamptz, ${cx.now}::timestamptz,
             substring(b.leaves from r.at for r.size), substring(b.hashes from ((r.n - 1) * 32 + 1)::int for 32)
        from unnest(${rows.map((r) => r.entry.id)}::uuid[], ${rows.map((r) => r.entry.action ?? cx.operation)}::text[], ${rows.map((r) => r.entry.subject)}::text[], ${rows.map((r) => r.seq)}::int[],
                    ${rows.map((r) => r.entry.root ?? null)}::uuid[], ${at}::int[], ${rows.map((r) => r.leaf.length)}::int[]) with ordinality as r(id, action, subject, seq, root, at, size, n)
             cross join (select ${Buffer.concat(rows.map((r) => r.leaf))}::bytea as leaves, ${Buffer.concat(rows.map((r) => r.hash))}::bytea as hashes) b
       order by r.n
      returning no),
    p as (insert into ledger.pending (no) select no from e)
    insert into ledger.head (subject, seq, hash)
    select r.subject, r.seq, substring(b.hashes from ((r.n - 1) * 32 + 1)::int for 32)
      from unnest(${last.map((r) => r.entry.subject)}::text[], ${last.map((r) => r.seq)}::int[]) with ordinality as r(subject, seq, n) cross join (select ${Buffer.concat(last.map((r) => r.hash))}::bytea as hashes) b
    on conflict (subject) do update set seq = excluded.seq, hash = excluded.hash`)
}

function leafOf(cx: Act, entry: PendingEntry, seq: number, prev: string | null): Json {
  return {
    v: 1,
    id: entry.id,
    action: entry.action ?? cx.operation,
    subject: entry.subject,
    seq,
    prev,
    root: entry.root ?? null,
    actor: { kind: cx.actor.kind, id: cx.actor.id },
    behalf: null,
    act: cx.act,
    occurredAt: cx.occurredAt,
    recordedAt: cx.now,
    reason: null,
    facts: entry.facts ?? {},
    rows: entry.digests as unknown as Json,
  }
}
