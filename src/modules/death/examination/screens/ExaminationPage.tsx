/** An examination at work: wounds on their diagrams, the protocol, organs beside their ranges, what was taken and what was asked. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useTab } from '#ui/tab.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ExaminationSeen } from '../contract/examination.ts'
import { AskAct } from '../../call/screens/asking.tsx'
import { OrganTable, Protocol, Taken } from './ExaminationCards.tsx'
import { examinationPanels } from './ExaminationPanels.tsx'
import { Pictures } from './Pictures.tsx'
import { Wounds } from './Wounds.tsx'
import '../../call/screens/death.css'

const tabs = ['wounds', 'protocol', 'organs', 'pictures', 'specimens'] as const

export default function ExaminationPage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id: string }
  const examination = useAsk<ExaminationSeen>('death.get-examination', { examination: id })
  return <Asked of={examination}>{(e) => <Shown e={e} />}</Asked>
}

export interface ExaminationProps {
  readonly e: ExaminationSeen
  readonly open: (what: string, more?: Record<string, unknown>) => void
}
function Shown({ e }: { e: ExaminationSeen }): ReactNode {
  const say = useSay()
  const [tab, setTab] = useTab(tabs)
  const [panel, setPanel] = useState<{ what: string; more: Record<string, unknown> } | null>(null)
  const open = (what: string, more: Record<string, unknown> = {}): void => setPanel({ what, more })
  const close = (): void => setPanel(null)
  const Panel = panel ? examinationPanels[panel.what] : undefined
  const props = { e, open }
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('death.calls-title'), to: '/death' },
          { label: e.number, to: `/death/deaths/${e.death}?tab=examination`, mono: true },
        ]}
        number={e.number}
        title={say(`death.examination-${e.kind}`)}
        chips={
          <StateChip tone={e.state === 'reviewed' ? 'reef' : 'maya'} icon="stethoscope">
            {say(`death.examination-state-${e.state}`)}
          </StateChip>
        }
        facts={[
          e.person || say('death.unnamed'),
          e.pathologist ? say('death.examined-by', { name: e.pathologist }) : null,
          e.startedAt ? showInstant(e.startedAt) : null,
          e.statureCm && e.weightKg ? say('death.measured', { cm: e.statureCm, kg: e.weightKg }) : null,
          e.authority,
        ]
          .filter(Boolean)
          .join(' · ')}
        acts={
          <ActRow>
            {e.state === 'ordered' ? (
              <Act
                operation="death.start-examination"
                actions={e.actions}
                icon="progress"
                primary
                onAct={() => open('start')}
              />
            ) : null}
            {e.state === 'started' ? (
              <Act
                operation="death.finish-examination"
                actions={e.actions}
                icon="check"
                primary
                onAct={() => open('finish')}
              />
            ) : null}
            {e.state === 'ordered' || e.state === 'started' ? (
              <Act
                operation="death.withdraw-examination"
                actions={e.actions}
                icon="ban"
                onAct={() => open('withdraw')}
              />
            ) : null}
            {e.state === 'finished' ? (
              <Act
                operation="death.review-examination"
                actions={e.actions}
                icon="eye-check"
                onAct={() => open('review')}
              />
            ) : null}
          </ActRow>
        }
        logged
      />
      <Tabs
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'wounds', label: say('death.card-wounds'), count: e.wounds.length },
          { value: 'protocol', label: say('death.card-protocol') },
          { value: 'organs', label: say('death.card-organs') },
          { value: 'pictures', label: say('death.card-pictures'), count: e.pictures.length },
          { value: 'specimens', label: say('death.card-specimens'), count: e.specimens.length },
        ]}
      />
      {tab === 'wounds' ? <Wounds {...props} /> : null}
      {tab === 'protocol' ? <Protocol {...props} /> : null}
      {tab === 'organs' ? <OrganTable {...props} /> : null}
      {tab === 'pictures' ? <Pictures {...props} /> : null}
      {tab === 'specimens' ? <Taken {...props} /> : null}
      {Panel && panel ? <Panel e={e} more={panel.more} onDone={close} /> : null}
      {panel?.what === 'withdraw' ? (
        <AskAct
          operation="death.withdraw-examination"
          about={{ examination: e.id }}
          onDone={close}
          fields={[{ key: 'why', kind: 'prose', rows: 2, label: say('death.field-why'), required: true }]}
        />
      ) : null}
      {panel?.what === 'finish' ? (
        <AskAct
          operation="death.finish-examination"
          about={{ examination: e.id }}
          onDone={close}
          fields={[{ key: 'words', kind: 'prose', rows: 3, label: say('death.field-own-words') }]}
        />
      ) : null}
    </Page>
  )
}
