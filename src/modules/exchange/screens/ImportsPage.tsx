/** Imports: send a file with its map, try it, start it, and find its receipt again; a running one shows how far it is. */
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { Receipt } from '#ui/Receipt.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { type Uploaded, fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'

interface Import {
  id: string
  source: string
  fileName: string
  at: string
  by: string
  rowsIn: number
  dryRun: boolean
  state: 'running' | 'done'
  created: number
  matched: number
  rejected: number
  doubtful: number
  hasRejects: boolean
}
interface Tried {
  id: string
  state: string
  receipt: { in: number; created: number; matched: number; rejected: number; doubtful: number } | null
}

export default function ImportsPage() {
  const say = useSay()
  const imports = useAsk<{ items: Import[] }>(
    'exchange.receipts',
    { limit: 50 },
    { every: 2_000, keep: true },
  )
  const items = (imports.data?.items ?? []).filter((i) => !i.dryRun)
  return (
    <Page>
      <RecordHead crumbs={[{ label: say('exchange.title') }]} title={say('exchange.title')} />
      <NewImport />
      {items
        .filter((i) => i.state === 'running')
        .map((i) => (
          <Receipt
            key={i.id}
            label={i.fileName}
            done={i.created + i.matched + i.rejected}
            of={i.rowsIn}
            startedAt={i.at}
            state="running"
            counts={{ in: i.rowsIn, done: i.created + i.matched, rejected: i.rejected }}
          />
        ))}
      <Card title={say('op.exchange.receipts')}>
        {items.length === 0 ? (
          <EmptyState title={say('exchange.empty')} />
        ) : (
          <Plain
            head={[
              say('exchange.file'),
              say('exchange.source'),
              '',
              say('exchange.rows-in'),
              say('exchange.created'),
              say('exchange.matched'),
              say('exchange.rejected'),
              say('exchange.doubtful'),
              '',
            ]}
            rows={items.map((i) => [
              i.fileName,
              i.source,
              `${showInstant(i.at)}, ${i.by}`,
              i.rowsIn,
              i.created,
              i.matched,
              i.rejected,
              i.doubtful,
              i.state === 'running' ? (
                say('exchange.state-running')
              ) : i.hasRejects ? (
                <a key="r" href={fileUrl('exchange.rejects-file', { import: i.id })} download>
                  {say('exchange.download-rejects')}
                </a>
              ) : (
                say('exchange.state-done')
              ),
            ])}
          />
        )}
      </Card>
    </Page>
  )
}

function NewImport() {
  const say = useSay()
  const [file, setFile] = useState<Uploaded | null>(null)
  const [map, setMap] = useState<unknown>(null)
  const [tried, setTried] = useState<Tried | null>(null)
  const act = useTell<Tried>('exchange.import-records', { settles: ['exchange.'] })
  const send = async (dryRun: boolean): Promise<void> => {
    const answer = await act.tell({ file: file?.sha256, kind: 'cases', map, dryRun })
    if (answer) setTried(answer)
  }
  const readMap = async (chosen: File | undefined): Promise<void> => {
    try {
      setMap(chosen ? (JSON.parse(await chosen.text()) as unknown) : null)
    } catch {
      setMap({}) // told by the server as a map that does not fit
    }
  }
  const ready = { ok: file !== null && map !== null, why: say('exchange.map-help') }
  return (
    <Card title={say('op.exchange.import-records')}>
      <FileDrop
        label={say('exchange.choose-file')}
        accept=".csv,.txt,.tsv"
        onFiles={(files) => setFile(files[0] ?? null)}
      />
      <label style={{ display: 'block', margin: '12px 0' }}>
        {say('exchange.choose-map')}{' '}
        <input type="file" accept=".json" onChange={(event) => void readMap(event.target.files?.[0])} />
      </label>
      {act.problem ? (
        <Note tone="achiote" title={act.problem.detail}>
          {act.problem.next}
        </Note>
      ) : null}
      {tried?.receipt ? (
        <Note
          tone="maya"
          title={say('exchange.dry-run')}
        >{`${say('exchange.rows-in')} ${tried.receipt.in} · ${say('exchange.created')} ${tried.receipt.created} · ${say('exchange.matched')} ${tried.receipt.matched} · ${say('exchange.rejected')} ${tried.receipt.rejected} · ${say('exchange.doubtful')} ${tried.receipt.doubtful}`}</Note>
      ) : null}
      <Act operation="exchange.import-records" verdict={ready} busy={act.busy} onAct={() => void send(true)}>
        {say('exchange.try')}
      </Act>{' '}
      <Act
        operation="exchange.import-records"
        verdict={ready}
        busy={act.busy}
        primary
        onAct={() => void send(false)}
      >
        {say('exchange.start')}
      </Act>
    </Card>
  )
}
