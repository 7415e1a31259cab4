/** One kit: what it holds, where it went, what it became; used in a case or taken back from here. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { KitSeen } from '../../contract.ts'
import { askCases } from '../../../things/screens/state.ts'
import { KitState } from './KitState.tsx'

export default function KitPage() {
  const { id } = useParams({ strict: false })
  const kit = useAsk<KitSeen>('evidence.get-kit', { kit: String(id) })
  return <Asked of={kit}>{(k) => <Whole kit={k} />}</Asked>
}

function Whole({ kit }: { kit: KitSeen }) {
  const say = useSay()
  const [open, setOpen] = useState<'use' | 'return' | null>(null)
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('evidence.kt-title'), to: '/evidence/kits' }]}
        number={kit.number}
        title={kit.name}
        chips={<KitState kit={kit} />}
        facts={[
          kit.expiresOn ? `${say('evidence.kt-expires')} ${showDate(kit.expiresOn)}` : null,
          [kit.person, kit.unit].filter(Boolean).join(', '),
          kit.lot,
        ]
          .filter(Boolean)
          .join(' · ')}
        acts={
          <>
            <Act
              operation="evidence.use-kit"
              actions={kit.actions}
              icon="package"
              primary={kit.state === 'out'}
              onAct={() => setOpen('use')}
            />
            <Act
              operation="evidence.return-kit"
              actions={kit.actions}
              icon="door-enter"
              onAct={() => setOpen('return')}
            />
          </>
        }
      />
      {kit.thing ? (
        <Note tone="reef" icon="check" title={say('evidence.kt-became')}>
          <Linked to={`/evidence/items/${kit.thing.id}`} mono>
            {kit.thing.number}
          </Linked>
        </Note>
      ) : null}
      <Columns kind="halves">
        <Card title={say('evidence.kt-holds')}>
          <Plain
            head={[say('evidence.d-description'), say('evidence.kt-how-many')]}
            align={['left', 'right']}
            rows={kit.contents.map((c) => [c.name, c.count])}
          />
        </Card>
        <Stacked>
          <Card title={say('evidence.kt-history')}>
            <Plain
              head={[]}
              rows={kit.history.map((h) => [
                showInstant(h.at),
                <span key="h">
                  <strong>{say(`evidence.kt-act-${h.kind}`)}</strong>{' '}
                  {[h.person, h.unit].filter(Boolean).join(', ')}
                  {h.condition ? ` · ${say(conditions[h.condition] ?? '')}` : ''}
                  {h.words ? ` · ${h.words}` : ''}
                </span>,
                h.by,
              ])}
            />
          </Card>
        </Stacked>
      </Columns>
      {open === 'use' ? <UseDialog kit={kit} onClose={() => setOpen(null)} /> : null}
      {open === 'return' ? <ReturnDialog kit={kit} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

const conditions: Readonly<Record<string, string>> = {
  unused: 'evidence.kt-unused',
  damaged: 'evidence.kt-damaged',
  expired: 'evidence.kt-past',
}

function UseDialog({ kit, onClose }: { kit: KitSeen; onClose: () => void }) {
  const say = useSay()
  const go = useNavigate()
  const act = useTell<{ id: string }>('evidence.use-kit', { settles: ['evidence.'] })
  const fields: Field[] = [
    { key: 'case', label: say('evidence.g-case'), kind: 'ref', ask: askCases, required: true },
    {
      key: 'collected',
      label: say('evidence.kt-collected'),
      help: say('evidence.kt-collected-help'),
      kind: 'list',
      required: true,
      fields: [
        {
          key: 'code',
          label: say('evidence.kt-holds'),
          kind: 'choice',
          required: true,
          options: kit.contents.map((c) => ({ value: c.code, label: c.name })),
        },
        { key: 'count', label: say('evidence.kt-how-many'), kind: 'number', required: true },
        { key: 'description', label: say('evidence.d-description'), kind: 'text' },
      ],
    },
    { key: 'seal', label: say('evidence.kt-seal'), kind: 'scan' },
    { key: 'words', label: say('evidence.d-words'), kind: 'text' },
    ...(kit.expired
      ? [{ key: 'why', label: say('evidence.kt-why-late'), kind: 'text' as const, required: true }]
      : []),
  ]
  // What is collected as evidence stands there already; what was not used is taken out.
  const collected = kit.contents.filter((c) => c.itemType).map((c) => ({ code: c.code, count: c.count }))
  return (
    <Dialog title={`${say('op.evidence.use-kit')} · ${kit.number}`} onClose={onClose}>
      <Form
        name={`evidence.use-kit.${kit.id}`}
        draft={false}
        problem={act.problem}
        sendLabel={say('op.evidence.use-kit')}
        fields={fields}
        initial={{ collected }}
        onSend={async ({ why, ...values }) => {
          const rows = (values.collected ?? []) as { code: string; count: unknown; description?: string }[]
          const done = await act.tell(
            {
              ...values,
              serial: kit.number,
              collected: rows.map((c) => ({ ...c, count: Number(c.count) })),
            },
            typeof why === 'string' ? { reason: why } : {},
          )
          if (done) void go({ to: `/evidence/items/${done.id}` })
        }}
      />
    </Dialog>
  )
}

function ReturnDialog({ kit, onClose }: { kit: KitSeen; onClose: () => void }) {
  const say = useSay()
  const act = useTell('evidence.return-kit', { settles: ['evidence.'] })
  return (
    <Dialog title={`${say('op.evidence.return-kit')} · ${kit.number}`} onClose={onClose}>
      <Form
        name={`evidence.return-kit.${kit.id}`}
        draft={false}
        problem={act.problem}
        sendLabel={say('op.evidence.return-kit')}
        fields={[
          {
            key: 'condition',
            label: say('evidence.kt-condition'),
            kind: 'choice',
            required: true,
            options: Object.entries(conditions).map(([value, key]) => ({ value, label: say(key) })),
          },
          { key: 'words', label: say('evidence.d-words'), kind: 'text' },
        ]}
        onSend={async (values) => {
          if (await act.tell({ serial: kit.number, ...values })) onClose()
        }}
      />
    </Dialog>
  )
}
