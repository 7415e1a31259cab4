/** One box: where it stands, and every file in it. */
import { type ReactNode, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { BoxSeen } from '../shelves/contract.ts'
import { FileTable } from './FileTable.tsx'
import { placeField } from './fields.ts'

export default function BoxPage(): ReactNode {
  const say = useSay()
  const { id } = useParams({ strict: false })
  const box = useAsk<BoxSeen>('archive.get-box', { box: id })
  const [moving, setMoving] = useState(false)
  const mayPrint = useMay('archive.box-labels')
  return (
    <Asked of={box}>
      {(b) => (
        <Page>
          <RecordHead
            crumbs={[{ label: say('archive.title'), to: '/archive' }]}
            number={b.number}
            title={b.title}
            facts={[b.years, b.place].filter(Boolean).join(' · ')}
            acts={
              <ActRow>
                <Act
                  operation="archive.register-file"
                  actions={b.actions}
                  icon="list"
                  primary
                  to={`/archive/list?box=${b.number}`}
                >
                  {say('archive.list-files')}
                </Act>
                <Act
                  operation="archive.move-box"
                  actions={b.actions}
                  icon="store"
                  onAct={() => setMoving(true)}
                />
                {mayPrint ? (
                  <a className="button" href={fileUrl('archive.box-labels', { box: b.id })}>
                    {say('archive.labels')}
                  </a>
                ) : null}
              </ActRow>
            }
          />
          <Card>
            <p className="archive-quiet">
              <Mono>{b.barcode}</Mono>
              {b.words ? ` · ${b.words}` : ''}
            </p>
            <FileTable box={b.id} />
          </Card>
          {moving ? <MoveBox box={b} onClose={() => setMoving(false)} /> : null}
        </Page>
      )}
    </Asked>
  )
}
function MoveBox({ box, onClose }: { box: BoxSeen; onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('archive.move-box', { onDone: onClose })
  return (
    <Dialog title={say('op.archive.move-box')} onClose={onClose}>
      <Form
        name={`archive.move-box.${box.id}`}
        fields={[placeField(say, true), { key: 'words', label: say('archive.field-words'), kind: 'text' }]}
        problem={send.problem}
        onSend={async (v) => void (await send.tell({ box: box.id, ...v }))}
        sendLabel={say('op.archive.move-box')}
      />
    </Dialog>
  )
}
