/** Who saw what, where the glass was broken, who holds what, and who waits for a second person. */
import { useState, type ReactNode } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Facts, Page, Stacked, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { useTab } from '#ui/tab.ts'
import type { AccessDue, Glass, OpenRecovery } from '../contract/duties.ts'

type Tab = 'access' | 'glass' | 'reads' | 'recoveries'
const tabs: readonly Tab[] = ['access', 'glass', 'reads', 'recoveries']

export default function Oversight(): ReactNode {
  const say = useSay()
  const mayGlass = useMay('identity.broken-glass')
  const mayReads = useMay('identity.read-log')
  const mayAccess = useMay('identity.access-due')
  const [tab, setTab] = useTab(mayAccess ? tabs : (['recoveries', 'glass', 'reads'] as const))
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('identity.nav-oversight')} />
      <Tabs<Tab>
        label={say('identity.nav-oversight')}
        value={tab}
        onChange={setTab}
        tabs={[
          ...(mayAccess ? [{ value: 'access' as const, label: say('op.identity.access-due') }] : []),
          ...(mayGlass ? [{ value: 'glass' as const, label: say('op.identity.broken-glass') }] : []),
          ...(mayReads ? [{ value: 'reads' as const, label: say('op.identity.read-log') }] : []),
          { value: 'recoveries', label: say('op.identity.open-recoveries') },
        ]}
      />
      {tab === 'access' ? (
        <Access />
      ) : tab === 'glass' ? (
        <BrokenGlass />
      ) : tab === 'reads' ? (
        <Reads />
      ) : (
        <Recoveries />
      )}
    </Page>
  )
}

const states = { new: 'maize', due: 'achiote', held: 'reef' } as const
function Access(): ReactNode {
  const say = useSay()
  const list = useList<AccessDue>('identity.access-due', { which: 'due', limit: 100 })
  const review = useTell('identity.review-access')
  const decide = async (rows: readonly AccessDue[], keep: boolean, done: () => void): Promise<void> => {
    const sure = await confirm({
      title: say('op.identity.review-access'),
      will: say(keep ? 'identity.will-keep' : 'identity.will-withdraw-n', { n: rows.length }),
      danger: !keep,
    })
    if (sure && (await review.tell({ decisions: rows.map((r) => ({ grant: r.grant, keep })) }))) done()
  }
  return (
    <>
      <Note tone="slate">{say('identity.access-text')}</Note>
      <ProblemNote of={review.problem} />
      <DataTable<AccessDue>
        name="identity.access"
        rows={list.rows}
        rowKey={(r) => r.grant}
        rowTo={(r) => `/people/${r.person.id}`}
        hasMore={list.hasMore}
        more={list.more}
        empty={{ title: say('identity.nothing-due'), icon: 'circle-check' }}
        bulk={(rows, clear) => (
          <ActRow>
            <Button icon="check" onClick={() => void decide(rows, true, clear)}>
              {say('identity.keep')}
            </Button>
            <Button danger onClick={() => void decide(rows, false, clear)}>
              {say('op.identity.withdraw-role')}
            </Button>
          </ActRow>
        )}
        columns={[
          {
            key: 'name',
            label: say('identity.column-name'),
            cell: (r) => r.person.name,
            text: (r) => r.person.name,
            primary: true,
            sortable: true,
          },
          {
            key: 'role',
            label: say('identity.field-role'),
            cell: (r) => say(`role.${r.role}`),
            text: (r) => say(`role.${r.role}`),
            sortable: true,
          },
          {
            key: 'unit',
            label: say('identity.column-unit'),
            cell: (r) => r.unitName ?? say('identity.whole-service'),
            text: (r) => r.unitName ?? '',
          },
          {
            key: 'by',
            label: say('identity.column-from-whom'),
            cell: (r) => r.grantedBy ?? '',
            text: (r) => r.grantedBy ?? '',
          },
          {
            key: 'seen',
            label: say('identity.column-last-seen'),
            cell: (r) => (r.lastSeenAt ? showInstant(r.lastSeenAt) : say('identity.never')),
            text: (r) => r.lastSeenAt ?? '',
            sortable: true,
          },
          {
            key: 'state',
            label: say('identity.column-standing'),
            cell: (r) => (
              <StateChip tone={states[r.state]} icon={r.state === 'held' ? 'check' : 'clock'}>
                {say(`identity.access-${r.state}`)}
              </StateChip>
            ),
          },
        ]}
      />
    </>
  )
}

function BrokenGlass(): ReactNode {
  const say = useSay()
  const [state, setState] = useState<'waiting' | 'reviewed'>('waiting')
  const list = useList<Glass>('identity.broken-glass', { state, limit: 50 })
  const [judging, setJudging] = useState<Glass | null>(null)
  return (
    <Stacked>
      <Tabs<'waiting' | 'reviewed'>
        label={say('op.identity.broken-glass')}
        value={state}
        onChange={setState}
        tabs={[
          { value: 'waiting', label: say('identity.glass-waiting') },
          { value: 'reviewed', label: say('identity.glass-reviewed') },
        ]}
      />
      {list.rows.length === 0 && !list.loading ? <Note tone="reef">{say('identity.no-glass')}</Note> : null}
      {list.rows.map((g) => (
        <Card
          key={g.id}
          title={g.name ? <Mono>{g.name}</Mono> : say('identity.sealed-matter')}
          aside={
            <StateChip
              tone={g.state === 'justified' ? 'reef' : g.state === 'waits' ? 'maize' : 'achiote'}
              icon={g.state === 'justified' ? 'check' : g.state === 'not-justified' ? 'ban' : 'clock'}
            >
              {say(`identity.glass-${g.state}`)}
            </StateChip>
          }
        >
          <Facts
            rows={[
              [say('identity.field-person'), [g.person.name, g.person.unitName].filter(Boolean).join(' · ')],
              [say('identity.column-from'), `${showInstant(g.at)} – ${showInstant(g.until)}`],
              [say('identity.field-reason'), g.reason ?? ''],
              [say('identity.looks'), String(g.looks)],
              g.review
                ? [
                    say('identity.judged-by'),
                    `${g.review.by ?? ''}, ${showInstant(g.review.at)}: ${g.review.words}`,
                  ]
                : [say('identity.judge-by'), showInstant(g.dueAt)],
            ]}
          />
          {g.review ? null : (
            <Act
              operation="identity.review-glass"
              actions={g.actions}
              icon="gavel"
              onAct={() => setJudging(g)}
            />
          )}
        </Card>
      ))}
      {judging ? <Judge glass={judging} onDone={() => setJudging(null)} /> : null}
    </Stacked>
  )
}

