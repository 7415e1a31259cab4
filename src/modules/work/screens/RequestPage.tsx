/** One request: what was asked of which exhibits, every step so far, and what may be done next and by whom. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card, Columns, Facts, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { confirm } from '#ui/Confirm.tsx'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import { type Request, type SheetLine, DueCell, PriorityMark, RequestState } from './lines.tsx'
import { AcceptPanel, AssignPanel, DeclinePanel, PriorityPanel, StopPanel } from './panels.tsx'
import { TransferPanel } from './TransferPanel.tsx'
import './work.css'

type Panel = 'accept' | 'decline' | 'assign' | 'reassign' | 'stop' | 'priority' | 'transfer' | null

export default function RequestPage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id: string }
  const request = useAsk<Request>('work.request', { request: id })
  return <Asked of={request}>{(r) => <Shown request={r} />}</Asked>
}

function Shown(props: { request: Request }): ReactNode {
  const r = props.request
  const say = useSay()
  const [panel, setPanel] = useState<Panel>(null)
  const close = (): void => setPanel(null)
  const over = ['completed', 'declined', 'withdrawn'].includes(r.state)
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('work.queue-title'), to: '/work' },
          { label: r.case.number, to: `/cases/${r.case.id}`, mono: true },
          { label: say('work.request') },
        ]}
        number={r.number}
        title={r.questionName}
        chips={
          <>
            <RequestState of={r} say={say} />
            <PriorityMark of={r} say={say} />
            {r.overdue ? <DueCell of={r} say={say} /> : null}
          </>
        }
        facts={say('work.request-facts', {
          section: r.unit.name,
          day: showDate(r.askedAt),
          due: r.dueOn ? showDate(r.dueOn) : 'none',
        })}
        acts={<Acts request={r} open={setPanel} busy={panel !== null} />}
      />
      {over ? null : <Next request={r} />}
      {panel === 'accept' ? <AcceptPanel request={r} onDone={close} /> : null}
      {panel === 'decline' ? <DeclinePanel request={r} onDone={close} /> : null}
      {panel === 'assign' || panel === 'reassign' ? (
        <AssignPanel request={r} again={panel === 'reassign'} onDone={close} />
      ) : null}
      {panel === 'stop' ? <StopPanel request={r} onDone={close} /> : null}
      {panel === 'priority' ? <PriorityPanel request={r} onDone={close} /> : null}
      {panel === 'transfer' ? <TransferPanel request={r} onDone={close} /> : null}
      <Columns kind="picture">
        <Card title={say('work.what-was-asked')}>
          <Facts
            rows={[
              [say('work.column-question'), r.questionName],
              ...(r.questionText ? [[say('work.field-words'), r.questionText] as [string, ReactNode]] : []),
              [
                say('work.column-case'),
                <Linked key="case" to={`/cases/${r.case.id}`}>
                  <Mono>{r.case.number}</Mono> {r.case.title}
                </Linked>,
              ],
              [say('work.column-section'), r.unit.name],
              [say('work.column-analyst'), r.assignee?.name ?? say('work.nobody-yet')],
              [say('work.reviewer'), r.reviewer?.name ?? say('work.nobody-yet')],
              [say('work.method'), r.methodVersion?.title ?? say('work.method-not-chosen')],
              ...(r.review
                ? [
                    [
                      say('work.review'),
                      <ul key="review" className="bare">
                        {r.review.points.map((point) => (
                          <li key={point}>{point}</li>
                        ))}
                        <li className="dim">
                          {say('work.review-by', { by: r.review.by, at: showInstant(r.review.at) })}
                        </li>
                      </ul>,
                    ] as [string, ReactNode],
                  ]
                : []),
            ]}
          />
        </Card>
        <Worksheet request={r} />
      </Columns>
      <Columns kind="picture">
        <Card title={say('work.steps')}>
          <ol className="work-steps">
            <li>
              <span style={{ color: 'var(--maya)' }}>
                <Icon name="send" />
              </span>
              <span>{say('work.step-asked')}</span>
              <time dateTime={r.askedAt}>{showInstant(r.askedAt)}</time>
            </li>
            {r.steps.map((s) => (
              <li key={`${s.at}${s.kind}`}>
                <span style={{ color: 'var(--maya)' }}>
                  <Icon name={iconOf[s.kind] ?? 'point'} />
                </span>
                <span>
                  {say(`work.step-${s.kind}`)}
                  <small>
                    {[s.by, s.kind === 'stopped' && s.code ? say(`work.wait-${s.code}`) : null, s.words]
                      .filter(Boolean)
                      .join(': ')}
                  </small>
                </span>
                <time dateTime={s.at}>{showInstant(s.at)}</time>
              </li>
            ))}
          </ol>
        </Card>
        <Card title={say('work.exhibits', { n: r.itemList.length })}>
          <ul className="work-items">
            {r.itemList.map((i) => (
              <li key={i.id}>
                <Linked to={`/evidence/items/${i.id}`}>
                  <Mono>{i.number}</Mono>
                </Linked>{' '}
                {i.description}
              </li>
            ))}
          </ul>
        </Card>
      </Columns>
    </Page>
  )
}

const iconOf: Readonly<Record<string, IconName>> = {
  accepted: 'check',
  declined: 'ban',
  withdrawn: 'x',
  assigned: 'person',
  started: 'progress',
  stopped: 'clock',
  restarted: 'progress',
  rescheduled: 'calendar',
  completed: 'circle-check',
}

/** One primary: the act that moves this request on now; the others stand beside it, greyed with their reason. */
function Acts(props: { request: Request; open: (panel: Panel) => void; busy: boolean }): ReactNode {
  const { request: r, open } = props
  const say = useSay()
  const navigate = useNavigate()
  const mayOpen = useMay('results.start-worksheet')
  const start = useTell('work.start-work')
  const sheet = useTell<{ id: string }>('results.start-worksheet')
  const restart = useTell('work.restart-clock')
  const withdraw = useTell('work.withdraw-request')
  const given = (operation: string): boolean => r.actions.some((a) => a.operation === operation && a.ok)
  const primary = props.busy
    ? undefined
    : ['work.accept-request', 'work.start-work', 'work.assign-request'].find(
        (o) => given(o) && !(o === 'work.assign-request' && r.assignee),
      )
  /** Whoever begins wants the worksheet in front of them: the work is begun and its sheet opened in one go. */
  const begin = async (): Promise<void> => {
    const begun = await start.tell({ request: r.id })
    const opened = begun && mayOpen ? await sheet.tell({ request: r.id }) : null
    if (opened) await navigate({ to: `/results/worksheets/${opened.id}` })
  }
  const take = async (): Promise<void> => {
    const sure = await confirm({
      title: say('op.work.withdraw-request'),
      will: say('work.will-withdraw', { number: r.number }),
      say: say('op.work.withdraw-request'),
      danger: true,
      reason: 'required',
    })
    if (sure) await withdraw.tell({ request: r.id, words: sure.reason })
  }
  const problem = start.problem ?? sheet.problem ?? restart.problem ?? withdraw.problem
  // Once over, each act would say the same sentence; the chip says it once.
  const over = ['completed', 'declined', 'withdrawn'].includes(r.state)
  const early = r.state === 'asked' || r.state === 'accepted'
  if (over) return null
  return (
    <>
      <ActRow>
        {r.state === 'asked' ? (
          <Act
            operation="work.accept-request"
            actions={r.actions}
            icon="check"
            primary={primary === 'work.accept-request'}
            onAct={() => open('accept')}
          />
        ) : null}
        {early ? (
          <Act
            operation="work.decline-request"
            actions={r.actions}
            icon="ban"
            onAct={() => open('decline')}
          />
        ) : null}
        {r.state === 'started' ? null : (
          <Act
            operation="work.transfer-request"
            actions={r.actions}
            icon="send"
            onAct={() => open('transfer')}
          />
        )}
        {r.assignee ? (
          <Act operation="work.reassign-request" icon="person" onAct={() => open('reassign')} />
        ) : (
          <Act
            operation="work.assign-request"
            actions={r.actions}
            icon="person"
            primary={primary === 'work.assign-request'}
            onAct={() => open('assign')}
          />
        )}
        {r.state === 'started' ? null : (
          <Act
            operation="work.start-work"
            actions={r.actions}
            icon="progress"
            primary={primary === 'work.start-work'}
            busy={start.busy || sheet.busy}
            onAct={() => void begin()}
          >
            {say('work.begin')}
          </Act>
        )}
        {r.waiting ? (
          <Act
            operation="work.restart-clock"
            actions={r.actions}
            icon="clock"
            busy={restart.busy}
            onAct={() => void restart.tell({ request: r.id })}
          />
        ) : (
          <Act operation="work.stop-clock" actions={r.actions} icon="clock" onAct={() => open('stop')} />
        )}
        <Act operation="work.set-priority" icon="flag" onAct={() => open('priority')} />
        {r.state === 'started' ? null : (
          <Act
            operation="work.withdraw-request"
            actions={r.actions}
            icon="x"
            danger
            busy={withdraw.busy}
            onAct={() => void take()}
          />
        )}
      </ActRow>
      <ProblemNote of={problem} />
    </>
  )
}

