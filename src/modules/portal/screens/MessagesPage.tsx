/** What was asked and not answered on my cases, newest first. */
import { type ReactNode, useState } from 'react'
import { EmptyState, ErrorState, More, Skeleton } from '#ui/Asked.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { QuestionSeen } from '../contract.ts'
import { Question } from './Questions.tsx'

export default function MessagesPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('open')
  const list = useList<QuestionSeen>('portal.messages', { show, limit: 20 })
  return (
    <Page narrow>
      <RecordHead crumbs={[]} title={say('portal.messages')} />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={[
          { value: 'open', label: say('portal.messages-open') },
          { value: 'all', label: say('portal.show-all') },
        ]}
      />
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      {list.loading ? <Skeleton lines={3} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState icon="messages" title={say('portal.no-messages')}>
          {say('portal.no-messages-next')}
        </EmptyState>
      ) : null}
      {list.rows.map((q) => (
        <Question key={q.id} of={q} withCase />
      ))}
      <More of={list} />
    </Page>
  )
}
