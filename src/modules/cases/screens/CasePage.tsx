/** The case: what it is, how it stands, what is next, the picture from offence to court, and everything that hangs on it. */
import { useParams } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { AsKnown, InThePast, useKnownAt } from '#ui/AsKnown.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Columns, Page, Stacked } from '#ui/Page.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { Note } from '#ui/Note.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { CaseSeen } from '../contract/case-seen.ts'
import { ActPanel } from './ActPanel.tsx'
import { CaseActs } from './CaseActs.tsx'
import { CaseHistory } from './CaseHistory.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'
import { DocumentsCard, NotesCard, OpenCard } from './CaseCards.tsx'
import { FactsCard } from './FactsCard.tsx'
import {
  CertificatesCard,
  DeathsCard,
  AlsoHereCard,
  ExhibitsCard,
  OnlyNow,
  RequestsCard,
  ScenesCard,
  useExhibitDangers,
} from './Hangings.tsx'
import { PartyCard } from './PartyCard.tsx'
import { WrittenCard } from './WrittenCard.tsx'

/** Few people ever need it: it comes when it is opened. */
const ExpungePanel = lazy(() => import('./ExpungePanel.tsx'))
/** What is kept elsewhere is told by exchange, in its own words. */
const RecordingsCard = lazy(() =>
  import('#modules/exchange/screens/RecordingsCard.tsx').then(
    (part) => ({ default: part.RecordingsCard }),
    // Without a network a part that is not kept is left out, not the page.
    () => ({ default: () => null }),
  ),
)
type Acting = { readonly operation: string; readonly fixed?: Readonly<Record<string, string>> } | null

export default function CasePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [knownAt, setKnownAt] = useKnownAt()
  const now = useAsk<CaseSeen>('cases.get-case', { case: id }, { keep: true })
  const then = useAsk<Partial<CaseSeen> & { asOf: string; later: number }>(
    'cases.case-as-known',
    { case: id, asOf: knownAt ?? undefined },
    { enabled: knownAt !== null, keep: true },
  )
  return (
    <InThePast at={knownAt}>
      {knownAt === null ? null : (
        <AsKnown at={knownAt} {...(then.data ? { left: then.data.later } : {})} onChange={setKnownAt} />
      )}
      <Asked of={now}>
        {(file) => (
          <CaseRecord
            file={knownAt === null || !then.data ? file : asKnown(file, then.data, knownAt)}
            knownAt={knownAt}
            onKnown={setKnownAt}
          />
        )}
      </Asked>
    </InThePast>
  )
}

/** What hangs on the case with a date of its own is cut at the instant; what is open now was not asked then. */
function asKnown(file: CaseSeen, then: Partial<CaseSeen>, at: string): CaseSeen {
  const by = Date.parse(at)
  return {
    ...file,
    ...then,
    notes: file.notes.filter((n) => Date.parse(n.at) <= by),
    documents: file.documents.filter((d) => Date.parse(d.at) <= by),
    tasks: [],
    related: [],
    closed: null,
    next: null,
  }
}

function CaseRecord({
  file,
  knownAt,
  onKnown,
}: {
  readonly file: CaseSeen
  readonly knownAt: string | null
  readonly onKnown: (at: string | null) => void
}) {
  const say = useSay()
  const [acting, setActing] = useState<Acting>(null)
  const [history, setHistory] = useState(false)
  const past = knownAt !== null
  const begin = (operation: string, fixed?: Readonly<Record<string, string>>): void =>
    setActing({ operation, ...(fixed ? { fixed } : {}) })
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('cases.title'), to: '/cases' },
          { label: file.number, mono: true },
        ]}
        number={file.number}
        title={file.title}
        chips={<Chips file={file} past={past} />}
        facts={factsOf(file)}
        acts={
          <ActRow>
            <Act operation="work.request-examination" icon="flask" primary to={`/work/new?case=${file.id}`} />
          </ActRow>
        }
        history={{ count: file.historyCount, onOpen: () => setHistory(true) }}
        known={{ at: knownAt, onChange: onKnown }}
        {...(file.guarded || file.restricted || file.sealed ? { logged: true as const } : {})}
      />
      <Hazards file={file} past={past} onAct={begin} />
      <Standing file={file} past={past} />
      {acting?.operation === 'cases.expunge-party' && !past ? (
        <Suspense fallback={null}>
          <ExpungePanel
            caseId={file.id}
            party={acting.fixed?.party ?? ''}
            name={file.parties.find((p) => p.id === acting.fixed?.['party'])?.name ?? null}
            onClose={() => setActing(null)}
          />
        </Suspense>
      ) : acting && !past ? (
        <ActPanel
          file={file}
          operation={acting.operation}
          {...(acting.fixed ? { fixed: acting.fixed } : {})}
          onClose={() => setActing(null)}
        />
      ) : null}
      {history ? <CaseHistory caseId={file.id} knownAt={knownAt} onClose={() => setHistory(false)} /> : null}
      <CaseTimeline caseId={file.id} knownAt={knownAt} />
      <Columns kind="thirds">
        <Stacked>
          <PartyCard
            parties={file.parties}
            past={past}
            onAct={(operation, party) => begin(operation, { party })}
          />
          <FactsCard file={file} />
        </Stacked>
        <Stacked>
          {past ? <OnlyNow title={say('cases.exhibits')} /> : <ExhibitsCard caseId={file.id} />}
          {past ? null : <AlsoHereCard caseId={file.id} />}
          <OpenCard file={file} past={past} onAct={begin} />
          {past ? null : <WrittenCard caseId={file.id} />}
        </Stacked>
        <Stacked>
          {past ? null : <DeathsCard caseId={file.id} />}
          {past ? null : <ScenesCard caseId={file.id} />}
          {past ? <OnlyNow title={say('cases.requests')} /> : <RequestsCard caseId={file.id} />}
          {past ? <OnlyNow title={say('cases.certificates')} /> : <CertificatesCard caseId={file.id} />}
          {past ? null : (
            <Suspense fallback={null}>
              <RecordingsCard caseId={file.id} />
            </Suspense>
          )}
          <NotesCard file={file} />
          <DocumentsCard file={file} />
        </Stacked>
      </Columns>
      {past ? null : <CaseActs file={file} onAct={begin} />}
    </Page>
  )
}

