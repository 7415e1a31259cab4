/** The marks of a scene, those that stand only on this device among them; each is photographed from here, so that the picture bears its number. */
import { type ReactNode, useRef } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Card } from '#ui/Page.tsx'
import type { WaitingAct } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import { usePhotographing } from './acting.ts'
import { By, Correct, Put, Quiet } from './cards.tsx'
import { Photographed } from './Photographed.tsx'
import { marksOnlyHere, type Scene } from './scene-kept.ts'

export function MarksCard(props: { scene: Scene; waiting: readonly WaitingAct[] }): ReactNode {
  const say = useSay()
  const { scene } = props
  const own = marksOnlyHere(scene, props.waiting)
  const camera = useRef<HTMLInputElement>(null)
  const chosen = useRef('')
  const photographing = usePhotographing(scene.id, (name) => `${say('op.scenes.add-photograph')}: ${name}`)
  const may = scene.actions.find((a) => a.operation === 'scenes.add-photograph')?.ok === true
  const button = (mark: { id: string; label: string }): ReactNode =>
    may ? (
      <TextAct
        icon="camera"
        onAct={() => {
          chosen.current = mark.id
          camera.current?.click()
        }}
      >
        {say('scenes.photograph-mark', { label: mark.label })}
      </TextAct>
    ) : null
  return (
    <Card title={say('scenes.marks')}>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={say('scenes.take-photograph')}
        onChange={(e) => {
          void photographing.photograph([...(e.target.files ?? [])], chosen.current)
          e.target.value = ''
        }}
      />
      <Photographed {...photographing} />
      {scene.marks.length + own.length === 0 ? (
        <Quiet>{say('scenes.no-marks')}</Quiet>
      ) : (
        <ul className="scene-rows">
          {scene.marks.map((m) => (
            <li key={m.id}>
              <span className="scene-mark">{m.label}</span>
              <span className="scene-row">
                <strong>{m.words}</strong>
                {m.spot ? <span>{m.spot}</span> : null}
                <By {...m} />
                <Put mended={m.mended} />
                <Correct scene={scene} kind="mark" entry={m.id} words={m.words} />
                {button(m)}
              </span>
            </li>
          ))}
          {own.map((m) => (
            <li key={m.id}>
              <span className="scene-mark">{m.label}</span>
              <span className="scene-row">
                <strong>{m.words}</strong>
                <span className="scene-quiet">{say('scenes.kept-on-device')}</span>
                {button(m)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
