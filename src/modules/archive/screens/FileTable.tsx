/** The inventory as a list: by box, by case, or all of it. */
import type { ReactNode } from 'react'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Mono } from '#ui/Mono.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { FileLine } from '../shelves/contract.ts'
import { useCodes } from './codes.ts'
import { fileLook, stageLook } from './state.ts'

const states = ['in-box', 'out', 'missing', 'transferred', 'destroyed'] as const
const stages = ['listed', 'prepared', 'captured', 'keyed', 'indexed', 'accepted'] as const

export function FileTable(props: { box?: string; case?: string }): ReactNode {
  const say = useSay()
  const table = useTableState('archive.files')
  const tiers = useCodes('archive-tier')
  const list = useList<FileLine>('archive.file-inventory', {
    limit: 100,
    q: table.q,
    box: props.box,
    case: props.case,
    state: table.filters['state'],
    stage: table.filters['stage'],
    tier: table.filters['tier'],
    linked: table.filters['linked'],
  })
  if (list.problem) return <ErrorState problem={list.problem} onRetry={list.again} />
  return (
    <DataTable<FileLine>
      name="archive.files"
      remote
      rows={list.rows}
      loading={list.loading}
      count={list.total}
      countIsAtLeast={list.totalIsAtLeast}
      rowKey={(r) => r.id}
      rowTo={(r) => `/archive/files/${r.id}`}
      hasMore={list.hasMore}
      more={list.more}
      all={list.all}
      empty={
        <EmptyState title={say('archive.no-files')} icon="archive">
          {say('archive.no-files-how')}
        </EmptyState>
      }
      filters={[
        {
          key: 'state',
          label: say('archive.filter-state'),
          options: states.map((s) => ({ value: s, label: say(`archive.state-${s}`) })),
        },
        {
          key: 'stage',
          label: say('archive.filter-stage'),
          options: stages.map((s) => ({ value: s, label: say(`archive.stage-${s}`) })),
        },
        { key: 'tier', label: say('archive.filter-tier'), options: tiers },
        {
          key: 'linked',
          label: say('archive.filter-linked'),
          options: (['yes', 'no'] as const).map((v) => ({ value: v, label: say(`archive.linked-${v}`) })),
        },
      ]}
      columns={[
        {
          key: 'number',
          label: say('archive.column-number'),
          cell: (r) => <Mono>{r.number}</Mono>,
          text: (r) => r.number,
          primary: true,
          width: 108,
        },
        {
          key: 'numbers',
          label: say('archive.column-cover'),
          cell: (r) => <Mono>{r.numbers.join(' · ')}</Mono>,
          text: (r) => r.numbers.join(' · '),
        },
        {
          key: 'title',
          label: say('archive.column-title'),
          cell: (r) => r.title ?? '',
          text: (r) => r.title ?? '',
        },
        {
          key: 'on',
          label: say('archive.column-on'),
          cell: (r) => (r.on ? showDate(r.on) : ''),
          text: (r) => r.on ?? '',
          width: 96,
        },
        {
          key: 'tier',
          label: say('archive.column-tier'),
          cell: (r) => r.tier.toUpperCase(),
          text: (r) => r.tier,
          width: 60,
        },
        {
          key: 'where',
          label: say('archive.column-where'),
          cell: (r) => <WhereChip file={r} />,
          text: (r) => say(`archive.state-${r.state}`),
        },
        {
          key: 'stage',
          label: say('archive.column-stage'),
          cell: (r) => <StageChip file={r} />,
          text: (r) => say(`archive.stage-${r.stage}`),
        },
        {
          key: 'case',
          label: say('archive.column-case'),
          cell: (r) => (r.case ? <Mono>{r.case.number}</Mono> : ''),
          text: (r) => r.case?.number ?? '',
        },
        {
          key: 'pages',
          label: say('archive.column-pages'),
          cell: (r) => (r.pages > 0 ? r.pages : ''),
          text: (r) => String(r.pages),
          number: true,
          width: 70,
        },
      ]}
    />
  )
}

/** In its box the box is said; elsewhere with whom, and since when too long. */
export function WhereChip({ file }: { file: FileLine }): ReactNode {
  const say = useSay()
  const look = fileLook[file.state]
  return (
    <StateChip tone={file.overdue ? 'achiote' : look.tone} icon={file.overdue ? 'warning' : look.icon}>
      {file.state === 'in-box' ? (
        <Mono>{file.box.number}</Mono>
      ) : file.overdue && file.due ? (
        say('archive.overdue', { date: showDate(file.due) })
      ) : (
        say(`archive.state-${file.state}`)
      )}
      {file.state === 'out' && file.holder ? ` · ${file.holder}` : ''}
    </StateChip>
  )
}
export function StageChip({ file }: { file: FileLine }): ReactNode {
  const say = useSay()
  const look = stageLook[file.stage]
  return (
    <StateChip tone={look.tone} icon={look.icon}>
      {say(`archive.stage-${file.stage}`)}
    </StateChip>
  )
}
