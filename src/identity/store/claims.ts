/** The SQL of device keys and of the claims that they signed. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { noSql, sql } from '#platform/sql.ts'

export interface DeviceKeyRow {
  readonly id: string
  readonly person: string
  readonly person_name: string
  readonly person_unit: string | null
  readonly name: string
  readonly spki: string
  readonly recovery: string | null
  readonly ended_at: string | null
}
export const deviceKey = (tx: Tx, id: string): Promise<DeviceKeyRow | undefined> =>
  tx.maybe<DeviceKeyRow>(sql`
    select k.id, k.person, p.name as person_name, p.unit as person_unit, k.name, k.spki, k.recovery, e.recorded_at as ended_at
      from identity.device_key k join identity.person p on p.id = k.person left join identity.device_key_end e on e.key = k.id where k.id = ${id}`)
export const deviceKeys = (tx: Tx, person: string) =>
  tx.many<{
    id: string
    person: { id: string; name: string }
    name: string
    since: string
    endedAt: string | null
    lastSequence: number
    lastAt: string | null
  }>(sql`
    select k.id, jsonb_build_object('id', p.id, 'name', p.name) as person, k.name, k.recorded_at as since, e.recorded_at as "endedAt",
           coalesce(l.sequence, 0) as "lastSequence", l.at as "lastAt"
      from identity.device_key k join identity.person p on p.id = k.person left join identity.device_key_end e on e.key = k.id
      left join lateral (select n.sequence, n.at from identity.claim_now n where n.key = k.id order by n.sequence desc limit 1) l on true
     where k.person = ${person} order by k.recorded_at desc, k.id`)

export interface ClaimRow {
  readonly id: string
  readonly key: string
  readonly person: string
  readonly sequence: number
  readonly sha256: string
  readonly operation: string
  readonly at: string
  readonly state: 'waiting' | 'done' | 'refused' | 'answered'
  readonly seq: number
  readonly sentence: string | null
}
const columns = sql`n.claim as id, n.key, n.person, n.sequence, n.sha256, c.operation, n.at, n.state, n.seq, o.sentence`
const joined = sql`from identity.claim_now n join identity.claim c on c.id = n.claim left join identity.claim_outcome o on o.claim = n.claim and o.seq = n.seq`
export const claimAt = (tx: Tx, key: string, sequence: number): Promise<ClaimRow | undefined> =>
  tx.maybe<ClaimRow>(sql`select ${columns} ${joined} where n.key = ${key} and n.sequence = ${sequence}`)
export const claimById = (tx: Tx, id: string): Promise<ClaimRow | undefined> =>
  tx.maybe<ClaimRow>(sql`select ${columns} ${joined} where n.claim = ${id}`)
export const payloadOf = async (tx: Tx, claim: string): Promise<string | null> =>
  (
    await tx.maybe<{ payload: string | null }>(
      sql`select v.value->>'payload' as payload from identity.claim c left join ledger.vault v on v.id = c.vault where c.id = ${claim}`,
    )
  )?.payload ?? null

/** The next claim that may be performed: all earlier ones of its device are settled, and so is everything it stands on. */
export const nextReady = (tx: Tx): Promise<(ClaimRow & { skew_ms: string }) | undefined> =>
  tx.maybe<ClaimRow & { skew_ms: string }>(sql`
    select ${columns}, c.skew_ms::text as skew_ms ${joined}
     where n.state = 'waiting'
       and n.sequence = 1 + coalesce((select max(b.sequence) from identity.claim_now b where b.key = n.key and b.sequence < n.sequence and b.state <> 'waiting'), 0)
       and not exists (select 1 from unnest(n.after) as a(sha) where not exists (select 1 from identity.claim_now d where d.sha256 = a.sha and d.state <> 'waiting'))
     order by c.recorded_at, n.claim limit 1`)
export const insertClaimNow = (
  cx: Pick<Cx, 'tx' | 'now'>,
  c: {
    id: string
    key: string
    person: string
    sequence: number
    sha256: string
    after: readonly string[]
    at: string
  },
): Promise<unknown> =>
  cx.tx.run(sql`
    insert into identity.claim_now (claim, key, person, sequence, sha256, after, state, seq, at, since)
    values (${c.id}, ${c.key}, ${c.person}, ${c.sequence}, ${c.sha256}, ${c.after as string[]}, 'waiting', 0, ${c.at}, ${cx.now})`)

export interface Outcome {
  readonly state: 'done' | 'refused' | 'answered'
  readonly code?: string | null
  readonly sentence?: string | null
  readonly flags?: readonly string[]
  readonly words?: string | null
}
export async function settle(cx: Cx, claim: Pick<ClaimRow, 'id' | 'seq'>, o: Outcome): Promise<CoveredRow> {
  await cx.tx.run(
    sql`update identity.claim_now set state = ${o.state}, seq = ${claim.seq + 1}, since = ${cx.now} where claim = ${claim.id}`,
  )
  return {
    id: cx.newId(),
    claim: claim.id,
    seq: claim.seq + 1,
    state: o.state,
    code: o.code ?? null,
    sentence: o.sentence ?? null,
    flags: (o.flags ?? []) as string[],
    words: o.words ?? null,
  }
}
/** What `identity.claim_now` must hold, for `custodia verify`. */
export const claimSql = `
  select c.id as claim, c.key, c.person, c.sequence, c.sha256, c.after, coalesce(o.state, 'waiting') as state, coalesce(o.seq, 0) as seq, c.at, coalesce(o.recorded_at, c.recorded_at) as since
    from identity.claim c left join lateral (select * from identity.claim_outcome o where o.claim = c.id order by o.seq desc limit 1) o on true`

export interface ClaimListed extends ClaimRow {
  readonly device: string
  readonly person_name: string
  readonly device_at: string
  readonly skew_ms: string
  readonly recorded_at: string
  readonly code: string | null
  readonly flags: string[] | null
  readonly words: string | null
  readonly carried_by: string | null
}
/** `units`: of people who work there; none: one's own alone. */
export const listClaims = (
  tx: Tx,
  f: {
    person: string
    units: readonly string[] | 'everywhere' | null
    key?: string | undefined
    state: 'all' | 'open' | 'refused'
    limit: number
  },
): Promise<ClaimListed[]> =>
  tx.many<ClaimListed>(sql`
    select ${columns}, k.name as device, p.name as person_name, c.device_at, c.skew_ms::text as skew_ms, c.recorded_at, o.code, o.flags, o.words, b.name as carried_by ${joined}
      join identity.device_key k on k.id = n.key join identity.person p on p.id = n.person left join identity.person b on b.id = c.carried_by
     where ${f.units === null ? sql`n.person = ${f.person}` : f.units === 'everywhere' ? sql`true` : sql`(n.person = ${f.person} or p.unit = any(${f.units as string[]}::uuid[]))`}
       ${f.key ? sql`and n.key = ${f.key}` : noSql} ${f.state === 'open' ? sql`and n.state in ('waiting','refused')` : f.state === 'refused' ? sql`and n.state = 'refused'` : noSql}
     order by c.recorded_at desc, n.sequence desc limit ${f.limit}`)
