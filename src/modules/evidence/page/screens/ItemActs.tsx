/** The few great buttons of a thing's page: the first act that is open, and what people do most; each opens its panel. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import type { ItemSeen } from '../../things/contract.ts'
import { ActDialog, hasPanel } from './ActDialog.tsx'
import { iconOf, pageOf } from '../../things/screens/state.ts'

const often = new Set([
  'evidence.hand-over',
  'evidence.store-item',
  'evidence.print-label',
  'evidence.retrieve-item',
])

/** Acts of a thing in the order in which the server gives them; at most four here, the rest stand beneath. */
export function mainActs(item: ItemSeen): ItemSeen['actions'] {
  const usable = item.actions.filter((a) => hasPanel(a.operation))
  const first = usable.find((a) => a.ok)?.operation
  return usable
    .filter(
      (a) =>
        a.operation === first || (often.has(a.operation) && (a.ok || a.operation !== 'evidence.store-item')),
    )
    .slice(0, 4)
}

export function ItemActs({ item }: { item: ItemSeen }) {
  const go = useNavigate()
  const [open, setOpen] = useState<string | null>(null)
  const shown = mainActs(item)
  const first = shown.find((a) => a.ok)?.operation
  return (
    <>
      <ActRow>
        {shown.map((a) => (
          <Act
            key={a.operation}
            operation={a.operation}
            actions={item.actions}
            primary={a.operation === first}
            {...iconOf(a.operation)}
            onAct={() => {
              const to = pageOf(a.operation, item.id)
              if (to) void go({ to })
              else setOpen(a.operation)
            }}
          />
        ))}
      </ActRow>
      {open ? <ActDialog operation={open} item={item} onDone={() => setOpen(null)} /> : null}
    </>
  )
}
