/** The scan station: counted against scanned, file by file; drop what came from the scanner; nothing passes that does not add up. */
import { type ReactNode, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Segments } from '#ui/Choices.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showBytes } from '#ui/show.ts'
import type { BatchStatus, Feeding, PageLine } from '../pages/contract/batches.ts'
import { SendAway } from './ColdActs.tsx'
import { BatchChip } from './BatchesPage.tsx'
import { PageReel } from './PageView.tsx'
import { scanLook } from './state.ts'
import './archive.css'

const FEEDINGS: readonly Feeding[] = ['as-scanned', 'fronts-then-backs']
export default function BatchPage(): ReactNode {
  const say = useSay()
  const { id } = useParams({ strict: false })
  const batch = useAsk<BatchStatus>('archive.batch-status', { batch: id }, { every: 5_000 })
  const receive = useTell('archive.receive-scans')
  const reconcile = useTell('archive.reconcile-batch')
  const [feeding, setFeeding] = useState<Feeding>('as-scanned')
  const [sending, setSending] = useState(false)
  const [recounting, setRecounting] = useState<BatchStatus['perFile'][number] | null>(null)
  return (
    <Asked of={batch}>
      {(b) => (
        <Page>
          <RecordHead
            crumbs={[
              { label: say('archive.title'), to: '/archive' },
              { label: say('op.archive.find-batches'), to: '/archive/batches' },
            ]}
            number={b.number}
            title={say('archive.batch')}
            chips={<BatchChip state={b.state} />}
            facts={[
              b.scanner,
              say('archive.settings-are', { dpi: b.dpi, colour: say(`archive.colour-${b.colour}`) }),
              b.by,
            ]
              .filter(Boolean)
              .join(' · ')}
            acts={
              <ActRow>
                <Act
                  operation="archive.reconcile-batch"
                  actions={b.actions}
                  icon="check"
                  primary
                  busy={reconcile.busy}
                  onAct={() => void reconcile.tell({ batch: b.id })}
                />
                <a className="button" href={fileUrl('archive.print-separators', { batch: b.id })}>
                  {say('op.archive.print-separators')}
                </a>
                {b.state === 'reconciled' && b.cold === 'online' ? (
                  <Act
                    operation="archive.move-to-cold"
                    actions={b.actions}
                    icon="archive"
                    onAct={() => setSending(true)}
                  />
                ) : null}
                {b.capture ? (
                  <a className="button" href={fileUrl('archive.archive-paper', { paper: b.capture })}>
                    {say('archive.paper-capture')}
                  </a>
                ) : null}
              </ActRow>
            }
          />
          {b.coldAt ? (
            <Note tone="slate">
              {say('archive.cold-of-batch', { at: b.coldAt })} {say(`archive.cold-state-${b.cold}`)}
            </Note>
          ) : null}
          <ProblemNote of={reconcile.problem} />
          <Columns kind="picture">
            <Stacked>
              <Counts of={b} onRecount={setRecounting} />
              <Thumbs batch={b.id} />
            </Stacked>
            <Stacked>
              {b.actions.some((a) => a.operation === 'archive.receive-scans' && a.ok) ? (
                <Card title={say('op.archive.receive-scans')}>
                  <Segments
                    frame={{ label: say('archive.feeding') }}
                    options={FEEDINGS.map((value) => ({ value, label: say(`archive.feeding-${value}`) }))}
                    value={feeding}
                    onChange={(value) => setFeeding(value as Feeding)}
                  />
                  <FileDrop
                    label={say('archive.drop-scans')}
                    accept="application/pdf,image/tiff,image/jpeg,image/png"
                    many
                    onFiles={(files) =>
                      void receive.tell({
                        batch: b.id,
                        feeding,
                        scans: files.map((f) => ({ file: f.sha256 })),
                      })
                    }
                  />
                  <ProblemNote of={receive.problem} />
                </Card>
              ) : null}
              <Scans of={b} />
            </Stacked>
          </Columns>
          {sending ? <SendAway of={{ batch: b.id }} onClose={() => setSending(false)} /> : null}
          {recounting ? <Recount batch={b.id} of={recounting} onClose={() => setRecounting(null)} /> : null}
        </Page>
      )}
    </Asked>
  )
}
function Counts({
  of: b,
  onRecount,
}: {
  of: BatchStatus
  onRecount: (f: BatchStatus['perFile'][number]) => void
}): ReactNode {
  const say = useSay()
  return (
    <Card title={say('archive.capture-counts')}>
      <Plain
        head={[
          say('archive.file'),
          say('archive.counted'),
          say('archive.scanned'),
          say('archive.blank'),
          say('archive.removed-sheets'),
          '',
        ]}
        align={['left', 'right', 'right', 'right', 'right', 'left']}
        rows={b.perFile.map((f) => [
          <Linked key="f" to={`/archive/files/${f.file}`} mono>
            <Mono>{f.number}</Mono>
          </Linked>,
          f.counted,
          f.scanned,
          f.blank || '',
          f.removed || '',
          <span key="c" className="archive-req-head">
            <StateChip
              tone={f.counted === f.scanned ? 'reef' : f.scanned === 0 ? 'slate' : 'achiote'}
              icon={f.counted === f.scanned ? 'check' : f.scanned === 0 ? 'clock' : 'warning'}
            >
              {f.counted === f.scanned
                ? say('archive.adds-up')
                : say('archive.differs-by', { n: f.scanned - f.counted })}
            </StateChip>
            <TextAct operation="archive.recount-file" actions={b.actions} onAct={() => onRecount(f)} />
          </span>,
        ])}
      />
    </Card>
  )
}
function Scans({ of: b }: { of: BatchStatus }): ReactNode {
  const say = useSay()
  const withdraw = useTell('archive.withdraw-scan')
  const ask = async (scan: BatchStatus['scans'][number]): Promise<void> => {
    const said = await confirm({
      title: say('op.archive.withdraw-scan'),
      will: say('archive.withdraw-will', { name: scan.name }),
      reason: 'required',
    })
    if (said?.reason) await withdraw.tell({ scan: scan.id, words: said.reason })
  }
  if (b.scans.length === 0) return null
  return (
    <Card title={say('archive.scans')}>
      <ProblemNote of={withdraw.problem} />
      <ul className="archive-steps">
        {b.scans.map((s) => (
          <li key={s.id}>
            <span>
              <StateChip tone={scanLook[s.state].tone} icon={scanLook[s.state].icon}>
                {say(`archive.scan-is-${s.state}`)}
              </StateChip>{' '}
              {s.name}
            </span>
            <span>{s.state === 'opened' ? `${s.pages} ${say('archive.pages')}` : showBytes(s.size)}</span>
            {s.why ? <small>{s.why}</small> : null}
            <small>
              <Mono>{s.sha256.slice(0, 16)}</Mono> · {s.by}
            </small>
            {s.state === 'opened' || s.state === 'quarantined' ? (
              <TextAct operation="archive.withdraw-scan" actions={b.actions} onAct={() => void ask(s)} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
/** Every page small: whoever scans looks at all of them. */
function Thumbs({ batch }: { batch: string }): ReactNode {
  const say = useSay()
  const pages = useList<PageLine>('archive.pages', { batch, limit: 60 })
  const [open, setOpen] = useState<PageLine | null>(null)
  if (pages.rows.length === 0) return null
  return (
    <Card title={say('archive.pages')}>
      <div className="photo-wall archive-wall">
        {pages.rows.map((p) => (
          <button key={p.id} type="button" className="archive-tile-page" onClick={() => setOpen(p)}>
            <img
              src={fileUrl('archive.page', { page: p.id, size: 'small' })}
              alt={`${p.number} ${p.seq}`}
              loading="lazy"
            />
            <span>
              {p.number} · {p.seq}
              {p.blank ? ` · ${say('archive.blank')}` : ''}
            </span>
          </button>
        ))}
      </div>
      {open ? (
        <Dialog title={`${open.number} · ${open.seq}`} onClose={() => setOpen(null)} wide>
          <PageReel pages={[open]} />
          {open.problem ? <Note tone="achiote">{open.problem}</Note> : null}
        </Dialog>
      ) : null}
    </Card>
  )
}
function Recount(props: {
  batch: string
  of: BatchStatus['perFile'][number]
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const send = useTell('archive.recount-file', { onDone: props.onClose })
  return (
    <Dialog title={`${say('op.archive.recount-file')} · ${props.of.number}`} onClose={props.onClose}>
      <Form
        name={`archive.recount-file.${props.batch}.${props.of.file}`}
        fields={[
          { key: 'pages', label: say('archive.counted-pages'), kind: 'number', required: true },
          { key: 'words', label: say('archive.field-why'), kind: 'text', required: true },
        ]}
        problem={send.problem}
        onSend={async (v) =>
          void (await send.tell({
            batch: props.batch,
            file: props.of.file,
            pages: Number(v['pages']),
            words: v['words'],
          }))
        }
        sendLabel={say('op.archive.recount-file')}
      />
    </Dialog>
  )
}
