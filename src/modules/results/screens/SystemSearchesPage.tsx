/** Searches of one exhibit in systems that stand alone: what each put forward, what comparing showed, who stands behind it, and where it leads. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Facts, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { SystemSearchSeen, SystemSearches } from '../contract/searches.ts'
import './searches.css'
import { FollowUp, RecordSearch, Verify } from './SystemSearchForms.tsx'

type Candidate = SystemSearchSeen['candidates'][number]
type Followed = Candidate['followUps'][number]
const looks = {
  hit: { tone: 'achiote', icon: 'link' },
  'no-hit': { tone: 'slate', icon: 'ban' },
  inconclusive: { tone: 'maize', icon: 'warning' },
} as const

export default function SystemSearchesPage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id: string }
  const seen = useAsk<SystemSearches>('results.system-searches', { item: id })
  return <Asked of={seen}>{(s) => <Searches of={s} />}</Asked>
}

function Searches({ of }: { readonly of: SystemSearches }): ReactNode {
  const say = useSay()
  const [recording, setRecording] = useState(false)
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: of.item.number, to: `/evidence/items/${of.item.id}`, mono: true }]}
        number={of.item.number}
        title={of.item.description}
        facts={say('op.results.system-searches')}
        logged
        acts={
          <ActRow>
            <Act
              operation="results.record-system-search"
              actions={of.actions}
              icon="search"
              primary
              onAct={() => setRecording(true)}
            />
          </ActRow>
        }
      />
      {of.searches.length === 0 ? (
        <EmptyState title={say('results.ss-none')}>{say('results.ss-none-note')}</EmptyState>
      ) : null}
      {of.searches.map((s) => (
        <SearchCard key={s.id} of={s} />
      ))}
      {of.linkedHere.length > 0 ? (
        <Card title={say('results.ss-linked-here')} aside={of.linkedHere.length}>
          <div className="fields">
            {of.linkedHere.map((l) => (
              <div key={l.id}>
                <StateChip {...looks[l.outcome]}>{say(`results.ss-outcome-${l.outcome}`)}</StateChip>{' '}
                {l.system} <LinkedTo link={l.link} />
                <p className="notes">
                  {say('results.ss-by', { by: l.by ?? '', at: showInstant(l.at) })}
                  {l.verified ? null : ` · ${say('results.ss-waits-second')}`}
                </p>
              </div>
            ))}
          </div>
        </Card>
      ) : null}
      {recording ? <RecordSearch of={of} onClose={() => setRecording(false)} /> : null}
    </Page>
  )
}

function SearchCard({ of: s }: { readonly of: SystemSearchSeen }): ReactNode {
  const say = useSay()
  return (
    <Card title={s.system} aside={<When at={s.searchedAt} />}>
      <div style={{ display: 'grid', gap: 12 }}>
        <Facts
          rows={[
            [say('results.ss-searched'), s.searched],
            [say('results.ss-databases'), s.databases.join(' · ')],
            ...(s.reference
              ? ([[say('results.ss-reference'), <Mono key="r">{s.reference}</Mono>]] as [string, ReactNode][])
              : []),
            ...(s.file
              ? ([
                  [
                    say('results.ss-file'),
                    <span key="f" style={{ overflowWrap: 'anywhere' }}>
                      <Linked to={fileUrl('results.system-search-file', { search: s.id })} icon="download">
                        {s.file.name}
                      </Linked>{' '}
                      <small className="dim">
                        SHA-256 <Mono>{s.file.sha256.slice(0, 16)}…</Mono>
                      </small>
                    </span>,
                  ],
                ] as [string, ReactNode][])
              : []),
            [say('results.ss-recorded'), say('results.ss-by', { by: s.by ?? '', at: showInstant(s.at) })],
          ]}
        />
        {s.candidates.length === 0 ? <p className="dim">{say('results.ss-no-candidates')}</p> : null}
        <ol className="candidates">
          {s.candidates.map((c) => (
            <CandidateRow key={c.id} of={c} />
          ))}
        </ol>
      </div>
    </Card>
  )
}

function CandidateRow({ of: c }: { readonly of: Candidate }): ReactNode {
  const say = useSay()
  const [acting, setActing] = useState(false)
  const [verifying, setVerifying] = useState<string | null>(null)
  return (
    <li className="candidate">
      <span className="dim">{c.rank}</span>
      <strong>
        <Mono>{c.label}</Mono>
      </strong>
      <span className="dim">
        {c.score ? (
          <>
            {say('results.ss-score')} <Mono>{c.score}</Mono>
          </>
        ) : null}
      </span>
      <div className="candidate-made">
        {c.followUps.length === 0 ? <span className="dim">{say('results.ss-waits')}</span> : null}
        {c.followUps.map((f) => (
          <Followed key={f.id} of={f} onVerify={() => setVerifying(f.id)} />
        ))}
        {c.actions.length > 0 ? (
          <TextAct
            operation="results.follow-up-candidate"
            actions={c.actions}
            icon="eye-check"
            onAct={() => setActing(true)}
          />
        ) : null}
      </div>
      {acting ? <FollowUp candidate={c.id} onClose={() => setActing(false)} /> : null}
      {verifying ? <Verify followUp={verifying} onClose={() => setVerifying(null)} /> : null}
    </li>
  )
}

function Followed({ of: f, onVerify }: { readonly of: Followed; readonly onVerify: () => void }): ReactNode {
  const say = useSay()
  return (
    <div>
      <StateChip {...looks[f.outcome]}>{say(`results.ss-outcome-${f.outcome}`)}</StateChip>{' '}
      {f.link ? <LinkedTo link={f.link} /> : null}
      <p className="notes">
        {f.words} · {say('results.ss-by', { by: f.by ?? '', at: showInstant(f.at) })}
      </p>
      {f.verified?.agrees ? (
        <StateChip tone="reef" icon="check">
          {say('results.ss-verified', { by: f.verified.by ?? '' })}
        </StateChip>
      ) : f.verified ? (
        <Note tone="achiote" icon="warning">
          {say('results.ss-differs', { by: f.verified.by ?? '', words: f.verified.words ?? '' })}
        </Note>
      ) : f.actions.length > 0 ? (
        <TextAct operation="results.verify-follow-up" actions={f.actions} icon="check" onAct={onVerify} />
      ) : (
        <p className="dim">{say('results.ss-waits-second')}</p>
      )}
    </div>
  )
}

function LinkedTo({ link }: { readonly link: NonNullable<Followed['link']> }): ReactNode {
  const say = useSay()
  if (!link.item) return <span>{say('results.ss-hidden', { name: link.ask ?? '' })}</span>
  return (
    <span>
      <Linked to={`/evidence/items/${link.item.id}`} mono>
        {link.item.number}
      </Linked>{' '}
      {link.item.description} <Mono>{link.item.case}</Mono>
    </span>
  )
}
