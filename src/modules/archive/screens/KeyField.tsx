/** One field as it is keyed: typed, unknown or illegible; beside it what a machine read, which a person takes or leaves. */
import type { KeyboardEvent, ReactNode } from 'react'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { useSay } from '#ui/say.ts'
import type { Field, Proposed } from '../pages/contract/keying.ts'

export interface Typed {
  readonly text: string
  readonly absent: '' | 'unknown' | 'illegible'
}
export const nothing: Typed = { text: '', absent: '' }
export const keyedOf = (field: Field, typed: Typed): object => {
  const values = field.many
    ? typed.text
        .split(';')
        .map((v) => v.trim())
        .filter((v) => v !== '')
    : [typed.text.trim()].filter((v) => v !== '')
  return typed.absent ? { field: field.code, absent: typed.absent } : { field: field.code, values }
}
export function KeyField(props: {
  field: Field
  typed: Typed
  first: boolean
  onKey: (e: KeyboardEvent) => void
  onChange: (typed: Typed) => void
  /** What a machine read that may be meant here. */
  proposals: readonly Found[]
  onLook: (found: Found) => void
}): ReactNode {
  const say = useSay()
  const { field: f, typed } = props
  return (
    <div className="archive-key-row">
      <FieldFrame
        label={f.name}
        {...(f.many
          ? { help: say('archive.several-semicolon') }
          : f.kind === 'date'
            ? { help: say('archive.field-on-help') }
            : {})}
      >
        {(field) =>
          f.kind === 'code' ? (
            <select
              {...field}
              className="input"
              disabled={typed.absent !== ''}
              value={typed.text}
              onKeyDown={props.onKey}
              onChange={(e) => props.onChange({ text: e.target.value, absent: '' })}
            >
              <option value="">–</option>
              {f.options.map((o) => (
                <option key={o.value} value={o.value}>
                  {o.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              {...field}
              className={f.kind === 'number' || f.kind === 'date' ? 'input mono' : 'input'}
              autoComplete="off"
              spellCheck={false}
              autoFocus={props.first}
              disabled={typed.absent !== ''}
              value={typed.text}
              onKeyDown={props.onKey}
              onChange={(e) => props.onChange({ text: e.target.value, absent: '' })}
            />
          )
        }
      </FieldFrame>
      <Proposals {...props} />
      <span className="archive-absent">
        {(['unknown', 'illegible'] as const).map((absent) => (
          <label key={absent}>
            <input
              type="checkbox"
              checked={typed.absent === absent}
              onChange={(e) => props.onChange({ text: '', absent: e.target.checked ? absent : '' })}
            />
            {say(`archive.${absent}`)}
          </label>
        ))}
      </span>
    </div>
  )
}

/** A proposal with the page on which it stands. */
export interface Found extends Proposed {
  readonly page: string
  readonly seq: number
}
const MOST = 4
const KINDS: Readonly<Record<string, readonly Field['kind'][]>> = {
  number: ['number'],
  date: ['date'],
  name: ['name'],
  offence: ['code'],
  drug: ['code'],
}
/** Of each field what may be meant by it, the surest first, each value once. */
export function proposalsFor(
  field: Field,
  pages: readonly { id: string; seq: number; proposals: readonly Proposed[] }[],
): Found[] {
  const found = pages
    .flatMap((page) => page.proposals.map((p): Found => ({ ...p, page: page.id, seq: page.seq })))
    .filter((p) => KINDS[p.kind]?.includes(field.kind))
    .filter((p) => field.kind !== 'code' || field.options.some((o) => o.value === p.value))
    .toSorted((a, b) => b.confidence - a.confidence)
  return [...new Map(found.toReversed().map((p) => [p.value, p])).values()].toReversed().slice(0, MOST)
}

/** Taken by a person or left: what is typed already is never replaced. */
function Proposals(props: {
  field: Field
  typed: Typed
  onChange: (typed: Typed) => void
  proposals: readonly Found[]
  onLook: (found: Found) => void
}): ReactNode {
  const say = useSay()
  const { field: f, typed } = props
  if (props.proposals.length === 0) return null
  const values = typed.text.split(';').map((v) => v.trim())
  const full = typed.absent !== '' || (!f.many && typed.text.trim() !== '')
  return (
    <span className="archive-proposed" role="group" aria-label={say('archive.read-by-machine')}>
      {props.proposals.map((p) => {
        const taken = values.includes(p.value)
        return (
          <button
            key={p.value}
            type="button"
            aria-pressed={taken}
            aria-disabled={full && !taken}
            title={say('archive.proposed-where', { page: p.seq, sure: p.confidence, text: p.text })}
            onMouseEnter={() => props.onLook(p)}
            onFocus={() => props.onLook(p)}
            onClick={() => {
              props.onLook(p)
              if (taken || full) return
              const before = typed.text.trim()
              props.onChange({
                text: before === '' ? p.value : `${before.replace(/;$/, '')}; ${p.value}`,
                absent: '',
              })
            }}
          >
            {f.options.find((o) => o.value === p.value)?.label ?? p.value}
            <small>{say('archive.proposed-page', { page: p.seq })}</small>
          </button>
        )
      })}
    </span>
  )
}
