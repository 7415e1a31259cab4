/** DNA profiles without their alleles, by index, state and what is to be removed; and the form that records one from its file. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Act } from '#ui/Act.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Values } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { ProfileList } from '../contract/profiles.ts'
import { profileLooks } from './looks.ts'

type Line = z.output<typeof ProfileList>['items'][number]
const states = ['recorded', 'checked', 'differs', 'indexed', 'removed'] as const

export default function ProfilesPage(): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const table = useTableState('results.profiles')
  const { state, due, side } = table.filters
  const list = useList<Line>('results.find-profiles', { limit: 100, q: table.q, state, due, side })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('op.results.indexes'), to: '/results/indexes' }]}
        title={say('op.results.find-profiles')}
        facts={say('results.profiles-facts')}
        acts={<Act operation="results.record-profile" icon="add" primary onAct={() => setOpen(true)} />}
      />
      {open ? <Record onClose={() => setOpen(false)} /> : null}
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : (
        <DataTable<Line>
          name="results.profiles"
          remote
          rows={list.rows}
          rowKey={(p) => p.id}
          rowTo={(p) => `/results/profiles/${p.id}`}
          hasMore={list.hasMore}
          more={list.more}
          filters={[
            {
              key: 'state',
              label: say('results.state'),
              options: states.map((s) => ({ value: s, label: say(`results.pstate-${s}`) })),
            },
            {
              key: 'side',
              label: say('results.side'),
              options: ['criminal', 'humanitarian', 'elimination'].map((s) => ({
                value: s,
                label: say(`results.side-${s}`),
              })),
            },
            {
              key: 'due',
              label: say('results.to-remove'),
              options: [{ value: 'true', label: say('results.yes-due') }],
            },
          ]}
          columns={[
            {
              key: 'number',
              label: say('results.profile'),
              cell: (p) => <Mono>{p.number}</Mono>,
              text: (p) => p.number,
              primary: true,
            },
            {
              key: 'state',
              label: say('results.state'),
              cell: (p) => (
                <StateChip {...profileLooks[p.state]}>{say(`results.pstate-${p.state}`)}</StateChip>
              ),
              text: (p) => say(`results.pstate-${p.state}`),
            },
            {
              key: 'index',
              label: say('results.index'),
              cell: (p) => p.index?.name ?? '',
              text: (p) => p.index?.name ?? '',
            },
            {
              key: 'side',
              label: say('results.side'),
              cell: (p) => say(`results.side-${p.side}`),
              text: (p) => say(`results.side-${p.side}`),
            },
            {
              key: 'item',
              label: say('results.exhibit'),
              cell: (p) => <Mono>{p.item ?? ''}</Mono>,
              text: (p) => p.item ?? '',
            },
            {
              key: 'loci',
              label: say('results.loci'),
              cell: (p) => String(p.loci),
              text: (p) => String(p.loci),
              number: true,
            },
            {
              key: 'keep',
              label: say('results.keep-until'),
              cell: (p) =>
                p.due ? (
                  <StateChip tone="achiote" icon="warning">
                    {say(`results.why-${p.due}`)}
                  </StateChip>
                ) : (
                  showDate(p.keepUntil)
                ),
              text: (p) => (p.due ? say(`results.why-${p.due}`) : showDate(p.keepUntil)),
            },
          ]}
          empty={
            <EmptyState title={say('results.profiles-empty')}>{say('results.profiles-empty-how')}</EmptyState>
          }
        />
      )}
    </Page>
  )
}

interface Named {
  readonly items: readonly { readonly code: string; readonly name: string }[]
}
function Record(props: { onClose: () => void }): ReactNode {
  const say = useSay()
  const [worksheet, setWorksheet] = useState<string | null>(null)
  const sheet = useAsk<{ items: { id: string; number: string; description: string }[] }>(
    'results.worksheet',
    { worksheet: worksheet ?? '' },
    { enabled: worksheet !== null },
  )
  const indexes = useAsk<Named>('catalogue.get-code-list', { list: 'dna-index' })
  const kits = useAsk<Named>('catalogue.get-code-list', { list: 'str-kit' })
  const record = useTell('results.record-profile', { onDone: props.onClose })
  const options = (of: Named | undefined) => (of?.items ?? []).map((c) => ({ value: c.code, label: c.name }))
  return (
    <Dialog title={say('op.results.record-profile')} onClose={props.onClose}>
      <Form
        name="results.record-profile"
        draft={false}
        problem={record.problem}
        initial={{ contributors: 1 }}
        onChange={(v: Values) => setWorksheet(typeof v['worksheet'] === 'string' ? v['worksheet'] : null)}
        fields={[
          {
            key: 'worksheet',
            label: say('results.reviewed-worksheet'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'results.find-worksheets',
              params: { state: 'reviewed', limit: 12 },
              label: (w: { number: string }) => w.number,
              note: (w: { case: { number: string } }) => w.case.number,
              value: (w: { id: string }) => w.id,
            } as never,
          },
          {
            key: 'item',
            label: say('results.exhibit'),
            kind: 'choice',
            required: true,
            options: (sheet.data?.items ?? []).map((i) => ({
              value: i.id,
              label: `${i.number} ${i.description}`,
            })),
          },
          {
            key: 'index',
            label: say('results.made-for'),
            help: say('results.help-made-for'),
            kind: 'choice',
            required: true,
            options: options(indexes.data),
          },
          {
            key: 'kit',
            label: say('results.kit'),
            kind: 'choice',
            required: true,
            options: options(kits.data),
          },
          {
            key: 'contributors',
            label: say('results.contributors'),
            kind: 'number',
            required: true,
          },
          {
            key: 'file',
            label: say('results.profile-file'),
            help: say('results.help-profile-file'),
            kind: 'file',
            required: true,
          },
        ]}
        sendLabel={say('op.results.record-profile')}
        onSend={async (v) => void (await record.tell({ ...v, contributors: Number(v['contributors']) }))}
      />
    </Dialog>
  )
}
