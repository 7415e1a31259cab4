/** People of a case and what was asked of them: samples with their ground, refusals, parts offered back. */
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { CaseSamplesSeen } from '../contract.ts'
import { choice, code, line, second, signedAs } from './asks.ts'

type Person = CaseSamplesSeen['people'][number]
const looks = {
  sample: ['reef', 'check'],
  refusal: ['achiote', 'ban'],
  offered: ['slate', 'split'],
} as const

export default function SamplesPage() {
  const { case: of } = useParams({ strict: false }) as { case: string }
  const samples = useAsk<CaseSamplesSeen>('evidence.case-samples', { case: of })
  return <Asked of={samples}>{(s) => <Whole seen={s} />}</Asked>
}

function Whole({ seen }: { seen: CaseSamplesSeen }) {
  const say = useSay()
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: seen.case.number, to: `/cases/${seen.case.id}`, mono: true }]}
        title={say('evidence.sm-title')}
        facts={say('evidence.sm-help')}
      />
      {seen.people.length === 0 ? <EmptyState icon="people" title={say('evidence.sm-no-people')} /> : null}
      {seen.people.map((p) => (
        <PersonCard key={p.party} of={seen.case.id} person={p} />
      ))}
    </Page>
  )
}

function PersonCard({ of, person }: { of: string; person: Person }) {
  const say = useSay()
  const [open, setOpen] = useState<'take' | 'refuse' | null>(null)
  return (
    <Card title={person.name ?? say('evidence.sm-hidden')} aside={person.role}>
      <div className="fields">
        {person.lines.length === 0 ? (
          <p className="dim">{say('evidence.sm-none')}</p>
        ) : (
          <Plain
            head={[]}
            rows={person.lines.map((l) => [
              <StateChip key="k" tone={looks[l.kind][0]} icon={looks[l.kind][1]}>
                {say(`evidence.sm-is-${l.kind}`)}
              </StateChip>,
              <span key="t">
                {l.text}{' '}
                {l.item ? (
                  <Linked to={`/evidence/items/${l.item.id}`} mono>
                    {l.item.number}
                  </Linked>
                ) : null}
                <span className="dim">
                  {' '}
                  {showInstant(l.at)}, {l.by}
                </span>
              </span>,
            ])}
          />
        )}
        <ActRow>
          <Act operation="evidence.take-reference-sample" icon="flask" onAct={() => setOpen('take')} />
          <Act operation="evidence.record-refusal-to-give" icon="ban" onAct={() => setOpen('refuse')} />
        </ActRow>
      </div>
      {open === 'take' ? <TakeDialog of={of} party={person.party} onClose={() => setOpen(null)} /> : null}
      {open === 'refuse' ? <RefuseToGive of={of} party={person.party} onClose={() => setOpen(null)} /> : null}
    </Card>
  )
}

interface Of {
  readonly of: string
  readonly party: string
  readonly onClose: () => void
}
function TakeDialog({ of, party, onClose }: Of) {
  const say = useSay()
  const go = useNavigate()
  const act = useTell<{ id: string }>('evidence.take-reference-sample', { settles: ['evidence.'] })
  return (
    <Dialog title={say('op.evidence.take-reference-sample')} onClose={onClose}>
      <Form
        name={`evidence.take-reference-sample.${party}`}
        draft={false}
        problem={act.problem}
        sendLabel={say('op.evidence.take-reference-sample')}
        fields={[
          code(say, 'type', 'item-type', 'evidence.tk-what', true),
          line(say, 'description', 'evidence.d-description', true),
          choice(say, 'ground', 'evidence.tk-ground', ['consent', 'order', 'statute'], (g) =>
            say(`evidence.tk-${g}`),
          ),
          line(say, 'document', 'evidence.tk-document', true),
          { key: 'seal', label: say('evidence.d-seal'), kind: 'scan' },
          ...second(say, 'evidence.d-witness', 'evidence.d-witness-may'),
        ]}
        onSend={async ({ seal, ...v }) => {
          const done = await act.tell({
            case: of,
            party,
            ...signedAs('witness', v),
            ...(seal ? { seals: [{ number: seal }] } : {}),
          })
          if (done) void go({ to: `/evidence/items/${done.id}` })
        }}
      />
    </Dialog>
  )
}

function RefuseToGive({ of, party, onClose }: Of) {
  const say = useSay()
  const act = useTell('evidence.record-refusal-to-give', { settles: ['evidence.'] })
  return (
    <Dialog title={say('op.evidence.record-refusal-to-give')} onClose={onClose}>
      <Form
        name={`evidence.record-refusal-to-give.${party}`}
        draft={false}
        problem={act.problem}
        sendLabel={say('op.evidence.record-refusal-to-give')}
        fields={[
          code(say, 'what', 'item-type', 'evidence.tk-what', true),
          line(say, 'words', 'evidence.d-words', true),
          ...second(say, 'evidence.d-witness', 'evidence.d-witness-may'),
        ]}
        onSend={async (v) => {
          if (await act.tell({ case: of, party, ...signedAs('witness', v) })) onClose()
        }}
      />
    </Dialog>
  )
}
