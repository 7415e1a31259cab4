/** The form of a kind of thing on the drawing table: questions in their order, one of them open, and beside it what somebody at the counter will see. */
import { Fragment, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Card } from '#ui/Page.tsx'
import { useLanguage, useSay } from '#ui/say.ts'
import type { Question } from '../contract/form.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { fieldsOfQuestions } from './form-fields.ts'
import { isNamed, moved, newQuestion } from './studio-content.ts'
import './studio.css'

export function FormEditor(props: {
  readonly questions: readonly Question[]
  readonly lists: Readonly<Record<string, readonly { value: string; label: string }[]>>
  readonly listNames: readonly { value: string; label: string }[]
  readonly onChange: (questions: readonly Question[]) => void
}) {
  const say = useSay()
  const { language } = useLanguage()
  const [open, setOpen] = useState(0)
  const { questions, onChange } = props
  const at = Math.min(open, questions.length - 1)
  const question = questions[at]
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= questions.length) return
    onChange(moved(questions, from, to))
    setOpen(to)
  }
  const named = questions.filter(isNamed)
  const add = (): void => {
    onChange([...questions, newQuestion(questions)])
    setOpen(questions.length)
  }
  return (
    <div className="studio-form">
      <Card title={say('catalogue.s-questions')} aside={String(questions.length)}>
        <QuestionList
          questions={questions}
          open={at}
          onOpen={(i) => setOpen(i === at ? -1 : i)}
          onMove={move}
          opened={
            question ? (
              <QuestionFields
                key={at}
                question={question}
                above={questions.slice(0, at)}
                listNames={props.listNames}
                onChange={(next) => onChange(questions.with(at, next))}
                onRemove={() => {
                  onChange(questions.filter((_, i) => i !== at))
                  setOpen(Math.max(0, at - 1))
                }}
              />
            ) : null
          }
        />
        <Button icon="add" onClick={add}>
          {say('catalogue.s-add-question')}
        </Button>
      </Card>
      <div className="studio-preview">
        <Card title={say('catalogue.s-preview')}>
          {named.length > 0 ? (
            <Form
              key={named.map((q) => `${q.key}${q.kind}`).join()}
              name="catalogue.studio.preview"
              draft={false}
              columns={1}
              fields={fieldsOfQuestions(named, language, props.lists)}
              sendLabel={say('catalogue.s-try')}
              onSend={() => undefined}
            />
          ) : (
            <p className="dim">{say('catalogue.s-preview-empty')}</p>
          )}
        </Card>
      </div>
    </div>
  )
}

/** By mouse it is dragged; by keyboard Alt with the arrows, or the two buttons of the row. */
function QuestionList(props: {
  questions: readonly Question[]
  open: number
  onOpen: (at: number) => void
  onMove: (from: number, to: number) => void
  opened: React.ReactNode
}) {
  const say = useSay()
  const { language } = useLanguage()
  const [dragged, setDragged] = useState<number | null>(null)
  return (
    <ol className="question-list">
      {props.questions.map((q, i) => (
        <Fragment key={i}>
          <li className={[i === props.open ? 'on' : '', dragged === i ? 'dragged' : ''].join(' ').trim()}>
            <button
              type="button"
              className="question-name"
              draggable
              onDragStart={() => setDragged(i)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                if (dragged !== null) props.onMove(dragged, i)
                setDragged(null)
              }}
              aria-current={i === props.open}
              onClick={() => props.onOpen(i)}
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                props.onMove(i, event.key === 'ArrowUp' ? i - 1 : i + 1)
              }}
            >
              <Icon name="menu" size={16} />
              <span>{q[language] || say('catalogue.s-unnamed')}</span>
              <span className="dim">
                {[
                  say(`catalogue.kind-of-question.${q.kind}`),
                  q.required ? say('catalogue.s-required') : '',
                  q.when ? say('catalogue.s-conditional') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
            <button
              type="button"
              className="quiet"
              aria-label={say('catalogue.s-up', { question: q[language] })}
              onClick={() => props.onMove(i, i - 1)}
            >
              <Icon name="up" size={16} />
            </button>
            <button
              type="button"
              className="quiet"
              aria-label={say('catalogue.s-down', { question: q[language] })}
              onClick={() => props.onMove(i, i + 1)}
            >
              <Icon name="down" size={16} />
            </button>
          </li>
          {i === props.open ? <li className="question-opened">{props.opened}</li> : null}
        </Fragment>
      ))}
    </ol>
  )
}
