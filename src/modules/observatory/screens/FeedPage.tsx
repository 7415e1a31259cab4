/** One feed: under what it runs, what it told month by month, and taking a file of it. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Facts, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant, showNumber } from '#ui/show.ts'
import { type FeedBatchSeen, type FeedSeen, feedForms } from '../contract/feed.ts'
import { FeedState } from './FeedState.tsx'

export default function FeedPage(): ReactNode {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const feeds = useAsk<{ items: FeedSeen[] }>('observatory.feeds', { limit: 200 })
  return (
    <Page>
      <Asked of={feeds}>
        {({ items }) => {
          const feed = items.find((f) => f.id === id)
          return feed ? <Seen of={feed} /> : null
        }}
      </Asked>
    </Page>
  )
}

function Seen({ of }: { of: FeedSeen }): ReactNode {
  const say = useSay()
  const list = useList<FeedBatchSeen>('observatory.feed-batches', { feed: of.id, limit: 50 })
  const [taking, setTaking] = useState<FeedBatchSeen | null>(null)
  const newest = list.rows[0]
  return (
    <>
      <RecordHead
        crumbs={[{ label: say('observatory.feeds-title'), to: '/observatory/feeds' }]}
        number={of.number}
        title={of.agency}
        chips={<FeedState of={of} />}
        acts={<Acts of={of} />}
      />
      {of.agreementState === 'over' ? (
        <Note tone="achiote">{say('observatory.feed-agreement-over')}</Note>
      ) : null}
      <Columns kind="side">
        <Stacked>
          <Card title={say('op.observatory.feed-batches')}>
            {!list.loading && list.rows.length === 0 ? (
              <EmptyState title={say('observatory.no-shares')} />
            ) : (
              <Plain
                head={[
                  say('observatory.feed-batch'),
                  say('observatory.feed-month'),
                  say('observatory.feed-records'),
                  say('observatory.feed-changes'),
                  say('observatory.feed-held'),
                  say('observatory.feed-taken'),
                  '',
                ]}
                align={['left', 'left', 'right', 'right', 'right', 'left', 'left']}
                rows={list.rows.map((b) => [
                  <Mono key="n">{b.number}</Mono>,
                  b.month,
                  showNumber(b.records),
                  `${showNumber(b.fresh)} / ${showNumber(b.revised)} / ${showNumber(b.withdrawn)}`,
                  showNumber(b.held),
                  say('observatory.feed-taken-times', { n: b.taken }),
                  <Act
                    key="a"
                    operation="observatory.take-feed-batch"
                    actions={b.actions}
                    icon="download"
                    onAct={() => setTaking(b)}
                  />,
                ])}
              />
            )}
            <p className="notes dim">{say('observatory.feed-held-note')}</p>
          </Card>
        </Stacked>
        <Stacked>
          <Card>
            <Facts
              rows={[
                [say('observatory.feed-agreement'), of.agreement],
                [say('observatory.legal-basis'), of.legalBasis],
                [say('observatory.feed-purpose'), of.purpose],
                [say('observatory.feed-dataset'), say(`observatory.dataset-${of.dataset}`)],
                [say('observatory.feed-since'), of.since],
                [say('observatory.feed-day'), String(of.day)],
                [
                  say('observatory.by'),
                  say('observatory.prepared-by', { by: of.openedBy, at: showInstant(of.openedAt) }),
                ],
              ]}
            />
          </Card>
          {newest ? (
            <Card>
              <p>{say('observatory.feed-policy', { k: newest.k })}</p>
              <p className="dim">{say('observatory.boundaries', { name: newest.boundaries })}</p>
            </Card>
          ) : null}
        </Stacked>
      </Columns>
      {taking ? <Take of={taking} onClose={() => setTaking(null)} /> : null}
    </>
  )
}

function Acts({ of }: { of: FeedSeen }): ReactNode {
  const say = useSay()
  const approve = useTell('observatory.approve-feed')
  const make = useTell('observatory.make-feed-batch')
  const [ending, setEnding] = useState(false)
  const end = useTell('observatory.end-feed', { onDone: () => setEnding(false) })
  const problem = approve.problem ?? make.problem
  return (
    <>
      <ActRow>
        <Act
          operation="observatory.approve-feed"
          actions={of.actions}
          icon="check"
          primary
          onAct={() => void approve.tell({ feed: of.id })}
        />
        <Act
          operation="observatory.make-feed-batch"
          actions={of.actions}
          onAct={() => void make.tell({ feed: of.id })}
        />
        <Act operation="observatory.end-feed" actions={of.actions} danger onAct={() => setEnding(true)} />
      </ActRow>
      {problem ? <Note tone="achiote">{problem.detail}</Note> : null}
      {ending ? (
        <Dialog title={say('op.observatory.end-feed')} onClose={() => setEnding(false)}>
          <p>{say('observatory.end-feed-will', { number: of.number })}</p>
          <Form
            name="observatory.end-feed"
            draft={false}
            fields={[{ key: 'words', label: say('observatory.words'), kind: 'prose', required: true }]}
            sendLabel={say('op.observatory.end-feed')}
            problem={end.problem}
            onSend={async (values) => void (await end.tell({ feed: of.id, ...values }))}
          />
        </Dialog>
      ) : null}
    </>
  )
}

function Take({ of, onClose }: { of: FeedBatchSeen; onClose: () => void }): ReactNode {
  const say = useSay()
  const take = useTell<{ id: string; name: string }>('observatory.take-feed-batch')
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const taken = await take.tell({ batch: of.id, ...values })
    if (!taken) return
    window.location.assign(fileUrl('observatory.taken-file', { share: taken.id }))
    onClose()
  }
  return (
    <Dialog title={say('op.observatory.take-feed-batch')} onClose={onClose}>
      <p>{say('observatory.take-will')}</p>
      <Form
        name="observatory.take-feed-batch"
        draft={false}
        initial={{ as: 'csv' }}
        fields={[
          {
            key: 'as',
            label: say('observatory.feed-form'),
            kind: 'choice',
            required: true,
            options: feedForms.map((value) => ({ value, label: say(`observatory.form-${value}`) })),
          },
          {
            key: 'sealFor',
            label: say('observatory.seal-for'),
            help: say('observatory.seal-for-help'),
            kind: 'text',
            placeholder: 'age1…',
          },
        ]}
        sendLabel={say('op.observatory.take-feed-batch')}
        problem={take.problem}
        onSend={send}
      />
    </Dialog>
  )
}
