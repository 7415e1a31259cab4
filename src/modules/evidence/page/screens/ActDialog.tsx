/** The panel in which an act on a thing asks what it needs; dangers stand above whatever opens it. */
import { useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ItemSeen } from '../../things/contract.ts'
import type { Asks, Values } from '../../things/screens/asks.ts'
import { handsAsks } from './asks-hands.ts'
import { wordsAsks } from './asks-words.ts'
import { workAsks } from './asks-work.ts'
import { LabelDialog } from '../../things/screens/LabelDialog.tsx'
import { DescribeDialog } from './Particulars.tsx'

const none = { findings: [], seals: [], hazards: [], chain: [] } as unknown as ItemSeen
const names = new Set(
  [handsAsks, workAsks, wordsAsks].flatMap((asks) => Object.keys(asks((key) => key, none))),
)
/** Whether an act of the server's list has its panel here. */
export const hasPanel = (operation: string): boolean => names.has(operation)

export function ActDialog(props: { operation: string; item: ItemSeen; onDone: () => void }) {
  const say = useSay()
  const { operation, item, onDone } = props
  const asks = { ...handsAsks(say, item), ...workAsks(say, item), ...wordsAsks(say, item) }[operation]
  if (operation === 'evidence.print-label')
    return <LabelDialog items={[item.id]} again={item.labels > 0} onClose={onDone} />
  if (operation === 'evidence.describe-item') return <DescribeDialog item={item} onDone={onDone} />
  return asks ? <Panel {...props} asks={asks} /> : null
}

function Panel({
  operation,
  item,
  asks,
  onDone,
}: {
  operation: string
  item: ItemSeen
  asks: Asks
  onDone: () => void
}) {
  const say = useSay()
  const act = useTell<{ finding?: string | null; doubts?: readonly { text: string }[] }>(operation, {
    settles: ['evidence.'],
  })
  const [finding, setFinding] = useState<string | null>(null)
  const dangers = asks.opens ? item.hazards : []
  const fields: Field[] = [
    ...(dangers.length > 0
      ? [
          {
            key: 'aware',
            label: say('evidence.d-aware'),
            kind: 'choices' as const,
            required: true,
            options: dangers.map((h) => ({ value: h.hazard, label: h.name })),
          },
        ]
      : []),
    ...asks.fields,
  ]
  // Where there is one answer only, it stands there already.
  const initial = {
    ...asks.initial,
    ...Object.fromEntries(
      asks.fields.flatMap((f) =>
        f.kind === 'choice' && f.required && f.options?.length === 1 ? [[f.key, f.options[0]?.value]] : [],
      ),
    ),
  }
  const send = async (values: Values): Promise<void> => {
    const { why, ...rest } = values
    const done = await act.tell(
      asks.input(item, asks.reason ? rest : values),
      asks.reason && typeof why === 'string' ? { reason: why } : {},
    )
    if (!done) return
    const doubt = done.finding ?? done.doubts?.map((d) => d.text).join('. ')
    if (doubt) setFinding(doubt)
    else onDone()
  }
  return (
    <Dialog title={`${say(`op.${operation}`)} · ${item.number}`} onClose={onDone}>
      {finding ? (
        <Note tone="achiote" icon="scale" title={finding}>
          {say('evidence.d-finding-kept')}
        </Note>
      ) : (
        <>
          {dangers.length > 0 ? (
            <Note
              tone="achiote"
              icon="warning"
              title={`${say('evidence.p-danger')}: ${dangers.map((h) => h.name).join(', ')}`}
            />
          ) : null}
          {fields.length === 0 ? <p>{say('evidence.d-will-be-recorded', { number: item.number })}</p> : null}
          <Form
            name={`${operation}.${item.id}`}
            fields={fields}
            initial={initial}
            onSend={send}
            problem={act.problem}
            sendLabel={say(`op.${operation}`)}
            draft={false}
          />
        </>
      )}
    </Dialog>
  )
}
