/** The studio: everything the laboratory says for itself, by kind, each opened to be changed; and the changes that wait. */
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { CodeList, Definitions, FoundChanges, Limits } from '../contract.ts'
import type { z } from 'zod'
import { chipOf } from './change-chip.ts'

type Definition = z.output<typeof Definitions>['items'][number]
type Limit = z.output<typeof Limits>['items'][number]
type Code = z.output<typeof CodeList>['items'][number]
type Line = z.output<typeof FoundChanges>['items'][number]
type Shown = 'form' | 'type' | 'numbering' | 'limit' | 'template' | 'kit' | 'change'

/** Where something new of each kind begins; numberings are those that the program draws. */
const fresh: Partial<Record<Shown, string>> = {
  form: '/catalogue/studio/form/new',
  type: '/catalogue/studio/code/item-type~',
  limit: '/catalogue/studio/limit/new',
  template: '/catalogue/studio/template/new',
  kit: '/catalogue/studio/kit/new',
}

export default function StudioPage() {
  const say = useSay()
  const [shown, show] = useState<Shown>('form')
  const waiting = useList<Line>('catalogue.find-changes', { limit: 50, state: 'proposed' })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('catalogue.title'), to: '/catalogue' }, { label: say('catalogue.studio') }]}
        title={say('catalogue.studio')}
        facts={say('catalogue.studio-facts')}
        acts={
          fresh[shown] ? (
            <Act primary operation="catalogue.propose-change" icon="add" to={fresh[shown]}>
              {say(`catalogue.s-new-${shown}`)}
            </Act>
          ) : null
        }
      />
      <Tabs<Shown>
        value={shown}
        onChange={show}
        label={say('catalogue.studio')}
        tabs={[
          ...(['form', 'type', 'numbering', 'limit', 'template', 'kit'] as const).map((value) => ({
            value,
            label: say(`catalogue.s-tab-${value}`),
          })),
          { value: 'change', label: say('catalogue.s-tab-change'), count: waiting.rows.length },
        ]}
      />
      {shown === 'change' ? (
        <ChangeTable />
      ) : shown === 'limit' ? (
        <LimitTable />
      ) : shown === 'type' ? (
        <TypeTable />
      ) : (
        <DefinitionTable kind={shown} key={shown} />
      )}
    </Page>
  )
}

function DefinitionTable({ kind }: { kind: 'form' | 'numbering' | 'template' | 'kit' }) {
  const say = useSay()
  const { language } = useLanguage()
  const list = useList<Definition>('catalogue.list-definitions', { limit: 100, kind })
  return (
    <DataTable<Definition>
      name={`catalogue.studio.${kind}`}
      rows={list.rows}
      rowKey={(r) => r.id}
      rowTo={(r) => `/catalogue/studio/${kind}/${r.key}`}
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

function LimitTable() {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <Asked of={useAsk<{ items: Limit[] }>('catalogue.get-limits')}>
      {({ items }) => (
        <DataTable<Limit>
          name="catalogue.studio.limit"
          rows={items}
          rowKey={(r) => r.id}
          rowTo={(r) => `/catalogue/studio/limit/${r.key}`}
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
              text: (r) => `${r.value} ${r.unit}`,
            },
            { key: 'law', label: say('catalogue.law'), cell: (r) => r.law, text: (r) => r.law },
          ]}
        />
      )}
    </Asked>
  )
}

function TypeTable() {
  const say = useSay()
  return (
    <Asked of={useAsk<{ items: Code[] }>('catalogue.get-code-list', { list: 'item-type' })}>
      {({ items }) => (
        <DataTable<Code>
          name="catalogue.studio.type"
          rows={items}
          rowKey={(r) => r.id}
          rowTo={(r) => `/catalogue/studio/code/item-type~${r.code}`}
          count={items.length}
          empty={<EmptyState title={say('catalogue.no-codes')} />}
          columns={[
            {
              key: 'name',
              label: say('catalogue.name'),
              primary: true,
              sortable: true,
              cell: (r) => r.name,
              text: (r) => r.name,
            },
            {
              key: 'code',
              label: say('catalogue.code'),
              mono: true,
              cell: (r) => r.code,
              text: (r) => r.code,
            },
            {
              key: 'form',
              label: say('catalogue.kind.form'),
              mono: true,
              cell: (r) => String((r.data as { form?: string } | null)?.form ?? ''),
              text: (r) => String((r.data as { form?: string } | null)?.form ?? ''),
            },
          ]}
        />
      )}
    </Asked>
  )
}

function ChangeTable() {
  const say = useSay()
  const list = useList<Line>('catalogue.find-changes', { limit: 50 })
  return (
    <DataTable<Line>
      name="catalogue.changes"
      rows={list.rows}
      rowKey={(r) => r.id}
      rowTo={(r) => `/catalogue/changes/${r.id}`}
      count={list.rows.length}
      more={list.more}
      hasMore={list.hasMore}
      empty={<EmptyState title={say('catalogue.no-changes')} icon="circle-check" />}
      columns={[
        { key: 'why', label: say('catalogue.c-why'), primary: true, cell: (r) => r.why, text: (r) => r.why },
        {
          key: 'what',
          label: say('catalogue.c-what'),
          cell: (r) => r.names.join(', '),
          text: (r) => r.names.join(', '),
        },
        {
          key: 'state',
          label: say('catalogue.c-state'),
          cell: (r) => <StateChip state={chipOf[r.state]}>{say(`catalogue.state-${r.state}`)}</StateChip>,
          text: (r) => r.state,
        },
        { key: 'by', label: say('catalogue.c-by'), cell: (r) => r.by, text: (r) => r.by },
        { key: 'at', label: say('catalogue.c-at'), cell: (r) => showInstant(r.at), text: (r) => r.at },
        {
          key: 'from',
          label: say('catalogue.in-force-from'),
          cell: (r) => showDate(r.from),
          text: (r) => r.from,
        },
      ]}
    />
  )
}
