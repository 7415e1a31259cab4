/** A panel that asks what an act needs and sends it, and the laboratory’s codes as choices: the same for every act on a death. */
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Field, type Values } from '#ui/Form.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { draftName } from './draft-name.ts'

export type Option = { readonly value: string; readonly label: string }
interface CodeSeen {
  readonly code: string
  readonly name: string
  readonly data: unknown
}
export function useCodes(list: string): readonly CodeSeen[] {
  return useAsk<{ items: CodeSeen[] }>('catalogue.get-code-list', { list }).data?.items ?? []
}
export const useOptions = (list: string): readonly Option[] =>
  useCodes(list).map((c) => ({ value: c.code, label: c.name }))

export interface AskActProps {
  readonly operation: string
  readonly fields: readonly Field[]
  /** What is sent beside the answers. */
  readonly about: Values
  readonly initial?: Values
  readonly input?: (values: Values) => Values
  readonly onDone: () => void
  readonly onSent?: (out: unknown) => void
  readonly columns?: 1 | 2
  readonly note?: ReactNode
  readonly draft?: boolean
  readonly title?: string
}
/** A field `why` is sent as the reason of the act. */
export function AskAct(props: AskActProps): ReactNode {
  const say = useSay()
  const act = useTell<unknown>(props.operation, {
    settles: ['death.', 'evidence.', 'home.', 'reports.', 'work.'],
  })
  const send = async (values: Values): Promise<void> => {
    const { why, ...rest } = values
    const out = await act.tell(
      { ...props.about, ...(props.input ? props.input(rest) : rest) },
      why === undefined ? {} : { reason: String(why) },
    )
    if (out === undefined) return
    props.onSent?.(out)
    props.onDone()
  }
  return (
    <Dialog
      title={props.title ?? say(`op.${props.operation}`)}
      onClose={props.onDone}
      wide={props.columns === 2}
    >
      {props.note}
      <Form
        name={draftName(props.operation, props.about)}
        draft={props.draft ?? true}
        columns={props.columns ?? 1}
        fields={props.fields}
        {...(props.initial ? { initial: props.initial } : {})}
        problem={act.problem}
        onSend={send}
        sendLabel={say(`op.${props.operation}`)}
      />
    </Dialog>
  )
}
