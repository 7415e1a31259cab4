/** What each act on a thing asks for: a short form in place, sent under the act's own name. */
import { useState } from 'react'
import { ActRow, Act } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ItemSeen } from '../contract.ts'
import type { Asks, Values } from './asks.ts'
import { handsAsks } from './asks-hands.ts'
import { workAsks } from './asks-work.ts'

const icons = {
  'evidence.hand-over': 'hand-over',
  'evidence.store-item': 'store',
  'evidence.print-label': 'print',
  'evidence.weigh-item': 'scale',
  'evidence.break-seal': 'lock-open',
  'evidence.seal-item': 'lock',
  'evidence.explain-difference': 'edit',
  'evidence.photograph-item': 'camera',
  'evidence.dispatch-consignment': 'truck',
  'evidence.check-out-to-court': 'gavel',
  'evidence.report-missing': 'zoom-question',
  'evidence.take-subsample': 'split',
} as const
const danger = new Set(['evidence.report-missing', 'evidence.return-item'])

/** The first act that is open is the one great button; the second row shows what else there is. */
export function ItemActs({ item, few }: { item: ItemSeen; few?: boolean }) {
  const say = useSay()
  const [open, setOpen] = useState<string | null>(null)
  const known = { ...handsAsks(say, item), ...workAsks(say, item) }
  const usable = item.actions.filter((a) => known[a.operation] !== undefined)
  const first = usable.find((a) => a.ok)?.operation
  const main = usable.filter(
    (a) =>
      a.operation === first ||
      a.operation === 'evidence.hand-over' ||
      a.operation === 'evidence.print-label' ||
      a.operation === 'evidence.store-item',
  )
  const shown = few ? main.slice(0, 4) : usable.filter((a) => !main.slice(0, 4).includes(a))
  return (
    <>
      <ActRow>
        {shown.map((a) => (
          <Act
            key={a.operation}
            operation={a.operation}
            actions={item.actions}
            primary={few === true && a.operation === first}
            danger={danger.has(a.operation)}
            {...(a.operation in icons ? { icon: icons[a.operation as keyof typeof icons] } : {})}
            onAct={() => setOpen(open === a.operation ? null : a.operation)}
          />
        ))}
      </ActRow>
      {open && known[open] ? (
        <ActForm operation={open} item={item} asks={known[open]} onDone={() => setOpen(null)} />
      ) : null}
    </>
  )
}

function ActForm({
  operation,
  item,
  asks: a,
  onDone,
}: {
  operation: string
  item: ItemSeen
  asks: Asks
  onDone: () => void
}) {
  const say = useSay()
  const act = useTell(operation, { settles: ['evidence.'] })
  // Where there is one answer only, it stands there already.
  const initial = Object.fromEntries(
    a.fields.flatMap((f) =>
      f.kind === 'choice' && f.required && f.options?.length === 1 ? [[f.key, f.options[0]?.value]] : [],
    ),
  )
  const send = async (values: Values): Promise<void> => {
    const { why, ...rest } = values
    const done = await act.tell(
      a.input(item, a.reason ? rest : values),
      a.reason && typeof why === 'string' ? { reason: why } : {},
    )
    if (done) onDone()
  }
  return (
    <Dialog title={`${say(`op.${operation}`)} · ${item.number}`} onClose={onDone}>
      <Form
        name={`${operation}.${item.id}`}
        fields={[...a.fields]}
        initial={initial}
        onSend={send}
        problem={act.problem}
        sendLabel={say(`op.${operation}`)}
        draft={false}
      />
    </Dialog>
  )
}
