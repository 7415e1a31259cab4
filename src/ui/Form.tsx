/** A form from a list of fields or a JSON Schema: faults at the answer and in one list that jumps, and what was typed kept on this device. */
import { type FormEvent, type ReactNode, type Ref, useContext, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { LeaveContext } from './Dialog.tsx'
import { FormField, fieldId, fieldOf } from './FormField.tsx'
import { Icon } from './Icon.tsx'
import { type Fault, type Field, type Values, faultsOf, fieldsOf, sendable } from './fields.ts'
import { useMe } from './me.ts'
import type { Problem } from './problem.ts'
import { useSay } from './say.ts'
import { type Shown, ShownContext } from './shown.ts'
import { showInstant, showTime } from './show.ts'
import { draftKeyOf, keepDraft, readDraft } from './drafts.ts'

export type { Field, FieldKind, Values } from './fields.ts'

export interface FormProps {
  /** Names the draft; the operation's name is a good one. */
  readonly name: string
  readonly fields?: readonly Field[]
  readonly schema?: object
  readonly initial?: Values
  /** Words for the ids among the initial values. */
  readonly shown?: Readonly<Record<string, string>>
  /** `shown` are the words of what was picked, by the field's key. */
  readonly onSend: (values: Values, shown: Readonly<Record<string, string>>) => Promise<void> | void
  readonly onChange?: (values: Values) => void
  readonly problem?: Problem | null
  readonly sendLabel?: string
  readonly aside?: ReactNode
  readonly columns?: 1 | 2
  readonly sendVerdict?: { readonly ok: boolean; readonly why?: string | undefined }
  readonly draft?: boolean
  readonly danger?: boolean
  /** What was sent stays: a question that is asked again with one word changed. */
  readonly stays?: boolean
}
interface Draft {
  readonly at: string
  readonly values: Values
  readonly shown?: Readonly<Record<string, string>>
}

export function Form(props: FormProps): ReactNode {
  const say = useSay()
  const me = useMe()
  const leave = useContext(LeaveContext)
  const fields = props.fields ?? (props.schema ? fieldsOf(props.schema, say) : [])
  // Secrets never lie about on a device.
  const draftKey =
    props.draft === false || fields.some((f) => f.secret) ? null : draftKeyOf(me?.person.id, props.name)
  const [found, setFound] = useState(() => readDraft<Draft>('tab', draftKey))
  const [values, setValues] = useState<Values>(() => ({ ...props.initial, ...found?.values }))
  const shown = useRef<Record<string, string>>({ ...props.shown, ...found?.shown })
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(0)
  const [busy, setBusy] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  /** A panel that shuts when its act is done leaves no draft of it behind. */
  const over = useRef(false)
  useEffect(
    () => () => {
      if (over.current) keepDraft('tab', draftKey, null)
    },
    [draftKey],
  )
  const { problem } = props
  const faults: Fault[] = [
    ...(tried ? faultsOf(fields, values, say) : []),
    ...(problem?.fields ?? []).map((f) => ({
      path: f.path,
      label: labelOf(fields, f.path),
      message: f.message,
    })),
  ]

  useEffect(() => {
    if (sent === 0) return
    if (problem) {
      over.current = false
      return list.current?.focus()
    }
    keepDraft('tab', draftKey, null)
    setFound(null)
    setKeptAt(null)
    setTried(false)
    if (!props.stays) setValues(props.initial ?? {})
    // Only the end of a sending counts here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sent])

  const change = (next: Values): void => {
    over.current = false
    setValues(next)
    props.onChange?.(next)
    const at = new Date().toISOString()
    keepDraft('tab', draftKey, { at, values: next, shown: shown.current })
    if (draftKey) setKeptAt(at)
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || props.sendVerdict?.ok === false) return
    setTried(true)
    if (faultsOf(fields, values, say).length > 0) return void setTimeout(() => list.current?.focus())
    setBusy(true)
    try {
      await props.onSend(sendable(fields, values), shown.current)
    } finally {
      over.current = true
      setBusy(false)
      setSent((n) => n + 1)
    }
  }
  const words: Shown = {
    of: (field) => shown.current[keyOf(field)],
    set: (field, text) => {
      shown.current = { ...shown.current, [keyOf(field)]: text }
    },
  }
  return (
    <ShownContext value={words}>
      <form className="form" noValidate onSubmit={(event) => void send(event)}>
        {found ? (
          <div className="note tone-slate">
            <div>
              {say('kit.draft-found', { at: showInstant(found.at) })}{' '}
              <button
                type="button"
                className="text-act"
                onClick={() => {
                  keepDraft('tab', draftKey, null)
                  setFound(null)
                  setValues(props.initial ?? {})
                }}
              >
                {say('kit.draft-drop')}
              </button>
            </div>
          </div>
        ) : null}
        <FaultList ref={list} faults={faults} problem={problem ?? null} />
        <div className={props.columns === 2 ? 'fields two' : 'fields'} key={sent}>
          {fields
            .filter((f) => f.show?.(values) ?? true)
            .map((f) => (
              <div key={f.key} className={f.span === 2 ? 'span-2' : ''}>
                <FormField
                  field={f}
                  path={f.key}
                  value={values[f.key]}
                  faults={faults}
                  onChange={(v) => change({ ...values, [f.key]: v })}
                />
              </div>
            ))}
        </div>
        <footer className="form-foot">
          {keptAt ? (
            <span className="saved dim">
              <Icon name="save" size={15} />
              {say('kit.draft-kept', { time: showTime(keptAt) })}
            </span>
          ) : null}
          {props.aside}
          {leave ? <Button onClick={leave}>{say('kit.cancel')}</Button> : null}
          <span className="act">
            <Button
              type="submit"
              {...(props.danger ? { danger: 'filled' as const } : { primary: true })}
              busy={busy}
              off={props.sendVerdict?.ok === false}
            >
              {props.sendLabel ?? say('kit.send')}
            </Button>
            {props.sendVerdict?.ok === false && props.sendVerdict.why ? (
              <span className="act-why">{props.sendVerdict.why}</span>
            ) : null}
          </span>
        </footer>
      </form>
    </ShownContext>
  )
}
const keyOf = (field: string): string => field.replace(/^f-/, '')

function labelOf(fields: readonly Field[], path: string): string {
  const [first, ...rest] = path.split('.')
  const field = fields.find((f) => f.key === first)
  if (!field) return ''
  const deeper = rest.filter((part) => !/^\d+$/.test(part)).join('.')
  return field.fields && deeper ? `${field.label}: ${labelOf(field.fields, deeper)}` : field.label
}

function FaultList({
  ref,
  faults,
  problem,
}: {
  ref: Ref<HTMLDivElement>
  faults: readonly Fault[]
  problem: Problem | null
}): ReactNode {
  const say = useSay()
  if (faults.length === 0 && !problem) return null
  return (
    <div className="note tone-achiote" role="alert" tabIndex={-1} ref={ref}>
      <Icon name="error" size={18} className="note-icon" />
      <div>
        <div className="note-title">
          {problem && problem.fields.length === 0 ? problem.detail : say('kit.faults', { n: faults.length })}
        </div>
        {problem?.next ? <p>{problem.next}</p> : null}
        {faults.map((f) => (
          <div key={f.path + f.message}>
            <a
              href={`#${fieldId(f.path)}`}
              onClick={(e) => {
                e.preventDefault()
                fieldOf(f.path)?.focus()
              }}
            >
              {f.message.includes(f.label) ? f.message : `${f.label}: ${f.message}`}
              {f.label === '' ? <span className="mono dim"> {f.path}</span> : null}
            </a>
          </div>
        ))}
      </div>
    </div>
  )
}
