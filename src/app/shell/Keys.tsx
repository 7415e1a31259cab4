/** The keys of the house: ? says them, j and k step into the list of a page from wherever one stands. */
import { type ReactNode, useEffect, useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { useSay } from '#ui/say.ts'

const keys = [
  [['/'], 'shell.key-search'],
  [['Ctrl', 'K'], 'shell.key-acts'],
  [['j', 'k'], 'shell.key-move'],
  [['Enter'], 'shell.key-open'],
  [['x'], 'shell.key-pick'],
  [['Esc'], 'shell.key-close'],
  [['?'], 'shell.key-keys'],
] as const

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))

export function Keys(): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target))
        return
      if (document.querySelector('dialog[open]')) return
      if (event.key === '?') setOpen(true)
      else if (event.key === 'j' || event.key === 'k') {
        const list = document.querySelector<HTMLElement>('#content table.rows')
        if (list && !list.contains(document.activeElement)) list.focus()
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return open ? (
    <Dialog title={say('shell.keys')} onClose={() => setOpen(false)}>
      <dl className="keys">
        {keys.map(([press, key]) => (
          <div key={key}>
            <dt>
              {press.map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{say(key)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  ) : null
}
