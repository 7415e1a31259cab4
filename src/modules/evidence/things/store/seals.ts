/** Rows of seals that are opened or looked at. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

interface Closed {
  readonly id: string
  readonly seq: number
}
async function closedSeal(cx: Pick<Cx, 'tx'>, thing: string, number: string): Promise<Closed> {
  return cx.tx.one<Closed>(sql`
    select s.id, v.seq from evidence.seal s
      join lateral (select seq, kind from evidence.seal_event x where x.seal = s.id order by seq desc limit 1) v on true
     where s.thing = ${thing} and s.number = ${number} and v.kind in ('applied','intact') order by s.recorded_at desc limit 1`)
}

/** The seal must be among the thing's closed ones (mayBreak). What was found damaged is said before it is opened. */
export async function breakRow(
  cx: Cx,
  item: { id: string; root: string },
  number: string,
  condition: 'intact' | 'damaged',
  why: string,
): Promise<CoveredRow[]> {
  const seal = await closedSeal(cx, item.id, number)
  const row = (seq: number, kind: string, words: string | null): CoveredRow => ({
    id: cx.newId(),
    seal: seal.id,
    thing: item.id,
    root: item.root,
    seq,
    kind,
    at: cx.occurredAt,
    by_name: cx.actor.name,
    words,
  })
  return condition === 'damaged'
    ? [row(seal.seq + 1, 'damaged', why), row(seal.seq + 2, 'broken', why)]
    : [row(seal.seq + 1, 'broken', why)]
}

/** What somebody saw of seals when a consignment came in; numbers that the record does not know are answered as unknown. */
export async function seenRows(
  cx: Cx,
  seen: readonly { thing: string; number: string; state: 'intact' | 'damaged' | 'broken' }[],
): Promise<Map<string, CoveredRow[]>> {
  const out = new Map<string, CoveredRow[]>()
  if (seen.length === 0) return out
  const known = await cx.tx.many<{
    id: string
    thing: string
    root: string
    number: string
    seq: number
  }>(sql`
    select distinct on (s.thing, s.number) s.id, s.thing, s.root, s.number, v.seq from evidence.seal s
      join lateral (select seq, kind from evidence.seal_event x where x.seal = s.id order by seq desc limit 1) v on true
     where s.thing = any(${[...new Set(seen.map((s) => s.thing))]}::uuid[]) and v.kind in ('applied','intact') order by s.thing, s.number, s.recorded_at desc`)
  for (const s of seen) {
    const seal = known.find((k) => k.thing === s.thing && k.number === s.number)
    if (!seal) continue
    const row: CoveredRow = {
      id: cx.newId(),
      seal: seal.id,
      thing: seal.thing,
      root: seal.root,
      seq: seal.seq + 1,
      kind: s.state,
      at: cx.occurredAt,
      by_name: cx.actor.name,
      words: null,
    }
    out.set(seal.thing, [...(out.get(seal.thing) ?? []), row])
  }
  return out
}
