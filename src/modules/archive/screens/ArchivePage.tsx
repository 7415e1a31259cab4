/** Where the archive begins: scan anything, see how far it has come, find a file. */
import { type ReactNode, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { ask, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { BoxSeen, FileSeen } from '../shelves/contract.ts'
import { BoxTable } from './BoxTable.tsx'
import { FileTable } from './FileTable.tsx'
import { ProgressCards } from './ProgressCards.tsx'
import { boxFields } from './fields.ts'
import './archive.css'

export default function ArchivePage(): ReactNode {
  const say = useSay()
  const [shows, show] = useState<'files' | 'boxes'>('files')
  const [adding, setAdding] = useState(false)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('archive.title')}
        facts={say('archive.facts')}
        acts={
          <ActRow>
            <Act operation="archive.register-file" icon="list" primary to="/archive/list">
              {say('archive.list-files')}
            </Act>
            <Act operation="archive.register-box" icon="box" onAct={() => setAdding(true)} />
            <Act operation="archive.search-pages" icon="search" to="/archive/search" />
            <Act operation="archive.scan-requests" icon="clock" to="/archive/requests" />
            <Act operation="archive.find-batches" icon="stack" to="/archive/batches" />
            <Act operation="archive.next-to-key" icon="checklist" to="/archive/keying" />
            <Act operation="archive.lot-quality" icon="eye-check" to="/archive/lots" />
            <Act operation="archive.find-disposals" icon="file-x" to="/archive/leaving" />
            <Act operation="archive.cold-store" icon="archive" to="/archive/cold" />
          </ActRow>
        }
      />
      <Columns kind="side">
        <Stacked>
          <ProgressCards />
        </Stacked>
        <Stacked>
          <Card>
            <Finder />
          </Card>
        </Stacked>
      </Columns>
      <Card
        title={
          <Tabs
            value={shows}
            onChange={show}
            tabs={[
              { value: 'files', label: say('archive.open-list') },
              { value: 'boxes', label: say('archive.boxes') },
            ]}
          />
        }
      >
        {shows === 'files' ? <FileTable /> : <BoxTable />}
      </Card>
      {adding ? <NewBox onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

/** A barcode opens what bears it: a file, or a box. */
function Finder(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const [missed, setMissed] = useState<string | null>(null)
  const look = async (code: string): Promise<void> => {
    setMissed(null)
    const file = await ask<FileSeen>('archive.get-file', { code }).catch(() => null)
    if (file) return navigate({ to: `/archive/files/${file.id}` })
    const box = await ask<BoxSeen>('archive.get-box', { code }).catch(() => null)
    if (box) return navigate({ to: `/archive/boxes/${box.id}` })
    setMissed(code)
  }
  return (
    <>
      <ScanBox label={say('archive.scan-anything')} onScan={(code) => void look(code)} />
      {missed ? <Note tone="achiote">{say('archive.not-found', { code: missed })}</Note> : null}
    </>
  )
}
export function NewBox({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const send = useTell<{ id: string }>('archive.register-box')
  return (
    <Dialog title={say('op.archive.register-box')} onClose={onClose}>
      <Form
        name="archive.register-box"
        fields={boxFields(say)}
        problem={send.problem}
        onSend={async (v) => {
          const done = await send.tell(v)
          if (done) await navigate({ to: `/archive/boxes/${done.id}` })
        }}
        sendLabel={say('op.archive.register-box')}
      />
    </Dialog>
  )
}
