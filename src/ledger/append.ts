/** Writes entries at the end of an act: builds the leaf bytes, hashes them, advances the heads, all in one statement. */
import { createHash } from 'node:crypto'
import { type Json, canonical } from '#kernel/canonical.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Ref } from '#kernel/shapes.ts'
import type { Cx, PendingEntry } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

interface Head {
  seq: number
  hash: string | null
}

/** Rows of `ledger.head` in sorted order, so that two acts on the same things wait instead of deadlocking. */
export async function lockHeads(tx: Tx, refs: readonly Ref[]): Promise<void> {
  const sorted = [...new Set(refs)].sort()
  await tx.many(
    sql`select subject from ledger.head where subject = any(${sorted}) order by subject for update`,
  )
}

async function headsOf(tx: Tx, subjects: readonly string[]): Promise<Map<string, Head>> {
  const rows = await tx.many<{ subject: string; seq: number; hash: string }>(
    sql`select subject, seq, encode(hash, 'hex') as hash from ledger.head where subject = any(${[...new Set(subjects)].sort()}) order by subject for update`,
  )
  return new Map(rows.map((r) => [r.subject, { seq: r.seq, hash: r.hash }]))
}

type Act = Pick<Cx, 'tx' | 'actor' | 'now' | 'occurredAt' | 'reason' | 'act' | 'operation'>

/** Appends in the order in which the act recorded; entries of one subject chain on each other. */
export async function append(cx: Act, entries: readonly PendingEntry[]): Promise<void> {
  const heads = await headsOf(
    cx.tx,
    entries.map((e) => e.subject),
  )
  const rows = entries.map((entry) => {
    const head = heads.get(entry.subject) ?? { seq: 0, hash: null }
    const seq = head.seq + 1
    const leaf = Buffer.from(canonical(leafOf(cx, entry, seq, head.hash)), 'utf8')
    const hash = createHash('sha256')
      .update(Buffer.from([0]))
      .update(leaf)
      .digest('hex')
    heads.set(entry.subject, { seq, hash })
    return {
      id: entry.id,
      action: entry.action ?? cx.operation,
      subject: entry.subject,
      seq,
      root: entry.root ?? null,
      leaf: leaf.toString('hex'),
      hash,
    }
  })
  const moved = rows.map((r) => r.subject)
  const last = [...new Set(moved)].map((subject) => ({ subject, ...(heads.get(subject) as Head) }))
  const count = await cx.tx.one<{ n: number }>(sql`
    with e as (
      insert into ledger.entry (id, action, subject, seq, root, actor_kind, actor_id, act, occurred_at, recorded_at, leaf, hash)
      select r.id, r.action, r.subject, r.seq, r.root, ${cx.actor.kind}, ${cx.actor.id}::uuid, ${cx.act}::uuid, ${cx.occurredAt}::timestamptz, ${cx.now}::timestamptz,
             decode(r.leaf, 'hex'), decode(r.hash, 'hex')
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, action text, subject text, seq int, root uuid, leaf text, hash text)
      returning no),
    p as (insert into ledger.pending (no) select no from e),
    h as (
      insert into ledger.head (subject, seq, hash)
      select r.subject, r.seq, decode(r.hash, 'hex') from jsonb_to_recordset(${JSON.stringify(last)}::jsonb) as r(subject text, seq int, hash text)
      on conflict (subject) do update set seq = excluded.seq, hash = excluded.hash)
    select count(*)::int as n from e`)
  if (count.n !== rows.length) throw new Refusal('conflict', 'somebody-was-faster')
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
    reason: cx.reason,
    facts: entry.facts ?? {},
    rows: entry.digests as unknown as Json,
  }
}
