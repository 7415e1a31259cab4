/** Cases that other systems sent: what waits for a decision first, and each with what it says, what changed and what may become of it. */
import { type ReactNode, useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Act } from '#ui/Act.tsx'
import { Asked, EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { type Field, Form, type Values } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts, Page, Stacked, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ArrivalLine, ArrivalSeen } from '../contract/arrivals.ts'

const states = ['waits', 'opened', 'rejected', 'all'] as const
const chips = {
  waits: { tone: 'maize', icon: 'hand-stop' },
  opened: { tone: 'reef', icon: 'check' },
  rejected: { tone: 'slate', icon: 'x' },
} as const

export default function ArrivalsPage(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const { arrival } = useSearch({ strict: false }) as { arrival?: string }
  const [state, setState] = useState<(typeof states)[number]>('waits')
  const list = useList<ArrivalLine>('exchange.arrivals', { state, limit: 100 })
  const open = (id: string | null): void =>
    void navigate({ to: '/exchange/arrivals', search: (id ? { arrival: id } : {}) as never })
  return (
    <Page>
      <RecordHead title={say('op.exchange.arrivals')} facts={say('exchange.arrivals-note')} />
      <Tabs
        value={state}
        onChange={(value) => setState(value as typeof state)}
        tabs={states.map((value) => ({ value, label: say(`exchange.arrival-${value}`) }))}
      />
      <Card>
        {list.problem ? (
          <ErrorState problem={list.problem} onRetry={list.again} />
        ) : (
          <DataTable<ArrivalLine>
            name="exchange.arrivals"
            rows={list.rows}
            loading={list.loading}
            hasMore={list.hasMore}
            more={list.more}
            all={list.all}
            rowKey={(a) => a.id}
            onOpen={(a) => open(a.id)}
            searchable={!list.hasMore}
            empty={<EmptyState title={say('exchange.arrivals-empty')} />}
            columns={[
              {
                key: 'number',
                label: say('exchange.arrival-number'),
                primary: true,
                cell: (a) => (
                  <>
                    <Mono>{a.number}</Mono>{' '}
                    {a.sort === 'recording' ? (
                      <small className="notes">{say('exchange.arrival-sort-recording')}</small>
                    ) : null}
                  </>
                ),
                text: (a) => a.number,
                sortable: true,
              },
              {
                key: 'state',
                label: say('exchange.state'),
                cell: (a) => <StateChip {...chips[a.state]}>{say(`exchange.arrival-${a.state}`)}</StateChip>,
                text: (a) => say(`exchange.arrival-${a.state}`),
              },
              {
                key: 'why',
                label: say('exchange.arrival-why'),
                cell: (a) => a.why ?? a.case?.number ?? '',
                text: (a) => a.why ?? a.case?.number ?? '',
              },
              {
                key: 'office',
                label: say('exchange.arrival-office'),
                cell: (a) => officeOf(say, a),
                text: (a) => officeOf(say, a),
              },
              {
                key: 'source',
                label: say('exchange.arrival-source'),
                cell: (a) => `${a.source}, ${say(`exchange.arrival-came-${a.came}`)}`,
                text: (a) => a.source,
              },
              {
                key: 'at',
                label: say('exchange.arrival-came'),
                cell: (a) => showInstant(a.at),
                text: (a) => a.at,
                sortable: true,
              },
            ]}
          />
        )}
      </Card>
      {arrival ? <ArrivalDialog id={arrival} onClose={() => open(null)} /> : null}
    </Page>
  )
}
const officeOf = (say: Say, a: ArrivalLine): string =>
  a.sort === 'recording'
    ? a.office
    : (a.unit?.name ?? say('exchange.arrival-office-none', { office: a.office }))

