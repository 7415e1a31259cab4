/** What is filled in before an act; it is called kept when it is on the server or on the disk of this device. */
import { type ReactNode, useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import type { WaitingAct } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import { useActing } from './acting.ts'
import { type Ask, fieldsOf, inputFrom, type Known } from './asks.ts'
import { marksOnlyHere, newId, type Scene } from './scene-kept.ts'
import { VoiceNote } from './VoiceNote.tsx'
import { useCodes } from './where-fields.ts'

type Marks = readonly { readonly id: string; readonly label: string; readonly words: string }[]
/** The next number that no marker bears yet. */
const nextMark = (marks: Marks): string =>
  String(1 + Math.max(0, ...marks.map((m) => Number.parseInt(m.label, 10) || 0)))

export function ActPanel(props: {
  scene: Scene
  waiting: readonly WaitingAct[]
  ask: Ask
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const { scene, ask, onClose } = props
  const acting = useActing()
  const marks: Marks = [...scene.marks, ...marksOnlyHere(scene, props.waiting)]
  const known: Known = {
    marks: marks.map((m) => ({ value: m.id, label: `${m.label} · ${m.words}` })),
    itemTypes: useCodes('item-type'),
    packagings: useCodes('packaging-type'),
    nextMark: nextMark(marks),
  }
  const operation = `scenes.${ask}`
  const [voice, setVoice] = useState<File | null>(null)
  const spoken = ask === 'record-statement' && voice !== null
  return (
    <Dialog title={say(`op.${operation}`)} onClose={onClose}>
      {ask === 'record-statement' ? <VoiceNote file={voice} onFile={setVoice} /> : null}
      <Form
        name={`${operation}.${scene.id}`}
        fields={fieldsOf(ask, say, known, spoken)}
        initial={
          ask === 'mark-evidence' ? { label: known.nextMark } : ask === 'log-entry' ? { kind: 'entered' } : {}
        }
        problem={acting.problem}
        onSend={async (values) => {
          const id = ask === 'arrive' || ask === 'leave-scene' ? {} : { id: newId() }
          const input = { ...id, attendance: scene.id, ...inputFrom(ask, values) }
          const what = [values['label'], values['description'] ?? values['words'] ?? values['name']]
            .filter((t) => typeof t === 'string' && t !== '')
            .join(' ')
          const done = await acting.act({
            operation,
            input,
            label: what === '' ? say(`op.${operation}`) : `${say(`op.${operation}`)}: ${what}`,
            attendance: scene.id,
            ...(spoken ? { files: [voice] } : {}),
          })
          if (done) onClose()
        }}
        sendLabel={say(`op.${operation}`)}
      />
    </Dialog>
  )
}
