/** What may leave for good today, what stands in the way of the rest, and the proposals that wait for somebody. */
import { type ReactNode, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Act } from '#ui/Act.tsx'
import { AskedList, EmptyState, More } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { Segments } from '#ui/Choices.tsx'
import { fileUrl, useList, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { useTableState } from '#ui/table-state.ts'
import { showDate } from '#ui/show.ts'
import type { z } from 'zod'
import type { DisposalList, DueLine } from '../contract.ts'
import { chipOfDisposal } from './states.ts'

const views = ['due', 'blocked', 'all'] as const

export default function DisposalPage() {
  const say = useSay()
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('evidence.dp-title')} facts={say('evidence.dp-help')} />
      <Proposals />
      <Due />
    </Page>
  )
}

type Proposal = z.output<typeof DisposalList>['items'][number]

/** What waits for somebody first; what was done, kept or withdrawn stands beneath, with its certificates. */
function Proposals() {
  const say = useSay()
  const open = useList<Proposal>('evidence.find-disposals', { state: 'open', limit: 50 })
  const ended = useList<Proposal>('evidence.find-disposals', { state: 'ended', limit: 20 })
  return (
    <>
      <AskedList of={open}>
        <ProposalCard title={say('evidence.dp-open')} of={open} aside={<Letters open={open.rows} />} />
      </AskedList>
      <ProposalCard title={say('evidence.dp-ended')} of={ended} />
    </>
  )
}

/** One batch to print, fold and send to whoever has not answered. */
function Letters({ open }: { open: readonly Proposal[] }) {
  const say = useSay()
  const may = useMay('evidence.disposal-letters')
  const waiting = open.filter((d) => d.state === 'asked')
  if (!may || waiting.length === 0) return open.length
  return (
    <span className="acts">
      <a href={fileUrl('evidence.disposal-letters')} download>
        {say('evidence.dl-print')}
      </a>
      {waiting.some((d) => d.late) ? (
        <a href={fileUrl('evidence.disposal-letters', { late: true })} download>
          {say('evidence.dl-print-late')}
        </a>
      ) : null}
    </span>
  )
}

interface ProposalCardProps {
  readonly title: string
  readonly of: ReturnType<typeof useList<Proposal>>
  readonly aside?: ReactNode
}
function ProposalCard({ title, of, aside }: ProposalCardProps) {
  const say = useSay()
  if (of.rows.length === 0) return null
  return (
    <Card title={title} aside={aside}>
      <Plain
        head={[
          say('evidence.dc-proposal'),
          say('evidence.f-case'),
          say('evidence.dp-action'),
          say('evidence.dp-things'),
          say('evidence.dp-waits'),
        ]}
        rows={of.rows.map((d) => [
          <Linked key="n" to={`/evidence/disposal/${d.id}`} mono>
            {d.number}
          </Linked>,
          d.case.title,
          say(`evidence.action-${d.action}`),
          String(d.things),
          <span key="s" className="fields">
            <StateChip state={d.late ? 'overdue' : chipOfDisposal[d.state]}>
              {say(`evidence.disposal-state-${d.state}`)}
            </StateChip>
            {d.waitsFor === say(`evidence.disposal-state-${d.state}`) ? null : (
              <span className="dim">{d.waitsFor}</span>
            )}
          </span>,
        ])}
      />
      <More of={of} />
    </Card>
  )
}

function Due() {
  const say = useSay()
  const [show, setShow] = useState<string>('due')
  const [chosen, setChosen] = useState<readonly DueLine[] | null>(null)
  const table = useTableState('disposal-due')
  const list = useList<DueLine>('evidence.disposal-due', { show, limit: 100, q: table.q || undefined })
  return (
    <Card title={say('evidence.dp-due')}>
      <div className="fields">
        <Segments
          frame={{ label: say('evidence.dp-show') }}
          options={views.map((v) => ({ value: v, label: say(`evidence.dp-show-${v}`) }))}
          value={show}
          onChange={setShow}
        />
        <DataTable
          name="disposal-due"
          remote
          rows={list.rows}
          rowKey={(r) => r.item.id}
          rowTo={(r) => `/evidence/items/${r.item.id}`}
          hasMore={list.hasMore}
          more={list.more}
          empty={
            <EmptyState icon="archive" title={say('evidence.dp-none')}>
              {say('evidence.dp-none-help')}
            </EmptyState>
          }
          bulk={(rows) => (
            <Act operation="evidence.propose-disposal" icon="archive" onAct={() => setChosen(rows)} />
          )}
          columns={[
            {
              key: 'number',
              label: say('evidence.s-number'),
              cell: (r) => r.item.number,
              mono: true,
              primary: true,
            },
            { key: 'what', label: say('evidence.t-what'), cell: (r) => r.item.description },
            {
              key: 'intended',
              label: say('evidence.pl-intended'),
              cell: (r) => r.intended?.name ?? '–',
            },
            {
              key: 'outcome',
              label: say('evidence.dp-outcome'),
              cell: (r) => (r.outcome ? `${r.outcome}, ${showDate(r.outcomeOn ?? '')}` : '–'),
            },
            {
              key: 'rule',
              label: say('evidence.dc-rule'),
              cell: (r) => [r.rule ?? '–', r.dueOn ? showDate(r.dueOn) : null].filter(Boolean).join(' · '),
            },
            {
              key: 'blocks',
              label: say('evidence.dp-blocks'),
              cell: (r) =>
                r.blocks.length === 0 ? (
                  <StateChip state="fit">{say('evidence.dp-may')}</StateChip>
                ) : (
                  r.blocks.join(' ')
                ),
              text: (r) => r.blocks.join(' '),
            },
          ]}
        />
      </div>
      {chosen ? <Propose lines={chosen} onClose={() => setChosen(null)} /> : null}
    </Card>
  )
}

function Propose({ lines, onClose }: { lines: readonly DueLine[]; onClose: () => void }) {
  const say = useSay()
  const go = useNavigate()
  const act = useTell<{ id: string }>('evidence.propose-disposal', { settles: ['evidence.'] })
  const actions = lines.reduce<readonly string[]>(
    (left, l, i) => (i === 0 ? l.actions : left.filter((a) => (l.actions as readonly string[]).includes(a))),
    [],
  )
  const meant = lines[0]?.intended?.action
  const first = actions.find((a) => a === meant)
  return (
    <Dialog title={say('op.evidence.propose-disposal')} onClose={onClose}>
      <p>{say('evidence.dp-propose-n', { n: lines.length })}</p>
      <Form
        name="evidence.propose-disposal"
        {...(first ? { initial: { action: first } } : {})}
        draft={false}
        problem={act.problem}
        sendLabel={say('op.evidence.propose-disposal')}
        fields={[
          {
            key: 'action',
            label: say('evidence.dp-action'),
            kind: 'choice',
            required: true,
            options: actions.map((a) => ({ value: a, label: say(`evidence.action-${a}`) })),
          },
          {
            key: 'answerBy',
            label: say('evidence.dp-answer-by'),
            kind: 'date',
            help: say('evidence.dp-answer-help'),
          },
          { key: 'words', label: say('evidence.d-words'), kind: 'text' },
        ]}
        onSend={async (values) => {
          const done = await act.tell({ things: lines.map((l) => l.item.id), ...values })
          if (done) void go({ to: `/evidence/disposal/${done.id}` })
        }}
      />
    </Dialog>
  )
}
