/** How a kit stands, in a word; past its day says so first. */
import { StateChip } from '#ui/StateChip.tsx'
import { useSay } from '#ui/say.ts'
import type { KitLine } from '../../contract.ts'

const looks = {
  out: ['maya', 'send'],
  used: ['reef', 'check'],
  stock: ['slate', 'box'],
  scrapped: ['slate', 'ban'],
} as const

export function KitState({ kit }: { kit: Pick<KitLine, 'state' | 'expired'> }) {
  const say = useSay()
  if (kit.expired)
    return (
      <StateChip tone="achiote" icon="warning">
        {say('evidence.kt-state-expired')}
      </StateChip>
    )
  const [tone, icon] = looks[kit.state]
  return (
    <StateChip tone={tone} icon={icon}>
      {say(`evidence.kt-state-${kit.state}`)}
    </StateChip>
  )
}
