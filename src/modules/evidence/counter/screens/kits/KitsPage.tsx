/** Blank kits by serial: what stands at which station and until when; issuing more of them. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Act } from '#ui/Act.tsx'
import { Segments } from '#ui/Choices.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { KitBoard, KitLine } from '../../contract.ts'
import { askPeople, askUnits } from '../../../things/screens/state.ts'
import { KitState } from './KitState.tsx'

const states = ['out', 'expired', 'used', 'all'] as const

export default function KitsPage() {
  const say = useSay()
  const [issuing, setIssuing] = useState(false)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('evidence.kt-title')}
        facts={say('evidence.kt-help')}
        acts={<Act operation="evidence.issue-kit" icon="send" primary onAct={() => setIssuing(true)} />}
      />
      <Board />
      <Kits />
      {issuing ? <IssueDialog onClose={() => setIssuing(false)} /> : null}
    </Page>
  )
}

function Board() {
  const say = useSay()
  const board = useAsk<KitBoard>('evidence.kit-board')
  const rows = board.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card title={say('evidence.kt-board')}>
      <Plain
        head={[
          say('evidence.kt-station'),
          say('evidence.kt-kind'),
          say('evidence.kt-out'),
          say('evidence.kt-soon'),
          say('evidence.kt-expired'),
          say('evidence.kt-used'),
        ]}
        align={['left', 'left', 'right', 'right', 'right', 'right']}
        rows={rows.map((r) => [
          r.unitName,
          r.name,
          r.out,
          r.soon > 0 ? (
            <StateChip key="s" tone="maize" icon="clock">
              {String(r.soon)}
            </StateChip>
          ) : (
            '0'
          ),
          r.expired > 0 ? (
            <StateChip key="e" tone="achiote" icon="warning">
              {String(r.expired)}
            </StateChip>
          ) : (
            '0'
          ),
          r.used,
        ])}
      />
    </Card>
  )
}

function Kits() {
  const say = useSay()
  const [state, setState] = useState<string>('out')
  const list = useList<KitLine>('evidence.find-kits', { state, limit: 100 })
  return (
    <Card title={say('evidence.kt-list')}>
      <div className="fields">
        <Segments
          frame={{ label: say('evidence.k-state') }}
          options={states.map((s) => ({ value: s, label: say(`evidence.kt-state-${s}`) }))}
          value={state}
          onChange={setState}
        />
        <DataTable
          name="kits"
          rows={list.rows}
          rowKey={(r) => r.id}
          rowTo={(r) => `/evidence/kits/${r.id}`}
          hasMore={list.hasMore}
          more={list.more}
          loading={list.loading}
          empty={{ title: say('evidence.kt-none'), children: say('evidence.kt-none-help'), icon: 'box' }}
          columns={[
            {
              key: 'number',
              label: say('evidence.kt-serial'),
              cell: (r) => r.number,
              text: (r) => r.number,
              mono: true,
              primary: true,
            },
            { key: 'kind', label: say('evidence.kt-kind'), cell: (r) => r.name, text: (r) => r.name },
            {
              key: 'state',
              label: say('evidence.k-state'),
              cell: (r) => <KitState kit={r} />,
              text: (r) => r.state,
            },
            {
              key: 'expires',
              label: say('evidence.kt-expires'),
              cell: (r) => (r.expiresOn ? showDate(r.expiresOn) : '–'),
              text: (r) => r.expiresOn ?? '',
            },
            {
              key: 'has',
              label: say('evidence.kt-has'),
              cell: (r) => [r.person, r.unit].filter(Boolean).join(', '),
              text: (r) => r.unit ?? '',
            },
            {
              key: 'since',
              label: say('evidence.kt-since'),
              cell: (r) => showInstant(r.since),
              text: (r) => r.since,
            },
          ]}
        />
      </div>
    </Card>
  )
}

interface Template {
  readonly key: string
  readonly en: string
  readonly es: string
}
function IssueDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const go = useNavigate()
  const { language } = useLanguage()
  const act = useTell<{ kits: { id: string }[] }>('evidence.issue-kit', { settles: ['evidence.'] })
  const kits = useAsk<{ items: readonly Template[] }>('catalogue.list-definitions', {
    kind: 'kit',
    limit: 50,
  })
  const options = (kits.data?.items ?? []).map((k) => ({ value: k.key, label: k[language] }))
  return (
    <Dialog title={say('op.evidence.issue-kit')} onClose={onClose}>
      <Form
        name="evidence.issue-kit"
        draft={false}
        problem={act.problem}
        sendLabel={say('op.evidence.issue-kit')}
        fields={[
          { key: 'kit', label: say('evidence.kt-kind'), kind: 'choice', required: true, options },
          {
            key: 'serials',
            label: say('evidence.kt-serials'),
            kind: 'prose',
            required: true,
            help: say('evidence.kt-serials-help'),
          },
          { key: 'expiresOn', label: say('evidence.kt-expires'), kind: 'date' },
          { key: 'lot', label: say('evidence.kt-lot'), kind: 'text' },
          { key: 'toUnit', label: say('evidence.kt-station'), kind: 'ref', ask: askUnits, required: true },
          { key: 'toPerson', label: say('evidence.kt-person'), kind: 'ref', ask: askPeople },
        ]}
        onSend={async ({ serials, ...values }) => {
          const list = String(serials)
            .split(/[\n,;]+/)
            .map((s) => s.trim())
            .filter(Boolean)
          const done = await act.tell({ ...values, serials: list })
          if (!done) return
          onClose()
          if (done.kits.length === 1) void go({ to: `/evidence/kits/${done.kits[0]?.id}` })
        }}
      />
    </Dialog>
  )
}
