/** Pictures of an examination: added with many files at once, photographs enlarged, radiographs drawn from their values, all else to be taken. */
import { type ReactNode, Suspense, lazy, useState } from 'react'
import { unpackFrame } from '#kernel/frame.ts'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, Skeleton } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Form, type Values } from '#ui/Form.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Photo } from '#ui/Photo.tsx'
import { type Uploaded, fileUrl, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showBytes, showInstant } from '#ui/show.ts'
import { type PictureSeen, pictureKinds } from '../contract/pictures.ts'
import type { ExaminationProps } from './ExaminationPage.tsx'

const Radiograph = lazy(() => import('#ui/Radiograph.tsx'))
const screenOf = (p: PictureSeen): string => fileUrl('death.picture', { picture: p.id, size: 'screen' })

export function Pictures({ e }: ExaminationProps): ReactNode {
  const say = useSay()
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const radiograph = e.pictures.find((p) => p.id === shown)
  const photos = e.pictures.filter((p) => p.form === 'image')
  return (
    <>
      {radiograph ? <Viewer picture={radiograph} onClose={() => setShown(null)} /> : null}
      <Card>
        {e.pictures.length === 0 ? <EmptyState title={say('death.pictures-none')} /> : null}
        <ul className="body-pictures">
          {e.pictures.map((p) => (
            <li key={p.id}>
              {p.form === 'image' ? (
                <Photo
                  src={screenOf(p)}
                  alt={labelOf(p, say)}
                  many={photos.map((one) => ({ src: screenOf(one), alt: labelOf(one, say) }))}
                />
              ) : (
                <button
                  type="button"
                  className="body-picture-file"
                  disabled={p.frames === 0}
                  onClick={() => setShown(p.id)}
                  aria-label={`${say('death.picture-look')}: ${labelOf(p, say)}`}
                >
                  <Icon name={p.form === 'dicom' ? 'photo' : 'paperclip'} size={24} />
                  {p.frames > 0 ? say('death.picture-look') : null}
                </button>
              )}
              <span>
                <strong>{labelOf(p, say)}</strong>
                <small>{p.said.map((s) => `${s.label}: ${s.text}`).join(' · ')}</small>
                <small>{[p.words, p.told].filter(Boolean).join(' · ')}</small>
                <small>
                  {[showInstant(p.at), p.by, showBytes(p.size)].filter(Boolean).join(' · ')}{' '}
                  <Linked to={fileUrl('death.picture', { picture: p.id })} icon="download">
                    {say('death.picture-original')}
                  </Linked>
                </small>
              </span>
            </li>
          ))}
        </ul>
        <ActRow>
          <Act
            operation="death.add-picture"
            actions={e.actions}
            icon="upload"
            onAct={() => setAdding(true)}
          />
        </ActRow>
      </Card>
      {adding ? <AddPanel e={e} onDone={() => setAdding(false)} /> : null}
    </>
  )
}

const labelOf = (p: PictureSeen, say: ReturnType<typeof useSay>): string =>
  [
    `${say('death.picture-number', { no: p.no })}`,
    say(`death.picture-kind-${p.kind}`),
    p.view,
    p.wound ? say('death.picture-of-wound', { no: p.wound }) : null,
  ]
    .filter(Boolean)
    .join(', ')

function Viewer({ picture, onClose }: { picture: PictureSeen; onClose: () => void }): ReactNode {
  const say = useSay()
  const label = labelOf(picture, say)
  return (
    <Card
      title={label}
      aside={
        <Button icon="x" onClick={onClose}>
          {say('death.picture-close')}
        </Button>
      }
    >
      <Suspense fallback={<Skeleton lines={8} />}>
        <Radiograph
          key={picture.id}
          frames={picture.frames}
          label={label}
          told={picture.told}
          frameAt={async (frame) => {
            const response = await fetch(fileUrl('death.radiograph-frame', { picture: picture.id, frame }), {
              credentials: 'same-origin',
            })
            return response.ok ? unpackFrame(await response.arrayBuffer()) : undefined
          }}
        />
      </Suspense>
    </Card>
  )
}

/** Several files at once are of one kind; each becomes a picture with a number of its own. */
function AddPanel({ e, onDone }: { e: ExaminationProps['e']; onDone: () => void }): ReactNode {
  const say = useSay()
  const [files, setFiles] = useState<readonly Uploaded[]>([])
  const add = useTell<{ id: string }>('death.add-picture', { settles: ['death.'] })
  const send = async (values: Values): Promise<void> => {
    const left = [...files]
    for (const file of files) {
      const done = await add.tell({
        examination: e.id,
        file: file.sha256,
        ...values,
        ...(values['wound'] ? { wound: Number(values['wound']) } : {}),
      })
      if (done === undefined) return setFiles(left)
      left.shift()
    }
    onDone()
  }
  return (
    <Dialog title={say('op.death.add-picture')} onClose={onDone}>
      <FileDrop
        label={say('death.picture-files')}
        many
        accept="image/*,.dcm,application/dicom"
        onFiles={(sent) => setFiles(sent)}
      />
      <ProblemNote of={add.problem} />
      <Form
        name={`death.add-picture.${e.id}`}
        fields={[
          {
            key: 'kind',
            kind: 'choice',
            required: true,
            label: say('death.field-picture-kind'),
            options: pictureKinds.map((value) => ({ value, label: say(`death.picture-kind-${value}`) })),
          },
          { key: 'view', kind: 'text', label: say('death.field-view') },
          ...(e.wounds.length > 0
            ? [
                {
                  key: 'wound',
                  kind: 'choice' as const,
                  label: say('death.field-wound'),
                  options: e.wounds.map((w) => ({
                    value: String(w.no),
                    label: `${w.no}. ${w.kind.name}`,
                  })),
                },
              ]
            : []),
          { key: 'words', kind: 'text', label: say('death.field-own-words') },
        ]}
        onSend={send}
        sendLabel={say('op.death.add-picture')}
      />
    </Dialog>
  )
}
