/** The box that finds anything: typed into with /, and the place where a scanner's burst lands wherever one stands. */
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '#ui/Icon.tsx'
import { ask, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { listenForScans } from './scanner.tsx'

interface Hit {
  readonly subject: string
  readonly kind: string
  readonly label: string
  readonly root: string | null
  readonly why: string
  readonly case: { readonly id: string; readonly number: string; readonly title: string } | null
}
interface Hits {
  readonly items: readonly Hit[]
}

/** `module.noun/<id>` lives at /module/nouns/<id>; what stands on a case's page alone opens the case. */
const pageOf = (hit: Hit): string => {
  const [noun = '', id = ''] = hit.subject.split('/')
  const [module, thing] = noun.split('.')
  const known: Record<string, string> = {
    'cases.case': '/cases',
    'evidence.item': '/evidence/items',
    'death.death': '/death',
    'reports.report': '/reports',
    'work.request': '/work/requests',
    'scenes.attendance': '/scenes',
  }
  const place = known[`${module}.${thing}`]
  return place ? `${place}/${id}` : hit.case ? `/cases/${hit.case.id}` : `/${module}/${thing}s/${id}`
}

export function SearchBox(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), 150)
    return () => clearTimeout(timer)
  }, [text])
  const found = useAsk<Hits>(
    'cases.find-anything',
    { q, limit: 10 },
    { enabled: open && q.length >= 2, keep: true },
  )
  const hits = q.length >= 2 ? (found.data?.items ?? []) : []
  const go = (hit: Hit | undefined): void => {
    if (!hit) return
    setOpen(false)
    setText('')
    input.current?.blur()
    void navigate({ to: pageOf(hit) })
  }
  /** One hit opens; several are shown. */
  const look = async (code: string): Promise<void> => {
    setText(code)
    setQ(code.trim())
    const answer = await ask<Hits>('cases.find-anything', { q: code.trim(), limit: 10 }).catch(() => null)
    if (answer?.items.length === 1) go(answer.items[0])
    else {
      setOpen(true)
      input.current?.focus()
    }
  }
  useEffect(() =>
    listenForScans(
      (code) => void look(code),
      () => input.current?.focus(),
    ),
  )
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      setAt(Math.min(hits.length - 1, at + 1))
    } else if (event.key === 'ArrowUp') {
      event.preventDefault()
      setAt(Math.max(0, at - 1))
    } else if (event.key === 'Escape') {
      setOpen(false)
      input.current?.blur()
    } else if (event.key === 'Enter' && text.trim()) {
      event.preventDefault()
      if (q === text.trim() && hits[at]) go(hits[at])
      else void look(text)
    }
  }
  return (
    <span className="shell-search">
      <Icon name="scan" size={18} />
      <input
        ref={input}
        role="combobox"
        aria-expanded={open && q.length >= 2}
        aria-controls={list}
        aria-label={say('shell.search')}
        placeholder={say('shell.search')}
        autoComplete="off"
        spellCheck={false}
        data-search
        value={text}
        onChange={(e) => {
          setText(e.target.value)
          setOpen(true)
          setAt(0)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={key}
      />
      <kbd>/</kbd>
      <span
        className="combo-list"
        role="listbox"
        id={list}
        aria-label={say('shell.search')}
        hidden={!open || q.length < 2}
      >
        {hits.map((hit, i) => (
          <span
            key={hit.subject + hit.label}
            role="option"
            aria-selected={i === at}
            onMouseDown={(e) => {
              e.preventDefault()
              go(hit)
            }}
          >
            <span>
              <span className="mono">{hit.label}</span>
              {hit.case ? <small> {hit.case.title}</small> : null}
            </span>
            <small>{hit.case?.number ?? hit.kind}</small>
          </span>
        ))}
        {hits.length === 0 ? (
          <span role="option" aria-selected={false} aria-disabled className="dim">
            {found.isFetching ? say('kit.searching') : say('shell.results', { n: 0 })}
          </span>
        ) : null}
      </span>
    </span>
  )
}
