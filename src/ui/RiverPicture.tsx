/** The drawing of a custody river: lanes, bands, hands, seals, gaps and the legend, from what river-layout has placed. */
import { type ReactNode, useId } from 'react'
import { BAND, FOLDED_LANE, type RiverLayout } from './river-layout.ts'
import { useSay } from './say.ts'
import { showDay, showInstant, showSpan } from './show.ts'

const clip = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

export function RiverPicture(props: { layout: RiverLayout; title: string }): ReactNode {
  const say = useSay()
  const hatch = useId()
  const { layout } = props
  const { width, height } = layout
  return (
    <svg className="picture" width={width} height={height} role="img" aria-label={props.title}>
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className="s-surface" />
          <rect width="3" height="7" className="f-achiote" />
        </pattern>
      </defs>
      {layout.gaps.map((gap) => (
        <rect
          key={gap.gap.from}
          x={gap.x1}
          width={gap.x2 - gap.x1}
          y={24}
          height={height - 30}
          className="f-achioteBg"
        />
      ))}
      {layout.ticks.map((tick) => (
        <g key={tick.at}>
          <line x1={tick.x} x2={tick.x} y1={24} y2={height - 6} className="l-line" />
          <text x={tick.x + 4} y={14} className="t-small">
            {showDay(tick.at)}
          </text>
        </g>
      ))}
      {layout.folds.map((fold) => (
        <text key={fold.x1} x={(fold.x1 + fold.x2) / 2} y={14} textAnchor="middle" className="t-small">
          {fold.x2 - fold.x1 > 110 ? say('kit.folded', { span: showSpan(fold.ms) }) : ''}
        </text>
      ))}
      {layout.lanes.map((lane) => (
        <g key={lane.id}>
          <line x1={0} x2={width} y1={lane.y} y2={lane.y} className="l-line" />
          {lane.id === FOLDED_LANE ? (
            <text x={0} y={lane.y + 31} className="t-small">
              {say('kit.lanes-folded', { n: lane.folded ?? 0 })}
            </text>
          ) : (
            <>
              <text x={0} y={lane.y + 24} className="t-name">
                {clip(lane.name, 21)}
                <title>{lane.name}</title>
              </text>
              <text x={0} y={lane.y + 40} className="t-small">
                {clip(lane.place ?? '', 25)}
              </text>
            </>
          )}
        </g>
      ))}
      <line x1={0} x2={width} y1={height - 6} y2={height - 6} className="l-line" />
      {layout.stays.map((stay) => (
        <Band
          key={stay.stay.lane + stay.stay.from}
          of={stay}
          after={Math.max(
            0,
            ...layout.seals
              .filter((seal) => seal.y === stay.y && seal.x >= stay.x1 && seal.x <= stay.x2)
              .map((seal) => seal.x + 10),
          )}
        />
      ))}
      {layout.gaps.map((gap) => (
        <g key={gap.gap.from}>
          <rect
            x={gap.x1}
            y={gap.y - BAND / 2}
            width={gap.x2 - gap.x1}
            height={BAND}
            fill={`url(#${hatch})`}
          />
          <line x1={gap.x2} x2={gap.x2} y1={gap.y + BAND / 2} y2={gap.y2} className="l-gap" />
          <circle cx={gap.x1} cy={gap.y} r={4.5} className="d-one" />
          <circle cx={gap.x2} cy={gap.y2} r={4.5} className="d-one" />
        </g>
      ))}
      {layout.links.map((link) => (
        <g key={link.x + link.y2}>
          <line x1={link.x} x2={link.x} y1={link.y1} y2={link.y2} className="l-hand" />
          <circle cx={link.x} cy={link.y1} r={4.5} className={link.gave ? 'd-gave' : 'd-one'} />
          <circle cx={link.x} cy={link.y2} r={4.5} className={link.accepted ? 'd-accepted' : 'd-one'} />
        </g>
      ))}
      {layout.seals.map(({ seal, x, y, written }) => (
        <Seal
          key={seal.at + seal.number + seal.what}
          x={x}
          y={y}
          broken={seal.what === 'broken'}
          word={written ? (seal.what === 'intact' ? say('kit.intact') : seal.number) : ''}
          end={x > layout.width - 60}
          held={layout.stays.some((stay) => stay.now && stay.y === y && x >= stay.x1)}
        />
      ))}
      <line x1={layout.nowX} x2={layout.nowX} y1={20} y2={height - 6} className="l-now" />
      <text x={layout.nowX + 3} y={14} textAnchor="end" className="t-now">
        {say('kit.now')}
      </text>
      {layout.gaps.map(
        (gap) =>
          gap.box && (
            <g key={gap.gap.from}>
              <line
                x1={(gap.x1 + gap.x2) / 2}
                x2={(gap.x1 + gap.x2) / 2}
                y1={gap.y > gap.box.y ? gap.y - BAND / 2 : gap.y + BAND / 2}
                y2={gap.y > gap.box.y ? gap.box.y + 52 : gap.box.y}
                className="l-box"
              />
              <rect x={gap.box.x} y={gap.box.y} width={272} height={52} rx={3} className="gap-box" />
              <text x={gap.box.x + 12} y={gap.box.y + 21} className="t-gap">
                {clip(gap.gap.title, 42)}
                <title>{gap.gap.title}</title>
              </text>
              <text x={gap.box.x + 12} y={gap.box.y + 39} className="t-small ink">
                {clip(gap.gap.detail ?? `${showInstant(gap.gap.from)} – ${showInstant(gap.gap.to)}`, 46)}
              </text>
            </g>
          ),
      )}
    </svg>
  )
}

