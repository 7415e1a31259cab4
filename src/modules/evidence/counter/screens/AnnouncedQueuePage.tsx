/** What is on its way to this counter, longest first; a scanned code opens its announcement and says whether the house signed it. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DataTable } from '#ui/DataTable.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { ScanBox } from '#ui/ScanBox.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { PrelogLine } from '../contract.ts'
import { checkCode, partsMissing, readCode, readPart, type CodeCheck } from '../rules.ts'

interface Read {
  readonly id: string
  readonly by: string
  readonly title: string
  readonly items: readonly { description: string; seals: string }[]
  readonly check: CodeCheck
}

export default function AnnouncedQueuePage(): ReactNode {
  const say = useSay()
  const state = useTableState('announced')
  const list = useList<PrelogLine>('evidence.announced', { q: state.q || undefined, limit: 50 })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('evidence.items'), to: '/evidence' }]}
        title={say('evidence.a-title')}
      />
      <Scanner />
      <DataTable<PrelogLine>
        name="announced"
        remote
        rows={list.rows}
        rowKey={(r) => r.id}
        rowTo={(r) => `/evidence/announced/${r.id}`}
        count={list.rows.length}
        more={list.more}
        hasMore={list.hasMore}
        empty={{ title: say('evidence.a-none'), children: say('evidence.a-none-next') }}
        columns={[
          {
            key: 'number',
            label: say('evidence.a-number'),
            mono: true,
            primary: true,
            cell: (r) => r.number,
            text: (r) => r.number,
          },
          {
            key: 'title',
            label: say('evidence.a-about'),
            cell: (r) => r.title ?? '',
            text: (r) => r.title ?? '',
          },
          {
            key: 'numbers',
            label: say('evidence.a-numbers'),
            mono: true,
            cell: (r) => r.numbers.join(', '),
            text: (r) => r.numbers.join(', '),
          },
          {
            key: 'by',
            label: say('evidence.a-by'),
            cell: (r) => [r.by, r.unit].filter(Boolean).join(', '),
            text: (r) => r.by,
          },
          {
            key: 'items',
            label: say('evidence.a-items'),
            number: true,
            cell: (r) => r.items,
            text: (r) => String(r.items),
          },
          { key: 'at', label: say('evidence.a-at'), cell: (r) => showInstant(r.at), text: (r) => r.at },
          {
            key: 'comes',
            label: say('evidence.a-comes'),
            cell: (r) => (r.comesOn ? showDate(r.comesOn) : ''),
            text: (r) => r.comesOn ?? '',
          },
        ]}
      />
    </Page>
  )
}

/** Read here, without any network; then the record is opened, where there is one. */
function Scanner(): ReactNode {
  const say = useSay()
  const go = useNavigate()
  const [parts, setParts] = useState<readonly string[]>([])
  const [read, setRead] = useState<Read | null>(null)
  const [wrong, setWrong] = useState(false)
  const scan = async (text: string): Promise<void> => {
    setWrong(false)
    setRead(null)
    if (!readPart(text)) return setWrong(true)
    const all = [...parts, text]
    setParts(all)
    if (partsMissing(all).length > 0) return
    const code = await readCode(all)
    setParts([])
    if (!code) return setWrong(true)
    const content = code.content as {
      id?: string
      by?: string
      prelog?: { title?: string; items?: { description: string; seals?: { number: string }[] }[] }
    }
    const check = await checkCode(code, await vkey())
    setRead({
      id: content.id ?? '',
      by: content.by ?? '',
      title: content.prelog?.title ?? '',
      items: (content.prelog?.items ?? []).map((i) => ({
        description: i.description,
        seals: (i.seals ?? []).map((s) => s.number).join(', '),
      })),
      check,
    })
    if (check === 'yes' && navigator.onLine && content.id)
      await go({ to: `/evidence/announced/${content.id}` })
  }
  const missing = partsMissing(parts)
  return (
    <Card title={say('evidence.a-scan')}>
      <ScanBox label={say('evidence.a-scan-label')} onScan={(text) => void scan(text)} autoFocus />
      {missing.length > 0 ? (
        <Note tone="maize">{say('evidence.a-parts', { parts: missing.join(', ') })}</Note>
      ) : null}
      {wrong ? <Note tone="achiote">{say('evidence.a-unread')}</Note> : null}
      {read ? (
        <Note
          tone={read.check === 'yes' ? 'reef' : read.check === 'no' ? 'achiote' : 'maize'}
          title={say(`evidence.a-check-${read.check}`)}
        >
          {read.by}: {read.title}
          <ul>
            {read.items.map((i, n) => (
              <li key={`${i.description} ${n}`}>
                {i.description} {i.seals}
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
    </Card>
  )
}

const KEY = 'custodia.log-key'
/** The key of the log as it was last seen, for when nothing answers. */
async function vkey(): Promise<string> {
  try {
    const answer = await fetch('/api/ledger/key')
    if (answer.ok) localStorage.setItem(KEY, (await answer.text()).trim())
  } catch {
    // What was seen last counts.
  }
  return localStorage.getItem(KEY) ?? ''
}