function Next(props: { request: Request }): ReactNode {
  const r = props.request
  const say = useSay()
  const what = r.waiting ? 'waiting' : r.state
  const who = r.state === 'assigned' || r.state === 'started' ? r.assignee?.name : r.unit.name
  return (
    <NextNote
      what={say(`work.next-step-${what}`)}
      {...(who ? { who } : {})}
      {...(r.dueOn ? { until: showDate(r.dueOn) } : {})}
    />
  )
}

/** The worksheet of this request, or the door to it. */
function Worksheet(props: { request: Request }): ReactNode {
  const r = props.request
  const say = useSay()
  const navigate = useNavigate()
  const may = useMay('results.find-worksheets')
  const sheets = useAsk<{ items: SheetLine[] }>(
    'results.find-worksheets',
    { q: r.case.number, limit: 100 },
    { enabled: may },
  )
  const start = useTell<{ id: string }>('results.start-worksheet')
  const mine = (sheets.data?.items ?? []).filter((w) => w.request === r.id)
  const open = async (): Promise<void> => {
    const out = await start.tell({ request: r.id })
    if (out) await navigate({ to: `/results/worksheets/${out.id}` })
  }
  return (
    <Card title={say('work.worksheet')}>
      {mine.length > 0 ? (
        <ul className="work-items">
          {mine.map((w) => (
            <li key={w.id}>
              <Linked to={`/results/worksheets/${w.id}`} icon="microscope">
                <Mono>{w.number}</Mono>
              </Linked>{' '}
              {w.analyst}, {say(`work.sheet-${w.state}`)}
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p style={{ marginTop: 0, color: 'var(--ink2)' }}>{say('work.no-worksheet-yet')}</p>
          <Act
            operation="results.start-worksheet"
            icon="microscope"
            primary={r.state === 'started'}
            busy={start.busy}
            verdict={
              r.state === 'started' ? { ok: true } : { ok: false, why: say('work.worksheet-after-start') }
            }
            onAct={() => void open()}
          />
        </>
      )}
      <ProblemNote of={start.problem} />
    </Card>
  )
}
