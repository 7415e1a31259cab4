/** The box that finds anything: typed into with /, and the place where a scanner's burst lands wherever one stands. */
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Hit, Hits } from '#modules/cases/contract/finding.ts'
import { addressOf } from '#modules/cases/screens/addresses.ts'
import type { Scanned } from '#modules/evidence/contract.ts'
import { Icon } from '#ui/Icon.tsx'
import { ask, useAsk } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { listenForScans } from './scanner.tsx'

type Found = z.output<typeof Hits>
const LEAST = 2
const narrow = (): boolean => matchMedia('(max-width: 700px)').matches

/** A certificate carries the address of its check page in its QR code. */
function checkPage(code: string): string | null {
  const path = /^https?:\/\/[^/]+(\/verify\/[\w-]+)$/i.exec(code.trim())?.[1]
  return path ?? null
}
const pageOf = (hit: Hit): string =>
  addressOf(hit.subject, hit.root) ?? (hit.case ? `/cases/${hit.case.id}` : '/cases')

/** What a scanner reads is first of all a thing, a place or a consignment; one of them opens at once. */
async function placeOf(code: string): Promise<string | null> {
  const scanned = await ask<z.output<typeof Scanned>>('evidence.scan', { text: code.slice(0, 120) }).catch(
    () => null,
  )
  if (scanned?.items.length === 1) return `/evidence/items/${scanned.items[0]?.id}`
  if (scanned?.place) return `/evidence/places/${scanned.place.id}`
  return scanned?.consignment ? `/evidence/transit#${scanned.consignment.id}` : null
}

export function SearchBox(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const mayScan = useMay('evidence.scan')
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
  const found = useAsk<Found>(
    'cases.find-anything',
    { q, limit: 8 },
    { enabled: open && q.length >= LEAST, keep: true },
  )
  const hits = q.length >= LEAST ? (found.data?.items ?? []) : []
  const shown = open && q.length >= LEAST
  const leave = (to: string): void => {
    setOpen(false)
    setText('')
    input.current?.blur()
    void navigate({ to })
  }
  const everything = (): void => leave(`/find?q=${encodeURIComponent(text.trim())}`)
  /** What names one thing opens it; several are shown. */
  const look = async (raw: string): Promise<void> => {
    const code = raw.trim()
    setText(code)
    setQ(code)
    const place = checkPage(code) ?? (mayScan ? await placeOf(code) : null)
    if (place) return leave(place)
    const answer = await ask<Found>('cases.find-anything', { q: code.slice(0, 200), limit: 8 }).catch(
      () => null,
    )
    const [first] = answer?.items ?? []
    if (first && (answer?.items.length === 1 || first.why === 'same')) return leave(pageOf(first))
    setOpen(true)
    input.current?.focus()
  }
  useEffect(() =>
    listenForScans(
      (code) => void look(code),
      () => input.current?.focus(),
    ),
  )
  const key = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(hits.length, at + move)))
    } else if (event.key === 'Escape') {
      setOpen(false)
      input.current?.blur()
    } else if (event.key === 'Enter' && text.trim()) {
      event.preventDefault()
      const hit = q === text.trim() ? hits[at] : undefined
      if (hit) leave(pageOf(hit))
      else if (at > 0) everything()
      else void look(text)
    }
  }
  return (
    <search className="shell-search">
      <Icon name="scan" size={18} />
      <input
        ref={input}
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && hits.length > 0 ? `${list}-${at}` : undefined}
        aria-label={say('shell.search')}
        placeholder={say(narrow() ? 'shell.search-short' : 'shell.search')}
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
      <span className="combo-list" role="listbox" id={list} aria-label={say('shell.search')} hidden={!shown}>
        {hits.map((hit, n) => (
          <Option
            key={hit.subject + hit.label}
            id={`${list}-${n}`}
            here={n === at}
            onPick={() => leave(pageOf(hit))}
          >
            <Words hit={hit} />
          </Option>
        ))}
        {hits.length > 0 ? (
          <Option id={`${list}-${hits.length}`} here={at === hits.length} onPick={everything}>
            <strong>{say('shell.all-results')}</strong>
          </Option>
        ) : null}
        {hits.length === 0 ? (
          <span role="option" aria-selected={false} aria-disabled className="dim">
            {found.isFetching ? say('kit.searching') : say('shell.results', { n: 0 })}
          </span>
        ) : null}
      </span>
    </search>
  )
}

function Option(props: { id: string; here: boolean; onPick: () => void; children: ReactNode }): ReactNode {
  return (
    <span
      id={props.id}
      role="option"
      aria-selected={props.here}
      // The field must not lose the focus before the choice is taken.
      onMouseDown={(event) => {
        event.preventDefault()
        props.onPick()
      }}
    >
      {props.children}
    </span>
  )
}

function Words({ hit }: { hit: Hit }): ReactNode {
  return (
    <>
      <span>
        <span className="mono">{hit.label}</span> {hit.what}
        {hit.case ? <small> {hit.case.title}</small> : null}
      </span>
      {hit.case && hit.case.number !== hit.label ? <small className="mono">{hit.case.number}</small> : null}
    </>
  )
}
