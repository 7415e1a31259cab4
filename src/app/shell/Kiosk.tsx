/** At the machine of a counter: what it is for, and the way out, on every page. */
import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Note } from '#ui/Note.tsx'
import { tell } from '#ui/client.ts'
import { dropDrafts } from '#ui/drafts.ts'
import { useSay } from '#ui/say.ts'

export function KioskLine(): ReactNode {
  const say = useSay()
  const leave = (): void => {
    dropDrafts()
    void tell('identity.sign-out', {})
      .catch(() => undefined)
      .then(() => location.assign('/kiosk'))
  }
  return (
    <Note tone="maya" icon="store" title={say('shell.kiosk')}>
      <Button icon="sign-out" onClick={leave}>
        {say('shell.kiosk-done')}
      </Button>
    </Note>
  )
}
