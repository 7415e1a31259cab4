/** How far something is, as a bar with its words. */
import type { ReactNode } from 'react'
import { useSay } from './say.ts'

export function Progress(props: { done: number; of: number; label?: string | undefined }): ReactNode {
  const say = useSay()
  const words = props.label ?? say('kit.receipt-running', { done: props.done, of: props.of })
  return (
    <span className="progress">
      <progress value={props.done} max={Math.max(1, props.of)} aria-label={words} />
      {words}
    </span>
  )
}
