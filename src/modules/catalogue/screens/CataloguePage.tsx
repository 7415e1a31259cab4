/** The laboratory's words and rules at a glance: lists, limits by law, definitions, and what nobody has confirmed yet. */
import { useState } from 'react'
import type { z } from 'zod'
import { Act } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Card, Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { useTab } from '#ui/tab.ts'
import { useTableState } from '#ui/table-state.ts'
import type { CodeLists, Definitions, Limits, Unconfirmed } from '../contract.ts'
import { ConfirmCard } from './ConfirmCard.tsx'
import { listColumns } from './list-columns.ts'

type ListLine = z.output<typeof CodeLists>['items'][number]
type LimitLine = z.output<typeof Limits>['items'][number]
type DefinitionLine = z.output<typeof Definitions>['items'][number]
type Doubt = z.output<typeof Unconfirmed>['items'][number]
const tabs = ['lists', 'limits', 'definitions', 'unconfirmed'] as const

export default function CataloguePage() {
  const say = useSay()
  const [shown, show] = useTab(tabs)
  const searched = useTableState('catalogue.doubts')
  const doubts = useList<Doubt>('catalogue.list-unconfirmed', { limit: 50, q: searched.q || undefined })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('catalogue.title')}
        acts={
          <Act operation="catalogue.find-changes" icon="edit" to="/catalogue/studio">
            {say('catalogue.studio')}
          </Act>
        }
      />
      <Tabs
        label={say('catalogue.title')}
        value={shown}
        onChange={show}
        tabs={[
          { value: 'lists', label: say('catalogue.lists') },
          { value: 'limits', label: say('catalogue.limits') },
          { value: 'definitions', label: say('catalogue.definitions') },
          {
            value: 'unconfirmed',
            label: say('catalogue.unconfirmed'),
            ...(doubts.total === undefined ? {} : { count: doubts.total }),
          },
        ]}
      />
      {shown === 'lists' ? <Lists /> : null}
      {shown === 'limits' ? <LimitTable /> : null}
      {shown === 'definitions' ? <DefinitionTable /> : null}
      {shown === 'unconfirmed' ? <DoubtTable doubts={doubts} /> : null}
    </Page>
  )
}

function Lists() {
  const say = useSay()
  const lists = useAsk<{ items: ListLine[] }>('catalogue.list-code-lists')
  return (
    <Asked of={lists}>
      {({ items }) => (
        <DataTable<ListLine>
          name="catalogue.lists"
          rows={items}
          rowKey={(r) => r.list}
          rowTo={(r) => `/catalogue/lists/${r.list}`}
          count={items.length}
          empty={<EmptyState title={say('catalogue.no-codes')} />}
          columns={[
            ...listColumns(say),
            {
              key: 'unconfirmed',
              label: say('catalogue.unconfirmed'),
              cell: (r) =>
                r.unconfirmed > 0 ? (
                  <StateChip state="waits-person">
                    {say('catalogue.unconfirmed-count', { count: r.unconfirmed })}
                  </StateChip>
                ) : (
                  ''
                ),
              text: (r) => String(r.unconfirmed),
            },
          ]}
        />
      )}
    </Asked>
  )
}

function LimitTable() {
  const say = useSay()
  const { language } = useLanguage()
  const limits = useAsk<{ items: LimitLine[] }>('catalogue.get-limits')
  return (
    <Asked of={limits}>
      {({ items }) => (
        <DataTable<LimitLine>
          name="catalogue.limits"
          rows={items}
          rowKey={(r) => r.id}
          count={items.length}
          empty={<EmptyState title={say('catalogue.no-codes')} />}
          columns={[
            {
              key: 'name',
              label: say('catalogue.name'),
              primary: true,
              cell: (r) => r[language],
              text: (r) => r[language],
            },
            {
              key: 'value',
              label: say('catalogue.value'),
              cell: (r) => say(`catalogue.${r.comparison}`, { value: r.value, unit: r.unit }),
              text: (r) => `${r.comparison} ${r.value} ${r.unit}`,
            },
            {
              key: 'law',
              label: say('catalogue.law'),
              cell: (r) => [r.law, r.clause].filter(Boolean).join(', '),
              text: (r) => r.law,
            },
            {
              key: 'dates',
              label: say('catalogue.dates'),
              cell: (r) =>
                r.validFrom || r.validUntil
                  ? `${r.validFrom ? showDate(r.validFrom) : '…'} – ${r.validUntil ? showDate(r.validUntil) : '…'}`
                  : say('catalogue.not-dated'),
              text: (r) => `${r.validFrom ?? ''}/${r.validUntil ?? ''}`,
            },
            {
              key: 'standing',
              label: say('catalogue.unconfirmed'),
              cell: (r) =>
                r.gazette ? (
                  <StateChip state="verified">{say('catalogue.confirmed')}</StateChip>
                ) : r.unverified ? (
                  <StateChip state="waits-person">{say('catalogue.unverified')}</StateChip>
                ) : (
                  ''
                ),
              text: (r) => (r.unverified && !r.gazette ? 'unverified' : ''),
            },
            {
              key: 'source',
              label: say('catalogue.source'),
              cell: (r) => r.gazette ?? r.source ?? '',
              text: (r) => r.gazette ?? r.source ?? '',
            },
          ]}
        />
      )}
    </Asked>
  )
}

