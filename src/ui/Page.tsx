/** The frame of a page: margins, columns, cards, facts, steps, tabs. */
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { Linked } from './Linked.tsx'
import type { Tone } from './theme.ts'

export const Page = (props: { children: ReactNode; narrow?: boolean }): ReactNode => (
  <div className={props.narrow ? 'page narrow' : 'page'}>{props.children}</div>
)

/** picture: the picture of the record beside its notes; side: wide with 300 px beside. One column on a phone. */
export const Columns = (props: {
  children: ReactNode
  kind?: 'picture' | 'halves' | 'thirds' | 'quarters' | 'side'
}): ReactNode => <div className={`columns ${props.kind ?? 'picture'}`}>{props.children}</div>
export const Stacked = (props: { children: ReactNode }): ReactNode => (
  <div className="stacked">{props.children}</div>
)

export function Card(props: {
  title?: ReactNode
  aside?: ReactNode
  children?: ReactNode
  tone?: Tone
  flush?: boolean
  label?: string
}): ReactNode {
  return (
    <section
      className={['card', props.flush ? 'flush' : '', props.tone ? `edged tone-${props.tone}` : '']
        .join(' ')
        .trim()}
      aria-label={props.label}
    >
      {props.title || props.aside ? (
        <header className="card-head">
          {props.title ? <h2>{props.title}</h2> : <span />}
          {props.aside ? <div className="card-aside">{props.aside}</div> : null}
        </header>
      ) : null}
      {props.children}
    </section>
  )
}

export const Facts = (props: { rows: readonly (readonly [ReactNode, ReactNode])[] }): ReactNode => (
  <dl className="facts">
    {props.rows.map(([label, value], i) => (
      // The labels of one list do not move; their place is their name.
      <div key={i}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

export interface Step {
  readonly label: string
  readonly state: 'done' | 'now' | 'to-come'
  readonly to?: string
  readonly onOpen?: () => void
}
export function Steps(props: { steps: readonly Step[]; label?: string }): ReactNode {
  return (
    <ol className="steps" aria-label={props.label} tabIndex={0}>
      {props.steps.map((step, i) => {
        const inner = (
          <>
            {step.state === 'done' ? (
              <Icon name="check" size={15} />
            ) : (
              <span className="step-number">{i + 1}</span>
            )}
            {step.label}
          </>
        )
        return (
          <li
            key={step.label}
            className={step.state}
            {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            {step.to ? (
              <Linked to={step.to} className="step">
                {inner}
              </Linked>
            ) : step.onOpen ? (
              <button type="button" className="step" onClick={step.onOpen}>
                {inner}
              </button>
            ) : (
              <span className="step">{inner}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

export function Tabs<V extends string>(props: {
  value: V
  onChange: (value: V) => void
  tabs: readonly { value: V; label: string; count?: number }[]
  label?: string
}): ReactNode {
  return (
    <div className="tabs" role="group" aria-label={props.label}>
      {props.tabs.map((tab) => (
        <button
          type="button"
          key={tab.value}
          aria-pressed={tab.value === props.value}
          onClick={() => props.onChange(tab.value)}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="tab-count"> {tab.count}</span>}
        </button>
      ))}
    </div>
  )
}
