/** The custody river: who held it, where, how long; seals on it, gaps and contradictions through it; the same as a list. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDay, showInstant, showSpan } from '#ui/show.ts'
import type { ItemSeen } from '../contract.ts'
import { RiverBands, RiverGaps, RiverLegend, RiverLinks, RiverSeals, type Drawing } from './RiverParts.tsx'
import { scaleOf, spaced } from './river-scale.ts'

export const LEFT = 176
const WIDTH = 1000
const TOP = 44
const LANE = 54

export function CustodyRiver({ item }: { item: ItemSeen }) {
  const say = useSay()
  const [list, setList] = useState(false)
  const aside = (
    <span style={{ display: 'inline-flex', gap: 12, flexWrap: 'wrap', alignItems: 'center' }}>
      {say('evidence.p-hand-overs', { all: item.river.handOvers, both: item.river.bothParties })}
      <Button onClick={() => setList(!list)} icon="list">{say(list ? 'evidence.as-picture' : 'evidence.as-list')}</Button>
      <Linked to={fileUrl('evidence.custody-form', { item: item.id })} icon="file">{say('op.evidence.custody-form')}</Linked>
    </span>
  )
  return <Card title={say('evidence.river')} aside={aside}>{list ? <AsList item={item} /> : <Picture item={item} />}</Card>
}

function drawingOf(item: ItemSeen): Drawing {
  const { river } = item
  const moments = [river.now, ...river.bands.flatMap((b) => [b.from, b.until ?? river.now]), ...river.seals.map((s) => s.at)].map((t) => Date.parse(t))
  const scale = scaleOf(moments, LEFT + 14, WIDTH - LEFT - 40)
  const height = TOP + river.lanes.length * LANE
  return { item, scale, x: (at) => scale.x(Date.parse(at)), y: (lane) => TOP + lane * LANE + LANE / 2, top: TOP, height, width: WIDTH, lane: LANE }
}

function Picture({ item }: { item: ItemSeen }) {
  const say = useSay()
  const d = drawingOf(item)
  const { river } = item
  return (
    <div style={{ overflowX: 'auto' }}>
      <svg viewBox={`0 0 ${WIDTH} ${d.height + 34}`} style={{ width: '100%', minWidth: 720, height: 'auto', display: 'block' }} role="img" aria-label={river.lanes.map((l) => l.name).join(' → ')}>
        <defs>
          <pattern id="river-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="7" stroke="var(--achiote)" strokeWidth="3" /></pattern>
        </defs>
        <Days d={d} />
        {river.lanes.map((l, i) => (
          <g key={l.key}>
            <line x1={0} x2={WIDTH} y1={d.top + i * LANE} y2={d.top + i * LANE} stroke="var(--line)" />
            <text x={0} y={d.y(i) - 3} fontSize={13} fontWeight={500} fill="var(--ink)">{cut(l.name, 24)}</text>
            <text x={0} y={d.y(i) + 13} fontSize={11.5} fill="var(--ink3)">{cut(l.where ?? say(`evidence.hand-${l.kind}`), 30)}</text>
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={d.height} y2={d.height} stroke="var(--line)" />
        <RiverGaps d={d} />
        <RiverBands d={d} />
        <RiverLinks d={d} />
        <RiverSeals d={d} />
        <line x1={d.x(river.now)} x2={d.x(river.now)} y1={d.top - 8} y2={d.height} stroke="var(--ink)" strokeWidth={1.5} />
        <text x={d.x(river.now)} y={d.top - 14} textAnchor="end" fontSize={11.5} fontWeight={600} fill="var(--ink)">{say('evidence.now')}</text>
      </svg>
      <RiverLegend />
    </div>
  )
}
export const cut = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** A line for each day on which something changed, named where there is room. */
function Days({ d }: { d: Drawing }) {
  const days = new Map<string, number>()
  for (const b of d.item.river.bands) if (!days.has(showDay(b.from))) days.set(showDay(b.from), d.x(b.from))
  const list = [...days]
  const room = spaced(list.map(([, x]) => x), 74)
  return (
    <>
      {list.map(([day, x], i) => {
        const named = room[i] && d.x(d.item.river.now) - x > 60
        return <g key={day}><line x1={x} x2={x} y1={d.top} y2={d.height} stroke="var(--line)" />{named ? <text x={x} y={d.top - 14} fontSize={11.5} fill="var(--ink3)">{day}</text> : null}</g>
      })}
      {d.scale.folds.map((f) => <text key={f.x} x={f.x} y={d.top - 28} textAnchor="middle" fontSize={11} fill="var(--ink3)">≈ {showSpan(f.ms)}</text>)}
    </>
  )
}

function AsList({ item }: { item: ItemSeen }) {
  const say = useSay()
  const found = new Map(item.findings.map((f) => [f.events.at(-1), f.text]))
  return (
    <Plain
      head={[say('evidence.c-at'), say('evidence.c-act'), say('evidence.c-from'), say('evidence.c-to'), say('evidence.c-note')]}
      rows={item.chain.map((e) => [showInstant(e.at), say(`evidence.act-${e.kind}`), e.from?.name ?? '–', e.to?.name ?? '–', [found.get(e.id), e.purpose, e.words, e.witness ? say('evidence.witness-was', { name: e.witness }) : null, e.corrected?.words].filter(Boolean).join('. ')])}
    />
  )
}
