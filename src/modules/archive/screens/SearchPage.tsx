/** The search over all pages: numbers however written, names as they sound, with marks on the page itself. */
import { type ReactNode, useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { PageHit, PageHits } from '../pages/contract/searching.ts'
import { PageView } from './PageView.tsx'
import './archive.css'

export default function SearchPage(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const [text, setText] = useState(q)
  const [cursor, setCursor] = useState<string | undefined>()
  const [open, setOpen] = useState<PageHit | null>(null)
  const found = useAsk<PageHits>('archive.search-pages', { q, cursor }, { enabled: q.length > 1, keep: true })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('archive.title'), to: '/archive' }]}
        title={say('op.archive.search-pages')}
        facts={say('archive.search-facts')}
      />
      <Card>
        <div className="archive-scan">
          <ScanBox
            label={say('archive.search-for')}
            expect={say('archive.search-expect')}
            big
            autoFocus
            value={text}
            onChange={setText}
            onScan={(asked) => {
              setCursor(undefined)
              void navigate({ to: '.', search: { q: asked } as never })
            }}
          />
        </div>
      </Card>
      {found.error ? <ErrorState problem={found.error} /> : null}
      {found.data && q.length > 1 ? (
        <Card
          title={say('archive.search-count', {
            n: found.data.total,
            more: found.data.totalIsAtLeast ? 1 : 0,
          })}
          aside={found.data.items[0] ? say(`archive.found-${found.data.items[0].how}`) : null}
        >
          {found.data.also.length > 0 ? (
            <Note tone="maize">{say('archive.search-also', { words: found.data.also.join(', ') })}</Note>
          ) : null}
          {found.data.items.length === 0 ? (
            <EmptyState title={say('archive.search-none')} icon="search">
              {say('archive.search-none-how')}
            </EmptyState>
          ) : (
            found.data.items.map((hit) => <Hit key={hit.page} of={hit} onOpen={() => setOpen(hit)} />)
          )}
          {found.data.nextCursor ? (
            <Button onClick={() => setCursor(found.data?.nextCursor ?? undefined)}>
              {say('archive.search-next')}
            </Button>
          ) : null}
        </Card>
      ) : null}
      {open ? (
        <Dialog
          title={`${open.file.number} · ${say('archive.page')} ${open.seq}`}
          onClose={() => setOpen(null)}
          wide
        >
          <PageView page={open.page} label={`${say('archive.page')} ${open.seq}`} marks={open.marks} />
        </Dialog>
      ) : null}
    </Page>
  )
}
function Hit({ of: hit, onOpen }: { of: PageHit; onOpen: () => void }): ReactNode {
  const say = useSay()
  return (
    <article className="archive-hit">
      <div>
        <div className="archive-req-head">
          <Linked to={`/archive/files/${hit.file.id}`} mono>
            <Mono>{hit.file.number}</Mono>
          </Linked>
          <span>
            {[hit.file.title, `${say('archive.page')} ${hit.seq}`, hit.document].filter(Boolean).join(' · ')}
          </span>
          {hit.case ? (
            <Linked to={`/cases/${hit.case.id}`} mono>
              <Mono>{hit.case.number}</Mono>
            </Linked>
          ) : null}
        </div>
        <p>
          {hit.snippet.map((s, i) =>
            s.hit ? (
              <mark key={`${i}${s.text}`}>{s.text} </mark>
            ) : (
              <span key={`${i}${s.text}`}>{s.text} </span>
            ),
          )}
        </p>
        <Button icon="zoom-in" onClick={onOpen}>
          {say('archive.show-page')}
        </Button>
      </div>
      <div className="archive-thumb">
        <div className="archive-view-page">
          <img src={fileUrl('archive.page', { page: hit.page, size: 'small' })} alt="" loading="lazy" />
          {hit.marks.map((m) => (
            <span
              key={`${m.x}-${m.y}`}
              className="archive-mark"
              style={{
                left: `${m.x * 100}%`,
                top: `${m.y * 100}%`,
                width: `${m.w * 100}%`,
                height: `${m.h * 100}%`,
              }}
            />
          ))}
        </div>
      </div>
    </article>
  )
}
