/** Counts of others beside ours; what differs is named until nothing is left unexplained. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState, More } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { codeField } from '#modules/cases/screens/fields.ts'
import type { IndicatorsSeen, ReconciliationLine } from '../contract.ts'
import { Rooms } from './Rooms.tsx'

export default function ReconciliationPage(): ReactNode {
  const say = useSay()
  const list = useList<ReconciliationLine>('observatory.reconciliation', { limit: 50 })
  const [entering, setEntering] = useState(false)
  const [naming, setNaming] = useState<ReconciliationLine | null>(null)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('observatory.reconciliation-title')}
        facts={say('observatory.reconciliation-note')}
        acts={
          <ActRow>
            <Act
              operation="observatory.record-external-count"
              icon="add"
              primary
              onAct={() => setEntering(true)}
            />
          </ActRow>
        }
      />
      <Rooms />
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState title={say('observatory.no-counts')}>{say('observatory.no-counts-note')}</EmptyState>
      ) : (
        <Plain
          head={[
            say('observatory.indicator'),
            say('observatory.of'),
            say('observatory.source'),
            say('observatory.theirs'),
            say('observatory.ours'),
            say('observatory.named'),
            say('observatory.unexplained'),
            '',
          ]}
          align={['left', 'left', 'left', 'right', 'right', 'left', 'right', 'left']}
          rows={list.rows.map((l) => [
            l.name,
            l.of,
            l.saidOn ? `${l.source}, ${showDate(l.saidOn)}` : l.source,
            l.parts === null || l.parts === l.theirs ? (
              String(l.theirs)
            ) : (
              <span key="t">
                {l.theirs}
                <br />
                <span className="dim">{say('observatory.parts', { n: l.parts })}</span>
              </span>
            ),
            l.ours,
            l.named.map((d, i) => (
              <span key={i}>
                {d.n > 0 ? `+${d.n}` : d.n} {d.reason}
                <br />
              </span>
            )),
            <strong key="u">{l.unexplained}</strong>,
            <Act
              key="a"
              operation="observatory.explain-difference"
              actions={l.actions}
              onAct={() => setNaming(l)}
            />,
          ])}
        />
      )}
      <More of={list} />
      {entering ? <Enter onClose={() => setEntering(false)} /> : null}
      {naming ? <Explain of={naming} onClose={() => setNaming(null)} /> : null}
    </Page>
  )
}

function Enter({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell('observatory.record-external-count', { onDone: onClose })
  const known = useAsk<IndicatorsSeen>('observatory.indicators', {})
  return (
    <Dialog wide title={say('op.observatory.record-external-count')} onClose={onClose}>
      <Form
        name="observatory.record-external-count"
        columns={2}
        fields={[
          {
            key: 'indicator',
            label: say('observatory.indicator'),
            kind: 'choice',
            required: true,
            options: (known.data?.items ?? [])
              .filter((i) => i.unit === 'number')
              .map((i) => ({ value: i.key, label: i.name })),
          },
          { key: 'source', label: say('observatory.source'), kind: 'text', required: true },
          { key: 'year', label: say('observatory.year'), kind: 'text', required: true, placeholder: '2026' },
          {
            key: 'until',
            label: say('observatory.until-month'),
            help: say('observatory.until-help'),
            kind: 'text',
            placeholder: '2026-06',
          },
          codeField('district', say('observatory.dim-district'), 'district'),
          { key: 'value', label: say('observatory.theirs'), kind: 'number', required: true },
          { key: 'saidOn', label: say('observatory.said-on'), kind: 'date' },
          { key: 'page', label: say('observatory.page'), kind: 'text' },
        ]}
        problem={act.problem}
        onSend={async (values) => void (await act.tell(values))}
      />
    </Dialog>
  )
}

function Explain({ of, onClose }: { of: ReconciliationLine; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell('observatory.explain-difference', { onDone: onClose })
  return (
    <Dialog title={say('op.observatory.explain-difference')} onClose={onClose}>
      <Form
        name="observatory.explain-difference"
        draft={false}
        fields={[
          codeField('reason', say('observatory.reason'), 'difference-reason', { required: true }),
          {
            key: 'n',
            label: say('observatory.n'),
            help: say('observatory.n-help'),
            kind: 'number',
            required: true,
          },
          { key: 'words', label: say('observatory.words'), kind: 'prose' },
        ]}
        problem={act.problem}
        onSend={async (values) => void (await act.tell({ count: of.id, ...values }))}
      />
    </Dialog>
  )
}
