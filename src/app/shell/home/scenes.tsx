/** What waits at scenes: calls for which nobody was sent, scenes of mine that are not signed, what was refused of what came in. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { ClaimList } from '#identity/contract/claims.ts'
import type { AttendanceList, CallOutList } from '#modules/scenes/contract.ts'
import { useAsk } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { WaitCard } from './WaitCard.tsx'

/** `quiet`: for whoever heads a section of any kind, it stands there only when there is something. */
function Calls(props: { quiet?: boolean }): ReactNode {
  const say = useSay()
  const may = useMay('scenes.call-outs')
  const calls = useAsk<z.output<typeof CallOutList>>(
    'scenes.call-outs',
    { state: 'open', limit: 20 },
    { enabled: may, every: 30_000 },
  )
  if (!may || (props.quiet && !calls.data?.items.length)) return null
  return (
    <WaitCard
      icon="phone"
      title={say('scenes.home-calls')}
      to="/scenes"
      of={calls}
      rows={(data) =>
        data.items.map((c) => ({
          key: c.id,
          to: '/scenes',
          number: c.case.number,
          what: c.place,
          note: [c.sceneTypeName, c.people.map((p) => p.name).join(', ')].filter(Boolean).join(' · '),
          since: c.at,
          late: c.minutesWaiting > 30,
        }))
      }
      empty={say('scenes.home-calls-none')}
    />
  )
}

function Unsigned(props: { all?: boolean }): ReactNode {
  const say = useSay()
  const may = useMay('scenes.find-attendances')
  const scenes = useAsk<z.output<typeof AttendanceList>>(
    'scenes.find-attendances',
    { state: 'unsigned', limit: 20, ...(props.all ? {} : { mine: true }) },
    { enabled: may },
  )
  if (!may || (props.all && !scenes.data?.items.length)) return null
  return (
    <WaitCard
      icon="pin"
      title={say(props.all ? 'scenes.home-scenes-open' : 'scenes.home-scenes-mine')}
      to="/scenes"
      of={scenes}
      rows={(data) =>
        data.items.map((s) => ({
          key: s.id,
          to: `/scenes/${s.id}`,
          number: s.number,
          what: s.place,
          note: [say(`scenes.state-${s.state}`), props.all ? s.lead.name : s.sceneTypeName].join(' · '),
          since: s.openedAt,
        }))
      }
      empty={say('scenes.home-scenes-none')}
    />
  )
}

function RefusedClaims(): ReactNode {
  const say = useSay()
  const others = useMay('identity.recover-device')
  const claims = useAsk<z.output<typeof ClaimList>>('identity.my-claims', {
    state: 'refused',
    limit: 20,
    ...(others ? { others: true } : {}),
  })
  if (!claims.data?.items.length) return null
  return (
    <WaitCard
      icon="cloud-off"
      title={say('scenes.home-claims-refused')}
      to="/scenes/handed-in"
      of={claims}
      rows={(data) =>
        data.items.map((c) => ({
          key: c.id,
          to: '/scenes/handed-in',
          what: c.title,
          note: [c.person.name, c.sentence].filter(Boolean).join(' · '),
          since: c.at,
          late: true,
        }))
      }
      empty=""
    />
  )
}

/** `office`: for whoever heads one, what there is of everybody; else one's own day. */
export function ScenesHome(props: { office: boolean }): ReactNode {
  return (
    <>
      <RefusedClaims />
      <Calls quiet={props.office} />
      <Unsigned all={props.office} />
    </>
  )
}
