/** What one may not see here: said as hidden, with the reason, and how to ask. Never a blank. */
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

export function Hidden(props: {
  what: ReactNode
  why: ReactNode
  onAsk?: () => void
  askLabel?: string
}): ReactNode {
  const say = useSay()
  return (
    <div className="hidden-value">
      <Icon name="shield-lock" size={16} />
      <span>
        <strong>{props.what}</strong>
        <small>{props.why}</small>
      </span>
      {props.onAsk ? (
        <button type="button" className="text-act" onClick={props.onAsk}>
          {props.askLabel ?? say('kit.ask-to-see')}
        </button>
      ) : null}
    </div>
  )
}
