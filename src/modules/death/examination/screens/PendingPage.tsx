/** What causes of death wait for, what of it is late, how old the work is by pathologist, and what the checks ask to be looked at again. */
import type { ReactNode } from 'react'
import { Asked } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { PendingSeen } from '../contract/examination.ts'
import '../../call/screens/death.css'

interface AgeingSeen {
  readonly definition: string
  readonly items: readonly {
    readonly name: string
    readonly open: number
    readonly within90: number
    readonly over90: number
    readonly finished: number
    readonly medianDays: string | null
  }[]
}
interface DoubtsSeen {
  readonly items: readonly {
    readonly death: string
    readonly number: string
    readonly key: string
    readonly text: string
    readonly cause: string
  }[]
}

export default function PendingPage(): ReactNode {
  const pending = useAsk<PendingSeen>('death.pending-because')
  return <Asked of={pending}>{(p) => <Shown p={p} />}</Asked>
}
function Shown({ p }: { p: PendingSeen }): ReactNode {
  const say = useSay()
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('death.calls-title'), to: '/death' }]}
        title={say('death.pending-title')}
        facts={say('death.pending-facts', { n: p.items.length, late: p.overdue })}
      />
      <Card>
        {p.items.length === 0 ? <p className="dim">{say('death.pending-empty')}</p> : null}
        <ul className="death-list">
          {p.items.map((i) => (
            <li key={i.death}>
              <span />
              <span>
                <Linked to={`/death/deaths/${i.death}?tab=examination`}>
                  <Mono>{i.number}</Mono>
                </Linked>{' '}
                {i.name ?? ''}
                <small>{i.reasons.join(' · ')}</small>
                <small>
                  {[i.pathologist, say('death.days-short', { n: i.days })].filter(Boolean).join(' · ')}
                </small>
              </span>
              {i.overdue ? (
                <StateChip state="overdue">
                  {say('death.days-late', { n: Math.max(...i.orders.map((o) => o.daysLate)) })}
                </StateChip>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
      </Card>
      <AgeingCard />
      <DoubtsCard />
    </Page>
  )
}

function AgeingCard(): ReactNode {
  const say = useSay()
  const ageing = useAsk<AgeingSeen>('death.ageing')
  return (
    <Card title={say('death.ageing-title')}>
      <Asked of={ageing}>
        {(a) => (
          <>
            <div className="table-scroll" tabIndex={0} role="group" aria-label={say('death.ageing-title')}>
              <table className="organs">
                <thead>
                  <tr>
                    <th>{say('death.column-pathologist')}</th>
                    <th className="right">{say('death.column-open')}</th>
                    <th className="right">{say('death.column-within')}</th>
                    <th className="right">{say('death.column-past')}</th>
                    <th className="right">{say('death.column-median')}</th>
                  </tr>
                </thead>
                <tbody>
                  {a.items.map((r) => (
                    <tr key={r.name}>
                      <td>{r.name}</td>
                      <td className="right">{r.open}</td>
                      <td className="right">{r.within90}</td>
                      <td className="right">{r.over90}</td>
                      <td className="right">{r.medianDays ?? ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className="dim">{a.definition}</p>
          </>
        )}
      </Asked>
    </Card>
  )
}

function DoubtsCard(): ReactNode {
  const say = useSay()
  const doubts = useAsk<DoubtsSeen>('death.doubts')
  return (
    <Card title={say('death.doubts-title')}>
      <Asked of={doubts}>
        {(d) => (
          <ul className="death-list">
            {d.items.length === 0 ? <li>{say('death.doubts-none')}</li> : null}
            {d.items.slice(0, 100).map((one) => (
              <li key={one.death + one.key}>
                <span />
                <span>
                  <Linked to={`/death/deaths/${one.death}?tab=examination`}>
                    <Mono>{one.number}</Mono>
                  </Linked>{' '}
                  {one.text}
                  <small>{one.cause}</small>
                </span>
                <span />
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </Card>
  )
}
