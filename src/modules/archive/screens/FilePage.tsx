/** One paper file: where it is, what its cover and its index say and who said so, its pages, what was asked and made of it. */
import { type ReactNode, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, More } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card, Columns, Facts, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { PageLine } from '../pages/contract/batches.ts'
import type { FileSeen } from '../shelves/contract.ts'
import { AwayNote } from './ColdActs.tsx'
import { CasesCard } from './CasesCard.tsx'
import { FileDialog, type FileDialogName } from './FileDialog.tsx'
import { StageChip, WhereChip } from './FileTable.tsx'
import { PageReel } from './PageView.tsx'
import { requestLook } from './state.ts'
import './archive.css'

export default function FilePage(): ReactNode {
  const say = useSay()
  const { id } = useParams({ strict: false })
  const file = useAsk<FileSeen>('archive.get-file', { file: id })
  const [open, setOpen] = useState<FileDialogName | null>(null)
  const act = (
    f: FileSeen,
    name: FileDialogName,
    icon: 'hand-over' | 'back' | 'zoom-question' | 'box' | 'stack' | 'scan' | 'eye-check' | 'certificate',
    primary = false,
  ): ReactNode => (
    <Act operation={name} actions={f.actions} icon={icon} primary={primary} onAct={() => setOpen(name)} />
  )
  return (
    <Asked of={file}>
      {(f) => (
        <Page>
          <RecordHead
            crumbs={[
              { label: say('archive.title'), to: '/archive' },
              { label: f.box.number, to: `/archive/boxes/${f.box.id}`, mono: true },
            ]}
            number={f.number}
            title={f.title ?? f.numbers.join(' · ')}
            chips={
              <>
                <WhereChip file={f} />
                <StageChip file={f} />
                {f.sensitive.length > 0 ? (
                  <StateChip tone="orchid" icon="shield-lock">
                    {f.sensitive.join(' · ')}
                  </StateChip>
                ) : null}
              </>
            }
            facts={[f.type, f.on ? showDate(f.on) : null, f.tierName].filter(Boolean).join(' · ')}
            acts={
              <ActRow>
                {f.state === 'in-box'
                  ? act(f, 'archive.check-out-file', 'hand-over', true)
                  : act(f, 'archive.return-file', 'back', true)}
                {act(f, 'archive.request-scan', 'scan')}
                {act(f, 'archive.mark-sensitive', 'eye-check')}
                {act(f, 'archive.certify-copy', 'certificate')}
                {act(f, 'archive.move-file', 'box')}
                {act(f, 'archive.change-tier', 'stack')}
                {act(f, 'archive.report-file-missing', 'zoom-question')}
              </ActRow>
            }
          />
          <AwayNote file={f} />
          <Columns kind="picture">
            <Stacked>
              <Pages file={f} />
              <CasesCard file={f} />
              <IndexCard file={f} />
              <History file={f} />
            </Stacked>
            <Stacked>
              <Cover file={f} />
              <Papers file={f} />
            </Stacked>
          </Columns>
          {open ? <FileDialog name={open} file={f} onClose={() => setOpen(null)} /> : null}
        </Page>
      )}
    </Asked>
  )
}

