/** Imports: a new one step by step; those that run, with how far they are; the receipts of all, which always add up. */
import { useState } from 'react'
import { Act, ActRow, type ActionVerdict } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Receipt } from '#ui/Receipt.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { ask, fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant, showNumber } from '#ui/show.ts'
import type { ImportMap } from '../contract.ts'
import { NewImport } from './NewImport.tsx'
import { ReviewsTab } from './ReviewsTab.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import { SumsTold, type Sums } from './TriedCard.tsx'

interface Import extends Omit<Sums, 'in'> {
  id: string
  source: string
  fileName: string
  at: string
  by: string
  rowsIn: number
  dryRun: boolean
  state: 'running' | 'done' | 'undone'
  hasRejects: boolean
  undone: { at: string; by: string; second: string | null; why: string; cases: number } | null
  mine: boolean
  actions: readonly ActionVerdict[]
}
type Shown = 'new' | 'receipts' | 'reviews'

export default function ImportsPage() {
  const say = useSay()
  const [shown, show] = useState<Shown>('new')
  const [again, setAgain] = useState<ImportMap | null>(null)
  const [opened, setOpened] = useState<Import | null>(null)
  const [undoing, setUndoing] = useState<Import | null>(null)
  const imports = useAsk<{ items: Import[] }>(
    'exchange.receipts',
    { limit: 100 },
    { every: 2_000, keep: true },
  )
  const items = (imports.data?.items ?? []).filter((i) => !i.dryRun)
  const seed = useTell<{ seeded: number; left: number }>('exchange.seed-reviews')
  const takeMap = async (of: Import): Promise<void> => {
    const { map } = await ask<{ map: ImportMap }>('exchange.map-of-import', { import: of.id })
    setAgain(map)
    setOpened(null)
    show('new')
  }
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('exchange.title')} />
      <Tabs<Shown>
        value={shown}
        onChange={show}
        label={say('exchange.title')}
        tabs={[
          { value: 'new', label: say('op.exchange.import-records') },
          { value: 'receipts', label: say('op.exchange.receipts'), count: items.length },
          { value: 'reviews', label: say('op.exchange.reviews-due') },
        ]}
      />
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
      {shown === 'new' ? <NewImport key={again?.source ?? ''} again={again} /> : null}
      {shown === 'receipts' ? <Receipts items={items} onOpen={setOpened} /> : null}
      {shown === 'reviews' ? <ReviewsTab /> : null}
      {opened ? (
        <Dialog title={opened.fileName} onClose={() => setOpened(null)} wide>
          <p style={{ color: 'var(--ink2)' }}>
            {[opened.source, opened.by, showInstant(opened.at)].filter(Boolean).join(' · ')}
          </p>
          <SumsTold sums={{ ...opened, in: opened.rowsIn }} />
          {opened.undone ? (
            <Note>
              {say('exchange.undone-told', { ...opened.undone, at: showInstant(opened.undone.at) })}{' '}
              {opened.undone.second ? say('exchange.undone-second', { second: opened.undone.second }) : null}
              <br />
              {opened.undone.why}
            </Note>
          ) : null}
          <p>
            {opened.hasRejects ? (
              <Linked to={fileUrl('exchange.rejects-file', { import: opened.id })} icon="download">
                {say('exchange.download-rejects')}
              </Linked>
            ) : null}
          </p>
          <ProblemNote of={seed.problem} />
          {seed.done ? <Note live>{say('exchange.review-seeded', { ...seed.done })}</Note> : null}
          <ActRow>
            <Button icon="table" onClick={() => void takeMap(opened)}>
              {say('exchange.map-again')}
            </Button>
            {opened.undone ? null : (
              <Act
                operation="exchange.seed-reviews"
                icon="calendar"
                busy={seed.busy}
                onAct={() => void seed.tell({ import: opened.id })}
              />
            )}
            {opened.undone ? null : (
              <Act
                operation="exchange.undo-import"
                actions={opened.actions}
                danger
                onAct={() => {
                  setUndoing(opened)
                  setOpened(null)
                }}
              />
            )}
          </ActRow>
        </Dialog>
      ) : null}
      {undoing ? <UndoDialog of={undoing} onClose={() => setUndoing(null)} /> : null}
    </Page>
  )
}

function Receipts(props: { readonly items: readonly Import[]; readonly onOpen: (row: Import) => void }) {
  const say = useSay()
  const number = (key: 'rowsIn' | 'created' | 'matched' | 'rejected' | 'doubtful', label: string) => ({
    key,
    label: say(label),
    number: true,
    sortable: true,
    cell: (r: Import) => showNumber(r[key]),
    text: (r: Import) => String(r[key]),
  })
  return (
    <Card>
      <DataTable<Import>
        name="exchange.imports"
        rows={props.items}
        rowKey={(r) => r.id}
        onOpen={props.onOpen}
        count={props.items.length}
        empty={<EmptyState title={say('exchange.empty')} />}
        columns={[
          {
            key: 'file',
            label: say('exchange.file'),
            primary: true,
            sortable: true,
            cell: (r) => r.fileName,
            text: (r) => r.fileName,
          },
          { key: 'source', label: say('exchange.source'), cell: (r) => r.source, text: (r) => r.source },
          {
            key: 'at',
            label: say('exchange.at'),
            sortable: true,
            cell: (r) => showInstant(r.at),
            text: (r) => r.at,
          },
          { key: 'by', label: say('exchange.by'), cell: (r) => r.by, text: (r) => r.by },
          number('rowsIn', 'exchange.rows-in'),
          number('created', 'exchange.created'),
          number('matched', 'exchange.matched'),
          number('rejected', 'exchange.rejected'),
          number('doubtful', 'exchange.doubtful'),
          {
            key: 'state',
            label: say('exchange.state'),
            cell: (r) =>
              r.state === 'undone' ? (
                <StateChip state="void">{say('exchange.state-undone')}</StateChip>
              ) : r.state === 'running' ? (
                <StateChip state="in-examination">{say('exchange.state-running')}</StateChip>
              ) : r.rejected > 0 ? (
                <StateChip state="waits-person">{say('exchange.state-rejects')}</StateChip>
              ) : (
                <StateChip state="verified">{say('exchange.state-done')}</StateChip>
              ),
            text: (r) => r.state,
          },
        ]}
      />
    </Card>
  )
}
