/** A sheet that comes back: its code opens the scene it belongs to, and says which of its numbers are used. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Problem, ask } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { FormRead } from '../contract.ts'
import { ScanCode } from './ScanCode.tsx'

export function SheetCard(): ReactNode {
  const say = useSay()
  const may = useMay('scenes.read-form')
  const [read, setRead] = useState<z.output<typeof FormRead> | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  if (!may) return null
  const look = async (code: string): Promise<void> => {
    try {
      setWrong(null)
      setRead(await ask('scenes.read-form', { code }))
    } catch (cause) {
      setRead(null)
      setWrong(cause instanceof Problem ? cause.detail : String(cause))
    }
  }
  return (
    <Card title={say('op.scenes.read-form')}>
      <ScanCode label={say('scenes.sheet-code')} onScan={(code) => void look(code)} />
      {wrong ? <Note tone="achiote">{wrong}</Note> : null}
      {read ? (
        <Note tone={read.newer ? 'maize' : 'reef'} title={say(`scenes.paper-${read.kind}`)}>
          <Linked to={`/scenes/${read.attendance.id}`}>
            <Mono>{read.attendance.number}</Mono> {read.attendance.place}
          </Linked>
          {read.form ? ` · ${read.form} ${say('scenes.form-version', { version: read.version ?? 0 })}` : ''}
          {read.newer ? ` · ${say('scenes.sheet-newer')}` : ''}
          {read.labels.length > 0
            ? ` · ${say('scenes.sheet-labels', {
                used: read.labels.filter((l) => l.number !== null).length,
                of: read.labels.length,
              })}`
            : ''}
        </Note>
      ) : null}
    </Card>
  )
}
