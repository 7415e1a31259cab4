/** Recovery codes, the one time they are shown: to print, and to keep apart. */
import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { useSay } from '#ui/say.ts'

export function RecoveryCodes(props: { codes: readonly string[] }): ReactNode {
  const say = useSay()
  return (
    <Note tone="mahogany" title={say('identity.your-codes')}>
      {say('identity.keep-recovery')}
      <ul className="me-codes">
        {props.codes.map((code) => (
          <li key={code}>
            <Mono>{code}</Mono>
          </li>
        ))}
      </ul>
      <Button icon="print" onClick={() => print()}>
        {say('identity.print-them')}
      </Button>
    </Note>
  )
}
