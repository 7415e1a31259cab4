/** A tinted note with an edge: what somebody should know here; and the machine's proposal, which waits for a person. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import type { Problem } from './problem.ts'
import { useSay } from './say.ts'
import type { Tone } from './theme.ts'

export function Note(props: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  icon?: IconName
  live?: boolean
}): ReactNode {
  const tone = props.tone ?? 'slate'
  return (
    <div
      className={`note tone-${tone}`}
      {...(tone === 'achiote' ? { role: 'alert' } : props.live ? { role: 'status' } : {})}
    >
      {props.icon ? <Icon name={props.icon} size={18} className="note-icon" /> : null}
      <div>
        {props.title ? <div className="note-title">{props.title}</div> : null}
        {props.children}
      </div>
    </div>
  )
}

/** Why an act did not happen, what to do, and each answer that could not be taken with its sentence; nothing when there is nothing to say. */
export function ProblemNote(props: { of: Problem | null; children?: ReactNode }): ReactNode {
  if (!props.of) return null
  const { detail, next, fields } = props.of
  return (
    <Note tone="achiote" icon="error" title={detail}>
      {next ? <p>{next}</p> : null}
      {fields.map((fault) => (
        <p key={fault.path + fault.message}>
          {fault.message} {fault.code && fault.path ? <span className="mono dim">{fault.path}</span> : null}
        </p>
      ))}
      {props.children}
    </Note>
  )
}

export function Proposal(props: {
  title: ReactNode
  by: string
  children?: ReactNode
  acts?: ReactNode
}): ReactNode {
  const say = useSay()
  return (
    <section className="card proposal">
      <header className="card-head">
        <h2>
          <Icon name="hand-stop" size={18} /> {props.title}
        </h2>
      </header>
      <p className="notes dim">{say('kit.proposal', { by: props.by })}</p>
      {props.children}
      {props.acts ? <div className="acts">{props.acts}</div> : null}
    </section>
  )
}
