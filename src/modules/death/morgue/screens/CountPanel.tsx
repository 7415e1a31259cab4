/** The daily count: each wristband scanned or written, the list growing as one walks, and what differs once it is closed. */
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { sound } from '#ui/tones.ts'

export function CountPanel({ morgue, onDone }: { morgue: string; onDone: () => void }): ReactNode {
  const say = useSay()
  const [found, setFound] = useState<readonly string[]>([])
  const count = useTell('death.count-bodies', { settles: ['death.'], onDone })
  const add = (text: string): void => {
    const body = text.trim().toUpperCase()
    if (body === '') return
    sound('good')
    setFound((was) => (was.includes(body) ? was : [body, ...was]))
  }
  return (
    <Dialog title={say('op.death.count-bodies')} onClose={onDone}>
      <ScanBox label={say('death.count-scan')} onScan={add} big />
      <p aria-live="polite">{say('death.count-scanned', { n: found.length })}</p>
      <ul className="death-list">
        {found.map((body) => (
          <li key={body}>
            <span />
            <span className="mono">{body}</span>
            <span />
          </li>
        ))}
      </ul>
      <ProblemNote of={count.problem} />
      <Button
        primary
        busy={count.busy}
        onClick={() => void count.tell({ morgue, found: found.map((body) => ({ body })) })}
      >
        {say('death.count-close')}
      </Button>
    </Dialog>
  )
}
