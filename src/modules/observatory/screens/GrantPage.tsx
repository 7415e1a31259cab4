/** One grant: its lines and what is left, its indicators, what was spent, and the reports as they were sent. */
import { type ReactNode, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import type { Values } from '#ui/fields.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showNumber } from '#ui/show.ts'
import type { GrantSeen } from '../contract/grants.ts'
import { GrantForm } from './GrantForm.tsx'
import './observatory.css'

interface Of {
  readonly of: GrantSeen
}
export default function GrantPage(): ReactNode {
  const say = useSay()
  const { id } = useParams({ strict: false })
  const grant = useAsk<GrantSeen>('observatory.get-grant', { grant: id })
  const [open, setOpen] = useState<'amend' | 'spend' | 'report' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <Asked of={grant}>
      {(g) => (
        <Page>
          <RecordHead
            crumbs={[{ label: say('observatory.grants-title'), to: '/observatory/grants' }]}
            number={g.agreement}
            title={g.title}
            facts={[
              g.donor,
              `${showDate(g.from)} – ${showDate(g.until)}`,
              ...(g.amendment > 0 ? [say('observatory.grant-amendment', { n: g.amendment })] : []),
            ].join(' · ')}
            acts={
              <ActRow>
                <Act
                  operation="observatory.report-grant"
                  icon="certificate"
                  primary
                  onAct={() => setOpen('report')}
                />
                <Act operation="observatory.record-spending" icon="add" onAct={() => setOpen('spend')} />
                <Act operation="observatory.record-grant" icon="list" onAct={() => setOpen('amend')}>
                  {say('observatory.grant-amend')}
                </Act>
              </ActRow>
            }
          />
          <Money of={g} />
          {g.indicators.length > 0 ? <Indicators of={g} /> : null}
          <Reports of={g} />
          <Entries of={g} />
          {open === 'amend' ? <GrantForm of={g} onClose={close} /> : null}
          {open === 'spend' ? <Spend of={g} onClose={close} /> : null}
          {open === 'report' ? <Report of={g} onClose={close} /> : null}
        </Page>
      )}
    </Asked>
  )
}
function Money({ of: g }: Of): ReactNode {
  const say = useSay()
  return (
    <Card title={`${say('observatory.grant-money')} (${g.currency})`}>
      <Plain
        head={[...['line', 'budget', 'spent', 'left'].map((key) => say(`observatory.grant-${key}`)), '%']}
        align={['left', 'right', 'right', 'right', 'right']}
        rows={g.lines.map((l) => [
          l.name,
          showNumber(l.budget),
          showNumber(l.total),
          showNumber(l.left),
          l.share === null ? '–' : `${l.share} %`,
        ])}
      />
    </Card>
  )
}
function Indicators({ of: g }: Of): ReactNode {
  const say = useSay()
  return (
    <Card title={say('observatory.grant-indicators')}>
      <Plain
        head={['indicator', 'baseline', 'target'].map((key) => say(`observatory.grant-${key}`))}
        align={['left', 'right', 'right']}
        rows={g.indicators.map((i) => [
          i.known ? i.name : `${i.name} (${say('observatory.grant-not-known')})`,
          `${i.baseline ?? '–'} (${i.baselineYear})`,
          `${i.target} (${i.targetYear})`,
        ])}
      />
    </Card>
  )
}
const reportLooks = {
  made: { tone: 'maize', icon: 'hand-stop' },
  approved: { tone: 'reef', icon: 'check' },
  returned: { tone: 'slate', icon: 'ban' },
} as const
const forms = ['pdf en', 'pdf es', 'xlsx en', 'xlsx es'].map((f) => f.split(' ') as [string, string])
function Reports({ of: g }: Of): ReactNode {
  const say = useSay()
  const approve = useTell('observatory.approve-grant-report')
  const [back, setBack] = useState<string | null>(null)
  return (
    <Card title={say('observatory.grant-reports')}>
      {g.made.length === 0 ? <p>{say('observatory.grant-no-reports')}</p> : null}
      {g.made.map((r) => (
        <article
          key={r.id}
          style={{ borderTop: '1px solid var(--line)', paddingBlock: 12, display: 'grid', gap: 4 }}
        >
          <p>
            <strong>{say('observatory.grant-report-number', { n: r.number })}</strong> · {showDate(r.from)} –{' '}
            {showDate(r.until)} · {r.by} · <When at={r.at} />{' '}
            <StateChip {...reportLooks[r.state]}>{say(`observatory.grant-state-${r.state}`)}</StateChip>
          </p>
          {r.decidedAt ? (
            <p>
              {[r.decidedBy, r.decidedWords].filter(Boolean).join(' · ')} <When at={r.decidedAt} />
            </p>
          ) : null}
          <p>{r.words}</p>
          <p>
            SHA-256 <Mono>{r.sha256.slice(0, 16)}…</Mono>
          </p>
          <ActRow>
            {(r.state === 'approved' ? forms : forms.filter(([as]) => as === 'pdf')).map(([as, language]) => (
              <a
                key={as + language}
                className="text-act"
                href={fileUrl('observatory.grant-report-file', { report: r.id, as, language })}
                download
              >
                {as.toUpperCase()} {language.toUpperCase()}
              </a>
            ))}
            {r.state === 'made' ? (
              <>
                <Act
                  operation="observatory.approve-grant-report"
                  actions={r.actions}
                  busy={approve.busy}
                  onAct={() => void approve.tell({ report: r.id })}
                />
                <Act
                  operation="observatory.return-grant-report"
                  actions={r.actions}
                  onAct={() => setBack(r.id)}
                />
              </>
            ) : null}
          </ActRow>
        </article>
      ))}
      <ProblemNote of={approve.problem} />
      {back ? <SendBack report={back} onClose={() => setBack(null)} /> : null}
    </Card>
  )
}
function SendBack({ report, onClose }: { report: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('observatory.return-grant-report', { onDone: onClose })
  return (
    <Dialog title={say('op.observatory.return-grant-report')} onClose={onClose}>
      <Form
        name={`observatory.return-grant-report.${report}`}
        fields={[{ key: 'words', label: say('observatory.words'), kind: 'prose', required: true }]}
        problem={send.problem}
        onSend={async ({ words }) => void (await send.tell({ report, words }))}
        sendLabel={say('op.observatory.return-grant-report')}
      />
    </Dialog>
  )
}
function Entries({ of: g }: Of): ReactNode {
  const say = useSay()
  const names = new Map(g.lines.map((l) => [l.code, l.name]))
  return (
    <Card title={say('observatory.grant-entries')}>
      {g.entries.length === 0 ? (
        <p>{say('observatory.grant-no-entries')}</p>
      ) : (
        <Plain
          head={[
            ...['on', 'line', 'amount'].map((key) => say(`observatory.grant-${key}`)),
            say('observatory.words'),
          ]}
          align={['left', 'left', 'right', 'left']}
          rows={g.entries.map((e) => [
            showDate(e.on),
            names.get(e.line) ?? e.line,
            showNumber(e.amount),
            [e.corrected ? say('observatory.grant-corrected-entry') : null, e.words, e.by]
              .filter(Boolean)
              .join(' · '),
          ])}
        />
      )}
    </Card>
  )
}
const clean = (v: Values): Values =>
  Object.fromEntries(Object.entries(v).filter(([, x]) => x !== '' && x !== null))
function Spend({ of: g, onClose }: Of & { onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('observatory.record-spending', { onDone: onClose })
  return (
    <Dialog title={say('op.observatory.record-spending')} onClose={onClose}>
      <Form
        name={`observatory.record-spending.${g.id}`}
        fields={[
          {
            key: 'line',
            label: say('observatory.grant-line'),
            kind: 'choice',
            required: true,
            options: g.lines.map((l) => ({ value: l.code, label: l.name })),
          },
          { key: 'amount', label: say('observatory.grant-amount'), kind: 'text', required: true },
          { key: 'on', label: say('observatory.grant-on'), kind: 'date', required: true },
          {
            key: 'corrects',
            label: say('observatory.grant-corrects'),
            kind: 'choice',
            options: g.entries
              .filter((e) => !e.corrected)
              .map((e) => ({ value: e.id, label: `${showDate(e.on)} · ${e.line} · ${e.amount}` })),
          },
          { key: 'words', label: say('observatory.words'), kind: 'text' },
        ]}
        problem={send.problem}
        onSend={async (v) => void (await send.tell({ grant: g.id, ...clean(v) }))}
        sendLabel={say('op.observatory.record-spending')}
      />
    </Dialog>
  )
}
function Report({ of: g, onClose }: Of & { onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('observatory.report-grant', { onDone: onClose })
  return (
    <Dialog title={say('op.observatory.report-grant')} onClose={onClose}>
      <p>{say('observatory.grant-care')}</p>
      <Form
        name={`observatory.report-grant.${g.id}`}
        fields={[
          { key: 'from', label: say('observatory.grant-from'), kind: 'date', required: true },
          { key: 'until', label: say('observatory.grant-until'), kind: 'date', required: true },
          {
            key: 'words',
            label: say('observatory.grant-words'),
            help: say('observatory.grant-words-help'),
            kind: 'prose',
            rows: 6,
            required: true,
          },
        ]}
        problem={send.problem}
        onSend={async (v) => void (await send.tell({ grant: g.id, ...v }))}
        sendLabel={say('op.observatory.report-grant')}
      />
    </Dialog>
  )
}
