/** Questions and their answers, with a box for the next word. */
import { type ReactNode, useState } from 'react'
import { ActRow } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { newKey, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { QuestionSeen } from '../contract.ts'
import type { Said } from '../contract/said.ts'
import './portal.css'

/** One box for words; what was written stays when the connection is lost, and sent again it is the same act. */
export function Write(props: {
  operation: string
  on: { case: string } | { question: string } | { help: string }
  label: string
}): ReactNode {
  const say = useSay()
  const act = useTell(props.operation)
  const [text, setText] = useState('')
  const [key, setKey] = useState(newKey)
  const send = async (): Promise<void> => {
    if (await act.tell({ ...props.on, text }, { key })) {
      setText('')
      setKey(newKey())
    }
  }
  return (
    <label className="field">
      <span className="field-label">{props.label}</span>
      <textarea
        className="input"
        rows={3}
        value={text}
        onChange={(e) => {
          setText(e.target.value)
          setKey(newKey())
        }}
      />
      <ProblemNote of={act.problem} />
      <ActRow>
        <Button primary busy={act.busy} off={text.trim() === ''} onClick={() => void send()}>
          {say('portal.send')}
        </Button>
      </ActRow>
    </label>
  )
}

export function Answers({ of }: { readonly of: readonly Said[] }): ReactNode {
  const say = useSay()
  return of.map((a) => (
    <div className="portal-said" key={a.id}>
      <p>{a.text ?? say('portal.destroyed')}</p>
      <span className="dim">
        {a.by}, <When at={a.at} />
      </span>
    </div>
  ))
}

export function Question(props: { of: QuestionSeen; withCase?: boolean }): ReactNode {
  const say = useSay()
  const me = useMe()
  const q = props.of
  const inside = me?.roles.every((r) => r !== 'officer' && r !== 'prosecutor') ?? false
  const asked = q.to === (inside ? 'service' : 'customer')
  return (
    <div className="portal-card">
      <span className="portal-head">
        <span>
          {props.withCase ? (
            <>
              <Mono>{q.case.number}</Mono> {q.case.title}
            </>
          ) : (
            q.by
          )}
        </span>
        {q.open ? <StateChip state="waits-person">{say('portal.waiting-answer')}</StateChip> : null}
      </span>
      <p>{q.text ?? say('portal.destroyed')}</p>
      <span className="dim">
        {q.by}, <When at={q.at} />
      </span>
      <Answers of={q.answers} />
      {asked && q.open ? (
        <Write operation="portal.answer-question" on={{ question: q.id }} label={say('portal.your-answer')} />
      ) : null}
    </div>
  )
}
