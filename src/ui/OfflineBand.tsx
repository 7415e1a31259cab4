/** The maize band: no connection, and what that means for what one types. */
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

export function OfflineBand(): ReactNode {
  const say = useSay()
  return (
    <div className="band tone-maize" role="status">
      <Icon name="cloud-off" size={20} />
      <p>
        <strong>{say('kit.offline')}</strong> {say('kit.offline-next')}
      </p>
    </div>
  )
}
