/** Why something goes back over the counter: a reason of the list, and words. */
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { type Problem, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { useCodes } from '../../things/screens/codes.ts'

export interface Why {
  readonly why: string
  readonly whyName: string
  readonly words?: string
  readonly shownSafe?: boolean
}
interface Kind {
  readonly code: string
  readonly data: { readonly firearm?: boolean } | null
}
/** Whether one of these kinds is a gun, by the laboratory's list. */
function useGun(types: readonly string[]): boolean {
  const kinds = useAsk<{ items: readonly Kind[] }>('catalogue.get-code-list', { list: 'item-type' })
  const guns = new Set((kinds.data?.items ?? []).filter((k) => k.data?.firearm).map((k) => k.code))
  return types.some((t) => guns.has(t))
}

export function RefuseDialog(props: {
  title: string
  problem: Problem | null
  /** Kinds of what goes back: of a gun is asked whether it was shown safe. */
  types?: readonly string[]
  onClose: () => void
  onWhy: (why: Why) => Promise<void> | void
}) {
  const say = useSay()
  const reasons = useCodes('refusal-reason')
  const gun = useGun(props.types ?? [])
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
            ...(gun ? { shownSafe: v.shownSafe === true } : {}),
          })
        }}
        fields={[
          { key: 'why', label: say('evidence.rc-why'), kind: 'choice', required: true, options: reasons },
          ...(gun
            ? [
                {
                  key: 'shownSafe',
                  label: say('evidence.r-shown-safe'),
                  kind: 'yes-no' as const,
                  required: true,
                  help: say('evidence.r-shown-safe-help'),
                },
              ]
            : []),
          { key: 'words', label: say('evidence.d-words'), kind: 'text', help: say('evidence.r-refuse-help') },
        ]}
      />
    </Dialog>
  )
}
