/** Exhibits, requests and certificates of a case, asked of the modules that keep them; each card stands alone if its module is away. */
import { AskedList, More } from '#ui/Asked.tsx'
import { Card } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { Progress } from '#ui/Progress.tsx'
import { StateChip, type StateName } from '#ui/StateChip.tsx'
import { fileUrl, useAsk, useList } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'

interface Item {
  id: string
  number: string
  description: string
  state: string
  dangers: string[]
}
interface RequestLine {
  id: string
  number: string
  questionName: string
  state: string
  dueOn: string | null
  overdue: boolean
}
interface ReportLine {
  id: string
  number: string
  questionName: string
  state: string
  since: string
}

/** The states of a thing that it can have here; the chip's word is evidence's own. */
const itemStates: Readonly<Record<string, StateName>> = {
  received: 'received',
  held: 'at-bench',
  stored: 'in-store',
  'in-transit': 'in-transit',
  left: 'left',
  'at-court': 'at-court',
  missing: 'missing',
  returned: 'released',
  consumed: 'disposed',
  disposed: 'disposed',
  void: 'void',
}
const steps = ['asked', 'accepted', 'assigned', 'started', 'completed']
const reportStates: Readonly<Record<string, StateName>> = {
  issued: 'issued',
  withdrawn: 'withdrawn',
  drafted: 'not-begun',
  draft: 'not-begun',
}

const howMany = (list: {
  readonly rows: readonly unknown[]
  readonly total: number | undefined
  readonly totalIsAtLeast: boolean
  readonly hasMore: boolean
  readonly loading: boolean
}): string =>
  list.loading
    ? ''
    : `${list.total ?? list.rows.length}${list.totalIsAtLeast || (list.total === undefined && list.hasMore) ? '+' : ''}`

function Away({ title }: { readonly title: string }) {
  const say = useSay()
  return (
    <Card title={title}>
      <p style={{ color: 'var(--ink3)' }}>{say('cases.not-available')}</p>
    </Card>
  )
}

/** These cards know no past: better a sentence than today's state under yesterday's date. */
export function OnlyNow({ title }: { readonly title: string }) {
  const say = useSay()
  return (
    <Card title={title}>
      <p style={{ color: 'var(--ink3)' }}>{say('cases.only-now')}</p>
    </Card>
  )
}

/** What is dangerous about the exhibits, counted over all of them. */
export function useExhibitDangers(caseId: string | null): readonly ExhibitDanger[] {
  const may = useMay('evidence.dangers-of-case')
  const found = useAsk<{ items: ExhibitDanger[] }>(
    'evidence.dangers-of-case',
    { case: caseId ?? undefined },
    { enabled: may && caseId !== null },
  )
  return found.data?.items ?? []
}
interface ExhibitDanger {
  readonly hazard: string
  readonly name: string
  readonly things: number
  readonly numbers: readonly string[]
}

interface Also {
  items: {
    id: string
    number: string
    description: string
    state: string
    primary: string
    why: string
    opens: boolean
  }[]
}
/** What came in with other cases and is evidence here too; no card where there is none. */
export function AlsoHereCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('evidence.items-of-other-cases')
  const found = useAsk<Also>('evidence.items-of-other-cases', { case: caseId }, { enabled: may })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={say('evidence.oc-here')} label={say('evidence.oc-here')} aside={String(items.length)}>
      <Plain
        head={[say('cases.exhibit-no'), say('cases.exhibit-what'), say('cases.exhibit-state')]}
        rows={items.map((i) => [
          i.opens ? (
            <Linked key="n" to={`/evidence/items/${i.id}`} mono>
              {i.number}
            </Linked>
          ) : (
            <span key="n" className="mono">
              {i.number}
            </span>
          ),
          <span key="w">
            {i.description}
            <small className="notes"> {i.why}</small>
          </span>,
          <StateChip key="s" state={itemStates[i.state] ?? 'received'}>
            {say(`evidence.state-${i.state}`)}
          </StateChip>,
        ])}
      />
    </Card>
  )
}

export function ExhibitsCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('evidence.find-items')
  const found = useList<Item>(
    'evidence.find-items',
    { case: caseId, state: 'all', sort: 'number', limit: 50 },
    { enabled: may },
  )
  if (!may || found.problem) return <Away title={say('cases.exhibits')} />
  const items = found.rows
  return (
    <Card title={say('cases.exhibits')} label={say('cases.exhibits')} aside={howMany(found)}>
      <AskedList of={found}>
        {items.length === 0 ? (
          <p>{say('cases.no-exhibits')}</p>
        ) : (
          <Plain
            head={[say('cases.exhibit-no'), say('cases.exhibit-what'), say('cases.exhibit-state')]}
            rows={items.map((i) => [
              <Linked key="n" to={`/evidence/items/${i.id}`} mono>
                {i.number.split('-').at(-1) ?? i.number}
              </Linked>,
              <span key="w">
                {i.description}
                {i.dangers.length > 0 ? (
                  <>
                    {' '}
                    <StateChip tone="achiote" icon="warning" dense>
                      {i.dangers.join(', ')}
                    </StateChip>
                  </>
                ) : null}
              </span>,
              <StateChip key="s" state={itemStates[i.state] ?? 'received'}>
                {say(`evidence.state-${i.state}`)}
              </StateChip>,
            ])}
          />
        )}
      </AskedList>
      <More of={found} />
      <p>
        <Linked to={`/evidence/cases/${caseId}/samples`}>{say('evidence.sm-title')}</Linked>
      </p>
    </Card>
  )
}

