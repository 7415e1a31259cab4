/** The custody river of one thing, drawn by the kit from what the record says. */
import { Linked } from '#ui/Linked.tsx'
import { River, type RiverData } from '#ui/River.tsx'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showSpan } from '#ui/show.ts'
import { shortWay } from '../../things/rules.ts'
import type { CustodyEventSeen, Finding, ItemSeen, River as RiverFacts } from '../../things/contract.ts'

/** Between a person and a place or a carrier there is one hand only; it counts as both sides told. */
const oneHand = (e: CustodyEventSeen | undefined): boolean =>
  e?.from?.kind !== 'person' || e.to?.kind !== 'person' || e.kind === 'before'

/** A place is told by its room, and beneath it by rack and shelf; a person by name and office. */
function laneWords(l: RiverFacts['lanes'][number]): { name: string; place: string | undefined } {
  if (l.kind !== 'place' || !l.where) return { name: l.name, place: l.where ?? undefined }
  const [room, ...within] = shortWay(l.where).split(' › ')
  return { name: room ?? l.name, place: within.join(', ') || undefined }
}

export function riverData(
  river: RiverFacts,
  chain: readonly CustodyEventSeen[],
  findings: readonly Finding[],
  titleOf: (f: Finding) => string,
): RiverData {
  const keyOf = (lane: number): string => river.lanes[lane]?.key ?? ''
  const laneOf = (event: string | undefined): string =>
    keyOf(river.bands.find((b) => b.event === event)?.lane ?? 0)
  return {
    lanes: river.lanes.map((l) => ({ id: l.key, ...laneWords(l) })),
    stays: river.bands.map((b) => {
      const at = chain.findIndex((e) => e.id === b.event)
      const event = chain[at]
      const next = chain[at + 1]
      return {
        lane: keyOf(b.lane),
        from: b.from,
        to: b.until,
        gave: next === undefined || next.gave || oneHand(next),
        accepted: event === undefined || event.took || oneHand(event),
      }
    }),
    seals: river.seals
      .filter((s) => s.kind !== 'damaged')
      .map((s) => ({
        lane: keyOf(s.lane),
        at: s.at,
        number: s.number,
        what:
          s.kind === 'broken'
            ? ('broken' as const)
            : s.kind === 'applied'
              ? ('sealed' as const)
              : ('intact' as const),
      })),
    gaps: findings.flatMap((f) =>
      f.events.length === 2 && f.from && f.until
        ? [
            {
              from: f.from < f.until ? f.from : f.until,
              to: f.from < f.until ? f.until : f.from,
              fromLane: laneOf(f.events[0]),
              toLane: laneOf(f.events[1]),
              title: titleOf(f),
              detail: f.explained?.words,
            },
          ]
        : [],
    ),
  }
}

export function ItemRiver({ item }: { item: ItemSeen }) {
  const say = useSay()
  return (
    <River
      data={riverData(item.river, item.chain, item.findings, (f) =>
        say(`evidence.short-${f.kind}`, {
          span: showSpan(Math.abs(Date.parse(f.until ?? '') - Date.parse(f.from ?? ''))),
        }),
      )}
      now={item.river.now}
      title={say('evidence.river')}
      aside={say('evidence.p-hand-overs', { all: item.river.handOvers, both: item.river.bothParties })}
      form={
        <span className="acts">
          <Linked to={fileUrl('evidence.custody-form', { item: item.id })} icon="file">
            {say('op.evidence.custody-form')}
          </Linked>
          <Linked to={fileUrl('exchange.export-custody', { item: item.id })} icon="download">
            {say('op.exchange.export-custody')}
          </Linked>
        </span>
      }
    />
  )
}
