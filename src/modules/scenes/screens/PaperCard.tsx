/** Sheets of paper for where no device may go: printed with their numbers, read back by their code. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { fileUrl, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { Scene } from './scene-kept.ts'

export function PaperCard({ scene }: { scene: Scene }): ReactNode {
  const say = useSay()
  const print = useTell<{ id: string; code: string }>('scenes.print-form')
  const [made, setMade] = useState<{ id: string; code: string } | null>(null)
  if (scene.state === 'signed' || scene.number === '…') return null
  const make = async (kind: string): Promise<void> => {
    const done = await print.tell({ attendance: scene.id, kind })
    if (done) setMade(done)
  }
  return (
    <Card title={say('scenes.on-paper')}>
      <p className="scene-quiet">{say('scenes.on-paper-why')}</p>
      <ActRow>
        {(['checklist', 'log', 'exhibits'] as const).map((kind) => (
          <Act
            key={kind}
            operation="scenes.print-form"
            icon="print"
            busy={print.busy}
            onAct={() => void make(kind)}
          >
            {say(`scenes.paper-${kind}`)}
          </Act>
        ))}
      </ActRow>
      {made ? (
        <p>
          <a className="link" href={fileUrl('scenes.paper-form', { form: made.id })}>
            {say('scenes.sheet-ready', { code: made.code })}
          </a>
        </p>
      ) : null}
      <ProblemNote of={print.problem} />
    </Card>
  )
}
