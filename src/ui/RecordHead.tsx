/** The head of a record: where it stands, what it is, its state, what may be done, its history, and the day one looks at it for. */
import { Popover } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { KnownDate } from './AsKnown.tsx'
import { Icon } from './Icon.tsx'
import { Linked } from './Linked.tsx'
import { useSay } from './say.ts'
import { showInstant, showTime } from './show.ts'

export interface RecordHeadProps {
  readonly crumbs?: readonly { readonly label: string; readonly to?: string; readonly mono?: boolean }[]
  readonly number?: string | undefined
  readonly title: ReactNode
  readonly chips?: ReactNode
  readonly facts?: ReactNode
  readonly acts?: ReactNode
  readonly history?: {
    readonly count?: number | undefined
    readonly to?: string
    readonly onOpen?: () => void
  }
  readonly known?: { readonly at: string | null; readonly onChange: (at: string | null) => void }
  readonly saved?: string | undefined
  readonly logged?: boolean
}

export function RecordHead(props: RecordHeadProps): ReactNode {
  // The tab says what is open. Where there is a number, the number alone: a history of pages on a shared machine names nobody.
  const tab = props.number ?? (typeof props.title === 'string' ? props.title : '')
  useEffect(() => {
    document.title = tab ? `${tab} · Custodia` : 'Custodia'
  }, [tab])
  return (
    <header className="record-head">
      {(props.crumbs ?? []).length > 0 || props.history || props.known || props.saved || props.logged ? (
        <div className="record-above">
          <Crumbs crumbs={props.crumbs ?? []} />
          <Beside {...props} />
        </div>
      ) : null}
      <div className="record-line">
        <div className="record-what">
          <h1>
            {props.number ? <span className="mono">{props.number}</span> : null} {props.title}
          </h1>
          {props.chips || props.facts ? (
            <div className="record-state">
              {props.chips ? <span className="chips">{props.chips}</span> : null}
              {props.facts ? <div className="record-facts">{props.facts}</div> : null}
            </div>
          ) : null}
        </div>
        {props.acts ? <div className="acts">{props.acts}</div> : null}
      </div>
    </header>
  )
}

function Crumbs(props: { crumbs: NonNullable<RecordHeadProps['crumbs']> }): ReactNode {
  const say = useSay()
  if (props.crumbs.length === 0) return <span />
  return (
    <nav className="crumbs" aria-label={say('kit.you-are-here')}>
      {props.crumbs.map((crumb, i) => (
        <span key={crumb.label}>
          {i > 0 ? <Icon name="right" size={13} /> : null}
          {crumb.to ? (
            <Linked to={crumb.to} {...(crumb.mono ? { mono: true } : {})}>
              {crumb.label}
            </Linked>
          ) : (
            <span className={crumb.mono ? 'mono' : ''}>{crumb.label}</span>
          )}
        </span>
      ))}
    </nav>
  )
}

function Beside(props: RecordHeadProps): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const { history, known } = props
  const words = history ? (
    <>
      <Icon name="history" size={15} />
      {history.count === undefined
        ? say('kit.history', { n: 0 }).split(',')[0]
        : say('kit.history', { n: history.count })}
    </>
  ) : null
  return (
    <div className="record-beside">
      {props.saved ? (
        <span className="saved">
          <Icon name="save" size={15} />
          {say('kit.saved', { time: showTime(props.saved, true) })}
        </span>
      ) : null}
      {props.logged ? (
        <span>
          <Icon name="eye" size={15} />
          {say('kit.looked')}
        </span>
      ) : null}
      {history?.to ? (
        <Linked to={history.to} className="quiet">
          {words}
        </Linked>
      ) : history ? (
        <button type="button" className="quiet" onClick={history.onOpen}>
          {words}
        </button>
      ) : null}
      {known ? (
        <Popover opened={open} onChange={setOpen} position="bottom-end">
          <Popover.Target>
            <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              <Icon name="known" size={15} />
              {say('kit.known-on')} <strong>{known.at ? showInstant(known.at) : say('kit.now')}</strong>
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <KnownDate at={known.at} onChange={known.onChange} onDone={() => setOpen(false)} />
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </div>
  )
}