function Pages({ file: f }: { file: FileSeen }): ReactNode {
  const say = useSay()
  const pages = useList<PageLine>('archive.pages', { file: f.id, limit: 200 })
  const again = useTell('archive.read-again')
  if (pages.rows.length === 0) return null
  return (
    <Card title={say('archive.pages')}>
      <PageReel pages={pages.rows.filter((p) => !p.blank)} />
      <ProblemNote of={again.problem} />
      <ActRow>
        <More of={pages} />
        {pages.rows.some((p) => p.state === 'quarantined') ? (
          <Act
            operation="archive.read-again"
            actions={f.actions}
            icon="refresh"
            busy={again.busy}
            onAct={() => void again.tell({ file: f.id })}
          />
        ) : null}
      </ActRow>
    </Card>
  )
}
function Cover({ file: f }: { file: FileSeen }): ReactNode {
  const say = useSay()
  const rows: [ReactNode, ReactNode][] = [
    [say('archive.column-cover'), <Mono key="n">{f.numbers.join(' · ') || '–'}</Mono>],
    [say('archive.field-names'), f.names.join(', ') || '–'],
    [say('archive.column-box'), [f.box.number, f.place].filter(Boolean).join(' · ')],
    [say('archive.labels'), <Mono key="b">{f.barcode}</Mono>],
    [
      say('archive.field-sensitive'),
      f.screened
        ? f.sensitive.join(' · ') || say(f.guarded ? 'archive.guarded' : 'archive.screened-nothing')
        : say('archive.not-screened-yet'),
    ],
    ...(f.holder
      ? [
          [
            say('archive.where'),
            `${say('archive.with', { name: f.holder })}${f.due ? `, ${say('archive.until', { date: showDate(f.due) })}` : ''}`,
          ] as [ReactNode, ReactNode],
        ]
      : []),
    ...(f.words ? [[say('archive.field-words'), f.words] as [ReactNode, ReactNode]] : []),
  ]
  return (
    <Card title={say('archive.cover')}>
      <Facts rows={rows} />
    </Card>
  )
}
/** Of each value where it comes from: nothing in an old file is simply so. */
function IndexCard({ file: f }: { file: FileSeen }): ReactNode {
  const say = useSay()
  return (
    <Card title={say('archive.index')}>
      {f.index.length === 0 ? (
        <p className="archive-quiet">{say('archive.index-none')}</p>
      ) : (
        <Facts
          rows={f.index.map((v) => [
            v.name,
            <span key={v.field} className="archive-two">
              {v.how === 'differs'
                ? say('archive.index-differs')
                : v.absent
                  ? say(`archive.${v.absent}`)
                  : v.values.join(' · ')}
              <small>
                {say(`archive.how-${v.how}`)}: {v.by.join(', ')} · <When at={v.at} />
              </small>
            </span>,
          ])}
        />
      )}
    </Card>
  )
}
function Papers({ file: f }: { file: FileSeen }): ReactNode {
  const say = useSay()
  return (
    <>
      <Card title={say('archive.papers')}>
        {f.papers.length === 0 ? (
          <p className="archive-quiet">{say('archive.papers-none')}</p>
        ) : (
          <Plain
            head={[say('archive.column-number'), say('archive.column-title')]}
            rows={f.papers.map((p) => [
              <a key="p" className="link" href={fileUrl('archive.archive-paper', { paper: p.id })}>
                <Mono>{p.number}</Mono>
              </a>,
              `${say(`archive.paper-${p.kind}`)} · ${p.by}`,
            ])}
          />
        )}
      </Card>
      {f.requests.length > 0 ? (
        <Card title={say('archive.requests')}>
          {f.requests.map((r) => {
            const look = requestLook[r.state as keyof typeof requestLook]
            return (
              <p key={r.id} className="archive-req-head">
                <Linked to="/archive/requests" mono>
                  <Mono>{r.number}</Mono>
                </Linked>
                <StateChip tone={look.tone} icon={look.icon}>
                  {say(`archive.request-is-${r.state}`)}
                </StateChip>
                {say('archive.request-due')} <When at={r.due} />
              </p>
            )
          })}
        </Card>
      ) : null}
    </>
  )
}
function History({ file: f }: { file: FileSeen }): ReactNode {
  const say = useSay()
  if (f.steps.length === 0) return null
  return (
    <Card title={say('archive.history')}>
      <ul className="archive-steps">
        {f.steps.map((s) => (
          <li key={`${s.at}${s.kind}`}>
            <span>
              {s.text} · {s.by}
            </span>
            <When at={s.at} />
            {s.words ? <small>{s.words}</small> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
