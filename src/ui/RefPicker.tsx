/** Finds a record by typing: people, places, items; a combobox over a query of the server, with "new…" in place. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { FieldFrame, type FrameProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { type Params, useAsk } from './client.ts'
import { useSay } from './say.ts'
import { useShown } from './shown.ts'

export interface RefAsk<T = never> {
  readonly name: string
  readonly params?: Params
  /** The parameter that carries what was typed; `q` unless said. */
  readonly query?: string
  readonly label: (row: T) => string
  readonly note?: (row: T) => string
  readonly value: (row: T) => string
}
export interface RefPickerProps<T> extends FrameProps {
  readonly ask: RefAsk<T>
  readonly value: string | null
  readonly onChange: (value: string | null, row?: T) => void
  /** What stands in the field at first, when the value is known already. */
  readonly shown?: string | undefined
  readonly onNew?: (typed: string) => void
}

const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 180)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export function RefPicker<T>(props: RefPickerProps<T>): ReactNode {
  const say = useSay()
  const list = useId()
  const { ask } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [chosen, setChosen] = useState(props.shown ?? '')
  const [at, setAt] = useState(0)
  const open = typed !== null
  const q = useSettled(typed ?? '')
  const found = useAsk<{ items: readonly T[] }>(
    ask.name,
    { limit: 20, ...ask.params, ...(q.trim() ? { [ask.query ?? 'q']: q.trim() } : {}) },
    { enabled: open, keep: true },
  )
  // A draft that is taken up again holds the value without its words: they are asked for once, where values are words.
  const unnamed = props.value !== null && chosen === '' && props.shown === undefined && !open
  const asked = useAsk<{ items: readonly T[] }>(
    ask.name,
    { limit: 20, ...ask.params, [ask.query ?? 'q']: props.value ?? '' },
    { enabled: unnamed && !/^[0-9a-f]{8}-/.test(props.value ?? '') },
  )
  const named = unnamed ? asked.data?.items.find((row) => ask.value(row) === props.value) : undefined
  const rows = found.data?.items ?? []
  const last = rows.length - (props.onNew ? 0 : 1)
  // A form that was sent is empty again: so is what was chosen in it.
  const text =
    typed ?? (props.value === null ? '' : chosen || (props.shown ?? (named ? ask.label(named) : props.value)))
  const take = (row: T | undefined): void => {
    if (row === undefined) props.onNew?.(typed ?? '')
    else {
      setChosen(ask.label(row))
      props.onChange(ask.value(row), row)
    }
    setTyped(null)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      if (!open) setTyped('')
      setAt(Math.min(last, at + (open ? 1 : 0)))
    } else if (event.key === 'ArrowUp') {
      event.preventDefault()
      setAt(Math.max(0, at - 1))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (at < rows.length || props.onNew) take(rows[at])
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setTyped(null)
    }
  }
  return (
    <FieldFrame {...props}>
      {(field) => (
        <span className="combo">
          <input
            {...field}
            className="input"
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            autoComplete="off"
            placeholder={say('kit.type-to-find')}
            {...(open && rows.length > 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
            value={text}
            onChange={(e) => {
              setTyped(e.target.value)
              setAt(0)
              if (e.target.value === '') props.onChange(null)
            }}
            onKeyDown={key}
            onBlur={() => setTyped(null)}
          />
          <Icon name="search" size={16} className="input-icon" />
          <span className="combo-list" role="listbox" id={list} aria-label={props.label} hidden={!open}>
            {open
              ? rows.map((row, i) => (
                  <span
                    key={ask.value(row)}
                    id={`${list}-${i}`}
                    role="option"
                    aria-selected={i === at}
                    onMouseDown={(e) => {
                      e.preventDefault()
                      take(row)
                    }}
                  >
                    {ask.label(row)}
                    {ask.note ? <small>{ask.note(row)}</small> : null}
                  </span>
                ))
              : null}
            {open && rows.length === 0 ? (
              <span role="option" aria-selected={false} aria-disabled className="dim">
                {found.isFetching ? say('kit.searching') : say('kit.none-found', { q })}
              </span>
            ) : null}
            {open && props.onNew ? (
              <span
                id={`${list}-${rows.length}`}
                role="option"
                aria-selected={at === rows.length}
                onMouseDown={(e) => {
                  e.preventDefault()
                  take(undefined)
                }}
              >
                <Icon name="add" size={15} /> {say('kit.new')}
              </span>
            ) : null}
          </span>
        </span>
      )}
    </FieldFrame>
  )
}

/** A picked row is remembered by its words, so that a value that comes back is not shown as its id. */
export function RefField(props: {
  frame: FrameProps
  ask: RefAsk<never>
  value: string | null
  onChange: (value: unknown) => void
}): ReactNode {
  const shown = useShown()
  const id = props.frame.id ?? ''
  return (
    <RefPicker
      {...props.frame}
      ask={props.ask}
      value={props.value}
      shown={shown.of(id)}
      onChange={(value, row) => {
        if (row !== undefined) shown.set(id, props.ask.label(row))
        props.onChange(value)
      }}
    />
  )
}

interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly rank?: string | null
  readonly title?: string | null
  readonly unitName?: string | null
  readonly agencyName?: string | null
}
const people = (name: string): RefAsk<FoundPerson> => ({
  name,
  label: (p) => [p.rank, p.name].filter(Boolean).join(' '),
  note: (p) => [p.title, p.unitName ?? p.agencyName].filter(Boolean).join(', '),
  value: (p) => p.id,
})
export function PersonPicker(
  props: Partial<FrameProps> & {
    value: string | null
    onChange: (value: string | null) => void
    operation?: string
    shown?: string
    onNew?: (typed: string) => void
  },
): ReactNode {
  const say = useSay()
  return (
    <RefPicker
      {...props}
      label={props.label ?? say('kit.person')}
      ask={people(props.operation ?? 'identity.find-people')}
    />
  )
}
