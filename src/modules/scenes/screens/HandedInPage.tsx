/** What was done without a network and what became of it: by the device's own count, with both clocks; what was refused is answered here. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Act, ActRow } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { When } from '#ui/Mono.tsx'
import { Card, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMay, useMe } from '#ui/me.ts'
import { useWaiting } from '#ui/offline/use-kept.ts'
import { giveUp, isOver, type WaitingAct } from '#ui/offline/waiting.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ClaimSeen } from '#identity/contract/claims.ts'
import { DevicesCard } from './DevicesCard.tsx'
import './scenes.css'

type Claim = z.output<typeof ClaimSeen>
const states = {
  waiting: { tone: 'maize', icon: 'clock' },
  done: { tone: 'reef', icon: 'check' },
  refused: { tone: 'achiote', icon: 'warning' },
  answered: { tone: 'slate', icon: 'circle-check' },
} as const

export default function HandedInPage(): ReactNode {
  const say = useSay()
  const others = useMay('identity.recover-device')
  const claims = useAsk<{ items: Claim[] }>(
    'identity.my-claims',
    { limit: 200, ...(others ? { others: true } : {}) },
    { every: 15_000 },
  )
  const [open, setOpen] = useState<Claim | null>(null)
  const acts = useWaiting(useMe()?.person.id ?? '').rows ?? []
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('scenes.title'), to: '/scenes' }]}
        title={say('op.identity.my-claims')}
        facts={say('scenes.handed-in-facts')}
      />
      <DevicesCard />
      <Asked of={claims}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('scenes.handed-in-none')} icon="cloud-off">
              {say('scenes.handed-in-none-how')}
            </EmptyState>
          ) : (
            <Stacked>
              {[...items]
                .sort((a, b) => Number(b.state === 'refused') - Number(a.state === 'refused'))
                .map((c) => (
                  <ClaimCard key={c.id} claim={c} here={filesOf(c, acts)} onAnswer={() => setOpen(c)} />
                ))}
            </Stacked>
          )
        }
      </Asked>
      {open ? <AnswerPanel claim={open} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

/** The act on this device that was handed in as this claim, where its files lie here still. */
const filesOf = (claim: Claim, acts: readonly WaitingAct[]): WaitingAct | undefined =>
  acts.find(
    (a) =>
      a.state === 'sent' &&
      !isOver(a) &&
      a.files.length > 0 &&
      (a.answer as { id?: unknown } | null)?.id === claim.id,
  )

/** What was refused never comes into a scene, so that nothing proves its files: once it is answered, a person may let them go. */
function LetGo({ act }: { act: WaitingAct }): ReactNode {
  const say = useSay()
  const person = useMe()?.person.id ?? ''
  const n = act.files.length
  const go = async (): Promise<void> => {
    const said = await confirm({
      title: say('scenes.let-go', { n }),
      will: say('scenes.let-go-will', { names: act.files.map((f) => f.name).join(', ') }),
      danger: true,
    })
    if (said) await giveUp(person, act.id)
  }
  return (
    <Button icon="trash" onClick={() => void go()}>
      {say('scenes.let-go', { n })}
    </Button>
  )
}

function ClaimCard(props: { claim: Claim; here: WaitingAct | undefined; onAnswer: () => void }): ReactNode {
  const { claim, here, onAnswer } = props
  const say = useSay()
  const { tone, icon } = states[claim.state]
  const off = Math.abs(claim.skewMinutes) > 2
  return (
    <Card
      title={claim.title}
      aside={
        <StateChip tone={tone} icon={icon}>
          {say(`scenes.claim-${claim.state}`)}
        </StateChip>
      }
    >
      <p className="scene-line">
        {[claim.person.name, claim.device, say('scenes.claim-count', { n: claim.sequence })].join(' · ')}
        {' · '}
        <When at={claim.at} />
        {' · '}
        {say('scenes.heard-later', { at: showInstant(claim.recordedAt) })}
        {claim.carriedBy ? ` · ${say('scenes.claim-carried', { name: claim.carriedBy })}` : ''}
      </p>
      {off ? (
        <p className="scene-quiet">
          {say('scenes.claim-clock', {
            minutes: Math.abs(claim.skewMinutes),
            way: claim.skewMinutes > 0 ? 'ahead' : 'behind',
            at: showInstant(claim.deviceAt),
          })}
        </p>
      ) : null}
      {claim.flags.includes('withdrawn-since') ? (
        <p className="scene-quiet">{say('scenes.claim-withdrawn')}</p>
      ) : null}
      {claim.sentence ? <p>{claim.sentence}</p> : null}
      {claim.words ? <p className="scene-quiet">{claim.words}</p> : null}
      {claim.state === 'refused' ? (
        <ActRow>
          <Act operation="identity.answer-claim" icon="answer" onAct={onAnswer} />
        </ActRow>
      ) : null}
      {here && claim.state === 'refused' ? (
        <p className="scene-quiet">{say('scenes.let-go-after', { n: here.files.length })}</p>
      ) : null}
      {here && claim.state === 'answered' ? (
        <ActRow>
          <LetGo act={here} />
        </ActRow>
      ) : null}
    </Card>
  )
}
function AnswerPanel({ claim, onClose }: { claim: Claim; onClose: () => void }): ReactNode {
  const say = useSay()
  const tell = useTell('identity.answer-claim', { onDone: onClose })
  return (
    <Dialog title={say('op.identity.answer-claim')} onClose={onClose}>
      <Form
        name={`claim.${claim.id}`}
        fields={[
          {
            key: 'words',
            label: say('scenes.claim-words'),
            help: say('scenes.claim-words-help'),
            kind: 'prose',
            rows: 3,
            required: true,
          },
        ]}
        problem={tell.problem}
        onSend={async (v) => void (await tell.tell({ claim: claim.id, ...v }))}
        sendLabel={say('op.identity.answer-claim')}
      />
    </Dialog>
  )
}
