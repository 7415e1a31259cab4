/** What the box at the top found: any number or part of one, a barcode, a name in any spelling; best first. */
import { useSearch } from '@tanstack/react-router'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { Hit } from '../contract/finding.ts'
import { addressOf } from './addresses.ts'

interface Hits {
  items: Hit[]
  total: number
  totalIsAtLeast: boolean
}

export default function FindPage() {
  const say = useSay()
  const search = useSearch({ strict: false }) as { q?: string | number }
  const q = String(search.q ?? '').trim()
  const hits = useAsk<Hits>('cases.find-anything', { q, limit: 100 }, { enabled: q !== '', keep: true })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('cases.find-title') }]}
        title={q === '' ? say('cases.find-title') : `${say('cases.find-title')}: ${q}`}
        facts={say('cases.find-hint')}
      />
      {q === '' ? null : (
        <Asked of={hits}>
          {(found) =>
            found.items.length === 0 ? (
              <EmptyState title={say('cases.find-none', { q })} icon="search" />
            ) : (
              <Card
                title={
                  found.totalIsAtLeast
                    ? say('cases.found-more', { count: found.total })
                    : say('cases.found', { count: found.total })
                }
              >
                <Plain
                  head={[say('cases.column-number'), say('cases.column-title'), '', '']}
                  rows={found.items.map((h) => [
                    <Linked key="n" to={addressOf(h.subject, h.root) ?? '/cases'} mono>
                      {h.label}
                    </Linked>,
                    h.case?.title ?? '',
                    h.subject.startsWith('cases.party/')
                      ? say('cases.name-hit')
                      : h.case && h.label !== h.case.number
                        ? h.case.number
                        : '',
                    <span key="w" style={{ color: 'var(--ink3)' }}>
                      {say(`cases.why-${h.why}`)}
                    </span>,
                  ])}
                />
              </Card>
            )
          }
        </Asked>
      )}
    </Page>
  )
}
