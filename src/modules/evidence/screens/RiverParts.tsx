/** The parts of the custody river: bands, links between hands, seals, gaps, legend; colours by their names only. */
import { useSay } from '#ui/say.ts'
import { showSpan } from '#ui/show.ts'
import type { ItemSeen } from '../contract.ts'
import { type Scale, spaced } from './river-scale.ts'

export interface Drawing {
  readonly item: ItemSeen
  readonly scale: Scale
  readonly x: (at: string) => number
  readonly y: (lane: number) => number
  readonly top: number
  readonly height: number
  readonly width: number
  readonly lane: number
}
const BAND = 18

export function RiverBands({ d }: { d: Drawing }) {
  const say = useSay()
  const { river } = d.item
  return (
    <>
      {river.bands.map((b) => {
        const from = d.x(b.from)
        const until = d.x(b.until ?? river.now)
        const width = Math.max(3, until - from)
        const span = showSpan(Date.parse(b.until ?? river.now) - Date.parse(b.from))
        const y = d.y(b.lane) - BAND / 2
        const fold = d.scale.folds.find((f) => f.x > from && f.x < until)
        const middle = fold ? (fold.x - from > 60 ? (from + fold.x) / 2 : (fold.x + until) / 2) : from + width / 2
        return (
          <g key={b.event}>
            <rect x={from} y={y} width={width} height={BAND} rx={2} fill={b.present ? 'var(--maya)' : 'var(--mayaBg)'} stroke={b.present ? 'var(--maya)' : 'var(--mayaMid)'} />
            {fold ? <path d={`M${fold.x - 5} ${y - 5}l5 7l-5 7l5 7l-5 7M${fold.x + 3} ${y - 5}l5 7l-5 7l5 7l-5 7`} fill="none" stroke="var(--ink3)" strokeWidth={1.3} /> : null}
            {width > 46 && !b.present ? <text x={middle} y={d.y(b.lane) + 4} textAnchor="middle" fontSize={11.5} fontWeight={500} fill="var(--ink)">{span}</text> : null}
            {b.present ? <text x={until - 4} y={y - 6} textAnchor="end" fontSize={11.5} fontWeight={600} fill="var(--maya)">{say('evidence.holds-now', { span })}</text> : null}
          </g>
        )
      })}
    </>
  )
}

/** Hollow dot gave, full dot took; where a person to person hand-over names one party only, the dot is achiote. */
export function RiverLinks({ d }: { d: Drawing }) {
  const { river, chain } = d.item
  return (
    <>
      {river.bands.slice(1).map((b, i) => {
        const before = river.bands[i]
        const event = chain.find((e) => e.id === b.event)
        if (!before || !event) return null
        const people = event.from?.kind === 'person' && event.to?.kind === 'person' && event.kind !== 'before'
        const gave = d.x(before.until ?? b.from)
        const took = d.x(b.from)
        const gap = Math.abs(took - gave) > 1
        const tone = gap ? 'var(--achiote)' : 'var(--maya)'
        return (
          <g key={b.event}>
            <line x1={took} x2={took} y1={d.y(before.lane)} y2={d.y(b.lane)} stroke={tone} strokeWidth={2} {...(gap ? { strokeDasharray: '4 3' } : {})} />
            <circle cx={gave} cy={d.y(before.lane)} r={4.5} fill="var(--surface)" stroke={gap || (people && !event.gave) ? 'var(--achiote)' : 'var(--maya)'} strokeWidth={2} />
            <circle cx={took} cy={d.y(b.lane)} r={4.5} fill={gap || (people && !event.took) ? 'var(--surface)' : 'var(--maya)'} stroke={gap || (people && !event.took) ? 'var(--achiote)' : 'var(--surface)'} strokeWidth={gap ? 2 : 1.5} />
          </g>
        )
      })}
    </>
  )
}

