/** What is done about masters from the page of a batch, a file or a scene: sent away, asked back. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ColdList, PhotographsAre } from '../pages/contract/cold.ts'
import type { ColdSaid, FileSeen } from '../shelves/contract.ts'

/** Of a batch its masters, of an attendance its photographs. */
type Of = { batch: string } | { attendance: string }
export function SendAway({ of, onClose }: { of: Of; onClose: () => void }): ReactNode {
  const say = useSay()
  const cold = useAsk<ColdList>('archive.cold-store', { limit: 1 })
  const send = useTell('archive.move-to-cold', { onDone: onClose })
  return (
    <Dialog title={say('op.archive.move-to-cold')} onClose={onClose}>
      <p>{say('archive.cold-facts')}</p>
      <Form
        name={`archive.move-to-cold.${Object.values(of).join('')}`}
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
        onSend={async ({ place }) => void (await send.tell({ ...of, place }))}
        sendLabel={say('op.archive.move-to-cold')}
      />
    </Dialog>
  )
}
export function AwayNote({ file: f }: { file: FileSeen }): ReactNode {
  const say = useSay()
  if (f.cold.length === 0) return null
  return (
    <>
      {f.cold.map((c) => (
        <Away key={c.label + c.state} of={c} text="archive.cold-of-file" />
      ))}
      {f.cold.some((c) => c.state === 'cold') ? (
        <div>
          <AskBack of={{ file: f.id }}>{say('op.archive.ask-back')}</AskBack>
        </div>
      ) : null}
    </>
  )
}
function Away({ of: c, text }: { of: ColdSaid; text: string }): ReactNode {
  const say = useSay()
  return (
    <Note tone={c.state === 'cold' ? 'slate' : 'maize'}>
      {say(text, c)} {c.state === 'cold' ? null : <strong>{say(`archive.cold-state-${c.state}`)}</strong>}
    </Note>
  )
}
function AskBack(props: { of: { file: string } | { attendance: string }; children: ReactNode }): ReactNode {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const send = useTell('archive.ask-back', { onDone: () => setAsking(false) })
  return (
    <>
      <Button icon="back" onClick={() => setAsking(true)}>
        {props.children}
      </Button>
      {asking ? (
        <Dialog title={say('op.archive.ask-back')} onClose={() => setAsking(false)}>
          <Form
            name={`archive.ask-back.${Object.values(props.of).join('')}`}
            fields={[{ key: 'words', label: say('archive.field-why-back'), kind: 'text', required: true }]}
            problem={send.problem}
            onSend={async ({ words }) => void (await send.tell({ ...props.of, words }))}
            sendLabel={say('op.archive.ask-back')}
          />
        </Dialog>
      ) : null}
    </>
  )
}
/** On the page of a scene: where the originals of its photographs lie, and how they come back. */
export function PhotographsAway({ attendance }: { attendance: string }): ReactNode {
  const say = useSay()
  const are = useAsk<PhotographsAre>('archive.photographs-kept', { attendance })
  const back = useTell('archive.bring-back')
  const [sending, setSending] = useState(false)
  const a = are.data
  if (!a) return null
  const may = (operation: string): boolean => a.actions.some((x) => x.operation === operation && x.ok)
  return (
    <>
      {a.at ? <Away of={a.at} text="archive.cold-photographs" /> : null}
      <ActRow>
        {may('archive.ask-back') ? <AskBack of={{ attendance }}>{say('op.archive.ask-back')}</AskBack> : null}
        {may('archive.bring-back') ? (
          <Act
            operation="archive.bring-back"
            actions={a.actions}
            icon="back"
            busy={back.busy}
            onAct={() => void back.tell({ attendance })}
          />
        ) : null}
        {may('archive.move-to-cold') ? (
          <Act
            operation="archive.move-to-cold"
            actions={a.actions}
            icon="archive"
            onAct={() => setSending(true)}
          />
        ) : null}
      </ActRow>
      <ProblemNote of={back.problem} />
      {sending ? <SendAway of={{ attendance }} onClose={() => setSending(false)} /> : null}
    </>
  )
}
