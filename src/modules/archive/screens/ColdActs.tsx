/** What is done about masters from the page of a batch or a file: sent away, asked back. */
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ColdList } from '../pages/contract/cold.ts'
import type { FileSeen } from '../shelves/contract.ts'

export function SendAway({ batch, onClose }: { batch: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const cold = useAsk<ColdList>('archive.cold-store', { limit: 1 })
  const send = useTell('archive.move-to-cold', { onDone: onClose })
  return (
    <Dialog title={say('op.archive.move-to-cold')} onClose={onClose}>
      <p>{say('archive.cold-facts')}</p>
      <Form
        name={`archive.move-to-cold.${batch}`}
        fields={[
          {
            key: 'place',
            label: say('archive.field-cold-place'),
            help: cold.data?.places.length === 0 ? say('archive.cold-none-how') : '',
            kind: 'choice',
            required: true,
            options: (cold.data?.places ?? []).map((p) => ({
              value: p.id,
              label: `${p.label} · ${p.whereabouts}`,
            })),
          },
        ]}
        problem={send.problem}
        onSend={async ({ place }) => void (await send.tell({ batch, place }))}
        sendLabel={say('op.archive.move-to-cold')}
      />
    </Dialog>
  )
}
export function AwayNote({ file: f }: { file: FileSeen }): ReactNode {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const send = useTell('archive.ask-back', { onDone: () => setAsking(false) })
  if (f.cold.length === 0) return null
  return (
    <>
      {f.cold.map((c) => (
        <Note key={c.label + c.state} tone={c.state === 'cold' ? 'slate' : 'maize'}>
          {say('archive.cold-of-file', c)}{' '}
          {c.state === 'cold' ? null : <strong>{say(`archive.cold-state-${c.state}`)}</strong>}
        </Note>
      ))}
      {f.cold.some((c) => c.state === 'cold') ? (
        <div>
          <Button icon="back" onClick={() => setAsking(true)}>
            {say('op.archive.ask-back')}
          </Button>
        </div>
      ) : null}
      <ProblemNote of={send.problem} />
      {asking ? (
        <Dialog title={say('op.archive.ask-back')} onClose={() => setAsking(false)}>
          <Form
            name={`archive.ask-back.${f.id}`}
            fields={[{ key: 'words', label: say('archive.field-why-back'), kind: 'text', required: true }]}
            problem={send.problem}
            onSend={async ({ words }) => void (await send.tell({ file: f.id, words }))}
            sendLabel={say('op.archive.ask-back')}
          />
        </Dialog>
      ) : null}
    </>
  )
}
