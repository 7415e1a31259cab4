/** How a line of the queue is drawn wherever requests are listed: state, priority, due day. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Column } from '#ui/DataTable.tsx'
import { Mono } from '#ui/Mono.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import type { Say } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { RequestAnswer, RequestLine as Shape } from '../contract.ts'

export type RequestLine = z.output<typeof Shape>
export type Request = z.output<typeof RequestAnswer>

/** What results.find-worksheets tells of a worksheet; results stands above work, so its shape is not imported. */
export interface SheetLine {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly case: { readonly id: string; readonly number: string }
  readonly request: string
  readonly analyst: string
  readonly since: string
}

const looks = {
  asked: { tone: 'slate', icon: 'inbox' },
  accepted: { tone: 'maya', icon: 'check' },
  assigned: { tone: 'maya', icon: 'person' },
  started: { tone: 'maya', icon: 'progress' },
  completed: { tone: 'reef', icon: 'circle-check' },
  declined: { tone: 'slate', icon: 'ban' },
  withdrawn: { tone: 'slate', icon: 'ban' },
} as const

export function RequestState(props: { of: Pick<RequestLine, 'state' | 'waiting'>; say: Say }): ReactNode {
  const { of, say } = props
  if (of.waiting)
    return (
      <StateChip tone="maize" icon="clock">
        {say('work.state-waiting')}
      </StateChip>
    )
  return <StateChip {...looks[of.state]}>{say(`work.state-${of.state}`)}</StateChip>
}

/** Overdue says how long; a promised day alone says nothing about today. */
export function DueCell(props: { of: Pick<RequestLine, 'dueOn' | 'daysLate'>; say: Say }): ReactNode {
  const { of, say } = props
  if (!of.dueOn) return <span style={{ color: 'var(--ink3)' }}>{say('work.no-day')}</span>
  if (of.daysLate === 0) return <>{showDate(of.dueOn)}</>
  return (
    <>
      {showDate(of.dueOn)}{' '}
      <StateChip tone="achiote" icon="warning">
        {say('work.days-late', { n: of.daysLate })}
      </StateChip>
    </>
  )
}

export function PriorityMark(props: { of: Pick<RequestLine, 'priority'>; say: Say }): ReactNode {
  const { of, say } = props
  if (of.priority === 'routine') return <span>{say('work.priority-routine')}</span>
  return (
    <StateChip
      tone={of.priority === 'court' ? 'mahogany' : 'maize'}
      icon={of.priority === 'court' ? 'gavel' : 'flag'}
    >
      {say(`work.priority-${of.priority}`)}
    </StateChip>
  )
}

export function requestColumns(say: Say, hide: readonly string[] = []): Column<RequestLine>[] {
  const all: Column<RequestLine>[] = [
    {
      key: 'number',
      label: say('work.column-request'),
      cell: (r) => <Mono>{r.number}</Mono>,
      text: (r) => r.number,
      mono: true,
      primary: true,
      width: '84px',
    },
    {
      key: 'question',
      label: say('work.column-question'),
      cell: (r) => r.questionName,
      text: (r) => r.questionName,
    },
    {
      key: 'case',
      label: say('work.column-case'),
      cell: (r) => (
        <>
          <Mono>{r.case.number}</Mono> {r.case.title}
        </>
      ),
      text: (r) => r.case.number,
    },
    {
      key: 'items',
      label: say('work.column-exhibits'),
      cell: (r) => String(r.items),
      text: (r) => String(r.items),
      number: true,
      width: '80px',
    },
    {
      key: 'state',
      label: say('work.column-state'),
      cell: (r) => <RequestState of={r} say={say} />,
      text: (r) => say(r.waiting ? 'work.state-waiting' : `work.state-${r.state}`),
      width: '150px',
    },
    {
      key: 'priority',
      label: say('work.column-priority'),
      cell: (r) => <PriorityMark of={r} say={say} />,
      text: (r) => say(`work.priority-${r.priority}`),
      width: '110px',
    },
    {
      key: 'due',
      label: say('work.column-due'),
      cell: (r) => <DueCell of={r} say={say} />,
      text: (r) => showDate(r.dueOn),
      width: '190px',
    },
    {
      key: 'assignee',
      label: say('work.column-analyst'),
      cell: (r) => r.assignee?.name ?? <span style={{ color: 'var(--ink3)' }}>{say('work.nobody-yet')}</span>,
      text: (r) => r.assignee?.name ?? '',
      width: '150px',
    },
    {
      key: 'unit',
      label: say('work.column-section'),
      cell: (r) => r.unit.name,
      text: (r) => r.unit.name,
      hidden: true,
    },
  ]
  return all.filter((c) => !hide.includes(c.key))
}
