/** Why something goes back over the counter: a reason of the list, and words. */
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import type { Problem } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { useCodes } from './codes.ts'

export function RefuseDialog(props: {
  title: string
  problem: Problem | null
  onClose: () => void
  onWhy: (why: { why: string; whyName: string; words?: string }) => Promise<void> | void
}) {
  const say = useSay()
  const reasons = useCodes('refusal-reason')
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <Form
        name="evidence.refuse"
        draft={false}
        danger
        problem={props.problem}
        sendLabel={say('evidence.r-refuse')}
        onSend={async (v) => {
          const why = String(v.why)
          await props.onWhy({
            why,
            whyName: reasons.find((r) => r.value === why)?.label ?? why,
            ...(v.words ? { words: String(v.words) } : {}),
          })
        }}
        fields={[
          { key: 'why', label: say('evidence.rc-why'), kind: 'choice', required: true, options: reasons },
          { key: 'words', label: say('evidence.d-words'), kind: 'text', help: say('evidence.r-refuse-help') },
        ]}
      />
    </Dialog>
  )
}
