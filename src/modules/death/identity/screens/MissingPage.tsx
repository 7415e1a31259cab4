/** Persons who are missed: registered here, held against every unidentified body. */
import { type ReactNode, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { EmptyState, ErrorState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import { useTableState } from '#ui/table-state.ts'
import type { MissingLine } from '../contract/identity.ts'
import { AskAct, useOptions } from '../../call/screens/asking.tsx'
import { featureFields } from './features.tsx'

export default function MissingPage(): ReactNode {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const table = useTableState('death.missing')
  const list = useList<MissingLine>('death.missing-persons', {
    limit: 50,
    state: table.filters['state'] ?? 'open',
    ...(table.q ? { q: table.q } : {}),
  })
  return (
    <Page>
      <RecordHead
        title={say('death.missing-title')}
        acts={<Act operation="death.register-missing" icon="person" primary onAct={() => setAsking(true)} />}
        logged
      />
      {list.problem ? (
        <ErrorState problem={list.problem} onRetry={list.again} />
      ) : (
        <DataTable<MissingLine>
          name="death.missing"
          rows={list.rows}
          loading={list.loading}
          remote
          searchable
          rowKey={(m) => m.id}
          hasMore={list.hasMore}
          more={list.more}
          filters={[
            {
              key: 'state',
              label: say('death.column-state'),
              options: (['open', 'found'] as const).map((value) => ({
                value,
                label: say(`death.missing-${value}`),
              })),
            },
          ]}
          columns={[
            {
              key: 'number',
              label: say('death.column-number'),
              cell: (m) => <Mono>{m.number}</Mono>,
              text: (m) => m.number,
              primary: true,
              width: '120px',
            },
            { key: 'name', label: say('death.column-name'), cell: (m) => m.name, text: (m) => m.name },
            {
              key: 'ages',
              label: say('death.column-ages'),
              cell: (m) => [m.sex, m.ages].filter(Boolean).join(', '),
              text: (m) => m.ages ?? '',
            },
            {
              key: 'seen',
              label: say('death.column-seen'),
              cell: (m) => [m.seenOn ? showDate(m.seenOn) : null, m.district].filter(Boolean).join(', '),
              text: (m) => m.seenOn ?? '',
            },
            {
              key: 'features',
              label: say('death.column-features'),
              cell: (m) => m.features,
              text: (m) => String(m.features),
              number: true,
            },
            {
              key: 'state',
              label: say('death.column-state'),
              cell: (m) => (
                <StateChip
                  tone={m.state === 'found' ? 'reef' : 'maize'}
                  icon={m.state === 'found' ? 'check' : 'zoom-question'}
                >
                  {say(`death.missing-${m.state}`)}
                </StateChip>
              ),
              text: (m) => say(`death.missing-${m.state}`),
            },
            {
              key: 'at',
              label: say('death.column-called'),
              cell: (m) => <When at={m.at} />,
              text: (m) => showInstant(m.at),
              hidden: true,
            },
          ]}
          empty={<EmptyState title={say('death.missing-empty')}>{say('death.missing-empty-how')}</EmptyState>}
        />
      )}
      {asking ? <RegisterPanel onDone={() => setAsking(false)} /> : null}
    </Page>
  )
}

function RegisterPanel({ onDone }: { onDone: () => void }): ReactNode {
  const say = useSay()
  return (
    <AskAct
      operation="death.register-missing"
      about={{}}
      onDone={onDone}
      columns={2}
      input={({ reporter, relation, phone, ...rest }) => ({
        ...rest,
        reportedBy: { name: reporter, ...(relation ? { relation } : {}), ...(phone ? { phone } : {}) },
      })}
      fields={[
        { key: 'name', kind: 'text', label: say('death.column-name'), required: true },
        { key: 'sex', kind: 'choice', label: say('death.field-sex'), options: useOptions('sex') },
        { key: 'ageFrom', kind: 'number', label: say('death.field-age-from') },
        { key: 'ageTo', kind: 'number', label: say('death.field-age-to') },
        { key: 'seenOn', kind: 'partial-date', label: say('death.field-seen-on') },
        {
          key: 'district',
          kind: 'choice',
          label: say('death.field-district'),
          options: useOptions('district'),
        },
        { key: 'seenAt', kind: 'text', label: say('death.field-seen-at') },
        { key: 'reporter', kind: 'text', label: say('death.field-reported-by'), required: true },
        { key: 'relation', kind: 'text', label: say('death.field-relation') },
        { key: 'phone', kind: 'text', label: say('death.field-phone'), max: 40 },
        featureFields(say, false),
      ]}
    />
  )
}
