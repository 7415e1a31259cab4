/** Batches for the scanner: what is prepared, what has come, what stops; and scans that belong to nobody. */
import { type ReactNode, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Act } from '#ui/Act.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { ask, useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { BatchLine, BatchStatus } from '../pages/contract/batches.ts'
import type { FileSeen } from '../shelves/contract.ts'
import { batchLook } from './state.ts'
import './archive.css'

export default function BatchesPage(): ReactNode {
  const say = useSay()
  const [adding, setAdding] = useState(false)
  const list = useList<BatchLine>('archive.find-batches', { limit: 50, state: 'all' })
  const strays = useAsk<{ items: BatchStatus['scans'] }>('archive.stray-scans', {})
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('archive.title'), to: '/archive' }]}
        title={say('op.archive.find-batches')}
        facts={say('archive.batches-facts')}
        acts={<Act operation="archive.prepare-batch" icon="add" primary onAct={() => setAdding(true)} />}
      />
      {(strays.data?.items ?? []).map((s) => (
        <Note key={s.id} tone="achiote" title={s.name}>
          {s.why}
        </Note>
      ))}
      <Card>
        {list.problem ? (
          <ErrorState problem={list.problem} onRetry={list.again} />
        ) : (
          <DataTable<BatchLine>
            name="archive.batches"
            rows={list.rows}
            loading={list.loading}
            rowKey={(r) => r.id}
            rowTo={(r) => `/archive/batches/${r.id}`}
            hasMore={list.hasMore}
            more={list.more}
            empty={
              <EmptyState title={say('archive.no-batches')} icon="stack">
                {say('archive.no-batches-how')}
              </EmptyState>
            }
            columns={[
              {
                key: 'number',
                label: say('archive.column-number'),
                cell: (r) => <Mono>{r.number}</Mono>,
                text: (r) => r.number,
                primary: true,
              },
              {
                key: 'state',
                label: say('archive.filter-state'),
                cell: (r) => <BatchChip state={r.state} />,
                text: (r) => say(`archive.batch-is-${r.state}`),
              },
              {
                key: 'files',
                label: say('archive.column-files'),
                cell: (r) => r.files,
                text: (r) => String(r.files),
                number: true,
              },
              {
                key: 'counted',
                label: say('archive.counted'),
                cell: (r) => r.counted,
                text: (r) => String(r.counted),
                number: true,
              },
              {
                key: 'scanned',
                label: say('archive.scanned'),
                cell: (r) => r.scanned,
                text: (r) => String(r.scanned),
                number: true,
              },
              {
                key: 'aside',
                label: say('archive.set-aside'),
                cell: (r) => r.quarantined || '',
                text: (r) => String(r.quarantined),
                number: true,
              },
              { key: 'by', label: say('archive.prepared-by'), cell: (r) => r.by, text: (r) => r.by },
              {
                key: 'since',
                label: say('archive.column-since'),
                cell: (r) => <When at={r.since} />,
                text: (r) => r.since,
              },
            ]}
          />
        )}
      </Card>
      {adding ? <Prepare onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}
export function BatchChip({ state }: { state: BatchLine['state'] }): ReactNode {
  const say = useSay()
  const look = batchLook[state]
  return (
    <StateChip tone={look.tone} icon={look.icon}>
      {say(`archive.batch-is-${state}`)}
    </StateChip>
  )
}
/** Scan a file, count its pages, scan the next: the batch is as long as the pile. */
function Prepare({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const [files, setFiles] = useState<
    readonly { id: string; number: string; title: string | null; pages: string }[]
  >([])
  const [scanner, setScanner] = useState('')
  const [missed, setMissed] = useState<string | null>(null)
  const send = useTell<{ id: string }>('archive.prepare-batch')
  const add = async (code: string): Promise<void> => {
    const f = await ask<FileSeen>('archive.get-file', { code }).catch(() => null)
    setMissed(f ? null : code)
    if (f && !files.some((one) => one.id === f.id))
      setFiles([...files, { id: f.id, number: f.number, title: f.title, pages: '' }])
  }
  const prepare = async (): Promise<void> => {
    const done = await send.tell({
      scanner: scanner.trim() || null,
      files: files.map((f) => ({ file: f.id, pages: Number(f.pages || 0) })),
    })
    if (done) await navigate({ to: `/archive/batches/${done.id}` })
  }
  return (
    <Dialog title={say('op.archive.prepare-batch')} onClose={onClose} wide>
      <div className="archive-key">
        <FieldFrame label={say('archive.scanner')}>
          {(field) => (
            <input
              {...field}
              className="input"
              value={scanner}
              onChange={(e) => setScanner(e.target.value)}
            />
          )}
        </FieldFrame>
        <ScanBox label={say('archive.scan-file')} autoFocus onScan={(code) => void add(code)} />
        {missed ? <Note tone="achiote">{say('archive.not-found', { code: missed })}</Note> : null}
        {files.length > 0 ? (
          <Plain
            head={[say('archive.column-number'), say('archive.column-title'), say('archive.counted-pages')]}
            rows={files.map((f) => [
              <Mono key="n">{f.number}</Mono>,
              f.title ?? '',
              <input
                key="p"
                className="input"
                inputMode="numeric"
                aria-label={`${say('archive.counted-pages')} ${f.number}`}
                value={f.pages}
                onChange={(e) =>
                  setFiles(
                    files.map((one) =>
                      one.id === f.id ? { ...one, pages: e.target.value.replace(/\D/g, '') } : one,
                    ),
                  )
                }
              />,
            ])}
          />
        ) : null}
        <ProblemNote of={send.problem} />
        <Button primary busy={send.busy} off={files.length === 0} onClick={() => void prepare()}>
          {say('op.archive.prepare-batch')}
        </Button>
      </div>
    </Dialog>
  )
}
