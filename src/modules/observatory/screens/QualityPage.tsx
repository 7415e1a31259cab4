/** Of how many victims each thing is known, unknown, does not apply, or nobody has said it yet. */
import type { ReactNode } from 'react'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { Progress } from '#ui/Progress.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import type { QualitySeen } from '../contract.ts'
import { Rooms } from './Rooms.tsx'

export default function QualityPage(): ReactNode {
  const say = useSay()
  const asked = useAsk<QualitySeen>('observatory.quality-of-data', {})
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.quality-title')}
        facts={say('observatory.quality-note')}
      />
      <Rooms />
      <Asked of={asked}>
        {(seen) =>
          seen.total === 0 ? (
            <EmptyState title={say('observatory.nothing-counted')} />
          ) : (
            <Plain
              head={[
                '',
                say('observatory.known'),
                say('observatory.absent-unknown'),
                say('observatory.absent-not-applicable'),
                say('observatory.absent-not-yet-determined'),
              ]}
              align={['left', 'left', 'right', 'right', 'right']}
              rows={seen.items.map((d) => [
                d.title,
                <Progress
                  key="k"
                  done={d.known}
                  of={seen.total}
                  label={`${showNumber(d.known)} / ${showNumber(seen.total)}`}
                />,
                showNumber(d.unknown),
                showNumber(d.notApplicable),
                showNumber(d.notYet),
              ])}
            />
          )
        }
      </Asked>
    </Page>
  )
}