export function RiverSeals({ d }: { d: Drawing }) {
  const seals = d.item.river.seals.toSorted((a, b) => a.at.localeCompare(b.at))
  const named = spaced(seals.map((s) => d.x(s.at)), 58)
  return (
    <>
      {seals.map((s, i) => {
        const x = d.x(s.at) + 11
        const y = d.y(s.lane)
        return (
          <g key={`${s.seal}${i}`}>
            <title>{`${s.number} ${s.by}`}</title>
            {s.kind === 'broken' || s.kind === 'damaged'
              ? <path d={`M${x - 1.5} ${y - 6.5}l-5 6.5l5 6.5zM${x + 1.5} ${y - 6.5}l5 6.5l-5 6.5z`} fill="var(--mahogany)" stroke="var(--surface)" strokeWidth={0.8} />
              : <path d={`M${x} ${y - 7}l6 7l-6 7l-6 -7z`} fill={s.kind === 'intact' ? 'var(--surface)' : 'var(--mahogany)'} stroke="var(--mahogany)" strokeWidth={1.2} />}
            {named[i] ? <text x={x} y={y + 22} textAnchor="middle" fontSize={11} className="mono" fill="var(--mahogany)">{s.number}</text> : null}
          </g>
        )
      })}
    </>
  )
}

/** Through all lanes, hatched in the band of who put it down, and said in words. */
export function RiverGaps({ d }: { d: Drawing }) {
  const { river, findings } = d.item
  return (
    <>
      {findings.filter((f) => f.events.length === 2 && f.from && f.until).map((f) => {
        const a = d.x(f.from ?? '')
        const b = d.x(f.until ?? '')
        const from = Math.min(a, b)
        const width = Math.max(6, Math.abs(b - a))
        const lane = river.bands.find((x) => x.event === f.events[0])?.lane ?? 0
        const left = Math.max(150, Math.min(from + width / 2 - 150, d.width - 330))
        const below = lane + 2 < river.lanes.length
        const top = d.y(below ? Math.min(lane + 2, river.lanes.length - 1) : Math.max(0, lane - 2)) - 24
        return (
          <g key={f.key}>
            <rect x={from} y={d.top} width={width} height={d.height - d.top} fill="var(--achioteBg)" opacity={0.75} />
            <rect x={from} y={d.y(lane) - BAND / 2} width={width} height={BAND} fill="url(#river-hatch)" stroke="var(--achiote)" strokeWidth={0.8} />
            <foreignObject x={left} y={top} width={310} height={58}>
              <div style={{ border: '1px solid var(--achiote)', borderRadius: 4, background: 'var(--surface)', color: 'var(--achiote)', fontSize: 12, lineHeight: '16px', padding: '4px 8px', fontWeight: 500 }}>
                {f.text}{f.explained ? <span style={{ color: 'var(--ink2)', fontWeight: 400 }}>{` (${f.explained.words.slice(0, 40)})`}</span> : null}
              </div>
            </foreignObject>
          </g>
        )
      })}
    </>
  )
}

export function RiverLegend() {
  const say = useSay()
  const words: readonly [string, React.ReactNode][] = [
    ['evidence.l-gave', <circle key="a" cx={8} cy={8} r={4.5} fill="var(--surface)" stroke="var(--maya)" strokeWidth={2} />],
    ['evidence.l-took', <circle key="b" cx={8} cy={8} r={4.5} fill="var(--maya)" />],
    ['evidence.l-sealed', <path key="c" d="M8 1l6 7l-6 7l-6 -7z" fill="var(--mahogany)" />],
    ['evidence.l-broken', <path key="d" d="M6.5 1.5l-5 6.5l5 6.5zM9.5 1.5l5 6.5l-5 6.5z" fill="var(--mahogany)" />],
    ['evidence.l-none', <rect key="e" x={1} y={3} width={14} height={10} fill="url(#river-hatch)" stroke="var(--achiote)" />],
    ['evidence.l-folded', <path key="f" d="M5 1l4 3.5l-4 3.5l4 3.5l-4 3.5" fill="none" stroke="var(--ink3)" strokeWidth={1.3} />],
  ]
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 18px', fontSize: 12, color: 'var(--ink3)' }}>
      {words.map(([key, mark]) => <span key={key} style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}><svg width={16} height={16} aria-hidden>{mark}</svg>{say(key)}</span>)}
    </div>
  )
}
