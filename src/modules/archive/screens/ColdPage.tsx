/** Cold stores and what lies in them: who asked for what, which disk is in, what was found when it was counted again. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Segments } from '#ui/Choices.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState, ErrorState, More } from '#ui/Asked.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showBytes } from '#ui/show.ts'
import type { ColdLine, ColdList, ColdPlaceSeen } from '../pages/contract/cold.ts'
import { OldPhotographs } from './OldPhotographs.tsx'
import { HealedCard } from './HealedCard.tsx'
import { coldLook } from './state.ts'
import './archive.css'

type Which = 'away' | 'asked-back' | 'all'
export default function ColdPage(): ReactNode {
  const say = useSay()
  const [state, setState] = useState<Which>('away')
  const [naming, setNaming] = useState(false)
  const cold = useAsk<ColdList>('archive.cold-store', { limit: 1 }, { every: 10_000 })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('archive.title'), to: '/archive' }]}
        title={say('archive.cold-title')}
        facts={say('archive.cold-facts')}
        acts={
          <ActRow>
            <Act operation="archive.define-cold-place" icon="add" primary onAct={() => setNaming(true)} />
          </ActRow>
        }
      />
      <Asked of={cold}>
        {(c) => (
          <>
            {c.possible ? null : <Note tone="maize">{say('archive.cold-impossible')}</Note>}
            {c.places.length === 0 ? (
              <EmptyState title={say('archive.cold-none')} icon="archive">
                {say('archive.cold-none-how')}
              </EmptyState>
            ) : (
              <Card>
                {c.places.map((p) => (
                  <Place key={p.id} of={p} />
                ))}
              </Card>
            )}
            <Card label={say('archive.cold-batches')}>
              <Segments
                frame={{ label: say('archive.cold-batches') }}
                value={state}
                onChange={(v) => setState(v as Which)}
                options={[
                  { value: 'away', label: say('archive.cold-away') },
                  { value: 'asked-back', label: say('archive.cold-asked') },
                  { value: 'all', label: say('archive.cold-all') },
                ]}
              />
              <Batches key={state} state={state} />
            </Card>
          </>
        )}
      </Asked>
      <OldPhotographs />
      <HealedCard />
      {naming ? <Naming onClose={() => setNaming(false)} /> : null}
    </Page>
  )
}
function Batches({ state }: { state: Which }): ReactNode {
  const say = useSay()
  const list = useList<ColdLine>('archive.cold-store', { state, limit: 50 })
  if (list.problem) return <ErrorState problem={list.problem} onRetry={list.again} />
  return list.rows.length === 0 ? (
    <EmptyState title={say('archive.cold-empty')} icon="stack">
      {say('archive.cold-empty-how')}
    </EmptyState>
  ) : (
    <>
      {list.rows.map((b) => (
        <Away key={b.id} of={b} />
      ))}
      <More of={list} />
    </>
  )
}
function Place({ of: p }: { of: ColdPlaceSeen }): ReactNode {
  const say = useSay()
  const check = useTell('archive.check-cold')
  return (
    <article className="archive-req">
      <div className="archive-req-head">
        <Mono>{p.label}</Mono>
        <StateChip tone={p.there ? 'reef' : 'slate'} icon={p.there ? 'check' : 'archive'}>
          {say(p.there ? 'archive.cold-there' : 'archive.cold-not-there')}
        </StateChip>
        <span>{say(`archive.cold-kind-${p.kind}`)}</span>
        <span>{say('archive.cold-files', { n: p.files })}</span>
      </div>
      <p>{[p.whereabouts, p.keeper].join(' · ')}</p>
      <p className={p.wrong ? 'archive-alarm' : 'archive-quiet'}>
        {p.checkedAt === null
          ? say('archive.cold-never-checked')
          : say('archive.cold-checked', { n: p.checked ?? 0, wrong: p.wrong ?? 0 })}{' '}
        {p.checkedAt ? <When at={p.checkedAt} /> : null}
      </p>
      <ProblemNote of={check.problem} />
      <ActRow>
        <Button icon="check" busy={check.busy} onClick={() => void check.tell({ place: p.id })}>
          {say('op.archive.check-cold')}
        </Button>
      </ActRow>
    </article>
  )
}
function Away({ of: b }: { of: ColdLine }): ReactNode {
  const say = useSay()
  const back = useTell('archive.bring-back')
  const look = coldLook[b.state]
  return (
    <article className="archive-req">
      <div className="archive-req-head">
        <Linked to={b.kind === 'batch' ? `/archive/batches/${b.id}` : `/scenes/${b.id}/photographs`} mono>
          <Mono>{b.number}</Mono>
        </Linked>
        <StateChip tone={look.tone} icon={look.icon}>
          {say(`archive.cold-state-${b.state}`)}
        </StateChip>
        <Mono>{b.label}</Mono>
        <span>
          {say('archive.cold-files', { n: b.files })}, {showBytes(b.bytes)}
        </span>
      </div>
      <p>
        {[b.words, b.by].filter(Boolean).join(' · ')} <When at={b.since} />
      </p>
      <ProblemNote of={back.problem} />
      <ActRow>
        {b.actions.some((a) => a.operation === 'archive.bring-back' && a.ok) ? (
          <Act
            operation="archive.bring-back"
            actions={b.actions}
            icon="back"
            busy={back.busy}
            onAct={() => void back.tell({ [b.kind]: b.id })}
          />
        ) : null}
      </ActRow>
    </article>
  )
}
function Naming({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const send = useTell('archive.define-cold-place', { onDone: onClose })
  return (
    <Dialog title={say('op.archive.define-cold-place')} onClose={onClose}>
      <Form
        name="archive.define-cold-place"
        fields={[
          {
            key: 'label',
            label: say('archive.cold-label'),
            help: say('archive.cold-label-help'),
            kind: 'text',
            required: true,
          },
          {
            key: 'kind',
            label: say('archive.cold-kind'),
            kind: 'choice',
            required: true,
            options: (['folder', 'medium'] as const).map((value) => ({
              value,
              label: say(`archive.cold-kind-${value}`),
            })),
          },
          { key: 'whereabouts', label: say('archive.cold-whereabouts'), kind: 'text', required: true },
          { key: 'keeper', label: say('archive.cold-keeper'), kind: 'text', required: true },
        ]}
        problem={send.problem}
        onSend={async (v) => void (await send.tell(v))}
        sendLabel={say('op.archive.define-cold-place')}
      />
    </Dialog>
  )
}