function DefinitionTable() {
  const say = useSay()
  const { language } = useLanguage()
  const list = useList<DefinitionLine>('catalogue.list-definitions', { limit: 100 })
  return (
    <DataTable<DefinitionLine>
      name="catalogue.definitions"
      rows={list.rows}
      rowKey={(r) => r.id}
      count={list.rows.length}
      more={list.more}
      hasMore={list.hasMore}
      empty={<EmptyState title={say('catalogue.no-codes')} />}
      columns={[
        {
          key: 'name',
          label: say('catalogue.name'),
          primary: true,
          sortable: true,
          cell: (r) => r[language],
          text: (r) => r[language],
        },
        {
          key: 'kind',
          label: say('catalogue.kind.definition'),
          sortable: true,
          cell: (r) => say(`catalogue.kind.${r.kind}`),
          text: (r) => r.kind,
        },
        { key: 'key', label: say('catalogue.code'), mono: true, cell: (r) => r.key, text: (r) => r.key },
        {
          key: 'version',
          label: say('catalogue.version'),
          number: true,
          cell: (r) => String(r.version),
          text: (r) => String(r.version),
        },
        {
          key: 'from',
          label: say('catalogue.in-force-from'),
          cell: (r) =>
            r.from ? showDate(r.from) : <StateChip state="not-begun">{say('catalogue.draft')}</StateChip>,
          text: (r) => r.from ?? '',
        },
      ]}
    />
  )
}

/** Outside a demonstration nothing is signed that names an unconfirmed substance or rests on an unconfirmed limit; other values hold nothing up. */
const blocksOf = (d: Doubt): 'limit' | 'substance' | 'nothing' =>
  d.kind === 'limit' ? 'limit' : d.kind === 'code' && d.key.startsWith('drug/') ? 'substance' : 'nothing'

function DoubtTable(props: { doubts: ReturnType<typeof useList<Doubt>> }) {
  const say = useSay()
  const { doubts } = props
  const [chosen, choose] = useState<Doubt | null>(null)
  return (
    <>
      {chosen ? (
        <ConfirmCard
          key={chosen.id}
          value={chosen.id}
          name={chosen.name}
          source={chosen.source}
          blocks={say(`catalogue.blocks-${blocksOf(chosen)}`)}
          onClose={() => choose(null)}
        />
      ) : null}
      <DataTable<Doubt>
        name="catalogue.doubts"
        remote
        rows={doubts.rows}
        rowKey={(r) => r.id}
        count={doubts.total ?? doubts.rows.length}
        more={doubts.more}
        hasMore={doubts.hasMore}
        onOpen={choose}
        empty={<EmptyState title={say('catalogue.nothing-to-confirm')} icon="circle-check" />}
        columns={[
          {
            key: 'name',
            label: say('catalogue.name'),
            primary: true,
            cell: (r) => r.name,
            text: (r) => r.name,
          },
          {
            key: 'kind',
            label: say('catalogue.kind.definition'),
            cell: (r) => say(`catalogue.kind.${r.kind}`),
            text: (r) => r.kind,
          },
          {
            key: 'key',
            label: say('catalogue.code'),
            cell: (r) =>
              r.kind === 'code' ? (
                <Linked to={`/catalogue/lists/${r.key.split('/')[0] ?? ''}`} mono>
                  {r.key}
                </Linked>
              ) : (
                <Mono>{r.key}</Mono>
              ),
            text: (r) => r.key,
          },
          {
            key: 'blocks',
            label: say('catalogue.blocks'),
            cell: (r) =>
              blocksOf(r) === 'nothing' ? (
                <span className="dim">{say('catalogue.blocks-nothing')}</span>
              ) : (
                <StateChip state="waits-person">{say(`catalogue.blocks-${blocksOf(r)}`)}</StateChip>
              ),
            text: (r) => say(`catalogue.blocks-${blocksOf(r)}`),
          },
          {
            key: 'source',
            label: say('catalogue.source'),
            cell: (r) => r.source ?? '',
            text: (r) => r.source ?? '',
          },
        ]}
      />
      <Card>{say('catalogue.confirm-explains')}</Card>
    </>
  )
}