function Band(props: { of: RiverLayout['stays'][number]; after: number }): ReactNode {
  const say = useSay()
  const { x1, x2, y, now, ms, fold, stay } = props.of
  const words = stay.label ?? showSpan(ms)
  const wide = x2 - x1
  const needs = words.length * 6.6 + 16
  return (
    <g>
      <rect
        x={x1}
        y={y - BAND / 2}
        width={wide}
        height={BAND}
        rx={2}
        className={now ? 'band-now' : 'band-was'}
      />
      {fold !== null ? (
        <path
          d={`M${fold - 5} ${y - 14}l-4 9 4 10 -4 9M${fold + 5} ${y - 14}l-4 9 4 10 -4 9`}
          className="zigzag"
        />
      ) : null}
      {now ? (
        <text x={x2 - 4} y={y - BAND / 2 - 6} textAnchor="end" className="t-holds">
          {say('kit.holds-now', { span: words })}
        </text>
      ) : props.after > 0 ? (
        x2 - props.after > needs - 20 ? (
          <text x={props.after} y={y + 4} className="t-band">
            {words}
          </text>
        ) : (
          <text x={x2 + 9} y={y + 4} className="t-band">
            {words}
          </text>
        )
      ) : wide > needs ? (
        <text
          x={fold === null ? x1 + wide / 2 : x1 + 12}
          y={y + 4}
          textAnchor={fold === null ? 'middle' : 'start'}
          className="t-band"
        >
          {words}
        </text>
      ) : (
        <text x={x1 + wide + 9} y={y + 4} className="t-band">
          {wide > 14 ? words : ''}
        </text>
      )}
      <title>{`${showInstant(stay.from)} – ${stay.to ? showInstant(stay.to) : say('kit.now')}`}</title>
    </g>
  )
}

function Seal(props: {
  x: number
  y: number
  broken: boolean
  word: string
  held: boolean
  end: boolean
}): ReactNode {
  const { x, y } = props
  return (
    <g className={props.held ? 'seal held' : 'seal'}>
      <path d={`M${x} ${y - 6.5}l6.500 6.500 -6.500 6.500 -6.500 -6.500z`} className="lozenge" />
      {props.broken ? <rect x={x - 1.5} y={y - 8} width={3} height={16} className="split" /> : null}
      <text
        x={props.end ? x + 8 : x - 8}
        y={y + BAND / 2 + 13}
        textAnchor={props.end ? 'end' : 'start'}
        className="t-seal"
      >
        {props.word}
      </text>
    </g>
  )
}

export function Legend(props: { folded: boolean; gaps: boolean }): ReactNode {
  const say = useSay()
  const mark = (drawn: ReactNode, word: string): ReactNode => (
    <span>
      <svg width="18" height="16" aria-hidden>
        {drawn}
      </svg>
      {word}
    </span>
  )
  return (
    <div className="legend">
      {mark(<circle cx={8} cy={8} r={4.5} className="d-gave" />, say('kit.gave'))}
      {mark(<circle cx={8} cy={8} r={4.5} className="d-accepted" />, say('kit.accepted'))}
      {mark(<path d="M8 2l6 6 -6 6 -6 -6z" className="f-mahogany" />, say('kit.sealed'))}
      {mark(
        <>
          <path d="M8 2l6 6 -6 6 -6 -6z" className="f-mahogany" />
          <rect x="6.500" y="0" width="3" height="16" className="s-surface" />
        </>,
        say('kit.seal-broken'),
      )}
      {props.gaps
        ? mark(
            <>
              <rect y="3" width="18" height="10" className="f-achioteBg" />
              <path d="M2 13l8 -10M8 13l8 -10" className="l-box thick" />
            </>,
            say('kit.no-holder'),
          )
        : null}
      {props.folded
        ? mark(
            <path d="M5 2l-3 4 3 4 -3 4M11 2l-3 4 3 4 -3 4" className="zigzag" />,
            say('kit.folded-legend'),
          )
        : null}
    </div>
  )
}
