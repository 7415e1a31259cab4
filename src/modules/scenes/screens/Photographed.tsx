/** What is kept is counted; what is not is named, and stands there until the next photograph. */
import type { ReactNode } from 'react'
import { Note } from '#ui/Note.tsx'
import { useSay } from '#ui/say.ts'
import type { Lost } from './acting.ts'

export function Photographed({ kept, lost }: { kept: number; lost: readonly Lost[] }): ReactNode {
  const say = useSay()
  const [first] = lost
  return (
    <>
      {kept > 0 ? (
        <p className="scene-quiet" role="status">
          {say('scenes.photos-kept', { n: kept })}
        </p>
      ) : null}
      {first ? (
        <Note tone="achiote" title={say('scenes.photos-lost', { n: lost.length })}>
          {first.why}
          <ul className="scene-lost">
            {lost.slice(0, 12).map((one) => (
              <li key={one.name}>{one.name}</li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  )
}
