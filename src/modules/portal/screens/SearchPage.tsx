/** A case looked up by what somebody remembers of it: a day, a number, a person and their part. */
import { useState } from 'react'
import { EmptyState, ErrorState, More, Skeleton } from '#ui/Asked.tsx'
import { Form } from '#ui/Form.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { MyCaseLine } from '../contract.ts'
import { CaseCard } from './CaseCard.tsx'
import './portal.css'

export default function SearchPage() {
  const say = useSay()
  const [asked, setAsked] = useState<Record<string, unknown> | null>(null)
  const roles = useAsk<{ items: { code: string; name: string }[] }>('catalogue.get-code-list', {
    list: 'party-role',
  })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('portal.cases'), to: '/portal' }]}
        title={say('op.portal.search-cases')}
        facts={say('portal.search-note')}
      />
      <Card>
        <Form
          name="portal.search-cases"
          draft={false}
          columns={2}
          sendLabel={say('op.portal.search-cases')}
          fields={[
            {
              key: 'number',
              label: say('portal.field-number'),
              help: say('portal.field-number-help'),
              kind: 'text',
              span: 2,
            },
            { key: 'person', label: say('portal.field-person'), kind: 'text' },
            {
              key: 'role',
              label: say('portal.field-role'),
              kind: 'code',
              options: (roles.data?.items ?? []).map((r) => ({ value: r.code, label: r.name })),
            },
            { key: 'from', label: say('portal.field-from'), kind: 'date' },
            { key: 'until', label: say('portal.field-until'), kind: 'date' },
          ]}
          onSend={(values) => {
            setAsked({ ...values })
            return Promise.resolve()
          }}
        />
      </Card>
      {asked ? <Found asked={asked} /> : null}
    </Page>
  )
}

function Found({ asked }: { readonly asked: Record<string, unknown> }) {
  const say = useSay()
  const list = useList<MyCaseLine>('portal.search-cases', { ...asked, limit: 20 })
  return (
    <>
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      {list.loading ? <Skeleton lines={4} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState title={say('portal.found-none')} />
      ) : null}
      {list.rows.map((c) => (
        <CaseCard key={c.id} line={c} />
      ))}
      <More of={list} />
    </>
  )
}
