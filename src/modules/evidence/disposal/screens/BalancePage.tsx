/** The mass balance of a thing and everything taken from it: each line a weight, and whether the sum holds within its uncertainty. */
import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Act } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { ItemSeen, MassBalance } from '../../things/contract.ts'
import { second, signedAs, words } from '../../things/screens/asks.ts'
import { chipOf } from '../../things/screens/state.ts'

type Seen = z.output<typeof MassBalance>
const parts = ['received', 'left', 'used', 'returned', 'destroyed', 'difference'] as const

export default function BalancePage() {
  const { id } = useParams({ strict: false })
  const asked = useAsk<Seen>('evidence.mass-balance', { item: String(id) })
  return <Asked of={asked}>{(m) => <Whole m={m} />}</Asked>
}

function Whole({ m }: { m: Seen }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const wrong = m.balance !== null && m.balance.verdict !== 'balances'
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: m.source.number, to: `/evidence/items/${m.source.id}`, mono: true },
          { label: say('evidence.mb-title') },
        ]}
        title={say('evidence.mb-title')}
        facts={say('evidence.mb-help')}
        {...(m.balance
          ? {
              chips: (
                <StateChip state={wrong ? 'gap' : 'fit'}>{say(`evidence.mb-${m.balance.verdict}`)}</StateChip>
              ),
            }
          : {})}
        acts={
          wrong && !m.explained ? (
            <Act operation="evidence.explain-difference" icon="edit" primary onAct={() => setOpen(true)} />
          ) : null
        }
      />
      {m.explained ? (
        <Note tone="slate" icon="edit" title={m.explained.words}>
          {[
            m.explained.by,
            m.explained.witness ? say('evidence.witness-was', { name: m.explained.witness }) : null,
            showInstant(m.explained.at),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Note>
      ) : null}
      <Columns kind="side">
        <Things m={m} />
        <Stacked>
          <Sum m={m} />
        </Stacked>
      </Columns>
      {open ? <Explain m={m} onClose={() => setOpen(false)} /> : null}
    </Page>
  )
}

function Sum({ m }: { m: Seen }) {
  const say = useSay()
  const b = m.balance
  return (
    <Card title={say('evidence.mb-sum')}>
      {b ? (
        <Plain
          head={['', '']}
          rows={[
            ...parts.map((p) => [
              say(`evidence.mb-part-${p}`),
              <span key={p} className="figures">
                {`${b[p]} ${b.unit}${p === 'difference' ? ` (± ${b.uncertainty})` : ''}`}
              </span>,
            ]),
            ...(b.unweighed.length > 0 ? [[say('evidence.mb-unweighed'), String(b.unweighed.length)]] : []),
          ]}
        />
      ) : (
        <EmptyState icon="scale" title={say('evidence.mb-none')}>
          {say('evidence.mb-none-help')}
        </EmptyState>
      )}
    </Card>
  )
}

function Things({ m }: { m: Seen }) {
  const say = useSay()
  return (
    <Card title={say('evidence.mb-family')} aside={m.things.length}>
      <Plain
        head={[
          say('evidence.s-number'),
          say('evidence.t-what'),
          say('evidence.mb-first'),
          say('evidence.mb-now'),
          say('evidence.dp-stands'),
        ]}
        rows={m.things.map((t) => [
          <Linked key="n" to={`/evidence/items/${t.id}`} mono>
            {t.number}
          </Linked>,
          t.description,
          t.first ?? '–',
          t.now ?? '–',
          <StateChip key="s" state={chipOf[t.state as ItemSeen['state']]}>
            {say(`evidence.state-${t.state}`)}
          </StateChip>,
        ])}
      />
    </Card>
  )
}

function Explain({ m, onClose }: { m: Seen; onClose: () => void }) {
  const say = useSay()
  const act = useTell('evidence.explain-difference', { settles: ['evidence.'] })
  return (
    <Dialog title={`${say('op.evidence.explain-difference')} · ${m.source.number}`} onClose={onClose}>
      <Form
        name={`evidence.mass-balance.${m.source.id}`}
        draft={false}
        problem={act.problem}
        sendLabel={say('op.evidence.explain-difference')}
        fields={[
          { ...words(say), required: true },
          ...second(say, 'evidence.d-witness', 'evidence.mb-witness-help'),
        ]}
        onSend={async (values) => {
          const input = { item: m.source.id, about: `balance:${m.source.id}`, ...signedAs('witness', values) }
          if (await act.tell(input)) onClose()
        }}
      />
    </Dialog>
  )
}
