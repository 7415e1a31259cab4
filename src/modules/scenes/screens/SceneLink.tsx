/** A scene in two lines, as wide as a thumb. */
import type { ReactNode } from 'react'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { Scene } from './scene-kept.ts'
import { stateOf } from './state.ts'

export function SceneLink(props: { scene: Scene }): ReactNode {
  const say = useSay()
  const { scene } = props
  return (
    <div className="scene-link">
      <Linked to={`/scenes/${scene.id}`}>
        <Mono>{scene.number}</Mono> {scene.place}
      </Linked>
      <StateChip tone={stateOf[scene.state].tone} icon={stateOf[scene.state].icon}>
        {say(`scenes.state-${scene.state}`)}
      </StateChip>
    </div>
  )
}