function Chips({ file, past }: { readonly file: CaseSeen; readonly past: boolean }) {
  const say = useSay()
  const onHold = file.holds.some((h) => h.kind === 'legal' || h.kind === 'court' || h.kind === 'appeal')
  return (
    <>
      <StateChip state={file.state === 'open' ? 'in-examination' : 'closed'}>
        {file.closedAt && file.state === 'closed' && !past
          ? say('cases.closed-on', { on: showDate(file.closedAt.slice(0, 10)) })
          : say(`cases.state-${file.state}`)}
      </StateChip>
      {file.sealed ? <StateChip state="sealed-by-order">{say('cases.chip-sealed')}</StateChip> : null}
      {file.guarded && !file.sealed ? (
        <StateChip state="minor-protected">{say('cases.chip-guarded')}</StateChip>
      ) : null}
      {file.restricted ? <StateChip state="sealed">{say('cases.chip-restricted')}</StateChip> : null}
      {file.priority < 3 && file.state === 'open' ? (
        <StateChip state="ends-soon">{say(`cases.priority-${file.priority}`)}</StateChip>
      ) : null}
      {onHold ? <StateChip state="waits-person">{say('cases.chip-hold')}</StateChip> : null}
      {file.duplicateOf ? (
        <StateChip state="void">{say('cases.chip-duplicate', { number: file.duplicateOf.number })}</StateChip>
      ) : null}
    </>
  )
}

const factsOf = (file: CaseSeen): string =>
  [
    ...file.aliases.slice(0, 2).map((a) => `${a.kindName} ${a.text}`),
    file.investigator?.name ?? file.investigator?.unitName,
  ]
    .filter(Boolean)
    .join(' · ')

/** Dangers come before everything else: those flagged on the case, and those of its exhibits. */
function Hazards(props: {
  readonly file: CaseSeen
  readonly past: boolean
  readonly onAct: (operation: string, fixed: Readonly<Record<string, string>>) => void
}) {
  const say = useSay()
  const { file, past, onAct } = props
  const exhibits = useExhibitDangers(past ? null : file.id)
  const own = new Set(file.hazards.map((h) => h.hazard))
  const others = exhibits.filter((h) => !own.has(h.hazard))
  if (file.hazards.length + others.length === 0) return null
  return (
    <Note tone="achiote" icon="warning" title={say('cases.danger')}>
      {file.hazards.map((h) => (
        <div key={h.hazard}>
          <strong>{h.name}</strong>
          {h.words ? `: ${h.words}` : ''}{' '}
          <span style={{ color: 'var(--ink2)' }}>
            {[h.by, showInstant(h.since)].filter(Boolean).join(', ')}
          </span>{' '}
          {past ? null : (
            <Act
              operation="cases.clear-hazard"
              onAct={() => onAct('cases.clear-hazard', { hazard: h.hazard })}
            />
          )}
        </div>
      ))}
      {others.map((h) => (
        <div key={h.hazard}>
          <strong>{h.name}</strong>{' '}
          <span style={{ color: 'var(--ink2)' }}>
            {say('cases.danger-of-exhibits', {
              n: h.things,
              more: h.things - h.numbers.length,
              items: h.numbers.map((n) => n.split('-').at(-1) ?? n).join(', '),
            })}
          </span>
        </div>
      ))}
    </Note>
  )
}

/** What is next, or, once closed, what was stated when it was closed. */
function Standing({ file, past }: { readonly file: CaseSeen; readonly past: boolean }) {
  const say = useSay()
  if (past) return null
  if (file.closed)
    return (
      <Note tone="reef" icon="circle-check" title={say('cases.closed-complete')}>
        {[
          say('cases.closed-by', {
            by: file.closed.by ?? '',
            at: file.closedAt ? showInstant(file.closedAt) : '',
          }),
          ...file.closed.counts.map((c) => say(`cases.done-${c.kind}`, { n: c.done })),
        ].join(' · ')}
      </Note>
    )
  if (!file.next) return null
  return (
    <NextNote what={file.next.text}>
      {file.next.since ? say('cases.since', { at: showInstant(file.next.since) }) : null}
    </NextNote>
  )
}
