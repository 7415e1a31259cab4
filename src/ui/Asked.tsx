/** The four faces of something asked for: coming, failed, nothing there, and here it is. */
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Problem } from './problem.ts'
import { useSay } from './say.ts'

interface Query<Out> {
  readonly data: Out | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly refetch: () => unknown
}
export function Asked<Out>(props: {
  of: Query<Out>
  children: (data: Out) => ReactNode
  empty?: (data: Out) => ReactNode | null
  lines?: number
}): ReactNode {
  const { of } = props
  if (of.data !== undefined) return props.empty?.(of.data) ?? props.children(of.data)
  if (of.error) return <ErrorState problem={of.error} onRetry={() => void of.refetch()} />
  return <Skeleton lines={props.lines ?? 4} />
}

/** The same faces of a list that comes in parts. */
export function AskedList(props: {
  of: { readonly loading: boolean; readonly problem: unknown; readonly again: () => void }
  children: ReactNode
}): ReactNode {
  const { of } = props
  if (of.problem) return <ErrorState problem={of.problem} onRetry={of.again} />
  return of.loading ? <Skeleton lines={4} /> : props.children
}

/** The way to the rest of a list that came in part; nothing where all of it is here. No list ends without saying so. */
export function More(props: {
  of: { readonly hasMore?: boolean | undefined; readonly more?: (() => void) | undefined }
}): ReactNode {
  const say = useSay()
  if (!props.of.hasMore) return null
  return (
    <div className="list-more">
      <Button onClick={() => props.of.more?.()}>{say('kit.more')}</Button>
    </div>
  )
}

/** Nothing for 300 ms, then the word and quiet lines; nothing spins. */
export function Skeleton(props: { lines: number }): ReactNode {
  const say = useSay()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return <div className="skeleton" aria-busy="true" />
  return (
    <div className="skeleton" role="status">
      <span className="notes dim">{say('kit.loading')}</span>
      {Array.from({ length: props.lines }, (_, i) => (
        <i key={i} style={{ width: `${92 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  )
}

export function EmptyState(props: {
  title: ReactNode
  children?: ReactNode
  act?: ReactNode
  icon?: IconName
}): ReactNode {
  return (
    <div className="empty">
      <Icon name={props.icon ?? 'inbox'} size={28} />
      <p className="strong">{props.title}</p>
      {props.children ? <p className="dim">{props.children}</p> : null}
      {props.act}
    </div>
  )
}

export function ErrorState(props: { problem: unknown; onRetry?: () => void; kept?: ReactNode }): ReactNode {
  const say = useSay()
  const problem = props.problem instanceof Problem ? props.problem : null
  return (
    <div className="note tone-achiote" role="alert">
      <Icon name="error" size={18} className="note-icon" />
      <div>
        <div className="note-title">{problem?.detail ?? say('kit.error')}</div>
        <p>
          {problem ? problem.next : say('kit.defect')} {props.kept}
        </p>
        {/* What is not there is not there a second later either. */}
        {props.onRetry && problem?.status !== 404 ? (
          <Button icon="refresh" onClick={props.onRetry}>
            {say('kit.try-again')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
