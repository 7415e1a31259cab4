/** Ctrl-K: every place and every operation this person may use, by its name. */
import { useNavigate, useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Icon } from '#ui/Icon.tsx'
import type { Me } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { Place } from './Shell.tsx'

let show: () => void = () => undefined
export const openPalette = (): void => show()

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function Palette(props: { me: Me; places: readonly Place[] }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    show = () => setOpen(true)
    const hear = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen((was) => !was)
      }
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return open ? (
    <Dialog title={say('shell.palette')} onClose={() => setOpen(false)}>
      <Choices {...props} onDone={() => setOpen(false)} />
    </Dialog>
  ) : null
}

interface Choice {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly to: string
}

function Choices(props: { me: Me; places: readonly Place[]; onDone: () => void }): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const router = useRouter()
  const list = useId()
  const [q, setQ] = useState('')
  const [at, setAt] = useState(0)
  const paths = new Set(Object.keys(router.routesByPath))
  const acts = props.me.operations.flatMap((operation): Choice[] => {
    const title = say(`op.${operation}`)
    if (title === `op.${operation}`) return []
    const [module = '', verb = ''] = operation.split('.')
    // An act with a page of its own opens it; another is done on its record, so its list opens.
    const to =
      [...paths].find(
        (path) => verb.startsWith(path.split('/').at(-1) || '…') && path.startsWith(`/${module}/`),
      ) ??
      props.places.find((place) => place.operation === operation)?.path ??
      [`/${module}/${verb}`, `/${module}`].find((path) => paths.has(path)) ??
      props.places.find((place) => place.path.startsWith(`/${module}`))?.path
    return to ? [{ id: operation, title, note: operation, to }] : []
  })
  const places = props.places.map(
    (place): Choice => ({
      id: place.path,
      title: say('shell.go', { where: say(place.key) }),
      note: place.path,
      to: place.path,
    }),
  )
  const words = plain(q).split(/\s+/).filter(Boolean)
  const found = [...places, ...acts]
    .filter((choice) => words.every((word) => plain(`${choice.title} ${choice.note}`).includes(word)))
    .slice(0, 60)
  const take = (choice: Choice | undefined): void => {
    if (!choice) return
    props.onDone()
    void navigate({ to: choice.to })
  }
  const key = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) {
      event.preventDefault()
      const next = Math.min(found.length - 1, Math.max(0, at + move))
      setAt(next)
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(found[at])
    }
  }
  return (
    <>
      <input
        className="input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={`${list}-${at}`}
        aria-label={say('shell.palette')}
        value={q}
        onChange={(e) => {
          setQ(e.target.value)
          setAt(0)
        }}
        onKeyDown={key}
      />
      <div className="palette" role="listbox" id={list} aria-label={say('shell.acts')}>
        {found.map((choice, i) => (
          <div
            key={choice.id}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onMouseDown={(e) => {
              e.preventDefault()
              take(choice)
            }}
          >
            <Icon name="arrow-right" size={15} />
            <span>{choice.title}</span>
            <small className="mono">{choice.note}</small>
          </div>
        ))}
        {found.length === 0 ? (
          <div role="option" tabIndex={-1} aria-selected={false} aria-disabled className="dim">
            {say('shell.palette-none')}
          </div>
        ) : null}
      </div>
    </>
  )
}
