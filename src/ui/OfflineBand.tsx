/** The maize band: no connection, what waits, work goes on. */
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

export function OfflineBand(props: { waiting: number }): ReactNode {
  const say = useSay()
  return (
    <div className="band tone-maize" role="status">
      <Icon name="cloud-off" size={20} />
      <p>
        <strong>{say('kit.offline')}</strong> {say('kit.offline-waiting', { n: props.waiting })}
      </p>
    </div>
  )
}
