/** Before a change is proposed it is compared: what differs, what stands on it; then why, and from which day. */
import { useNavigate } from '@tanstack/react-router'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ChangeSeen } from '../contract.ts'
import { Touches } from './Touches.tsx'
import type { RuleContent } from '../rules/rule-values.ts'

export function ProposeDialog(props: {
  readonly content: RuleContent
  readonly today: string
  /** What was typed has gone out. */
  readonly onProposed: () => void
  onClose: () => void
}) {
  const say = useSay()
  const go = useNavigate()
  const compared = useAsk<Pick<ChangeSeen, 'touches' | 'more'>>('catalogue.compare-change', {
    content: JSON.stringify(props.content),
  })
  const propose = useTell<{ id: string }>('catalogue.propose-change', {
    settles: ['catalogue.'],
    onDone: ({ id }) => {
      props.onProposed()
      void go({ to: `/catalogue/changes/${id}` })
    },
  })
  return (
    <Dialog wide title={say('op.catalogue.propose-change')} onClose={props.onClose}>
      <Asked of={compared}>
        {({ touches }) =>
          touches.length === 0 ? (
            <p>{say('catalogue.nothing-differs')}</p>
          ) : (
            <>
              <Touches touches={touches} />
              <Form
                name="catalogue.propose-change"
                columns={2}
                draft={false}
                problem={propose.problem}
                initial={{ from: props.today }}
                sendLabel={say('op.catalogue.propose-change')}
                fields={[
                  { key: 'why', label: say('catalogue.c-why'), kind: 'text', required: true, span: 2 },
                  {
                    key: 'from',
                    label: say('catalogue.in-force-from'),
                    help: say('catalogue.c-from-help'),
                    kind: 'date',
                    required: true,
                  },
                ]}
                onSend={async ({ why, from }) => {
                  await propose.tell({ why, from, content: props.content })
                }}
              />
            </>
          )
        }
      </Asked>
    </Dialog>
  )
}
