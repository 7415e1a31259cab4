/** One act on an instrument, a lot or a method, with its fields. */
import { Button } from '#ui/Button.tsx'
import { type Field, Form } from '#ui/Form.tsx'
import { Card } from '#ui/Page.tsx'
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

export const hasForm = (operation: string): boolean => operation in fieldsOf

export function ActCard(props: {
  readonly operation: string
  readonly fixed: Readonly<Record<string, string>>
  readonly onClose: () => void
}) {
  const { operation, fixed, onClose } = props
  const say = useSay()
  const act = useTell<{ id: string }>(operation, { settles: ['quality.'], onDone: onClose })
  return (
    <Card
      title={say(`op.${operation}`)}
      aside={
        <Button plain onClick={onClose}>
          {say('quality.close')}
        </Button>
      }
    >
      <Form
        name={`${operation}.${Object.values(fixed).join('.')}`}
        fields={fieldsOf[operation]?.(say) ?? []}
        problem={act.problem}
        sendLabel={say(`op.${operation}`)}
        columns={2}
        onSend={async (values) => {
          await act.tell({ ...fixed, ...values })
        }}
      />
    </Card>
  )
}
