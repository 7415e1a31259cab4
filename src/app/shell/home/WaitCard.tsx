/** What waits for somebody, as a card: how much of it, the first of it with since when, and one click to each. */
import type { ReactNode } from 'react'
import { instantAt } from '#kernel/calendar.ts'
import { ErrorState, Skeleton } from '#ui/Asked.tsx'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import type { Asking } from '#ui/client.ts'
import { useNow } from '#ui/now.ts'
import { useSay } from '#ui/say.ts'
import { showDay, showSpan } from '#ui/show.ts'

export interface Waiting {
  readonly key: string
  readonly to: string
  /** What names it; left out, the words themselves lead there. */
  readonly number?: string
  readonly what: ReactNode
  /** Second line: who, where, why. */
  readonly note?: ReactNode
  readonly since?: string | null | undefined
  readonly due?: string | null | undefined
  readonly late?: boolean
}
interface WaitCardProps<Out> {
  readonly icon: IconName
  readonly title: string
  /** Where all of it stands, if anywhere. */
  readonly to?: string
  readonly of: Asking<Out>
  readonly rows: (data: Out) => readonly Waiting[]
  /** How many there are; left out, the list’s own total. */
  readonly count?: (data: Out) => number | undefined
  /** Said when nothing waits. */
  readonly empty: string
  readonly foot?: ReactNode
}
const SHOWN = 5

export function WaitCard<Out>(props: WaitCardProps<Out>): ReactNode {
  const say = useSay()
  const { data, error } = props.of
  const rows = data === undefined ? [] : props.rows(data)
  const list = (data ?? {}) as { total?: number; totalIsAtLeast?: boolean }
  const count = data === undefined ? 0 : (props.count?.(data) ?? list.total ?? rows.length)
  // Where counting stopped, the card says so instead of naming a number that is too small.
  const shown = props.count === undefined && list.totalIsAtLeast ? `${count}+` : String(count)
  const late = rows.some((row) => row.late)
  return (
    <section className="card wait" aria-busy={data === undefined && !error} aria-label={props.title}>
      <header className="card-head">
        <h2>
          <Icon name={props.icon} size={18} />
          {props.title}
        </h2>
        {data === undefined ? null : (
          <span className={`wait-count ${count === 0 ? 'none' : late ? 'late' : ''}`}>{shown}</span>
        )}
      </header>
      {error ? <ErrorState problem={error} onRetry={() => void props.of.refetch()} /> : null}
      {data === undefined && !error ? <Skeleton lines={3} /> : null}
      {data !== undefined && count === 0 ? <p className="wait-none">{props.empty}</p> : null}
      {rows.length > 0 ? (
        <ul>
          {rows.slice(0, SHOWN).map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </ul>
      ) : null}
      <div className="wait-foot">
        {props.to && count > Math.min(rows.length, SHOWN) ? (
          <Linked to={props.to}>{say('home.all', { n: shown })}</Linked>
        ) : null}
        {props.foot}
      </div>
    </section>
  )
}

function Row({ row }: { row: Waiting }): ReactNode {
  const say = useSay()
  const when = useWhen(row)
  return (
    <li>
      {row.number ? (
        <Linked to={row.to} mono>
          {row.number}
        </Linked>
      ) : null}
      <span className="wait-what">
        {row.number ? row.what : <Linked to={row.to}>{row.what}</Linked>}
        {row.note ? <small>{row.note}</small> : null}
      </span>
      {when ? (
        <span className={row.late ? 'wait-when word-achiote' : 'wait-when'}>
          {row.late ? <Icon name="warning" size={14} label={say('state.overdue')} /> : null}
          {when}
        </span>
      ) : null}
    </li>
  )
}

/** Until when, how late, or since when: short, because the eye only wants to know which is worst. */
function useWhen(row: Waiting): string | null {
  const say = useSay()
  const now = useNow()
  if (row.due) {
    const end = new Date(row.due.length === 10 ? instantAt(row.due, '23:59:59') : row.due).getTime()
    return row.late
      ? say('home.was-due', { span: showSpan(now - end) })
      : say('home.due', { day: showDay(end, false) })
  }
  return row.since ? say('home.since', { span: showSpan(now - new Date(row.since).getTime()) }) : null
}
