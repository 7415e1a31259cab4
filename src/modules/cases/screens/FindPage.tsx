/** What the box at the top found: any number or part of one, a barcode, a name in any spelling, or several of these; best first. */
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { Hit } from '../contract/finding.ts'
import { addressOf } from './addresses.ts'

interface Hits {
  items: Hit[]
  total: number
  totalIsAtLeast: boolean
}
const kinds = {
  all: '',
  cases: 'cases.',
  exhibits: 'evidence.',
  requests: 'work.',
  reports: 'reports.',
} as const
type Kind = keyof typeof kinds

export default function FindPage() {
  const say = useSay()
  const search = useSearch({ strict: false }) as { q?: string | number }
  const q = String(search.q ?? '').trim()
  const [kind, setKind] = useState<Kind>('all')
  const [limit, setLimit] = useState(25)
  const hits = useAsk<Hits>(
    'cases.find-anything',
    { q, limit, ...(kind === 'all' ? {} : { kind: kinds[kind] }) },
    { enabled: q !== '', keep: true },
  )
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('cases.find-title') }]}
        title={q === '' ? say('cases.find-title') : say('cases.find-for', { q })}
        facts={say('cases.find-hint')}
      />
      {q === '' ? null : (
        <>
          <Tabs<Kind>
            value={kind}
            onChange={setKind}
            label={say('cases.find-title')}
            tabs={(Object.keys(kinds) as Kind[]).map((value) => ({
              value,
              label: say(`cases.find-${value}`),
            }))}
          />
          <Asked of={hits}>
            {(found) =>
              found.items.length === 0 ? (
                <EmptyState title={say('cases.find-none', { q })} icon="search">
                  {say('cases.find-none-help')}
                </EmptyState>
              ) : (
                <Card
                  title={
                    found.totalIsAtLeast
                      ? say('cases.found-more', { count: found.total })
                      : say('cases.found', { count: found.total })
                  }
                >
                  <Plain
                    head={[
                      say('cases.column-number'),
                      say('cases.column-title'),
                      say('cases.column-offence-on'),
                      say('cases.column-found'),
                    ]}
                    rows={found.items.map((h) => rowOf(h, say))}
                  />
                  {found.items.length < found.total && limit < 100 ? (
                    <Button onClick={() => setLimit(100)}>{say('cases.more')}</Button>
                  ) : null}
                </Card>
              )
            }
          </Asked>
        </>
      )}
    </Page>
  )
}

function rowOf(h: Hit, say: Say) {
  const own = h.case !== null && h.label === h.case.number
  return [
    <span key="n">
      <Linked to={addressOf(h.subject, h.root) ?? '/cases'} mono>
        {h.label}
      </Linked>
      {own || !h.case ? null : (
        <div style={{ fontSize: 12, color: 'var(--ink3)' }} className="mono">
          {h.case.number}
        </div>
      )}
    </span>,
    <span key="t">
      {h.case?.title ?? ''} {h.case?.state === 'closed' ? <StateChip state="closed" dense /> : null}
      {h.case?.districtName ? (
        <div style={{ fontSize: 12, color: 'var(--ink3)' }}>{h.case.districtName}</div>
      ) : null}
    </span>,
    h.case?.offenceOn ? showDate(h.case.offenceOn) : '',
    <span key="w">
      {h.what ?? (h.subject.startsWith('cases.party/') ? say('cases.name-hit') : '')}
      <div style={{ fontSize: 12, color: 'var(--ink3)' }}>{say(`cases.why-${h.why}`)}</div>
    </span>,
  ]
}
