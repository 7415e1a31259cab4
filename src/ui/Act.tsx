/** A button for an operation: usable, or greyed with its reason beneath; absent only for those who hold no right to it at all. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { usePast } from './AsKnown.tsx'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { useMay } from './me.ts'
import { useSay } from './say.ts'

export interface ActionVerdict {
  readonly operation: string
  readonly ok: boolean
  readonly why?: string | undefined
  readonly next?: string | undefined
}
export interface ActProps {
  readonly operation?: string
  /** The record's `actions`; the verdict is found by the operation's name. */
  readonly actions?: readonly ActionVerdict[] | undefined
  readonly verdict?:
    | { readonly ok: boolean; readonly why?: string | undefined; readonly next?: string | undefined }
    | undefined
  readonly icon?: IconName
  readonly primary?: boolean
  readonly danger?: boolean
  readonly to?: string
  readonly onAct?: () => void
  readonly busy?: boolean
  readonly children?: ReactNode
}

function useVerdict(props: ActProps): { shown: boolean; off: boolean; why: string | undefined } {
  const say = useSay()
  const past = usePast()
  const may = useMay(props.operation)
  const verdict = props.verdict ?? props.actions?.find((action) => action.operation === props.operation)
  if (!may) return { shown: false, off: true, why: undefined }
  if (past !== null && props.operation !== undefined) return { shown: true, off: true, why: say('kit.past') }
  if (verdict && !verdict.ok)
    return { shown: true, off: true, why: [verdict.why, verdict.next].filter(Boolean).join(' ') || undefined }
  return { shown: true, off: false, why: undefined }
}

export function Act(props: ActProps): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const id = useId()
  const { shown, off, why } = useVerdict(props)
  if (!shown) return null
  const go = props.to ? () => void navigate({ to: props.to as string }) : props.onAct
  return (
    <span className="act">
      <Button
        icon={props.icon}
        primary={props.primary}
        danger={props.danger}
        busy={props.busy}
        off={off}
        describedBy={why ? id : undefined}
        onClick={go}
      >
        {props.children ?? say(`op.${props.operation}`)}
      </Button>
      {why ? (
        <span className="act-why" id={id}>
          {why}
        </span>
      ) : null}
    </span>
  )
}

/** The same as a link-like word, for rows and cards. */
export function TextAct(props: ActProps): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const id = useId()
  const { shown, off, why } = useVerdict(props)
  if (!shown) return null
  const go = (): void => (props.to ? void navigate({ to: props.to }) : props.onAct?.())
  return (
    <span className="act inline">
      <button
        type="button"
        className={off ? 'text-act off' : 'text-act'}
        aria-disabled={off || undefined}
        aria-describedby={why ? id : undefined}
        onClick={() => {
          if (!off && !props.busy) go()
        }}
      >
        {props.icon ? <Icon name={props.icon} size={15} /> : null}
        {props.children ?? say(`op.${props.operation}`)}
      </button>
      {why ? (
        <span className="act-why" id={id}>
          {why}
        </span>
      ) : null}
    </span>
  )
}

export const ActRow = (props: { children: ReactNode }): ReactNode => (
  <div className="acts">{props.children}</div>
)
