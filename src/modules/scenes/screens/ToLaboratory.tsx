/** What was collected goes to a counter of the laboratory as it stands on the record: chosen once, written nowhere twice. */
import { type ReactNode, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { Scene } from './scene-kept.ts'

export function ToLaboratory({ scene }: { scene: Scene }): ReactNode {
  const say = useSay()
  const may = useMay('scenes.announce-collected')
  const [open, setOpen] = useState(false)
  const offers = useAsk<{ desks: { id: string; name: string }[] }>(
    'evidence.prelog-form',
    {},
    { enabled: open },
  )
  const tell = useTell<{ number: string; items: number }>('scenes.announce-collected', {
    settles: ['scenes.', 'evidence.'],
    onDone: () => setOpen(false),
  })
  if (!may || scene.collected.length === 0) return null
  const ready = scene.collected.filter((c) => c.ready)
  const desks = (offers.data?.desks ?? []).map((d) => ({ value: d.id, label: d.name }))
  return (
    <Card title={say('op.scenes.announce-collected')}>
      <p className="scene-quiet">{say('scenes.announce-note')}</p>
      {tell.done ? (
        <Note tone="reef" icon="check">
          {say('scenes.announced-done', { number: tell.done.number, n: tell.done.items })}
        </Note>
      ) : null}
      <Act
        operation="scenes.announce-collected"
        actions={scene.actions}
        icon="send"
        onAct={() => setOpen(true)}
      />
      {open && offers.data ? (
        <Dialog title={say('op.scenes.announce-collected')} onClose={() => setOpen(false)}>
          <Form
            name={`scenes.announce-collected ${scene.id}`}
            draft={false}
            problem={tell.problem}
            initial={{ to: desks[0]?.value ?? '', things: ready.map((c) => c.thing) }}
            fields={[
              { key: 'to', label: say('scenes.announce-to'), kind: 'choice', required: true, options: desks },
              {
                key: 'things',
                label: say('scenes.exhibits'),
                kind: 'choices',
                required: true,
                options: ready.map((c) => ({ value: c.thing, label: `${c.number} ${c.description}` })),
              },
              { key: 'comesOn', label: say('scenes.announce-comes'), kind: 'date' },
              { key: 'words', label: say('scenes.announce-words'), kind: 'prose' },
            ]}
            onSend={async (v) => {
              await tell.tell({ ...v, attendance: scene.id })
            }}
            sendLabel={say('op.scenes.announce-collected')}
          />
        </Dialog>
      ) : null}
    </Card>
  )
}
