/** One proposal: what is to leave, why it may, who said so, and the paper that remains. */
import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { DisposalSeen } from '../contract.ts'
import { ProposalDialog } from './ProposalDialog.tsx'
import { chipOfDisposal } from './states.ts'

export default function ProposalPage() {
  const { id } = useParams({ strict: false })
  const asked = useAsk<DisposalSeen>('evidence.get-disposal', { disposal: String(id) })
  return <Asked of={asked}>{(d) => <Whole d={d} />}</Asked>
}

function Whole({ d }: { d: DisposalSeen }) {
  const say = useSay()
  const [open, setOpen] = useState<string | null>(null)
  // A second order is rare: it is no great button.
  const first = d.actions.find(
    (a) => a.ok && (a.operation !== 'evidence.attach-disposal-order' || d.orders.length === 0),
  )?.operation
  const over = ['done', 'kept', 'refused', 'withdrawn'].includes(d.state)
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('shell.evidence-disposal'), to: '/evidence/disposal' },
          { label: d.case.number, to: `/cases/${d.case.id}`, mono: true },
          { label: d.number, mono: true },
        ]}
        number={d.number}
        title={say(`evidence.action-${d.action}`)}
        chips={
          <StateChip state={d.late ? 'overdue' : chipOfDisposal[d.state]}>
            {say(`evidence.disposal-state-${d.state}`)}
          </StateChip>
        }
        facts={`${d.case.title} · ${say('evidence.dp-by', { name: d.by, at: showInstant(d.at) })}`}
        acts={
          <ActRow>
            {d.actions.map((a) => (
              <Act
                key={a.operation}
                operation={a.operation}
                actions={d.actions}
                primary={a.operation === first}
                onAct={() => setOpen(a.operation)}
              />
            ))}
          </ActRow>
        }
      />
      {d.unconfirmed ? (
        <Note tone="maize" icon="warning" title={say('evidence.rule-unconfirmed', { rule: d.ruleName })}>
          {say('evidence.next-confirm-rule')}
        </Note>
      ) : null}
      <Columns kind="side">
        <Stacked>
          <ThingsCard d={d} />
          <PapersCard d={d} />
        </Stacked>
        <Stacked>
          {over ? null : (
            <NextNote what={d.waitsFor}>
              {d.state === 'asked' ? say('evidence.dp-until', { on: showDate(d.answerBy) }) : null}
            </NextNote>
          )}
          <RuleCard d={d} />
          <StepsCard d={d} />
        </Stacked>
      </Columns>
      {open ? <ProposalDialog operation={open} d={d} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

function ThingsCard({ d }: { d: DisposalSeen }) {
  const say = useSay()
  return (
    <Card title={say('evidence.dp-things')} aside={d.things}>
      <Plain
        head={[say('evidence.s-number'), say('evidence.t-what'), say('evidence.dp-stands')]}
        rows={d.items.map((t) => [
          <Linked key="n" to={`/evidence/items/${t.item.id}`} mono>
            {t.item.number}
          </Linked>,
          t.item.description,
          t.certificate ? (
            <StateChip key="s" state="disposed">
              {t.weighed ?? say('evidence.disposal-state-done')}
            </StateChip>
          ) : t.blocks.length > 0 ? (
            t.blocks.join(' ')
          ) : (
            <StateChip key="s" state="fit">
              {say('evidence.dp-since', { on: showDate(t.dueOn) })}
            </StateChip>
          ),
        ])}
      />
    </Card>
  )
}

function PapersCard({ d }: { d: DisposalSeen }) {
  const say = useSay()
  if (d.orders.length + d.certificates.length === 0) return null
  return (
    <Card title={say('evidence.dp-papers')}>
      <Plain
        head={[say('evidence.dp-paper'), '']}
        rows={[
          ...d.certificates.map((c) => [
            <Linked key="c" to={fileUrl('evidence.disposal-certificate', { certificate: c.id })} icon="sign">
              {c.number}
            </Linked>,
            [showInstant(c.at), c.place, ...c.witnesses].join(' · '),
          ]),
          ...d.orders.map((o) => [
            <Linked key="o" to={fileUrl('evidence.disposal-order', { order: o.id })} icon="gavel">
              {o.number}
            </Linked>,
            `${o.court} · ${showDate(o.on)}`,
          ]),
        ]}
      />
    </Card>
  )
}

function RuleCard({ d }: { d: DisposalSeen }) {
  const say = useSay()
  return (
    <Card title={say('evidence.dc-rule')}>
      <p>{d.ruleName}</p>
      {d.ruleAsks.length > 0 ? (
        <ul className="plain-list">
          {d.ruleAsks.map((a) => (
            <li key={a}>{a}</li>
          ))}
        </ul>
      ) : null}
      {d.words ? <p className="dim">{d.words}</p> : null}
    </Card>
  )
}

function StepsCard({ d }: { d: DisposalSeen }) {
  const say = useSay()
  if (d.steps.length === 0) return null
  return (
    <Card title={say('evidence.dp-steps')}>
      <Plain
        head={['', '']}
        rows={d.steps.map((s) => [
          [
            say(`evidence.disposal-step-${s.kind}`, { name: s.by }),
            s.keepUntil ? say('evidence.dp-kept-until', { on: showDate(s.keepUntil) }) : null,
            s.words,
          ]
            .filter(Boolean)
            .join(' · '),
          showInstant(s.at),
        ])}
      />
    </Card>
  )
}
