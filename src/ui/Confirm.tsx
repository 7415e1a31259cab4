/** Asks before an act that weighs: says what will be recorded, and takes the reason and the time it happened. */
import { type FormEvent, type ReactNode, useState, useSyncExternalStore } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import { InstantField } from './DateFields.tsx'
import { useSay } from './say.ts'

export interface ConfirmAsk {
  readonly title: string
  readonly will: ReactNode
  /** The word on the button; else "Confirm". */
  readonly say?: string
  readonly danger?: boolean
  readonly reason?: 'required' | 'optional'
  readonly occurred?: boolean
}
export interface Confirmed {
  readonly reason?: string
  readonly occurredAt?: string
}

let open: { ask: ConfirmAsk; answer: (answer: Confirmed | null) => void } | null = null
const listeners = new Set<() => void>()
const tellAll = (): void => {
  for (const listener of listeners) listener()
}

/** Null when the person thought better of it. */
export function confirm(ask: ConfirmAsk): Promise<Confirmed | null> {
  return new Promise((resolve) => {
    open?.answer(null)
    open = {
      ask,
      answer: (answer) => {
        open = null
        tellAll()
        resolve(answer)
      },
    }
    tellAll()
  })
}

/** Stands once in the ground. */
export function ConfirmHost(): ReactNode {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
  return now ? <ConfirmPanel key={now.ask.title} ask={now.ask} answer={now.answer} /> : null
}

function ConfirmPanel(props: { ask: ConfirmAsk; answer: (answer: Confirmed | null) => void }): ReactNode {
  const say = useSay()
  const { ask, answer } = props
  const [reason, setReason] = useState('')
  const [occurredAt, setOccurredAt] = useState<string | null>(null)
  const [fault, setFault] = useState(false)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (ask.reason === 'required' && reason.trim() === '') return setFault(true)
    answer({ ...(reason.trim() ? { reason: reason.trim() } : {}), ...(occurredAt ? { occurredAt } : {}) })
  }
  return (
    <Dialog title={ask.title} onClose={() => answer(null)}>
      <form onSubmit={send} noValidate>
        <div className={`note tone-${ask.danger ? 'achiote' : 'slate'}`}>
          <div>
            <div className="note-title">{say('kit.will')}</div>
            {ask.will}
          </div>
        </div>
        {ask.reason ? (
          <FieldFrame
            label={say('kit.reason')}
            help={say('kit.reason-help')}
            required={ask.reason === 'required'}
            error={fault ? say('kit.reason-needed') : undefined}
          >
            {(field) => (
              <textarea
                {...field}
                className="input"
                rows={2}
                value={reason}
                onChange={(e) => {
                  setReason(e.target.value)
                  setFault(false)
                }}
              />
            )}
          </FieldFrame>
        ) : null}
        {ask.occurred ? (
          <InstantField
            label={say('kit.occurred')}
            help={say('kit.occurred-help')}
            value={occurredAt}
            onChange={setOccurredAt}
          />
        ) : null}
        <footer className="acts">
          <Button onClick={() => answer(null)}>{say('kit.cancel')}</Button>
          <Button type="submit" {...(ask.danger ? { danger: 'filled' as const } : { primary: true })}>
            {ask.say ?? say('kit.confirm')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
