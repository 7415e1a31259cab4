/** Help without a case, and complaints: what was asked, what was answered, and how it ended. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState, More, Skeleton } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { When } from '#ui/Mono.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList, useTell } from '#ui/client.ts'
import { confirm } from '#ui/Confirm.tsx'
import { Note } from '#ui/Note.tsx'
import { useSay } from '#ui/say.ts'
import type { HelpSeen } from '../contract/help.ts'
import { AskPanel } from './AskPanel.tsx'
import { Answers, Write } from './Questions.tsx'
import './portal.css'

export default function HelpPage(): ReactNode {
  const say = useSay()
  const [show, setShow] = useState('open')
  const [asking, setAsking] = useState<'help' | 'complaint' | null>(null)
  const list = useList<HelpSeen>('portal.help', { show, limit: 20 })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[]}
        title={say('portal.help-title')}
        facts={say('portal.help-note')}
        acts={
          <ActRow>
            <Act operation="portal.ask-for-help" icon="answer" primary onAct={() => setAsking('help')} />
            <Act operation="portal.complain" icon="flag" onAct={() => setAsking('complaint')} />
          </ActRow>
        }
      />
      <Tabs
        value={show}
        onChange={setShow}
        tabs={['open', 'closed', 'all'].map((value) => ({ value, label: say(`portal.help-${value}`) }))}
      />
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      {list.loading ? <Skeleton lines={4} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState title={say('portal.no-help')}>{say('portal.no-help-next')}</EmptyState>
      ) : null}
      {list.rows.map((one) => (
        <Thread key={one.id} of={one} />
      ))}
      <More of={list} />
      {asking ? <AskPanel kind={asking} onClose={() => setAsking(null)} /> : null}
    </Page>
  )
}

function Thread({ of }: { of: HelpSeen }): ReactNode {
  const say = useSay()
  const open = of.outcome === null
  return (
    <article className="portal-card">
      <span className="portal-head">
        <strong>{of.kind === 'complaint' ? say('portal.complaint') : (of.unit?.name ?? '')}</strong>
        <StateChip state={of.waits ? 'waits-person' : open ? 'in-examination' : 'closed'}>
          {say(of.waits ? 'portal.waiting-answer' : `portal.outcome-${of.outcome ?? 'answered'}`)}
        </StateChip>
      </span>
      {of.about ? (
        <Linked to={`/portal/cases/${of.about.id}`}>
          {of.about.number} {of.about.title}
        </Linked>
      ) : null}
      <p>{of.text ?? say('portal.destroyed')}</p>
      <span className="dim">
        {of.by}, <When at={of.at} />
      </span>
      <Answers of={of.said} />
      {open ? (
        <>
          {of.actions.find((a) => a.operation === 'portal.answer-help')?.ok ? (
            <Write
              operation="portal.answer-help"
              on={{ help: of.id }}
              label={say(of.mine ? 'portal.add-words' : 'portal.your-answer')}
            />
          ) : null}
          <Closing of={of} />
        </>
      ) : null}
    </article>
  )
}

const decisions = ['upheld', 'partly-upheld', 'not-upheld'] as const

/** Help is closed as answered; a complaint is decided, or taken back by who complained. */
function Closing({ of }: { of: HelpSeen }): ReactNode {
  const say = useSay()
  const act = useTell('portal.close-help')
  const close = async (outcome: string): Promise<void> => {
    const yes = await confirm({
      title: say(`portal.outcome-${outcome}`),
      will: <p>{say(`portal.will-close-${of.kind}`)}</p>,
    })
    if (yes) await act.tell({ help: of.id, outcome })
  }
  const verdict = of.actions.find((a) => a.operation === 'portal.close-help')
  return (
    <>
      {act.problem ? <Note tone="achiote">{act.problem.detail}</Note> : null}
      <ActRow>
        {of.mine ? (
          <Act operation="portal.close-help" onAct={() => void close('withdrawn')}>
            {say('portal.take-back')}
          </Act>
        ) : null}
        {of.kind === 'help' ? (
          <Act operation="portal.close-help" verdict={verdict} onAct={() => void close('answered')}>
            {say('portal.close-answered')}
          </Act>
        ) : null}
        {of.kind === 'complaint' && !of.mine
          ? decisions.map((outcome) => (
              <Act
                key={outcome}
                operation="portal.close-help"
                verdict={verdict}
                onAct={() => void close(outcome)}
              >
                {say(`portal.outcome-${outcome}`)}
              </Act>
            ))
          : null}
      </ActRow>
    </>
  )
}
