/** What is public, for anybody, without signing in: each table with its definition, its day, its hash, as a file too. */
import type { ReactNode } from 'react'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { BarChart, HeatGrid } from '#ui/Charts.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { OpenDataSeen } from '../contract.ts'
import { SafeTable } from './SafeTable.tsx'
import './observatory.css'

export default function OpenDataPage(): ReactNode {
  const say = useSay()
  const open = useAsk<OpenDataSeen>('observatory.open-data', {})
  return (
    <Page>
      <main className="obs-open">
        <h1>{say('observatory.open-title')}</h1>
        <Asked of={open}>
          {(seen) => (
            <>
              <p>{say('observatory.open-note', { service: seen.service })}</p>
              {seen.items.length === 0 ? <EmptyState title={say('observatory.no-open')} /> : null}
              {seen.items.map((item) => (
                <One key={item.id} item={item} />
              ))}
            </>
          )}
        </Asked>
      </main>
    </Page>
  )
}

function One({ item }: { item: OpenDataSeen['items'][number] }): ReactNode {
  const say = useSay()
  if (item.withdrawn !== null)
    return (
      <Card title={`${item.number} ${item.title}`}>
        <Note tone="achiote">{say('observatory.withdrawn-because', { words: item.withdrawn })}</Note>
      </Card>
    )
  return (
    <Card
      title={`${item.number} ${item.title}`}
      aside={(['csv', 'xlsx', 'json', ...(item.mapped ? (['geojson'] as const) : [])] as const).map((as) => (
        <a
          key={as}
          className="text-act"
          href={fileUrl('observatory.release-data', { release: item.id, as })}
          download
        >
          <Icon name="download" /> {say(`observatory.${as}`)}
        </a>
      ))}
    >
      <Drawn item={item} />
      <SafeTable title={item.title} rows={item.rows} columns={item.columns} cells={item.cells} />
      <p className="dim">{item.definition}</p>
      <p className="dim">
        {say('observatory.published-on', { on: showInstant(item.publishedAt), asOf: showInstant(item.asOf) })}{' '}
        · <Mono>{item.sha256.slice(0, 16)}</Mono>
      </p>
    </Card>
  )
}

/** The same counts as a picture: bars along one dimension, heat along two. */
function Drawn({ item }: { item: OpenDataSeen['items'][number] }): ReactNode {
  const cells = item.cells.slice(0, item.rows.length)
  if (item.columns.length === 0)
    return (
      <BarChart
        describe={item.definition}
        rows={item.rows.map((r, i) => ({
          label: r.label,
          value: cells[i]?.[0] ?? 0,
          hidden: cells[i]?.[0] === null,
        }))}
      />
    )
  return (
    <HeatGrid
      describe={item.definition}
      rows={item.rows.map((r) => r.label)}
      columns={item.columns.map((c) => c.label)}
      every={Math.ceil(item.columns.length / 12)}
      values={cells.map((line) => line.slice(0, item.columns.length))}
    />
  )
}
