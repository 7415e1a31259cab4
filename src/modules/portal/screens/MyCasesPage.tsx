/** My cases on a telephone: what waits to be sent, what is announced, and each case with who has it and until when. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState, More, Skeleton } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ask, useAsk, useList } from '#ui/client.ts'
import { useMe, useMay } from '#ui/me.ts'
import { keep } from '#ui/offline/store.ts'
import { useKept } from '#ui/offline/use-kept.ts'
import { Unlock } from '#ui/offline/Unlock.tsx'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { PrelogLine } from '#modules/evidence/contract.ts'
import type { CaseStatusSeen, MyCaseLine } from '../contract.ts'
import { AskAccess } from './AskAccess.tsx'
import { CaseCard } from './CaseCard.tsx'
import { useDrafts, useSent } from './outbox.ts'
import { StageChip } from './stage.tsx'
import './portal.css'

/** The lists of an announcement are kept as soon as this page stands: whoever only ever looked here can write one down without a network. */
const SOON_MS = 5_000
function useListsKept(): void {
  const me = useMe()?.person.id
  const may = useMay('evidence.submit-prelog')
  useEffect(() => {
    if (!me || !may) return
    const timer = setTimeout(() => {
      ask('evidence.prelog-form')
        .then((form) => keep(me, 'form', 'prelog', form))
        .catch(() => undefined)
    }, SOON_MS)
    return () => clearTimeout(timer)
  }, [me, may])
}

export default function MyCasesPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('open')
  useListsKept()
  const [q, setQ] = useState('')
  const list = useList<MyCaseLine>('portal.my-cases', { show, q: q.trim() || undefined, limit: 20 })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[]}
        title={say('portal.cases')}
        acts={
          <ActRow>
            <Act operation="evidence.submit-prelog" icon="send" primary to="/portal/announce">
              {say('portal.announce')}
            </Act>
          </ActRow>
        }
      />
      <Announced />
      <input
        className="input"
        type="search"
        aria-label={say('portal.search')}
        placeholder={say('portal.search')}
        value={q}
        onChange={(e) => setQ(e.target.value)}
      />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={['open', 'ready', 'all'].map((value) => ({ value, label: say(`portal.show-${value}`) }))}
      />
      {list.problem?.status === 0 ? <KeptCases /> : null}
      {list.problem && list.problem.status !== 0 ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : null}
      {list.loading ? <Skeleton lines={4} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState title={say('portal.no-cases')}>{say('portal.no-cases-next')}</EmptyState>
      ) : null}
      {list.rows.map((c) => (
        <CaseCard key={c.id} line={c} />
      ))}
      <More of={list} />
      <Linked to="/portal/search" icon="search">
        {say('portal.search-more')}
      </Linked>
      <AskAccess key={q.trim()} typed={q.trim()} />
    </Page>
  )
}

/** Without a network: those that the person asked to keep on this device, each as it stood then. */
function KeptCases(): ReactNode {
  const say = useSay()
  const me = useMe()?.person.id ?? ''
  const kept = useKept<CaseStatusSeen>(me, 'case')
  if (kept.rows === null) return null
  return (
    <>
      <p className="dim">{say(kept.rows.length > 0 ? 'portal.kept-cases' : 'portal.no-kept-cases')}</p>
      {kept.rows.map(({ value: c, at }) => (
        <Link to={`/portal/cases/${c.id}` as string} className="portal-card" key={c.id}>
          <span className="portal-head">
            <Mono>{c.number}</Mono>
            <StageChip stage={c.stage} />
          </span>
          <strong>{c.title}</strong>
          <span className="dim">{say('portal.as-of', { at: showInstant(at) })}</span>
        </Link>
      ))}
    </>
  )
}

/** What this device still has to send, and what waits at a counter. */
function Announced(): ReactNode {
  const say = useSay()
  const me = useMe()?.person.id ?? ''
  const may = useMay('evidence.my-prelogs')
  const queries = useQueryClient()
  const drafts = useDrafts(me)
  useSent(me, () => void queries.invalidateQueries())
  const mine = useAsk<{ items: PrelogLine[] }>(
    'evidence.my-prelogs',
    { state: 'announced', limit: 10 },
    { enabled: may },
  )
  const waiting = drafts.all ?? []
  if (waiting.length === 0 && !mine.data?.items.length && drafts.shut !== 'locked') return null
  return (
    <>
      {drafts.shut === 'locked' ? <Unlock person={me} /> : null}
      {waiting.length > 0 ? (
        <Card title={say('portal.waiting', { n: waiting.length })} tone="maize">
          {waiting.map(({ draft, waits, refused }) => (
            <Link
              key={draft.id}
              to={(waits ? `/portal/announced/${draft.id}` : `/portal/announce?draft=${draft.id}`) as string}
              className="portal-row"
            >
              <span>{String(draft.values.title ?? say('portal.announce'))}</span>
              <span className="dim">
                {waits ? say('portal.waits-network') : refused ? say('device.refused') : say('portal.draft')}
              </span>
            </Link>
          ))}
          {waiting.some((d) => d.waits) ? <p className="dim">{say('portal.waiting-note')}</p> : null}
        </Card>
      ) : null}
      {mine.data?.items.length ? (
        <Card title={say('portal.announced')}>
          {mine.data.items.map((a) => (
            <Link key={a.id} to={`/portal/announced/${a.id}` as string} className="portal-row">
              <span>
                <Mono>{a.number}</Mono> {a.title}
              </span>
              <span className="dim">{a.to.name}</span>
            </Link>
          ))}
        </Card>
      ) : null}
    </>
  )
}
