/** Districts coloured by count in five classes; a place without an outline in the laboratory's list is named beneath. */
import type { ReactNode } from 'react'
import { classLimits } from '#ui/Charts.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import { useWidth } from '#ui/width.ts'
import type { CubeSeen, MapSeen } from '../contract.ts'

const HEIGHT = 460

export function DistrictMap({
  seen,
  describe,
  layer = 'district',
}: {
  seen: CubeSeen
  describe: string
  layer?: 'district' | 'precinct'
}): ReactNode {
  const say = useSay()
  const [frame, width] = useWidth(420)
  const map = useAsk<MapSeen>('observatory.map', { layer })
  const places = map.data?.places.filter((p) => p.outline.length > 0) ?? []
  const count = new Map(seen.rows.map((r, i) => [r.code, seen.cells[i]?.[0] ?? null]))
  const most = Math.max(1, ...places.map((p) => Number(count.get(p.code) ?? 0)))
  const limits = classLimits(most)
  const classOf = (n: number): number => limits.filter((limit) => n >= limit).length + 1
  if (map.data && places.length === 0) return <Tiles seen={seen} classOf={classOf} />
  const without = seen.rows.filter((r) => !places.some((p) => p.code === r.code))
  const at = projection(
    places.flatMap((p) => p.outline.flat()),
    width,
    HEIGHT,
  )
  return (
    <div ref={frame}>
      <svg className="picture heat obs-map" width={width} height={HEIGHT} role="img" aria-label={describe}>
        {places.map((p) => (
          <g key={p.code}>
            <path
              d={p.outline.map((ring) => `M${ring.map((point) => at(point).join(' ')).join('L')}Z`).join('')}
              className={`c${classOf(Number(count.get(p.code) ?? 0))}`}
            >
              <title>{`${p.label}: ${count.get(p.code) ?? say('observatory.hidden')}`}</title>
            </path>
          </g>
        ))}
        {places.map((p) => {
          const [x, y] = at(middleOf(p.outline))
          const n = count.get(p.code)
          return (
            <text
              key={p.code}
              x={x}
              y={y}
              textAnchor="middle"
              className={`t-strong obs-on${classOf(Number(n ?? 0))}`}
            >
              <tspan x={x}>{p.label}</tspan>
              <tspan x={x} dy="1.25em">
                {n === undefined ? '0' : n === null ? '*' : showNumber(Number(n))}
              </tspan>
            </text>
          )
        })}
      </svg>
      <p className="dim">
        {say('observatory.map-note', { n: without.length })}{' '}
        {without.map((r, i) => `${i > 0 ? ', ' : ''}${r.label}`).join('')}
        {map.data?.boundaries ? ` ${say('observatory.boundaries', { name: map.data.boundaries })}.` : ''}
      </p>
    </div>
  )
}

/** Places of which nobody drew the boundaries: beside each other, in the colours of the map. */
function Tiles({ seen, classOf }: { seen: CubeSeen; classOf: (n: number) => number }): ReactNode {
  const say = useSay()
  return (
    <div>
      <ul className="obs-places-told">
        {seen.rows.map((r, i) => {
          const n = seen.cells[i]?.[0] ?? null
          return (
            <li key={r.code} className={`obs-c${classOf(Number(n ?? 0))}`}>
              <span>{r.label}</span>
              <strong>{n === null ? '*' : showNumber(Number(n))}</strong>
            </li>
          )
        })}
      </ul>
      <p className="dim">{say('observatory.no-outlines')}</p>
    </div>
  )
}

/** Straight onto the page, a degree of longitude shortened as it is at the middle latitude: true enough for one country. */
function projection(
  points: readonly (readonly [number, number])[],
  width: number,
  height: number,
): (p: readonly [number, number]) => [number, number] {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const short = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min((width - 16) / ((east - west) * short || 1), (height - 16) / (north - south || 1))
  const left = (width - (east - west) * short * scale) / 2
  return ([x, y]) => [left + (x - west) * short * scale, 8 + (north - y) * scale]
}

/** The middle of the area of the largest ring. */
function middleOf(outline: readonly (readonly (readonly [number, number])[])[]): [number, number] {
  const rings = outline.map((ring) => {
    let [area, x, y] = [0, 0, 0]
    ring.forEach(([x0, y0], i) => {
      const [x1, y1] = ring[(i + 1) % ring.length] ?? [x0, y0]
      const cross = x0 * y1 - x1 * y0
      area += cross
      x += (x0 + x1) * cross
      y += (y0 + y1) * cross
    })
    return { size: Math.abs(area), at: [x / (3 * area || 1), y / (3 * area || 1)] as [number, number] }
  })
  return rings.toSorted((a, b) => b.size - a.size)[0]?.at ?? [0, 0]
}
