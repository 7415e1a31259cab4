/** The custody river: lanes are holders in order of first holding, bands are the times they held; pure. */
import type { CustodyEventSeen, River } from './contract.ts'
import { corrected } from './findings.ts'
import type { ChainFacts, EventFact } from './store/chain.ts'

const keyOf = (hand: { kind: string; id: string | null; name: string }): string =>
  `${hand.kind}:${hand.id ?? hand.name.trim().toLowerCase()}`

/** A party that signed: by the PIN of an account, or on the device of the other. */
const gaveOf = (e: EventFact): boolean => e.gave_by !== null || e.gave_sign !== null
const tookOf = (e: EventFact): boolean => e.took_by !== null || e.took_sign !== null

export function riverOf(facts: ChainFacts, now: string): River {
  const events = corrected(facts)
  const lanes: River['lanes'] = []
  const laneAt = new Map<string, number>()
  const bands: River['bands'] = []
  events.forEach((e, i) => {
    if (!e.to) return
    const key = keyOf(e.to)
    if (!laneAt.has(key)) {
      laneAt.set(key, lanes.length)
      lanes.push({ key, kind: e.to.kind, name: e.to.name, where: e.to.where })
    }
    const next = events[i + 1]
    bands.push({
      lane: laneAt.get(key) ?? 0,
      from: e.at,
      until: next ? (next.gave_at ?? next.at) : null,
      event: e.id,
      present: next === undefined,
    })
  })
  const handOvers = events.filter(
    (e) =>
      e.kind !== 'before' &&
      e.from?.kind === 'person' &&
      e.to?.kind === 'person' &&
      keyOf(e.from) !== keyOf(e.to),
  )
  return {
    lanes,
    bands,
    now,
    seals: marksOf(facts, bands),
    handOvers: handOvers.length,
    bothParties: handOvers.filter((e) => gaveOf(e) && tookOf(e)).length,
  }
}

function marksOf(facts: ChainFacts, bands: River['bands']): River['seals'] {
  const laneOf = (at: string): number => bands.findLast((b) => b.from <= at)?.lane ?? bands[0]?.lane ?? 0
  return facts.seals_of.flatMap((s) => [
    ...(s.found && s.applied_at
      ? [
          {
            seal: s.id,
            number: s.number,
            kind: 'applied',
            at: s.applied_at,
            lane: laneOf(s.applied_at),
            by: s.applied_by_name ?? '',
            words: null,
          },
        ]
      : []),
    ...s.events.map((v) => ({
      seal: s.id,
      number: s.number,
      kind: v.kind,
      at: v.at,
      lane: laneOf(v.at),
      by: v.by_name,
      words: v.words,
    })),
  ])
}

export function chainSeen(facts: ChainFacts): CustodyEventSeen[] {
  const corrections = new Map(facts.corrections.map((c) => [c.event, c]))
  return facts.events.map((e: EventFact) => {
    const c = corrections.get(e.id)
    return {
      id: e.id,
      seq: e.seq,
      kind: e.kind,
      state: e.state,
      from: e.from,
      to: e.to,
      gaveAt: e.gave_at,
      at: e.at,
      recordedAt: e.recorded_at,
      gave: gaveOf(e),
      took: tookOf(e),
      gaveSign: e.gave_sign,
      tookSign: e.took_sign,
      witness: e.witness_name,
      purpose: e.purpose,
      words: e.words,
      handOver: e.hand_over,
      consignment: e.consignment,
      corrected: c ? { at: c.at, gaveAt: c.gave_at, words: c.words, by: null } : null,
    }
  })
}
