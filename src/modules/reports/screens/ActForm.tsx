/** The acts on a certificate that need words: what to say, to whom, and why. */
import { Card } from '#ui/Page.tsx'
import { type Field, Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import type { Say } from '#kernel/say.ts'
import { useSay } from '#ui/say.ts'
import type { ReportSeen } from '../contract.ts'

export const formActs: readonly string[] = [
  'reports.issue-report',
  'reports.include-result',
  'reports.return-report',
  'reports.deliver-report',
  'reports.amend-report',
  'reports.withdraw-report',
]

interface Named {
  readonly id: string
  readonly name: string
}

function fieldsOf(report: ReportSeen, operation: string, say: Say): Field[] {
  const reason: Field = {
    key: 'reason',
    label: say('reports.form-reason'),
    kind: 'prose',
    required: true,
    rows: 2,
  }
  const named = { label: (row: unknown) => (row as Named).name, value: (row: unknown) => (row as Named).id }
  switch (operation) {
    case 'reports.issue-report':
      return issueFields(report, say)
    case 'reports.include-result':
      return [
        {
          key: 'remarks',
          label: say('reports.form-remarks'),
          help: say('reports.form-remarks-help'),
          kind: 'prose',
          required: true,
          rows: 5,
        },
      ]
    case 'reports.return-report':
      return [
        {
          key: 'findings',
          label: say('reports.form-findings'),
          help: say('reports.form-findings-help'),
          kind: 'prose',
          required: true,
          rows: 4,
        },
      ]
    case 'reports.deliver-report':
      return [
        {
          key: 'toWhom',
          label: say('reports.form-to'),
          kind: 'choice',
          required: true,
          options: [
            { value: 'unit', label: say('reports.form-to-unit') },
            { value: 'person', label: say('reports.form-to-person') },
          ],
        },
        {
          key: 'unit',
          label: say('reports.form-unit'),
          kind: 'ref',
          required: true,
          ask: { name: 'identity.list-units', ...named },
          show: (v) => v.toWhom === 'unit',
        } as Field,
        {
          key: 'person',
          label: say('reports.form-person'),
          kind: 'ref',
          required: true,
          ask: { name: 'identity.list-people', ...named },
          show: (v) => v.toWhom === 'person',
        } as Field,
        { key: 'words', label: say('reports.form-words'), kind: 'text' },
      ]
    case 'reports.amend-report':
      return [
        {
          key: 'changes',
          label: say('reports.form-changes'),
          help: say('reports.form-changes-help'),
          kind: 'prose',
          required: true,
          rows: 4,
        },
        reason,
      ]
    default:
      return [
        {
          key: 'words',
          label: say('reports.form-withdraw'),
          help: say('reports.form-withdraw-help'),
          kind: 'prose',
          required: true,
          rows: 4,
        },
        reason,
      ]
  }
}

/** Offered ones are ticked; who must be told is told though the tick is taken away. */
function issueFields(report: ReportSeen, say: Say): Field[] {
  if (report.offered.length === 0) return [{ key: 'nobody', label: say('reports.form-nobody'), kind: 'note' }]
  return [
    {
      key: 'to',
      label: say('reports.form-issue-to'),
      help: say('reports.form-issue-to-help'),
      kind: 'choices',
      options: report.offered.map((o) => ({
        value: keyOf(o),
        label: o.must ? `${o.name} (${say('reports.form-issue-must')})` : o.name,
      })),
    },
    { key: 'words', label: say('reports.form-words'), kind: 'text' },
  ]
}
const keyOf = (o: { unit?: string | undefined; person?: string | undefined }): string =>
  o.unit ? `unit ${o.unit}` : `person ${o.person ?? ''}`

function inputOf(operation: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (operation === 'reports.return-report')
    return {
      findings: String(values.findings ?? '')
        .split('\n')
        .map((l) => l.trim())
        .filter((l) => l !== ''),
    }
  if (operation === 'reports.issue-report')
    return {
      to: ((values.to ?? []) as string[]).map((key) => {
        const [kind = '', id] = key.split(' ')
        return { [kind]: id }
      }),
      ...(values.words ? { words: values.words } : {}),
    }
  if (operation === 'reports.deliver-report')
    return {
      to: values.toWhom === 'unit' ? { unit: values.unit } : { person: values.person },
      ...(values.words ? { words: values.words } : {}),
    }
  const { reason: _reason, ...rest } = values
  return rest
}

export function ActForm({
  report,
  operation,
  onClose,
}: {
  readonly report: ReportSeen
  readonly operation: string
  readonly onClose: () => void
}) {
  const say = useSay()
  const act = useTell(operation, { settles: ['reports.', 'work.', 'cases.'], onDone: onClose })
  const send = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    await act.tell(
      { report: report.id, ...inputOf(operation, values) },
      typeof values.reason === 'string' ? { reason: values.reason } : {},
    )
  }
  return (
    <Card
      title={say(`op.${operation}`)}
      aside={
        <button type="button" className="text-act" onClick={onClose}>
          {say('reports.cancel')}
        </button>
      }
    >
      {operation === 'reports.issue-report' ? (
        <p>{say('reports.will-issue-report', { number: report.number })}</p>
      ) : null}
      <Form
        name={`${operation}.${report.versionId}`}
        fields={fieldsOf(report, operation, say)}
        initial={
          operation === 'reports.include-result'
            ? { remarks: report.remarks ?? '' }
            : operation === 'reports.issue-report'
              ? { to: report.offered.map(keyOf) }
              : {}
        }
        onSend={send}
        problem={act.problem}
        sendLabel={say(`op.${operation}`)}
      />
    </Card>
  )
}
