/** Where a link in a mail leads: to the certificate while the link holds, to the search by its number afterwards. */
import { Navigate, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { Asked } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ReceivedSeen } from '../contract.ts'

export default function ReceivedPage() {
  const say = useSay()
  const { delivery = '' } = useParams({ strict: false }) as { delivery?: string }
  const asked = useAsk<z.output<typeof ReceivedSeen>>('reports.received', { delivery })
  if (asked.error && 'code' in asked.error && asked.error.code === 'reports.link-ended')
    return (
      <Page narrow>
        <Note tone="maize" icon="clock" title={asked.error.message}>
          <Linked to="/reports">{say('reports.title')}</Linked>
        </Note>
      </Page>
    )
  return <Asked of={asked}>{({ report }) => <Navigate to={`/reports/${report}` as string} replace />}</Asked>
}
