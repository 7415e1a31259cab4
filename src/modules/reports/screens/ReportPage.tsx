/** One certificate: how it stands, what it says and on what, who did what, and what may be done next. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, ErrorState } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import type { Say } from '#kernel/say.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ReportSeen } from '../contract.ts'
import { ActForm, formActs } from './ActForm.tsx'
import {
  DeliveriesCard,
  FilesCard,
  ReliedCard,
  ResultsCard,
  StepsCard,
  ThingsCard,
  VersionsCard,
} from './ReportCards.tsx'
import { ReleaseCard } from './ReleaseCard.tsx'
import { ReportState } from './ReportState.tsx'

/** The acts in the order in which a certificate lives; the first that may be done now is the primary one. */
const order = [
  'reports.review-administratively',
  'reports.sign-report',
  'reports.issue-report',
  'reports.deliver-report',
  'reports.include-result',
  'reports.return-report',
  'reports.amend-report',
  'reports.withdraw-report',
] as const
/** At which points of its life an act is shown at all, usable or greyed with its reason; what is past is told by the steps. */
const shownIn: Readonly<Record<(typeof order)[number], readonly ReportSeen['state'][]>> = {
  'reports.review-administratively': ['draft', 'returned'],
  'reports.sign-report': ['draft', 'returned', 'reviewed'],
  'reports.issue-report': ['reviewed', 'signed'],
  'reports.deliver-report': ['issued'],
  'reports.include-result': ['draft', 'returned'],
  'reports.return-report': ['draft', 'reviewed'],
  'reports.amend-report': ['issued', 'withdrawn'],
  'reports.withdraw-report': ['signed', 'issued'],
}
const direct: readonly string[] = ['reports.review-administratively', 'reports.sign-report']
const icons = {
  'reports.review-administratively': 'eye-check',
  'reports.sign-report': 'sign',
  'reports.issue-report': 'file-certificate',
  'reports.deliver-report': 'send',
  'reports.include-result': 'edit',
  'reports.return-report': 'back',
  'reports.amend-report': 'file-check',
  'reports.withdraw-report': 'file-x',
} as const

export default function ReportPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const report = useAsk<ReportSeen>('reports.get-report', { report: id }, { keep: true })
  return <Asked of={report}>{(r) => <Report report={r} />}</Asked>
}

function Report({ report }: { readonly report: ReportSeen }) {
  const say = useSay()
  const [acting, setActing] = useState<string | null>(null)
  const out = ['issued', 'superseded', 'withdrawn'].includes(report.state)
  const next = nextOf(report, say)
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('reports.title'), to: '/reports' },
          { label: report.case.number, to: `/cases/${report.case.id}`, mono: true },
          { label: report.number, mono: true },
        ]}
        number={report.number}
        title={report.questionName}
        chips={<ReportState state={report.state} />}
        facts={[report.case.title, report.request.number, report.author.name, showInstant(report.since)].join(
          ' · ',
        )}
        acts={<Acts report={report} onAct={setActing} />}
      />
      {next ? <NextNote what={next[0]}>{next[1]}</NextNote> : null}
      {report.changes ? (
        <Note tone="maya" title={say('reports.paper-amended')}>
          {report.changes}
        </Note>
      ) : null}
      {report.unconfirmed.length > 0 ? (
        <Note tone="maize" title={say('reports.paper-unconfirmed')}>
          {report.unconfirmed.map((u) => u.name).join('; ')}
        </Note>
      ) : null}
      {acting ? <ActForm report={report} operation={acting} onClose={() => setActing(null)} /> : null}
      <Columns kind="side">
        <Stacked>
          <ResultsCard report={report} />
          <ThingsCard report={report} />
          <ReliedCard report={report} />
          {report.remarks ? (
            <Card title={say('reports.form-remarks')}>
              <p style={{ whiteSpace: 'pre-wrap' }}>{report.remarks}</p>
            </Card>
          ) : null}
        </Stacked>
        <Stacked>
          <FilesCard report={report} files={filesOf(report, out)} />
          <DeliveriesCard report={report} />
          <ReleaseCard report={report} />
          <StepsCard report={report} />
          <VersionsCard report={report} />
        </Stacked>
      </Columns>
    </Page>
  )
}

/** What stands in the way comes first; else who has it now. */
function nextOf(report: ReportSeen, say: Say): [string, string?] | undefined {
  const [waiting, how] = report.waiting
  if (waiting && !['issued', 'superseded', 'withdrawn'].includes(report.state))
    return how ? [waiting, how] : [waiting]
  if (report.state === 'issued')
    return report.deliveries.length === 0 && report.actions.length > 0
      ? [say('reports.next-deliver')]
      : undefined
  return report.state === 'superseded' || report.state === 'withdrawn'
    ? undefined
    : [say(`reports.next-${report.state}`, { author: report.author.name })]
}

/** The very bytes that were signed, and the proof once the paper is out; before, and after it is over, a copy that says so on every page. */
function filesOf(report: ReportSeen, out: boolean): { label: string; href: string }[] {
  const at = { report: report.id, version: report.version }
  const copy = { href: fileUrl('reports.report-copy', at) }
  if (!report.signature) return [{ label: 'reports.read-draft', ...copy }]
  return [
    ...(report.state === 'superseded' || report.state === 'withdrawn'
      ? [{ label: 'reports.read-copy', ...copy }]
      : []),
    { label: 'op.reports.report-file', href: fileUrl('reports.report-file', at) },
    { label: 'op.reports.report-data', href: fileUrl('reports.report-data', at) },
    ...(out
      ? [
          { label: 'op.reports.report-proof', href: fileUrl('reports.report-proof', at) },
          { label: 'op.reports.report-bundle', href: fileUrl('reports.report-bundle', at) },
        ]
      : []),
  ]
}

function Acts({
  report,
  onAct,
}: {
  readonly report: ReportSeen
  readonly onAct: (operation: string) => void
}) {
  const say = useSay()
  const [review, sign] = [
    useTell('reports.review-administratively', { settles: ['reports.', 'work.', 'cases.'] }),
    useTell('reports.sign-report', { settles: ['reports.'] }),
  ]
  const tellers: Readonly<Record<string, typeof review>> = {
    'reports.review-administratively': review,
    'reports.sign-report': sign,
  }
  const first = order.find((operation) => report.actions.some((a) => a.operation === operation && a.ok))
  const go = async (operation: string): Promise<void> => {
    if (!direct.includes(operation)) return onAct(operation)
    const agreed = await confirm({
      title: say(`op.${operation}`),
      will: say(`reports.will-${operation.slice('reports.'.length)}`, { number: report.number }),
      say: say(`op.${operation}`),
    })
    if (agreed) await tellers[operation]?.tell({ report: report.id })
  }
  const problem = review.problem ?? sign.problem
  return (
    <>
      <ActRow>
        {order
          .filter(
            (operation) =>
              shownIn[operation].includes(report.state) &&
              report.actions.some((a) => a.operation === operation) &&
              (direct.includes(operation) || formActs.includes(operation)),
          )
          .map((operation) => (
            <Act
              key={operation}
              operation={operation}
              actions={report.actions}
              icon={icons[operation]}
              {...(operation === first ? { primary: true } : {})}
              {...(operation === 'reports.withdraw-report' ? { danger: true } : {})}
              busy={tellers[operation]?.busy ?? false}
              onAct={() => void go(operation)}
            />
          ))}
      </ActRow>
      {problem ? <ErrorState problem={problem} /> : null}
    </>
  )
}
