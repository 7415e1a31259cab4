/** One act on an instrument, a lot, a method or a rule, in a panel with its fields. */
import { Dialog } from '#ui/Dialog.tsx'
import { type Field, Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'

type Say = ReturnType<typeof useSay>
const why = (say: Say): Field => ({ key: 'why', label: say('quality.why'), kind: 'prose', required: true })

const fieldsOf: Readonly<Record<string, (say: Say) => Field[]>> = {
  'quality.record-calibration': (say) => [
    {
      key: 'outcome',
      label: say('quality.outcome'),
      kind: 'choice',
      required: true,
      options: [
        { value: 'passed', label: say('quality.passed') },
        { value: 'failed', label: say('quality.failed') },
      ],
    },
    { key: 'on', label: say('quality.done-on'), kind: 'date', required: true },
    { key: 'due', label: say('quality.due-on'), kind: 'date' },
    { key: 'uncertainty', label: say('quality.uncertainty'), kind: 'quantity', unit: ['g', 'mg', 'kg'] },
    { key: 'certificate', label: say('quality.certificate'), kind: 'text' },
  ],
  'quality.take-out-of-service': (say) => [why(say)],
  'quality.return-to-service': (say) => [why(say)],
  'quality.verify-lot': (say) => [
    {
      key: 'outcome',
      label: say('quality.outcome'),
      kind: 'choice',
      required: true,
      options: [
        { value: 'verified', label: say('quality.verified') },
        { value: 'rejected', label: say('quality.rejected') },
      ],
    },
    why(say),
  ],
  'quality.withdraw-lot': (say) => [why(say)],
  'quality.authorise-person': (say) => [
    { key: 'person', label: say('quality.person'), kind: 'person', required: true },
    {
      key: 'as',
      label: say('quality.as'),
      kind: 'choice',
      required: true,
      options: [
        { value: 'analyst', label: say('quality.as-analyst') },
        { value: 'reviewer', label: say('quality.as-reviewer') },
      ],
    },
    { key: 'from', label: say('quality.from'), kind: 'date', required: true },
    { key: 'until', label: say('quality.until'), kind: 'date' },
  ],
  'quality.withdraw-authorisation': (say) => [why(say)],
}

const kinds = ['method', 'equipment', 'lot', 'person', 'result', 'custody', 'document', 'other']
const departing: Readonly<Record<string, (say: Say) => Field[]>> = {
  'quality.raise-nonconformity': (say) => [
    {
      key: 'kind',
      label: say('quality.about'),
      kind: 'choice',
      required: true,
      options: kinds.map((k) => ({ value: k, label: say(`quality.nc-${k}`) })),
    },
    { key: 'found', label: say('quality.found-on'), kind: 'date' },
    {
      key: 'text',
      label: say('quality.what-happened'),
      help: say('quality.help-happened'),
      kind: 'prose',
      rows: 4,
      required: true,
      span: 2,
    },
  ],
  'quality.grant-deviation': (say) => [
    {
      key: 'text',
      label: say('quality.what-departs'),
      help: say('quality.help-departs'),
      kind: 'prose',
      rows: 2,
      required: true,
      span: 2,
    },
    { key: 'why', label: say('quality.why-departs'), kind: 'prose', rows: 3, required: true, span: 2 },
    { key: 'until', label: say('quality.until'), kind: 'date', required: true },
  ],
  'quality.end-deviation': (say) => [why(say)],
}
const formOf = (operation: string) => fieldsOf[operation] ?? departing[operation]

export const hasForm = (operation: string): boolean => operation in fieldsOf

export function ActDialog(props: {
  readonly operation: string
  readonly title?: string
  readonly fixed: Readonly<Record<string, string>>
  /** Fields that only the screen knows the choices of. */
  readonly more?: readonly Field[]
  readonly onClose: () => void
}) {
  const { operation, fixed, onClose } = props
  const say = useSay()
  const act = useTell<{ id: string }>(operation, { settles: ['quality.'], onDone: onClose })
  const title = say(`op.${operation}`)
  return (
    <Dialog wide title={props.title ? `${title}: ${props.title}` : title} onClose={onClose}>
      <Form
        name={`${operation}.${Object.values(fixed).join('.')}`}
        fields={[...(formOf(operation)?.(say) ?? []), ...(props.more ?? [])]}
        problem={act.problem}
        sendLabel={title}
        columns={2}
        onSend={async (values) => {
          await act.tell({ ...fixed, ...values })
        }}
      />
    </Dialog>
  )
}
