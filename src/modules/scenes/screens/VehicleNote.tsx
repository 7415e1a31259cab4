/** The vehicle that is examined here, and its release with a signature. */
import { type ReactNode, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { SignaturePad } from '#ui/SignaturePad.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { Scene } from './scene-kept.ts'

export function VehicleNote({ scene }: { scene: Scene }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const v = scene.vehicle
  if (!v) return null
  return (
    <>
      <Note tone={v.released ? 'slate' : 'maya'} icon="truck">
        {v.released
          ? say('scenes.vehicle-gone', { ...v, holder: v.holder ?? '' })
          : say('scenes.vehicle-in', { ...v, until: showInstant(v.until) })}{' '}
        <Linked to={`/evidence/items/${v.id}`}>{v.number}</Linked>
        {v.released ? null : (
          <Act
            operation="scenes.release-vehicle"
            actions={scene.actions}
            icon="door-exit"
            onAct={() => setOpen(true)}
          />
        )}
      </Note>
      {open ? <Release scene={scene} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Release({ scene, onClose }: { scene: Scene; onClose: () => void }): ReactNode {
  const say = useSay()
  const [drawn, setDrawn] = useState<string | null>(null)
  const tell = useTell('scenes.release-vehicle', { onDone: onClose })
  const outside = (v: Record<string, unknown>): boolean => v['who'] === 'outsider'
  return (
    <Dialog title={say('op.scenes.release-vehicle')} onClose={onClose}>
      <p>{say('scenes.release-will')}</p>
      <Form
        name={`scenes.release-vehicle.${scene.id}`}
        draft={false}
        fields={[
          {
            key: 'who',
            label: say('scenes.release-who'),
            kind: 'choice',
            required: true,
            options: ['outsider', 'person'].map((value) => ({
              value,
              label: say(`scenes.release-${value}`),
            })),
          },
          {
            key: 'to',
            label: say('scenes.field-taker'),
            kind: 'person',
            required: true,
            show: (v) => v['who'] === 'person',
          },
          {
            key: 'pin',
            label: say('scenes.field-taker-pin'),
            kind: 'text',
            secret: true,
            required: true,
            show: (v) => v['who'] === 'person',
          },
          { key: 'name', label: say('scenes.field-name'), kind: 'text', required: true, show: outside },
          { key: 'where', label: say('scenes.field-taker-from'), kind: 'text', show: outside },
          {
            key: 'document',
            label: say('scenes.field-taker-document'),
            kind: 'text',
            required: true,
            show: outside,
          },
          { key: 'words', label: say('scenes.field-words'), kind: 'text' },
        ]}
        initial={{ who: 'outsider' }}
        problem={tell.problem}
        aside={<SignaturePad label={say('scenes.field-taker-drawn')} onChange={setDrawn} />}
        onSend={async ({ who, to, pin, name, where, document, words }) => {
          const outsider = {
            name,
            ...(where ? { where } : {}),
            ...(document ? { document } : {}),
            ...(drawn ? { drawn } : {}),
          }
          await tell.tell({
            attendance: scene.id,
            ...(words ? { words } : {}),
            ...(who === 'person' ? { to, coSigner: { person: to, pin } } : { outsider }),
          })
        }}
        sendLabel={say('op.scenes.release-vehicle')}
      />
    </Dialog>
  )
}
