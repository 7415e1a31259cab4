/** One list of codes: both names, the days of each, its source, and whether somebody confirmed it. */
import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { CodeList } from '../contract.ts'
import { ConfirmCard } from './ConfirmCard.tsx'

type List = z.output<typeof CodeList>
type Line = List['items'][number]

export default function CodeListPage() {
  const say = useSay()
  const { list } = useParams({ strict: false })
  const asked = useAsk<List>('catalogue.get-code-list', { list })
  const [chosen, choose] = useState<Line | null>(null)
  return (
    <Asked of={asked}>
      {(found) => (
        <Page>
          <RecordHead
            crumbs={[{ label: say('catalogue.title'), to: '/catalogue' }, { label: found.name }]}
            number={found.list}
            title={found.name}
          />
          {chosen ? (
            <ConfirmCard
              key={chosen.id}
              value={chosen.id}
              name={chosen.name}
              source={chosen.source}
              blocks={say(`catalogue.blocks-${list === 'drug' ? 'substance' : 'nothing'}`)}
              onClose={() => choose(null)}
            />
          ) : null}
          <DataTable<Line>
            name="catalogue.codes"
            rows={found.items}
            rowKey={(r) => r.id}
            count={found.items.length}
            empty={<EmptyState title={say('catalogue.no-codes')} />}
            onOpen={(r) => choose(r.unverified && !r.confirmed ? r : null)}
            columns={[
              {
                key: 'code',
                label: say('catalogue.code'),
                mono: true,
                primary: true,
                sortable: true,
                cell: (r) => r.code,
                text: (r) => r.code,
              },
              {
                key: 'en',
                label: say('catalogue.name-en'),
                sortable: true,
                cell: (r) => r.en,
                text: (r) => r.en,
              },
              {
                key: 'es',
                label: say('catalogue.name-es'),
                sortable: true,
                cell: (r) => r.es,
                text: (r) => r.es,
              },
              {
                key: 'standing',
                label: say('catalogue.unconfirmed'),
                cell: (r) => <Standing line={r} />,
                text: (r) => (r.unverified && !r.confirmed ? 'unverified' : ''),
              },
              {
                key: 'dates',
                label: say('catalogue.dates'),
                hidden: true,
                cell: (r) =>
                  `${r.validFrom ? showDate(r.validFrom) : '…'} – ${r.validUntil ? showDate(r.validUntil) : '…'}`,
                text: (r) => `${r.validFrom ?? ''}/${r.validUntil ?? ''}`,
              },
              {
                key: 'source',
                label: say('catalogue.source'),
                cell: (r) =>
                  r.confirmed
                    ? say('catalogue.confirmed-by', { by: r.confirmed.by, gazette: r.confirmed.gazette })
                    : (r.source ?? ''),
                text: (r) => r.source ?? '',
              },
            ]}
          />
        </Page>
      )}
    </Asked>
  )
}

function Standing(props: { line: Line }) {
  const say = useSay()
  if (props.line.confirmed) return <StateChip state="verified">{say('catalogue.confirmed')}</StateChip>
  return props.line.unverified ? (
    <StateChip state="waits-person">{say('catalogue.unverified')}</StateChip>
  ) : null
}
