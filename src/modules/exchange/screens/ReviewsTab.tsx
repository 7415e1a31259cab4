/** Cases of older registers that are to be looked at again, and those for which no rule says when. */
import { type ReactNode, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card, Tabs } from '#ui/Page.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { ReviewLine } from '../contract/reviews.ts'

type Show = 'due' | 'all' | 'none'

export function ReviewsTab(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState<Show>('due')
  const [looking, setLooking] = useState<ReviewLine | null>(null)
  const list = useList<ReviewLine>('exchange.reviews-due', { show, limit: 50 })
  return (
    <Card>
      <Tabs<Show>
        value={show}
        onChange={setShow}
        label={say('op.exchange.reviews-due')}
        tabs={(['due', 'all', 'none'] as const).map((value) => ({
          value,
          label: say(`exchange.review-show-${value}`),
        }))}
      />
      <DataTable<ReviewLine>
        name="exchange.reviews"
        rows={list.rows}
        loading={list.loading}
        rowKey={(r) => r.case.id}
        more={list.more}
        hasMore={list.hasMore}
        empty={<EmptyState title={say('exchange.review-none')} />}
        columns={[
          {
            key: 'case',
            label: say('exchange.review-case'),
            primary: true,
            cell: (r) => (
              <Linked to={`/cases/${r.case.id}`} mono>
                {r.case.number}
              </Linked>
            ),
            text: (r) => r.case.number,
          },
          {
            key: 'title',
            label: say('exchange.review-title'),
            cell: (r) => r.case.title,
            text: (r) => r.case.title,
          },
          {
            key: 'due',
            label: say('exchange.review-due'),
            cell: (r) => (r.dueOn === null ? '–' : showDate(r.dueOn)),
            text: (r) => r.dueOn ?? '',
          },
          {
            key: 'rule',
            label: say('exchange.review-rule'),
            cell: (r) => r.rule ?? r.words ?? '–',
            text: (r) => r.rule ?? r.words ?? '',
          },
          {
            key: 'act',
            label: '',
            cell: (r) => (
              <Act operation="exchange.review-case" actions={r.actions} onAct={() => setLooking(r)} />
            ),
            text: () => '',
          },
        ]}
      />
      {looking ? <Looking of={looking} onClose={() => setLooking(null)} /> : null}
    </Card>
  )
}

function Looking({ of, onClose }: { readonly of: ReviewLine; readonly onClose: () => void }): ReactNode {
  const say = useSay()
  const review = useTell('exchange.review-case', { onDone: onClose })
  return (
    <Dialog title={`${say('op.exchange.review-case')}: ${of.case.number}`} onClose={onClose}>
      <Form
        name="exchange.review-case"
        draft={false}
        fields={[
          { key: 'words', label: say('exchange.review-words'), kind: 'prose', required: true },
          {
            key: 'next',
            label: say('exchange.review-next'),
            kind: 'date',
            help: say('exchange.review-next-help'),
          },
        ]}
        sendLabel={say('op.exchange.review-case')}
        problem={review.problem}
        onSend={async ({ words, next }) =>
          void (await review.tell({ case: of.case.id, words, next: next ? next : null }))
        }
      />
    </Dialog>
  )
}
