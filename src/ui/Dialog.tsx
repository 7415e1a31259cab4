/** A panel over the page: the browser's own dialog, so that focus, Escape and readers work as everywhere. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './Icon.tsx'
import { useSay } from './say.ts'

export function Dialog(props: {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  wide?: boolean
}): ReactNode {
  const say = useSay()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) {
      element.showModal()
      // The browser would begin at the button that closes: whoever opens a panel wants its first field.
      element.querySelector<HTMLElement>('input, select, textarea')?.focus()
    }
    return () => element?.close()
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
      {props.children}
    </dialog>
  )
}
