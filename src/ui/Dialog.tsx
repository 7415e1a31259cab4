/** A panel over the page: the browser's own dialog, so that focus, Escape and readers work as everywhere. */
import { type ReactNode, createContext, useId, useLayoutEffect, useRef } from 'react'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

/** How a form in a panel closes it: whoever thinks better of it finds the word beside the one that sends. */
export const LeaveContext = createContext<(() => void) | null>(null)

export function Dialog(props: {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  wide?: boolean
}): ReactNode {
  const say = useSay()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the panel leaves the page, not after: only then does the browser know where the focus came from.
  useLayoutEffect(() => {
    const element = dialog.current
    const from = document.activeElement
    if (element && !element.open) {
      element.showModal()
      // The browser would begin at the button that closes: whoever opens a panel wants its first field.
      element.querySelector<HTMLElement>('input, select, textarea')?.focus()
    }
    return () => {
      element?.close()
      if (from instanceof HTMLElement) from.focus()
      // What opened it may be gone with what was done: then the page itself has the focus, never nothing.
      setTimeout(() => {
        if (document.activeElement === document.body && !document.querySelector('dialog[open]'))
          document.querySelector<HTMLElement>('#content')?.focus()
      })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
    >
      <header>
        <h2 id={id}>{props.title}</h2>
        <button type="button" className="quiet" aria-label={say('kit.close')} onClick={props.onClose}>
          <Icon name="x" size={18} />
        </button>
      </header>
      <LeaveContext value={props.onClose}>{props.children}</LeaveContext>
    </dialog>
  )
}
