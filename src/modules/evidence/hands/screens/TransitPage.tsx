/** What travels, with its clock, and what somebody should ask after today; both ends see the same. */
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { AskedList, EmptyState, More } from '#ui/Asked.tsx'
import { Card, Columns, Page, Stacked } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { Progress } from '#ui/Progress.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant, showSpan } from '#ui/show.ts'
import type { z } from 'zod'
import type { ConsignmentLine, OverdueLine } from '../../things/contract.ts'
import { ArrivalDialog } from './ArrivalDialog.tsx'
import { Lines } from '../../things/screens/Lines.tsx'
import './transit.css'

export default function TransitPage() {
  const say = useSay()
  const travelling = useList<z.output<typeof ConsignmentLine>>('evidence.in-transit', {}, { every: 60_000 })
  const late = useList<z.output<typeof OverdueLine>>('evidence.overdue', {}, { every: 60_000 })
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('evidence.t-title')}
        acts={
          <>
            <Act operation="evidence.dispatch-consignment" icon="truck" primary to="/evidence/scan/send">
              {say('evidence.sc-send')}
            </Act>
            <Act operation="evidence.receive-consignment" icon="door-enter" to="/evidence/scan/take-in">
              {say('evidence.sc-take-in')}
            </Act>
          </>
        }
      />
      <Columns kind="halves">
        <AskedList of={travelling}>
          {travelling.rows.length > 0 ? (
            <Stacked>
              {travelling.rows.map((c) => (
                <Consignment key={c.id} of={c} />
              ))}
              <More of={travelling} />
            </Stacked>
          ) : (
            <Card title={say('evidence.t-on-way')}>
              <EmptyState icon="truck" title={say('evidence.t-none')}>
                {say('evidence.t-none-help')}
              </EmptyState>
            </Card>
          )}
        </AskedList>
        <AskedList of={late}>
          <Card title={say('evidence.t-ask')} aside={late.rows.length || null}>
            {late.rows.length > 0 ? (
              <Plain
                head={[
                  say('evidence.s-number'),
                  say('evidence.t-what'),
                  say('evidence.s-since'),
                  say('evidence.t-whom'),
                ]}
                rows={late.rows.map((l) => [
                  <Linked key="n" to={`/evidence/items/${l.item.id}`} mono>
                    {l.item.number}
                  </Linked>,
                  <StateChip key="w" state={l.why === 'missing' ? 'missing' : 'overdue'}>
                    {say(`evidence.t-why-${l.why}`)}
                  </StateChip>,
                  `${showInstant(l.since)} (${showSpan(l.hours * 3_600_000)})`,
                  l.tell.join(' → '),
                ])}
              />
            ) : (
              <EmptyState icon="check" title={say('evidence.t-ask-none')}>
                {say('evidence.t-ask-help')}
              </EmptyState>
            )}
            <More of={late} />
          </Card>
        </AskedList>
      </Columns>
    </Page>
  )
}

function Consignment({ of: c }: { of: z.output<typeof ConsignmentLine> }) {
  const say = useSay()
  const [arriving, setArriving] = useState(false)
  const allowed = Math.max(1, Math.round((Date.parse(c.dueAt) - Date.parse(c.sentAt)) / 3_600_000))
  const dangers = [...new Set(c.things.flatMap((t) => t.dangers))]
  const named = useLocation({ select: (at) => at.hash === c.id })
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (named) self.current?.scrollIntoView({ block: 'center' })
  }, [named])
  return (
    <div id={c.id} ref={self} className={named ? 'is-named' : ''}>
      <Card
        {...(c.late ? { tone: 'achiote' as const } : {})}
        title={`${c.number} · ${c.carrier}`}
        aside={
          <StateChip state={c.late ? 'overdue' : 'in-transit'}>
            {c.late ? say('evidence.t-late') : say('evidence.state-in-transit')}
          </StateChip>
        }
      >
        <div className="fields">
          <div className="clock-line">
            <span>
              {say('evidence.t-from-to', { from: c.from, to: c.to })}
              {c.reference ? ` · ${say('evidence.d-waybill')} ${c.reference}` : ''}
            </span>
            <Progress
              done={Math.min(c.hours, allowed)}
              of={allowed}
              label={say('evidence.t-hours', { n: c.hours, due: showInstant(c.dueAt) })}
            />
          </div>
          {dangers.length > 0 ? (
            <StateChip tone="achiote" icon="warning">
              {dangers.join(', ')}
            </StateChip>
          ) : null}
          <Lines items={c.things} where={false} />
          <ActRow>
            <Act
              operation="evidence.receive-consignment"
              verdict={c.mine}
              icon="door-enter"
              onAct={() => setArriving(true)}
            />
          </ActRow>
        </div>
        {arriving ? <ArrivalDialog of={c} onClose={() => setArriving(false)} /> : null}
      </Card>
    </div>
  )
}
