/** A proposed change: what differs, what stands on it, who proposed it and who decides. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate, showInstant } from '#ui/show.ts'
import type { ChangeSeen } from '../contract.ts'
import { Touches } from './Touches.tsx'
import { chipOf } from './change-chip.ts'

export default function ChangePage() {
  const say = useSay()
  const { change } = useParams({ strict: false })
  const asked = useAsk<ChangeSeen>('catalogue.get-change', { change })
  return (
    <Asked of={asked}>{(found) => <Change key={found.id + found.state} change={found} say={say} />}</Asked>
  )
}

function Change({ change, say }: { change: ChangeSeen; say: ReturnType<typeof useSay> }) {
  const [declining, setDeclining] = useState(false)
  const approve = useTell<{ id: string }>('catalogue.approve-change', { settles: ['catalogue.'] })
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('catalogue.title'), to: '/catalogue' },
          { label: say('catalogue.studio'), to: '/catalogue/studio' },
          { label: say('catalogue.change') },
        ]}
        title={change.why}
        chips={<StateChip state={chipOf[change.state]}>{say(`catalogue.state-${change.state}`)}</StateChip>}
        facts={[
          say('catalogue.c-proposed-by', { by: change.by, at: showInstant(change.at) }),
          say('catalogue.c-from', { from: showDate(change.from) }),
          change.decided
            ? say('catalogue.c-decided-by', { by: change.decided.by, at: showInstant(change.decided.at) })
            : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        acts={
          <>
            <Act
              operation="catalogue.decline-change"
              actions={change.actions}
              onAct={() => setDeclining(true)}
            />
            <Act
              primary
              operation="catalogue.approve-change"
              actions={change.actions}
              busy={approve.busy}
              onAct={() => void approve.tell({ change: change.id })}
            />
          </>
        }
      />
      <ProblemNote of={approve.problem} />
      <Card title={say('catalogue.c-compare')}>
        {change.touches.length > 0 ? (
          <Touches touches={change.touches} />
        ) : (
          <p>{change.decided?.words ?? say(`catalogue.c-is-${change.state}`)}</p>
        )}
      </Card>
      {declining ? <Decline change={change} onClose={() => setDeclining(false)} /> : null}
    </Page>
  )
}

function Decline({ change, onClose }: { change: ChangeSeen; onClose: () => void }) {
  const say = useSay()
  const decline = useTell<{ id: string }>('catalogue.decline-change', {
    settles: ['catalogue.'],
    onDone: onClose,
  })
  return (
    <Dialog title={say('op.catalogue.decline-change')} onClose={onClose}>
      <Form
        name={`catalogue.decline-change.${change.id}`}
        problem={decline.problem}
        sendLabel={say('op.catalogue.decline-change')}
        fields={[{ key: 'words', label: say('catalogue.c-words'), kind: 'prose', required: true }]}
        onSend={async ({ words }) => {
          await decline.tell({ change: change.id, words })
        }}
      />
    </Dialog>
  )
}
