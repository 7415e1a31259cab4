/** How far each office outside has come to use the portal: the offices that bring without announcing stand out. */
import { type ReactNode, useState } from 'react'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { Progress } from '#ui/Progress.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { AdoptionSeen } from '../contract/adoption.ts'

export default function AdoptionPage(): ReactNode {
  const say = useSay()
  const [days, setDays] = useState('30')
  const asked = useAsk<AdoptionSeen>('portal.adoption', { days })
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('op.portal.adoption')} facts={say('portal.adoption-note')} />
      <Tabs
        value={days}
        onChange={setDays}
        tabs={['7', '30', '90'].map((n) => ({ value: n, label: say('portal.last-days', { n: Number(n) }) }))}
      />
      <Asked of={asked}>
        {(seen) =>
          seen.items.length === 0 ? (
            <EmptyState title={say('portal.no-offices')} />
          ) : (
            <Plain
              head={[
                say('portal.office'),
                say('portal.came'),
                say('portal.announced-of'),
                say('portal.questions'),
                say('portal.last-seen'),
              ]}
              rows={seen.items.map((o) => [
                <span key="n">
                  {o.name}
                  <br />
                  <span className="dim">{o.agency}</span>
                </span>,
                <Progress key="c" done={o.came} of={o.people} label={`${o.came} / ${o.people}`} />,
                o.deliveries === 0 ? (
                  '–'
                ) : (
                  <Progress
                    key="a"
                    done={o.announced}
                    of={o.deliveries}
                    label={`${o.announced} / ${o.deliveries}`}
                  />
                ),
                String(o.questions),
                o.lastSeen ? showInstant(o.lastSeen) : say('portal.never'),
              ])}
            />
          )
        }
      </Asked>
    </Page>
  )
}
