/** The file of a death: who, how it stands, what is next, and everything that was told, decided and asked. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { NextNote } from '#ui/NextNote.tsx'
import { Columns, Page, Stacked, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useTab } from '#ui/tab.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { DeathSeen } from '../contract.ts'
import { bodyPanels } from './BodyPanels.tsx'
import { BodyTab } from './BodyTab.tsx'
import { causePanels } from './CausePanels.tsx'
import { CauseTab, RelativesTab } from './CauseTab.tsx'
import { IdentityTab, identityPanels } from './IdentityTab.tsx'
import {
  AskedCard,
  CallCard,
  type CardProps,
  DecisionsCard,
  DutiesCard,
  NotificationsCard,
  PlacesCard,
} from './CallCards.tsx'
import { CertificatesCard } from './CertificatesPage.tsx'
import { InquiryTab, inquiryPanels } from './InquiryTab.tsx'
import { callPanels } from './CallPanels.tsx'
import { DeathState, personText } from '../../call/screens/lines.tsx'
import '../../call/screens/death.css'

export default function DeathPage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id: string }
  const death = useAsk<DeathSeen>('death.get-death', { death: id })
  return <Asked of={death}>{(d) => <Shown death={d} />}</Asked>
}

interface Open {
  readonly what: string
  readonly more: Record<string, unknown>
}
function Shown({ death }: { death: DeathSeen }): ReactNode {
  const say = useSay()
  const [panel, setPanel] = useState<Open | null>(null)
  const open = (what: string, more: Record<string, unknown> = {}): void => setPanel({ what, more })
  const [tab, setTab] = useTab(tabs)
  const Panel = panel
    ? (callPanels[panel.what] ??
      inquiryPanels[panel.what] ??
      bodyPanels[panel.what] ??
      identityPanels[panel.what] ??
      causePanels[panel.what])
    : undefined
  const cards = { death, open }
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('death.calls-title'), to: '/death' },
          ...(death.case && death.caseNumber
            ? [{ label: death.caseNumber, to: `/cases/${death.case}`, mono: true }]
            : []),
        ]}
        number={death.number ?? death.call}
        title={personText({ ...death, hidden: false }, say)}
        chips={
          <>
            <DeathState of={death} say={say} />
            <StateChip
              tone={death.identity === 'confirmed' ? 'reef' : 'maize'}
              icon={death.identity === 'confirmed' ? 'check' : 'fingerprint'}
            >
              {say(`death.identity-${death.identity}`)}
            </StateChip>
            {death.minor ? <StateChip state="minor-protected">{say('death.child')}</StateChip> : null}
          </>
        }
        facts={[
          death.setting.name,
          ...death.circumstances.map((c) => c.name),
          death.district?.name,
          showInstant(death.calledAt),
        ]
          .filter(Boolean)
          .join(' · ')}
        acts={<Acts death={death} open={open} />}
        logged
      />
      <Next death={death} />
      {Panel && panel ? <Panel death={death} more={panel.more} onDone={() => setPanel(null)} /> : null}
      <Tabs
        value={tab}
        onChange={setTab}
        tabs={tabs.map((value) => ({ value, label: say(`death.tab-${value}`) }))}
      />
      {tab === 'inquiry' ? <InquiryTab {...cards} /> : null}
      {tab === 'body' ? <BodyTab {...cards} /> : null}
      {tab === 'identity' ? <IdentityTab {...cards} /> : null}
      {tab === 'examination' ? <CauseTab {...cards} /> : null}
      {tab === 'relatives' ? <RelativesTab {...cards} /> : null}
      {tab === 'file' ? <FileTab {...cards} /> : null}
    </Page>
  )
}

const tabs = ['file', 'inquiry', 'body', 'identity', 'examination', 'relatives'] as const
function FileTab(cards: CardProps): ReactNode {
  return (
    <Columns kind="picture">
      <Stacked>
        <PlacesCard {...cards} />
        <NotificationsCard {...cards} />
        <AskedCard {...cards} />
      </Stacked>
      <Stacked>
        <DutiesCard {...cards} />
        <DecisionsCard {...cards} />
        <CallCard {...cards} />
        <CertificatesCard death={cards.death.id} />
      </Stacked>
    </Columns>
  )
}

function Acts({ death, open }: { death: DeathSeen; open: (what: string) => void }): ReactNode {
  return (
    <ActRow>
      {death.state === 'accepted' ? null : (
        <Act
          operation="death.accept-jurisdiction"
          actions={death.actions}
          icon="check"
          primary
          onAct={() => open('accept')}
        />
      )}
      {death.state === 'open' ? (
        <Act
          operation="death.decline-jurisdiction"
          actions={death.actions}
          icon="ban"
          onAct={() => open('decline')}
        />
      ) : null}
      <Act operation="death.record-notification" icon="phone" onAct={() => open('notification')} />
    </ActRow>
  )
}

function Next({ death }: { death: DeathSeen }): ReactNode {
  const first = death.duties.find((d) => !d.done)
  return first ? <NextNote what={first.text} /> : null
}