function Judge(props: { glass: Glass; onDone: () => void }): ReactNode {
  const say = useSay()
  const review = useTell('identity.review-glass', { onDone: props.onDone })
  return (
    <Dialog title={say('op.identity.review-glass')} onClose={props.onDone}>
      <Note tone="slate">{props.glass.reason}</Note>
      <Form
        name="identity.review-glass"
        draft={false}
        fields={[
          {
            key: 'finding',
            label: say('identity.field-finding'),
            kind: 'choice',
            required: true,
            options: (['justified', 'not-justified'] as const).map((f) => ({
              value: f,
              label: say(`identity.glass-${f}`),
            })),
          },
          { key: 'words', label: say('identity.field-words'), kind: 'prose', required: true },
        ]}
        onSend={async (v) => void (await review.tell({ ...v, glass: props.glass.id }))}
        problem={review.problem}
        sendLabel={say('op.identity.review-glass')}
      />
    </Dialog>
  )
}

interface Read {
  id: number
  at: string
  name: string
  operation: string
  matter: string | null
  root: string | null
  reason: string | null
}
function Reads(): ReactNode {
  const say = useSay()
  const reads = useList<Read>('identity.read-log', { limit: 100 })
  return (
    <>
      <Note tone="slate">{say('identity.reads-text')}</Note>
      <DataTable<Read>
        name="identity.reads"
        rows={reads.rows}
        rowKey={(r) => String(r.id)}
        hasMore={reads.hasMore}
        more={reads.more}
        empty={{ title: say('identity.no-reads'), icon: 'eye' }}
        columns={[
          {
            key: 'at',
            label: say('identity.column-when'),
            cell: (r) => showInstant(r.at),
            text: (r) => r.at,
            sortable: true,
          },
          {
            key: 'name',
            label: say('identity.column-name'),
            cell: (r) => r.name,
            text: (r) => r.name,
            primary: true,
            sortable: true,
          },
          {
            key: 'what',
            label: say('identity.column-what'),
            cell: (r) => say(`op.${r.operation}`),
            text: (r) => say(`op.${r.operation}`),
            sortable: true,
          },
          {
            key: 'of',
            label: say('identity.column-of'),
            cell: (r) => r.matter ?? (r.root ? say('identity.sealed-matter') : ''),
            text: (r) => r.matter ?? '',
            mono: true,
          },
          {
            key: 'reason',
            label: say('identity.field-reason'),
            cell: (r) => r.reason ?? '',
            text: (r) => r.reason ?? '',
          },
        ]}
      />
    </>
  )
}

function Recoveries(): ReactNode {
  const say = useSay()
  const open = useAsk<{ items: OpenRecovery[] }>('identity.open-recoveries')
  const second = useTell<{ code: string; until: string }>('identity.confirm-recovery')
  const withdraw = useTell('identity.withdraw-recovery')
  const yes = async (r: OpenRecovery): Promise<void> => {
    const sure = await confirm({
      title: `${say('op.identity.confirm-recovery')}: ${r.person.name}`,
      will: say('identity.will-confirm'),
      reason: 'required',
    })
    if (sure) await second.tell({ recovery: r.id }, { reason: sure.reason })
  }
  const items = open.data?.items ?? []
  return (
    <Stacked>
      <Note tone="slate">{say('identity.recoveries-text')}</Note>
      {second.done ? (
        <Note tone="mahogany" title={say('identity.code-once')}>
          <Mono>{second.done.code}</Mono> ·{' '}
          {say('identity.tell-second', { until: showInstant(second.done.until) })}
        </Note>
      ) : null}
      <ProblemNote of={second.problem} />
      {items.length === 0 && open.data ? <Note tone="reef">{say('identity.no-recoveries')}</Note> : null}
      {items.map((r) => (
        <Card
          key={r.id}
          title={r.person.name}
          aside={
            <ActRow>
              <TextAct operation="identity.confirm-recovery" actions={r.actions} onAct={() => void yes(r)} />
              <TextAct
                operation="identity.withdraw-recovery"
                actions={r.actions}
                onAct={() => void withdraw.tell({ recovery: r.id })}
              />
            </ActRow>
          }
        >
          <Facts
            rows={[
              [say('identity.column-unit'), r.person.unitName ?? ''],
              [say('identity.field-lost'), r.lost.map((l) => say(`identity.lost-${l}`)).join(', ')],
              [say('identity.started-by'), `${r.startedBy ?? ''}, ${showInstant(r.startedAt)}`],
              [say('identity.confirmed-by'), r.confirmedBy ?? say('identity.waits-second')],
              [say('identity.column-until'), showInstant(r.until)],
            ]}
          />
        </Card>
      ))}
    </Stacked>
  )
}
