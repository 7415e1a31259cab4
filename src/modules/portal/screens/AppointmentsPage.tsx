/** Times at the counter: mine, and for a counter who comes next. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { EmptyState, ErrorState, More, Skeleton } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showDay, showTime } from '#ui/show.ts'
import type { AppointmentSeen } from '../contract/appointments.ts'
import { BookTime } from './BookTime.tsx'
import './portal.css'

export default function AppointmentsPage(): ReactNode {
  const say = useSay()
  const [booking, setBooking] = useState(false)
  const list = useList<AppointmentSeen>('portal.appointments', { limit: 50 })
  const days = Map.groupBy(list.rows, (one) => showDay(new Date(one.at).getTime(), true))
  return (
    <Page narrow>
      <RecordHead
        crumbs={[]}
        title={say('op.portal.appointments')}
        facts={say('portal.appointments-note')}
        acts={
          <ActRow>
            <Act operation="portal.book-appointment" icon="calendar" primary onAct={() => setBooking(true)} />
          </ActRow>
        }
      />
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      {list.loading ? <Skeleton lines={3} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState icon="calendar" title={say('portal.no-appointments')}>
          {say('portal.no-appointments-next')}
        </EmptyState>
      ) : null}
      {[...days].map(([day, ones]) => (
        <Card key={day} title={day}>
          {ones.map((one) => (
            <Row key={one.id} of={one} />
          ))}
        </Card>
      ))}
      <More of={list} />
      {booking ? <BookTime onClose={() => setBooking(false)} /> : null}
    </Page>
  )
}

function Row({ of: one }: { of: AppointmentSeen }): ReactNode {
  const say = useSay()
  const serves = useMay('evidence.receive-submission')
  const act = useTell('portal.withdraw-appointment', { settles: ['portal.'] })
  const back = async (): Promise<void> => {
    const yes = await confirm({
      title: say('op.portal.withdraw-appointment'),
      will: <p>{say('portal.will-give-back')}</p>,
    })
    if (yes) await act.tell({ appointment: one.id })
  }
  return (
    <div className="portal-row one-line">
      <span>
        <strong>{showTime(one.at)}</strong> {one.mine ? one.counter.name : one.by}
        {one.submission ? (
          <>
            <br />
            <Linked
              to={serves ? `/evidence/announced/${one.submission}` : `/portal/announced/${one.submission}`}
            >
              {say('portal.with-announcement')}
            </Linked>
          </>
        ) : null}
        {act.problem ? <Note tone="achiote">{act.problem.detail}</Note> : null}
      </span>
      <TextAct
        operation="portal.withdraw-appointment"
        actions={one.actions}
        busy={act.busy}
        onAct={() => void back()}
      />
    </div>
  )
}
