/** Long work: how far, how long still, and at its end what went in, what was done, what was rejected and why. */
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Card } from './Page.tsx'
import { Plain } from './Plain.tsx'
import { StateChip } from './StateChip.tsx'
import { useSay } from './say.ts'
import { showNumber, showSpan } from './show.ts'

export interface ReceiptProps {
  readonly label: string
  readonly done: number
  readonly of?: number | undefined
  readonly startedAt: string
  readonly state: 'running' | 'done' | 'failed'
  readonly counts?: { readonly in: number; readonly done: number; readonly rejected: number }
  readonly rejects?: readonly { readonly row: number | string; readonly why: string }[]
  readonly onLeave?: () => void
  readonly children?: ReactNode
}
export function Receipt(props: ReceiptProps): ReactNode {
  const say = useSay()
  const { done, of, state, counts } = props
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (state !== 'running') return undefined
    const timer = setInterval(() => setNow(Date.now()), 5000)
    return () => clearInterval(timer)
  }, [state])
  const gone = now - new Date(props.startedAt).getTime()
  const rest = of && done > 0 && state === 'running' ? (gone / done) * (of - done) : null
  const chip =
    state === 'done' ? (
      <StateChip tone="reef" icon="check">
        {say('kit.receipt-finished')}
      </StateChip>
    ) : state === 'failed' ? (
      <StateChip tone="achiote" icon="warning">
        {say('kit.receipt-failed')}
      </StateChip>
    ) : null
  return (
    <Card title={props.label} aside={chip}>
      <div className="receipt" role="status">
        {state === 'running' ? (
          <>
            <progress {...(of ? { value: done, max: of } : {})} aria-label={props.label} />
            <span className="notes">
              {say('kit.receipt-running', { done: showNumber(done), of: of ? showNumber(of) : '…' })}
              {rest === null ? null : (
                <span className="dim">
                  {' '}
                  {say('kit.receipt-rest', { span: showSpan(Math.max(60_000, rest)) })}
                </span>
              )}
            </span>
          </>
        ) : null}
        {counts ? (
          <div className="receipt-counts">
            <span>
              <b>{showNumber(counts.in)}</b>
              {say('kit.receipt-in')}
            </span>
            <span>
              <b>{showNumber(counts.done)}</b>
              {say('kit.receipt-done')}
            </span>
            <span className={counts.rejected > 0 ? 'word-achiote' : ''}>
              <b>{showNumber(counts.rejected)}</b>
              {say('kit.receipt-rejected')}
            </span>
          </div>
        ) : null}
        {props.rejects && props.rejects.length > 0 ? (
          <Plain
            head={[say('kit.row'), say('kit.why')]}
            rows={props.rejects.map((reject) => [reject.row, reject.why])}
          />
        ) : null}
        {props.onLeave && state === 'running' ? (
          <Button onClick={props.onLeave}>{say('kit.receipt-leave')}</Button>
        ) : null}
        {props.children}
      </div>
    </Card>
  )
}