function ArrivalDialog({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const asked = useAsk<ArrivalSeen>('exchange.get-arrival', { arrival: id })
  return (
    <Dialog title={say('op.exchange.get-arrival')} onClose={onClose} wide>
      <Asked of={asked}>{(a) => <Arrival of={a} onDone={onClose} />}</Asked>
    </Dialog>
  )
}

function Arrival({ of: a, onDone }: { of: ArrivalSeen; onDone: () => void }): ReactNode {
  const say = useSay()
  const [deciding, setDeciding] = useState(false)
  const decide = useTell('exchange.decide-arrival', { settles: ['exchange.'], onDone })
  return (
    <Stacked>
      {a.why ? (
        <Note tone={a.state === 'waits' ? 'maize' : 'slate'} title={say(`exchange.arrival-${a.state}`)}>
          {a.why}
        </Note>
      ) : null}
      <Facts
        rows={[
          [
            say('exchange.arrival-source'),
            `${a.source}, ${say(`exchange.arrival-came-${a.came}`)}, ${showInstant(a.at)}`,
          ],
          [say('exchange.arrival-office'), officeOf(say, a)],
          [say('exchange.arrival-version'), String(a.version)],
          ...(a.case
            ? [
                [
                  say('exchange.arrival-case'),
                  <Linked key="case" to={`/cases/${a.case.id}`} mono>
                    {a.case.number}
                  </Linked>,
                ] as [string, ReactNode],
              ]
            : []),
          ...(a.decidedBy && a.decidedAt
            ? [
                [
                  say('exchange.arrival-decision'),
                  say('exchange.arrival-decided-by', { by: a.decidedBy, at: showInstant(a.decidedAt) }),
                ] as [string, ReactNode],
              ]
            : []),
        ]}
      />
      {a.differences.length > 0 ? (
        <Card title={say('exchange.arrival-differences')} tone="maize">
          {a.differences.map((d) => (
            <p key={d.field}>
              <b>{d.field}</b>: {d.before ?? '–'} → {d.now ?? '–'}
            </p>
          ))}
        </Card>
      ) : null}
      {a.matches.length > 0 ? (
        <Card title={say('exchange.arrival-matches')}>
          {a.matches.map((m) => (
            <p key={m.id}>
              <Linked to={`/cases/${m.id}`} mono>
                {m.number}
              </Linked>{' '}
              {m.title}
            </p>
          ))}
        </Card>
      ) : null}
      <Card title={say('exchange.arrival-says')}>
        <Facts rows={a.says.map((s) => [s.field, s.text] as [string, ReactNode])} />
      </Card>
      {deciding ? (
        <Form
          name={`exchange.decide ${a.id}`}
          draft={false}
          problem={decide.problem}
          initial={{
            decision:
              a.sort === 'recording' ? 'add' : a.case ? 'note' : a.matches.length > 0 ? 'add' : 'open',
            case: a.matches[0]?.id ?? a.case?.id ?? '',
            unit: a.unit?.id ?? '',
          }}
          fields={decisionFields(say, a)}
          sendLabel={say('op.exchange.decide-arrival')}
          onSend={async (v) => {
            await decide.tell({ ...v, arrival: a.id })
          }}
        />
      ) : a.state === 'waits' ? (
        <Act
          operation="exchange.decide-arrival"
          actions={a.actions}
          primary
          onAct={() => setDeciding(true)}
        />
      ) : null}
    </Stacked>
  )
}

function decisionFields(say: Say, a: ArrivalSeen): Field[] {
  const is = (d: string) => (v: Values) => v['decision'] === d
  const recording = a.sort === 'recording'
  const choices = recording
    ? (['add', 'reject'] as const)
    : a.case
      ? (['note', 'add'] as const)
      : (['open', 'add', 'reject'] as const)
  const cases = [...a.matches, ...(a.case ? [{ ...a.case, title: '' }] : [])]
  return [
    {
      key: 'decision',
      label: say('exchange.arrival-decision'),
      kind: 'choice',
      required: true,
      options: choices.map((value) => ({ value, label: say(`exchange.decide-${value}`) })),
    },
    {
      key: 'unit',
      label: say('exchange.field-unit'),
      kind: 'ref',
      ask: {
        name: 'identity.list-units',
        params: { limit: 50 },
        label: (u: { name: string }) => u.name,
        value: (u: { id: string }) => u.id,
      } as Field['ask'],
      show: is('open'),
    },
    {
      key: 'type',
      label: say(recording ? 'exchange.field-recording-kind' : 'exchange.field-type'),
      kind: 'ref',
      ask: {
        name: 'catalogue.get-code-list',
        params: { list: recording ? 'recording-kind' : 'case-type' },
        label: (c: { name: string }) => c.name,
        value: (c: { code: string }) => c.code,
      } as Field['ask'],
      show: is(recording ? 'add' : 'open'),
    },
    {
      key: 'case',
      label: say('exchange.field-case'),
      kind: cases.length > 0 ? 'choice' : 'ref',
      required: true,
      ...(cases.length > 0
        ? { options: cases.map((c) => ({ value: c.id, label: `${c.number} ${c.title}`.trim() })) }
        : {
            ask: {
              name: 'cases.find-cases',
              params: { limit: 20 },
              label: (c: { number: string; title: string }) => `${c.number} ${c.title}`,
              value: (c: { id: string }) => c.id,
            } as Field['ask'],
          }),
      show: is('add'),
    },
    { key: 'words', label: say('exchange.field-words'), kind: 'prose' },
  ]
}
