/** The secret with which events are signed, shown this once. */
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { useSay } from '#ui/say.ts'

export function SecretOnce(props: { readonly secret: string; readonly onClose: () => void }): ReactNode {
  const say = useSay()
  return (
    <Dialog title={say('exchange.partner-secret-title')} onClose={props.onClose}>
      <p style={{ overflowWrap: 'anywhere' }}>
        <Mono>{props.secret}</Mono>
      </p>
      <Note tone="maize">{say('exchange.partner-secret-note')}</Note>
    </Dialog>
  )
}
