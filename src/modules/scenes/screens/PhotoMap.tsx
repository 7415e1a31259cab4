/** Where photographs were taken, to scale and without anybody else's map: north is up, a bar says how far. */
import type { ReactNode } from 'react'
import { EmptyState } from '#ui/Asked.tsx'
import { useSay } from '#ui/say.ts'
import type { PhotographSeen } from '../contract.ts'
import { barOf } from '../rules/drawing.ts'

const METRES_PER_DEGREE = 111_320
const SIZE = 640
/** Closer together than this they would hide each other: one mark stands for them. */
const APART = 30

export function PhotoMap(props: {
  rows: readonly PhotographSeen[]
  onOpen: (id: string) => void
}): ReactNode {
  const say = useSay()
  const placed = props.rows.flatMap((p) =>
    p.position ? [{ p, lat: Number(p.position.latitude), lon: Number(p.position.longitude) }] : [],
  )
  if (placed.length === 0) return <EmptyState title={say('scenes.no-positions')} icon="map" />
  const [south, north] = [Math.min(...placed.map((d) => d.lat)), Math.max(...placed.map((d) => d.lat))]
  const [west, east] = [Math.min(...placed.map((d) => d.lon)), Math.max(...placed.map((d) => d.lon))]
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max((east - west) * METRES_PER_DEGREE * narrow, (north - south) * METRES_PER_DEGREE, 20)
  const perMetre = (SIZE - 120) / across
  const x = (lon: number): number => 60 + (lon - west) * METRES_PER_DEGREE * narrow * perMetre
  const y = (lat: number): number => 60 + (north - lat) * METRES_PER_DEGREE * perMetre
  const bar = barOf(across)
  const spots = new Map<string, { x: number; y: number; photos: PhotographSeen[] }>()
  for (const { p, lat, lon } of placed) {
    const [px, py] = [x(lon), y(lat)]
    const key = `${Math.round(px / APART)} ${Math.round(py / APART)}`
    const spot = spots.get(key) ?? { x: px, y: py, photos: [] }
    spot.photos.push(p)
    spots.set(key, spot)
  }
  return (
    <figure className="photo-map">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="group" aria-label={say('scenes.way-map')}>
        {[...spots].map(([key, { x: px, y: py, photos }]) => {
          const [first] = photos
          if (!first) return null
          const several = photos.length > 1
          const label = several
            ? say('scenes.map-several', { n: photos.length, from: first.seq })
            : (first.caption ?? first.name)
          return (
            <g
              key={key}
              role="button"
              tabIndex={0}
              aria-label={label}
              className={several ? 'several' : ''}
              transform={`translate(${px} ${py})`}
              onClick={() => props.onOpen(first.id)}
              onKeyDown={(e) => (e.key === 'Enter' ? props.onOpen(first.id) : undefined)}
            >
              <title>{label}</title>
              <circle r={several ? 17 : 13} />
              <text textAnchor="middle" dy="4">
                {several ? `${first.seq}…` : first.seq}
              </text>
            </g>
          )
        })}
        <path d={`M40 ${SIZE - 24}h${bar * perMetre}`} />
        <text x={46 + bar * perMetre} y={SIZE - 20}>
          {`${bar} m`}
        </text>
        <path d={`M${SIZE - 34} 60v-34m-7 11l7-11l7 11`} />
        <text x={SIZE - 34} y="76" textAnchor="middle">
          N
        </text>
      </svg>
      <figcaption className="scene-quiet">
        {say('scenes.map-note', { n: placed.length, of: props.rows.length })}
      </figcaption>
    </figure>
  )
}