/** Scenes that were attended for the case; nothing where there was none. */
export function ScenesCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('scenes.find-attendances')
  const found = useList<SceneLine>('scenes.find-attendances', { case: caseId, limit: 50 }, { enabled: may })
  const items = found.rows
  if (!may || items.length === 0) return null
  return (
    <Card title={say('cases.scenes')} aside={howMany(found)}>
      <Plain
        head={[say('cases.column-number'), '', '']}
        rows={items.map((r) => [
          <Linked key="n" to={`/scenes/${r.id}`} mono>
            {r.number}
          </Linked>,
          r.place,
          r.version > 0 ? (
            <a key="r" className="link" href={fileUrl('scenes.scene-record', { attendance: r.id })}>
              {say('cases.scene-record', { version: r.version })}
            </a>
          ) : (
            say('cases.scene-unsigned')
          ),
        ])}
      />
      <More of={found} />
    </Card>
  )
}
interface SceneLine {
  readonly id: string
  readonly number: string
  readonly place: string
  readonly version: number
}

/** Deaths that belong to the case; nothing where there is none. The name of a child stays hidden, as in every list. */
export function DeathsCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('death.calls')
  const found = useList<DeathLine>('death.calls', { case: caseId, limit: 50 }, { enabled: may })
  const items = found.rows
  if (!may || items.length === 0) return null
  return (
    <Card title={say('cases.deaths')} aside={howMany(found)}>
      <Plain
        head={[say('cases.column-number'), '', '']}
        rows={items.map((d) => [
          <Linked key="n" to={`/death/deaths/${d.id}`} mono>
            {d.number ?? d.call}
          </Linked>,
          [d.name ?? say(d.hidden ? 'death.name-hidden' : 'death.unnamed'), d.manner?.name]
            .filter(Boolean)
            .join(', '),
          say(d.cause ? `death.cause-${d.cause}` : `death.state-${d.state}`),
        ])}
      />
      <More of={found} />
    </Card>
  )
}
interface DeathLine {
  readonly id: string
  readonly number: string | null
  readonly call: string
  readonly name: string | null
  readonly hidden: boolean
  readonly state: string
  readonly cause: string | null
  readonly manner: { readonly name: string } | null
}

export function RequestsCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('work.queue')
  const found = useList<RequestLine>('work.queue', { case: caseId, limit: 50 }, { enabled: may })
  if (!may || found.problem) return <Away title={say('cases.requests')} />
  const items = found.rows
  return (
    <Card title={say('cases.requests')} aside={howMany(found)}>
      <AskedList of={found}>
        {items.length === 0 ? (
          <p>{say('cases.no-requests')}</p>
        ) : (
          <Plain
            head={[say('cases.column-number'), say('cases.exhibit-what'), '']}
            rows={items.map((r) => [
              <Linked key="n" to={`/work/requests/${r.id}`} mono>
                {r.number}
              </Linked>,
              r.questionName,
              r.overdue ? (
                <StateChip key="s" state="overdue" />
              ) : (
                <Progress
                  key="p"
                  done={steps.indexOf(r.state) + 1}
                  of={steps.length}
                  label={r.dueOn ? showDate(r.dueOn) : say(`work.state-${r.state}`)}
                />
              ),
            ])}
          />
        )}
      </AskedList>
      <More of={found} />
    </Card>
  )
}

export function CertificatesCard({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('reports.find-reports')
  const found = useList<ReportLine>('reports.find-reports', { case: caseId, limit: 50 }, { enabled: may })
  if (!may || found.problem) return <Away title={say('cases.certificates')} />
  const items = found.rows
  return (
    <Card title={say('cases.certificates')} aside={howMany(found)}>
      <AskedList of={found}>
        {items.length === 0 ? (
          <p>{say('cases.no-certificates')}</p>
        ) : (
          <Plain
            head={[say('cases.column-number'), say('cases.exhibit-what'), '']}
            rows={items.map((r) => [
              <Linked key="n" to={`/reports/${r.id}`} mono>
                {r.number}
              </Linked>,
              r.questionName,
              <StateChip key="s" state={reportStates[r.state] ?? 'waits-person'}>
                {r.state === 'issued' ? showDate(r.since.slice(0, 10)) : undefined}
              </StateChip>,
            ])}
          />
        )}
      </AskedList>
      <More of={found} />
    </Card>
  )
}
