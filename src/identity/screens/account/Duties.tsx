/** What I hold and from whom, what I handed on, when I am away, and from what I stay away. */
import { type ReactNode, useState } from 'react'
import { Act, TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMay, useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { DeclareConflict } from '../Conflicts.tsx'
import type { Absence, Held } from '../../contract/duties.ts'
import { leaveKinds } from '../../contract/duties.ts'

interface MyDuties {
  readonly held: readonly Held[]
  readonly absences: readonly (Absence & { mayEnd: boolean })[]
  readonly conflicts: readonly { id: string; about: string; at: string }[]
}

export function Duties(): ReactNode {
  const say = useSay()
  const duties = useAsk<MyDuties>('identity.my-duties')
  const me = useMe()
  const [handing, setHanding] = useState<Held | null>(null)
  const [declaring, setDeclaring] = useState(false)
  const end = useTell('identity.end-delegation')
  return (
    <>
      <Card title={say('op.identity.my-duties')}>
        <Asked of={duties}>
          {(mine) => (
            <Plain
              head={[
                say('identity.field-role'),
                say('identity.column-unit'),
                say('identity.column-from-whom'),
                say('identity.column-until'),
                say('identity.column-stand-in'),
                '',
              ]}
              rows={mine.held.map((h) => [
                say(`role.${h.role}`),
                h.unit?.name ?? say('identity.whole-service'),
                h.owner ? say('identity.for-owner', { name: h.owner.name }) : (h.grantedBy ?? ''),
                h.until ? showInstant(h.until) : '',
                h.to.map((t) => t.name).join(', '),
                <span key="a">
                  <TextAct operation="identity.delegate" actions={h.actions} onAct={() => setHanding(h)} />
                  {h.to.map((t) => (
                    <TextAct
                      key={t.grant}
                      operation="identity.end-delegation"
                      onAct={() => void end.tell({ grant: t.grant })}
                    />
                  ))}
                </span>,
              ])}
            />
          )}
        </Asked>
      </Card>
      <Away absences={duties.data?.absences ?? []} />
      <Glass />
      <Card
        title={say('identity.conflicts')}
        aside={
          <Act operation="identity.declare-conflict" icon="shield-lock" onAct={() => setDeclaring(true)} />
        }
      >
        {(duties.data?.conflicts.length ?? 0) > 0 ? (
          <>
            <Note tone="orchid" icon="shield-lock">
              {say('identity.conflicts-text')}
            </Note>
            <Plain
              head={[say('identity.column-about'), say('identity.column-since')]}
              rows={(duties.data?.conflicts ?? []).map((c) => [c.about, showInstant(c.at)])}
            />
          </>
        ) : (
          <p className="notes dim">{say('identity.no-conflicts')}</p>
        )}
      </Card>
      {declaring && me ? <DeclareConflict person={me.person.id} onDone={() => setDeclaring(false)} /> : null}
      {handing ? <HandOn grant={handing} onDone={() => setHanding(null)} /> : null}
    </>
  )
}

function HandOn(props: { grant: Held; onDone: () => void }): ReactNode {
  const say = useSay()
  const delegate = useTell('identity.delegate', { onDone: props.onDone })
  return (
    <Dialog
      title={`${say('op.identity.delegate')}: ${say(`role.${props.grant.role}`)}`}
      onClose={props.onDone}
    >
      <Form
        name="identity.delegate"
        draft={false}
        fields={[
          {
            key: 'to',
            label: say('identity.column-stand-in'),
            kind: 'person',
            required: true,
            operation: 'identity.list-people',
          },
          { key: 'until', label: say('identity.column-until'), kind: 'instant', required: true },
          { key: 'reason', label: say('identity.field-reason'), kind: 'text', required: true },
        ]}
        onSend={async ({ reason, ...v }) =>
          void (await delegate.tell({ ...v, grant: props.grant.id }, { reason: String(reason) }))
        }
        problem={delegate.problem}
        sendLabel={say('op.identity.delegate')}
      />
    </Dialog>
  )
}

function Away(props: { absences: MyDuties['absences'] }): ReactNode {
  const say = useSay()
  const me = useMe()
  const record = useTell('identity.record-leave')
  const end = useTell('identity.end-leave')
  return (
    <Card title={say('identity.away')}>
      {props.absences.length > 0 ? (
        <Plain
          head={[
            say('identity.field-kind'),
            say('identity.column-from'),
            say('identity.column-until'),
            say('identity.column-stand-in'),
            '',
          ]}
          rows={props.absences.map((a) => [
            say(`identity.absence-${a.kind}`),
            showInstant(a.from),
            a.endedAt ? showInstant(a.endedAt) : a.until ? showInstant(a.until) : '',
            a.standIn?.name ?? '',
            a.mayEnd ? (
              <TextAct
                key="e"
                operation="identity.end-leave"
                onAct={() => void end.tell({ absence: a.id })}
              />
            ) : (
              ''
            ),
          ])}
        />
      ) : null}
      <Form
        name="identity.record-leave"
        draft={false}
        columns={2}
        fields={[
          {
            key: 'kind',
            label: say('identity.field-kind'),
            kind: 'choice',
            required: true,
            options: leaveKinds.map((k) => ({ value: k, label: say(`identity.absence-${k}`) })),
          },
          {
            key: 'standIn',
            label: say('identity.column-stand-in'),
            kind: 'person',
            operation: 'identity.list-people',
          },
          { key: 'from', label: say('identity.column-from'), kind: 'instant', required: true },
          { key: 'until', label: say('identity.column-until'), kind: 'instant', required: true },
        ]}
        onSend={async (v) => void (await record.tell({ ...v, person: me?.person.id }))}
        problem={record.problem}
        sendLabel={say('op.identity.record-leave')}
      />
    </Card>
  )
}

/** Not hidden, not easy: what will be recorded stands above the button. */
function Glass(): ReactNode {
  const say = useSay()
  const may = useMay('identity.break-glass')
  const glass = useTell<{ name: string; root: string; until: string }>('identity.break-glass')
  if (!may) return null
  return (
    <Card title={say('op.identity.break-glass')}>
      {glass.done ? (
        <Note tone="achiote" title={say('identity.glass-open')}>
          <Linked to={`/cases/${glass.done.root}`} mono>
            {glass.done.name}
          </Linked>{' '}
          {say('identity.glass-until', { until: showInstant(glass.done.until) })}
        </Note>
      ) : (
        <Note tone="slate" icon="shield-lock">
          {say('identity.glass-text')}
        </Note>
      )}
      <Form
        name="identity.break-glass"
        draft={false}
        columns={2}
        fields={[
          { key: 'of', label: say('identity.field-number'), kind: 'text', required: true },
          { key: 'reason', label: say('identity.field-reason'), kind: 'text', required: true },
        ]}
        onSend={async (v) => void (await glass.tell({ of: v['of'] }, { reason: String(v['reason']) }))}
        problem={glass.problem}
        sendLabel={say('op.identity.break-glass')}
      />
    </Card>
  )
}
