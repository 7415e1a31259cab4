/** One case for who waits for it: examinations, certificates, exhibits, questions. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, Suspense, lazy, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useAskOrKept, useKeptOne } from '#ui/offline/ask-kept.ts'
import { askToLast } from '#ui/offline/room.ts'
import { keep, letGo } from '#ui/offline/store.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { CaseStatusSeen } from '../contract.ts'
import { FollowersCard } from './FollowersCard.tsx'
import { Question, Write } from './Questions.tsx'
import { ScenesCard } from '#modules/cases/screens/Hangings.tsx'
import { RateCard } from './RateCard.tsx'
import { StageChip } from './stage.tsx'

/** What is kept elsewhere is told by exchange, in its own words. */
const RecordingsCard = lazy(() =>
  import('#modules/exchange/screens/RecordingsCard.tsx').then(
    (part) => ({ default: part.RecordingsCard }),
    // Without a network a part that is not kept is left out, not the page.
    () => ({ default: () => null }),
  ),
)

export default function CaseStatusPage(): ReactNode {
  const say = useSay()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useAskOrKept<CaseStatusSeen>(
    'portal.case-status',
    { case: id },
    { kind: 'case', id, every: 60_000 },
  )
  return (
    <>
      {asked.keptAt ? (
        <Note tone="maize">{say('device.as-of', { at: showInstant(asked.keptAt) })}</Note>
      ) : null}
      <Asked of={asked}>{(c) => <Status of={c} />}</Asked>
    </>
  )
}

/** Kept on this device because the person asks for it; renewed whenever the page is looked at with a connection. */
function KeepHere({ of: c }: { of: CaseStatusSeen }): ReactNode {
  const say = useSay()
  const person = useMe()?.person.id ?? ''
  const kept = useKeptOne<CaseStatusSeen>(person, 'case', c.id)
  const [failed, setFailed] = useState(false)
  const change = async (): Promise<void> => {
    try {
      if (kept) await letGo(person, 'case', c.id)
      else await keep(person, 'case', c.id, c)
      if (!kept) await askToLast()
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <Button icon={kept ? 'check' : 'download'} pressed={Boolean(kept)} onClick={() => void change()}>
        {say(kept ? 'portal.kept-here' : 'portal.keep-here')}
      </Button>
      {failed ? <Note tone="achiote">{say('portal.not-kept-here')}</Note> : null}
    </>
  )
}

function Status({ of: c }: { of: CaseStatusSeen }): ReactNode {
  const say = useSay()
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('portal.cases'), to: '/portal' }]}
        number={c.number}
        title={c.title}
        chips={<StageChip stage={c.stage} />}
        facts={c.says}
        acts={<KeepHere of={c} />}
      />
      <Card title={say('portal.status-work')}>
        {c.work.length === 0 ? <p className="dim">{say('portal.no-work')}</p> : null}
        {c.work.map((w) => (
          <div key={w.id} className="portal-row">
            <span>
              <strong>{w.question}</strong>
              <br />
              <span className="dim">
                {w.says}
                {w.dueOn
                  ? `, ${say(w.late ? 'portal.late' : 'portal.promised', { date: showDate(w.dueOn) })}`
                  : ''}
              </span>
            </span>
            <StageChip stage={w.stage} />
          </div>
        ))}
        <Act operation="work.request-examination" icon="add" to={`/work/new?case=${c.id}`}>
          {say('portal.ask-work')}
        </Act>
      </Card>
      <Card title={say('portal.papers')}>
        {c.papers.length === 0 ? <p className="dim">{say('portal.no-papers')}</p> : null}
        {c.papers.map((p) => (
          <div key={p.report + p.number} className="portal-row">
            {p.kept ? (
              <span>
                <Mono>{p.number}</Mono>
                <br />
                <span className="dim">{p.kept}</span>
              </span>
            ) : (
              <Linked to={fileUrl('reports.report-file', { report: p.report })} icon="download">
                {say('portal.download', { number: p.number })}
              </Linked>
            )}
            {p.withdrawn ? (
              <StateChip state="withdrawn">{say('portal.withdrawn')}</StateChip>
            ) : (
              <span className="dim">{showInstant(p.issuedAt)}</span>
            )}
          </div>
        ))}
        {c.papers.length > 0 || c.items.length > 0 ? (
          <div className="portal-row">
            <Linked to={fileUrl('portal.case-packet', { case: c.id })} icon="download">
              {say('portal.packet')}
            </Linked>
          </div>
        ) : null}
        {c.papers.length > 0 || c.items.length > 0 ? (
          <p className="dim">{say('portal.download-note')}</p>
        ) : null}
      </Card>
      <Card title={say('portal.items')}>
        {c.items.map((i) => (
          <div key={i.id} className="portal-row">
            <Linked to={`/evidence/items/${i.id}`}>
              <Mono>{i.number}</Mono> {i.description}
            </Linked>
            <span className="dim">{i.says}</span>
          </div>
        ))}
      </Card>
      <ScenesCard caseId={c.id} />
      <Suspense fallback={null}>
        <RecordingsCard caseId={c.id} />
      </Suspense>
      <Card title={say('portal.questions')}>
        <p className="dim">{say('portal.questions-note')}</p>
        {c.questionsAsked.map((q) => (
          <Question key={q.id} of={q} />
        ))}
        <Write operation="portal.ask-question" on={{ case: c.id }} label={say('portal.your-question')} />
      </Card>
      <FollowersCard of={c} />
      {c.papers.length > 0 || c.stage === 'closed' ? <RateCard caseId={c.id} /> : null}
      <Facts
        rows={[
          [say('portal.investigator'), c.investigator ?? ''],
          [say('portal.numbers'), c.numbers.join(', ')],
        ]}
      />
    </Page>
  )
}
