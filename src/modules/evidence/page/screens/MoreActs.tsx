/** Everything else that can be done with a thing, by what it is about; what cannot be done now is told once for each reason. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Card, Columns } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'
import type { ItemSeen } from '../../things/contract.ts'
import { ActDialog, hasPanel } from './ActDialog.tsx'
import { mainActs } from './ItemActs.tsx'
import { iconOf, pageOf } from '../../things/screens/state.ts'

/** In the words of a counter: what goes through hands, what is done to the thing, what is said about it. */
const groups: Readonly<Record<string, readonly string[]>> = {
  hands: [
    'accept-hand-over',
    'decline-hand-over',
    'withdraw-hand-over',
    'retrieve-item',
    'store-item',
    'hand-over',
    'receive-consignment',
    'dispatch-consignment',
    'check-out-to-court',
    'return-from-court',
    'tender-exhibit',
    'receive-from-court',
    'take-back',
    'report-missing',
    'report-found',
    'return-item',
  ],
  work: [
    'break-seal',
    'seal-item',
    'itemise-package',
    'weigh-item',
    'take-subsample',
    'recover-from-item',
    'offer-counter-sample',
    'consume-item',
    'count-cash',
    'pack-items',
    'unpack-items',
    'repack-item',
    'make-safe',
  ],
  words: [
    'explain-difference',
    'photograph-item',
    'note-discrepancy',
    'link-items',
    'add-to-case',
    'intend-disposition',
    'give-consumption-notice',
    'flag-hazard',
    'clear-hazard',
    'describe-item',
    'correct-description',
    'correct-custody-entry',
    'print-label',
    'void-item',
  ],
}
const danger = new Set(['evidence.report-missing', 'evidence.return-item', 'evidence.void-item'])

export function MoreActs({ item }: { item: ItemSeen }) {
  const say = useSay()
  const go = useNavigate()
  const [open, setOpen] = useState<string | null>(null)
  const main = new Set(mainActs(item).map((a) => a.operation))
  const rest = item.actions.filter((a) => hasPanel(a.operation) && !main.has(a.operation))
  const start = (operation: string): void => {
    const to = pageOf(operation, item.id)
    if (to) void go({ to })
    else setOpen(operation)
  }
  const whys = new Map<string, string[]>()
  for (const a of rest.filter((r) => !r.ok)) {
    const why = [a.why, a.next].filter(Boolean).join(' ')
    whys.set(why, [...(whys.get(why) ?? []), say(`op.${a.operation}`)])
  }
  return (
    <Card title={say('evidence.p-more')}>
      <Columns kind="thirds">
        {Object.entries(groups).map(([group, names]) => {
          const acts = rest.filter((a) => a.ok && names.includes(a.operation.replace('evidence.', '')))
          return (
            <div key={group} className="act-groups">
              <h3>{say(`evidence.g-${group}`)}</h3>
              {acts.length > 0 ? (
                <ActRow>
                  {acts.map((a) => (
                    <Act
                      key={a.operation}
                      operation={a.operation}
                      actions={item.actions}
                      danger={danger.has(a.operation)}
                      {...iconOf(a.operation)}
                      onAct={() => start(a.operation)}
                    />
                  ))}
                </ActRow>
              ) : (
                <p className="dim">{say('evidence.g-none')}</p>
              )}
            </div>
          )
        })}
      </Columns>
      {whys.size > 0 ? (
        <dl className="not-now">
          {[...whys].map(([why, names]) => (
            <div key={why}>
              <dt>{names.join(' · ')}</dt>
              <dd>
                {say('evidence.g-not-yet')} {why}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {open ? <ActDialog operation={open} item={item} onDone={() => setOpen(null)} /> : null}
    </Card>
  )
}
