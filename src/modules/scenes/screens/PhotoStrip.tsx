/** The newest photographs of a scene, those that still stand on this device first. */
import { type ReactNode, useEffect, useState } from 'react'
import { Linked } from '#ui/Linked.tsx'
import { Card } from '#ui/Page.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { findFile } from '#ui/offline/store.ts'
import type { WaitingAct } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import type { PhotographSeen } from '../contract.ts'
import type { Scene } from './scene-kept.ts'

export function PhotoStrip(props: { scene: Scene; waiting: readonly WaitingAct[] }): ReactNode {
  const say = useSay()
  const { scene, waiting } = props
  const own = waiting.flatMap((a) => a.files.filter((f) => f.type.startsWith('image/')))
  const asked = useAsk<{ items: PhotographSeen[]; total?: number }>(
    'scenes.photographs',
    { attendance: scene.id, limit: 48 },
    { enabled: scene.photographs > 0, keep: true },
  )
  const items = asked.data?.items ?? []
  return (
    <Card
      title={say('scenes.photo-count', { n: scene.photographs + own.length })}
      aside={
        scene.photographs > 0 ? (
          <Linked to={`/scenes/${scene.id}/photographs`} icon="photo">
            {say('scenes.photo-wall')}
          </Linked>
        ) : undefined
      }
    >
      {items.length + own.length === 0 ? (
        <p className="scene-quiet">{say('scenes.no-photographs')}</p>
      ) : (
        <div className="scene-strip">
          {own.slice(-24).map((f) => (
            <OwnPicture key={f.sha256} sha256={f.sha256} name={f.name} />
          ))}
          {items.slice(0, 24).map((p) => (
            <Linked key={p.id} to={`/scenes/${scene.id}/photographs`} params={{ photo: p.id }}>
              {p.shown ? (
                <img
                  src={fileUrl('scenes.thumbnail', { photograph: p.id })}
                  alt={p.caption ?? `${p.seq}`}
                  loading="lazy"
                />
              ) : (
                <span className="scene-kept-file">{p.name}</span>
              )}
            </Linked>
          ))}
        </div>
      )}
    </Card>
  )
}
function OwnPicture(props: { sha256: string; name: string }): ReactNode {
  const person = useMe()?.person.id ?? ''
  const [src, setSrc] = useState<string | null>(null)
  useEffect(() => {
    let url: string | null = null
    void findFile(person, props.sha256).then((blob) => {
      if (!blob) return
      url = URL.createObjectURL(blob)
      setSrc(url)
    })
    return () => {
      if (url) URL.revokeObjectURL(url)
    }
  }, [person, props.sha256])
  return src ? <img className="scene-own" src={src} alt={props.name} /> : null
}
