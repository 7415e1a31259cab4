/** Photographs by the hour they were taken, as the camera said; what has no time stands at the end. */
import type { ReactNode } from 'react'
import { Card } from '#ui/Page.tsx'
import { fileUrl } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { PhotographSeen } from '../contract.ts'

export function PhotoTimes(props: {
  rows: readonly PhotographSeen[]
  onOpen: (id: string) => void
}): ReactNode {
  const say = useSay()
  const groups = new Map<string, PhotographSeen[]>()
  const sorted = [...props.rows].sort((a, b) => (a.takenAt ?? '9').localeCompare(b.takenAt ?? '9'))
  for (const p of sorted) {
    const key = p.takenAt ? showInstant(p.takenAt).slice(0, 13) : say('scenes.no-time')
    groups.set(key, [...(groups.get(key) ?? []), p])
  }
  return [...groups].map(([hour, photos]) => (
    <Card key={hour} title={photos[0]?.takenAt ? `${hour}:00` : hour}>
      <div className="scene-strip">
        {photos.map((p) => (
          <button key={p.id} type="button" className="photo-small" onClick={() => props.onOpen(p.id)}>
            {p.shown ? (
              <img
                src={fileUrl('scenes.thumbnail', { photograph: p.id })}
                alt={p.caption ?? p.name}
                loading="lazy"
              />
            ) : (
              <span className="scene-kept-file">{p.name}</span>
            )}
          </button>
        ))}
      </div>
    </Card>
  ))
}
