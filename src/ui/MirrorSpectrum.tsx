/** A mass spectrum upward against its reference downward; a peak of the sample that the reference lacks is achiote with its number. */
import type { ReactNode } from 'react'
import { niceTicks } from './LimitBar.tsx'
import { useSay } from './say.ts'
import { useWidth } from './width.ts'

interface Side {
  readonly label: string
  readonly peaks: readonly (readonly [number, number])[]
}
const LEFT = 40
/** Ions under this share of the base peak are noise to the eye. */
const NAMED = 12
const MATTERS = 2

/** Which peaks carry their number: those that the reference lacks first, then the tall ones, as far as there is room. */
function namesOf(
  peaks: readonly (readonly [number, number])[],
  strange: (mz: number) => boolean,
  x: (mz: number) => number,
): ReadonlySet<number> {
  const wanted = peaks
    .filter(([mz, i]) => i >= NAMED || (i >= MATTERS && strange(mz)))
    .toSorted((a, b) => Number(strange(b[0])) - Number(strange(a[0])) || b[1] - a[1])
  const named: number[] = []
  for (const [mz] of wanted) if (named.every((other) => Math.abs(x(other) - x(mz)) > 24)) named.push(mz)
  return new Set(named)
}

export function MirrorSpectrum(props: {
  up: Side
  down?: Side
  tolerance?: number
  height?: number
}): ReactNode {
  const say = useSay()
  const [frame, width] = useWidth(600)
  const { up, down, tolerance = 0.5, height = 280 } = props
  const all = [...up.peaks, ...(down?.peaks ?? [])].map(([mz]) => mz)
  const [from, to] = [Math.min(...all, 40) - 8, Math.max(...all, 100) + 14]
  const top = 22
  const bottom = height - 34
  const zero = down ? (top + bottom) / 2 : bottom
  const x = (mz: number): number => LEFT + ((mz - from) / (to - from)) * (width - LEFT - 8)
  const relative = (side: Side): [number, number][] => {
    const most = Math.max(...side.peaks.map(([, intensity]) => intensity), 1)
    return side.peaks.map(([mz, intensity]) => [mz, (intensity / most) * 100])
  }
  const [ours, theirs] = [relative(up), down ? relative(down) : []]
  const strange = (mz: number): boolean =>
    down !== undefined &&
    !theirs.some(([other, intensity]) => intensity > 0.5 && Math.abs(other - mz) <= tolerance)
  const tall = (i: number, room: number): number => (i / 100) * room
  const named = namesOf(ours, strange, x)
  return (
    <div ref={frame}>
      <svg
        className="picture"
        width={width}
        height={height}
        role="img"
        aria-label={say('kit.spectrum', { up: up.label, down: down?.label ?? '' })}
      >
        {[50, 100].map((i) => (
          <g key={i}>
            <line
              x1={LEFT}
              x2={width}
              y1={zero - tall(i, zero - top - 14)}
              y2={zero - tall(i, zero - top - 14)}
              className="l-line"
            />
            <text x={LEFT - 6} y={zero - tall(i, zero - top - 14) + 4} textAnchor="end" className="t-small">
              {i}
            </text>
            {down ? (
              <>
                <line
                  x1={LEFT}
                  x2={width}
                  y1={zero + tall(i, bottom - zero - 14)}
                  y2={zero + tall(i, bottom - zero - 14)}
                  className="l-line"
                />
                <text
                  x={LEFT - 6}
                  y={zero + tall(i, bottom - zero - 14) + 4}
                  textAnchor="end"
                  className="t-small"
                >
                  {i}
                </text>
              </>
            ) : null}
          </g>
        ))}
        {ours
          .toSorted((a, b) => a[0] - b[0])
          .map(([mz, i]) => {
            const y = zero - tall(i, zero - top - 14)
            const odd = strange(mz) && i >= MATTERS
            return (
              <g key={mz}>
                <line x1={x(mz)} x2={x(mz)} y1={zero} y2={y} className={odd ? 'l-achiote' : 'l-maya'} />
                {named.has(mz) ? (
                  <text x={x(mz)} y={y - 4} textAnchor="middle" className={odd ? 't-gap' : 't-small ink'}>
                    {Math.round(mz)}
                  </text>
                ) : null}
              </g>
            )
          })}
        {theirs.map(([mz, i]) => (
          <line
            key={mz}
            x1={x(mz)}
            x2={x(mz)}
            y1={zero}
            y2={zero + tall(i, bottom - zero - 14)}
            className="l-mahogany"
          />
        ))}
        <line x1={LEFT} x2={width} y1={zero} y2={zero} className="l-edge" />
        <text x={LEFT + 6} y={13} className="t-strong word-up">
          {up.label}
        </text>
        {down ? (
          <text x={LEFT + 6} y={bottom + 10} className="t-strong word-down">
            {down.label}
          </text>
        ) : null}
        {niceTicks(from, to, Math.max(3, Math.floor(width / 110))).map((tick) => (
          <text key={tick} x={x(tick)} y={height - 6} textAnchor="middle" className="t-small">
            {tick}
          </text>
        ))}
        <text x={width - 2} y={height - 6} textAnchor="end" className="t-small">
          m/z
        </text>
      </svg>
    </div>
  )
}
