/** The rooms of the observatory, side by side on each of its pages; only those that this person may enter. */
import { useNavigate, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Tabs } from '#ui/Page.tsx'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'

const rooms = [
  ['/observatory/board', 'observatory.boards', 'observatory.boards-title'],
  ['/observatory', 'observatory.cube', 'observatory.explore-title'],
  ['/observatory/indicators', 'observatory.indicators', 'observatory.indicators-title'],
  ['/observatory/work', 'observatory.foresight', 'observatory.foresight-title'],
  ['/observatory/releases', 'observatory.releases', 'observatory.releases-title'],
  ['/observatory/feeds', 'observatory.feeds', 'observatory.feeds-title'],
  ['/observatory/grants', 'observatory.grants', 'observatory.grants-title'],
  ['/observatory/reconciliation', 'observatory.reconciliation', 'observatory.reconciliation-title'],
  ['/observatory/quality', 'observatory.quality-of-data', 'observatory.quality-title'],
] as const

export function Rooms(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const me = useMe()
  const mine = rooms.filter(([, operation]) => me?.operations.includes(operation))
  return (
    <Tabs
      label={say('observatory.nav-explore')}
      value={
        mine
          .filter(([path]) => pathname.startsWith(path))
          .toSorted(([a], [b]) => b.length - a.length)[0]?.[0] ?? '/observatory'
      }
      onChange={(to) => void navigate({ to: to as never })}
      tabs={mine.map(([value, , key]) => ({ value, label: say(key) }))}
    />
  )
}
