/** The case: what it is, how it stands, what is next, the picture from offence to court, and everything that hangs on it. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { AsKnown, InThePast, useKnownAt } from '#ui/AsKnown.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Card, Columns, Facts, Page, Stacked } from '#ui/Page.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { CaseSeen } from '../contract/case-seen.ts'
import { ActPanel } from './ActPanel.tsx'
import { CaseHistory } from './CaseHistory.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'
import { DocumentsCard, NotesCard, OpenCard } from './CaseCards.tsx'
import { CertificatesCard, ExhibitsCard, OnlyNow, RequestsCard } from './Hangings.tsx'
import { PartyCard } from './PartyCard.tsx'

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
        chips={<Chips file={file} />}
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
      {file.next && !past ? <NextNote what={file.next.text} /> : null}
      {acting && !past ? (
        <ActPanel
          caseId={file.id}
          operation={acting.operation}
          {...(acting.fixed ? { fixed: acting.fixed } : {})}
          onClose={() => setActing(null)}
        />
      ) : null}
      {history ? <CaseHistory caseId={file.id} knownAt={knownAt} onClose={() => setHistory(false)} /> : null}
      <CaseTimeline caseId={file.id} knownAt={knownAt} />
      <Columns kind="thirds">
        <PartyCard
          parties={file.parties}
          past={past}
          onAct={(operation, party) => begin(operation, { party })}
        />
        {past ? <OnlyNow title={say('cases.exhibits')} /> : <ExhibitsCard caseId={file.id} />}
        <Stacked>
          {past ? <OnlyNow title={say('cases.requests')} /> : <RequestsCard caseId={file.id} />}
          {past ? <OnlyNow title={say('cases.certificates')} /> : <CertificatesCard caseId={file.id} />}
        </Stacked>
      </Columns>
      <Columns kind="thirds">
        <FactsCard file={file} />
        <Stacked>
          <OpenCard file={file} past={past} onAct={begin} />
          <DocumentsCard file={file} />
        </Stacked>
        <NotesCard file={file} />
      </Columns>
      {past ? null : <Acts file={file} onAct={begin} />}
    </Page>
  )
}

function Chips({ file }: { readonly file: CaseSeen }) {
  const say = useSay()
  return (
    <>
      <StateChip state={file.state === 'open' ? 'in-examination' : 'closed'}>
        {say(`cases.state-${file.state}`)}
      </StateChip>
      {file.sealed ? <StateChip state="sealed-by-order">{say('cases.chip-sealed')}</StateChip> : null}
      {file.guarded && !file.sealed ? (
        <StateChip state="minor-protected">{say('cases.chip-guarded')}</StateChip>
      ) : null}
      {file.restricted ? <StateChip state="sealed">{say('cases.chip-restricted')}</StateChip> : null}
      {file.holds.length > 0 && !file.sealed && !file.restricted ? (
        <StateChip state="waits-person">{say('cases.chip-hold')}</StateChip>
      ) : null}
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

function FactsCard({ file }: { readonly file: CaseSeen }) {
  const say = useSay()
  const i = file.incident
  const when = i?.on
    ? [showDate(i.on), i.time].filter(Boolean).join(' ')
    : i?.absent
      ? say(`cases.${i.absent}`)
      : say('cases.unknown')
  const mile =
    i?.mile && i.highway ? say('cases.mile', { mile: i.mile, highway: i.highway.name }) : i?.highway?.name
  const where = [i?.text, mile, i?.settlement?.name, i?.district?.name].filter(Boolean).join(', ')
  return (
    <Card title={say('cases.facts')}>
      <Facts
        rows={[
          [say('cases.column-type'), file.type.name],
          [
            say('cases.offences'),
            file.offences
              .map((o) => (o.counts && o.counts > 1 ? `${o.name} (${o.counts})` : o.name))
              .join('; ') || '–',
          ],
          [say('cases.when'), when],
          [say('cases.place'), where || '–'],
          [
            say('cases.investigator'),
            [file.investigator?.name, file.investigator?.unitName].filter(Boolean).join(', ') || '–',
          ],
          [say('cases.numbers'), file.aliases.map((a) => `${a.kindName} ${a.text}`).join('; ') || '–'],
          [say('cases.form-priority'), say(`cases.priority-${file.priority}`)],
          ...(file.summary ? [[say('cases.summary'), file.summary] as [string, string]] : []),
          ...(file.related.length > 0
            ? [
                [
                  say('cases.links', { count: file.related.length }),
                  file.related.map((r) => r.number).join(', '),
                ] as [string, string],
              ]
            : []),
        ]}
      />
    </Card>
  )
}

/** Everything that may be done with the case, in the words of the house; what may not says why beneath. */
function Acts({ file, onAct }: { readonly file: CaseSeen; readonly onAct: (operation: string) => void }) {
  const say = useSay()
  return (
    <Card title={say('cases.more-acts')}>
      <ActRow>
        {file.actions
          .filter((a) => a.ok)
          .map((a) => (
            <TextAct
              key={a.operation}
              operation={a.operation}
              actions={file.actions}
              onAct={() => onAct(a.operation)}
            />
          ))}
      </ActRow>
      <ActRow>
        {file.actions
          .filter((a) => !a.ok)
          .map((a) => (
            <Act key={a.operation} operation={a.operation} actions={file.actions} />
          ))}
      </ActRow>
    </Card>
  )
}
