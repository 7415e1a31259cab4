/** One person: office, how they come in, what they hold, when they are away; suspension, departure, the way back. */
import { useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Columns, Facts, Page, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { roles } from '../contract.ts'
import { lostThings } from '../contract/duties.ts'
import type { PersonPage as OnePerson } from '../contract/people.ts'
import { unitAsk } from './asks.ts'
import { Conflicts } from './Conflicts.tsx'
import { PersonState } from './People.tsx'
import { SignOnAct } from './SignOnAct.tsx'
import { WhyCard } from './WhyCard.tsx'
import './account.css'

type Person = OnePerson & { actions: { operation: string; ok: boolean; why?: string; next?: string }[] }

export default function PersonPage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id: string }
  const person = useAsk<Person>('identity.get-person', { id })
  return <Asked of={person}>{(p) => <One p={p} />}</Asked>
}

function One({ p }: { p: Person }): ReactNode {
  const say = useSay()
  const [panel, setPanel] = useState<'grant' | 'recovery' | 'departure' | null>(null)
  const suspend = useTell('identity.suspend-person')
  const reinstate = useTell('identity.reinstate-person')
  const change = async (): Promise<void> => {
    const sure = await confirm({
      title: say(p.suspended ? 'op.identity.reinstate-person' : 'op.identity.suspend-person'),
      will: say(p.suspended ? 'identity.will-reinstate' : 'identity.will-suspend'),
      reason: 'required',
      danger: !p.suspended,
    })
    if (sure) await (p.suspended ? reinstate : suspend).tell({ person: p.id }, { reason: sure.reason })
  }
  const away = p.absences.find((a) => a.endedAt === null && a.mayEnd)
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('identity.nav-people'), to: '/people' }]}
        title={[p.rank, p.name].filter(Boolean).join(' ')}
        chips={
          <PersonState
            of={{ ...p, away: p.leftAt ? { kind: 'left-service', until: null, standIn: null } : null }}
          />
        }
        facts={[p.title, p.badge, p.unit?.name, p.agency?.name].filter(Boolean).join(' · ')}
        acts={
          <ActRow>
            <Act
              operation="identity.start-recovery"
              actions={p.actions}
              icon="key"
              onAct={() => setPanel('recovery')}
            >
              {say(p.ways && !p.ways.used ? 'identity.invite' : 'op.identity.start-recovery')}
            </Act>
            <Act
              operation={p.suspended ? 'identity.reinstate-person' : 'identity.suspend-person'}
              actions={p.actions}
              danger={!p.suspended}
              onAct={() => void change()}
            />
            <Act
              operation="identity.record-departure"
              actions={p.actions}
              onAct={() => setPanel('departure')}
            />
          </ActRow>
        }
      />
      <Columns kind="side">
        <Stacked>
          <Card
            title={say('identity.held')}
            aside={
              <Act
                operation="identity.grant-role"
                actions={p.actions}
                icon="add"
                onAct={() => setPanel('grant')}
              />
            }
          >
            <Holds of={p} />
          </Card>
          {p.absences.length > 0 ? <Absences of={p} /> : null}
          <Conflicts person={p.id} all={p.conflicts} />
          <WhyCard person={p.id} />
        </Stacked>
        <Stacked>
          <Ways of={p} />
          {away ? <Note tone="maize">{say(`identity.absence-${away.kind}`)}</Note> : null}
        </Stacked>
      </Columns>
      {panel === 'grant' ? <Grant person={p.id} onDone={() => setPanel(null)} /> : null}
      {panel === 'recovery' ? <Recovery person={p} onDone={() => setPanel(null)} /> : null}
      {panel === 'departure' ? <Departure person={p.id} onDone={() => setPanel(null)} /> : null}
    </Page>
  )
}

function Holds({ of: p }: { of: Person }): ReactNode {
  const say = useSay()
  const withdraw = useTell('identity.withdraw-role')
  const take = async (grant: string, role: string): Promise<void> => {
    const sure = await confirm({
      title: `${say('op.identity.withdraw-role')}: ${say(`role.${role}`)}`,
      will: say('identity.will-withdraw'),
      reason: 'required',
      danger: true,
    })
    if (sure) await withdraw.tell({ grant }, { reason: sure.reason })
  }
  if (p.held.length === 0) return <Note tone="slate">{say('identity.holds-nothing')}</Note>
  return (
    <Plain
      head={[
        say('identity.field-role'),
        say('identity.column-unit'),
        say('identity.column-from-whom'),
        say('identity.column-until'),
        say('identity.column-reviewed'),
        '',
      ]}
      rows={p.held.map((h) => [
        say(`role.${h.role}`),
        h.unit?.name ?? say('identity.whole-service'),
        h.owner ? say('identity.for-owner', { name: h.owner.name }) : (h.grantedBy ?? ''),
        h.until ? showInstant(h.until) : '',
        h.reviewedAt
          ? `${h.reviewedBy ?? ''}, ${showInstant(h.reviewedAt)}`
          : say('identity.not-yet-reviewed'),
        <TextAct
          key="w"
          operation="identity.withdraw-role"
          actions={h.actions}
          onAct={() => void take(h.id, h.role)}
        />,
      ])}
    />
  )
}

function Ways({ of: p }: { of: Person }): ReactNode {
  const say = useSay()
  const w = p.ways
  if (!w)
    return (
      <Card title={say('identity.tab-ways')}>
        <Note tone="slate">{say('identity.no-account-person')}</Note>
      </Card>
    )
  const yes = (there: boolean): string => say(there ? 'identity.there' : 'identity.not-there')
  return (
    <Card title={say('identity.tab-ways')} aside={<SignOnAct of={p} />}>
      <Facts
        rows={[
          [say('identity.field-username'), <Mono key="u">{p.username}</Mono>],
          [say('identity.field-password'), yes(w.password)],
          [say('identity.passkeys'), String(w.passkeys)],
          [say('identity.authenticator'), yes(w.totp)],
          ...(w.signOn ? [[say('identity.sign-on-account'), w.signOn] as const] : []),
          [say('identity.pin-title'), yes(w.pin)],
          [say('identity.recovery-codes'), String(w.recoveryCodes)],
          [say('identity.tokens'), String(w.tokens)],
          [
            say('identity.column-last-seen'),
            w.lastSeenAt ? showInstant(w.lastSeenAt) : say('identity.never'),
          ],
        ]}
      />
    </Card>
  )
}

function Absences({ of: p }: { of: Person }): ReactNode {
  const say = useSay()
  const end = useTell('identity.end-leave')
  return (
    <Card title={say('identity.away')}>
      <Plain
        head={[
          say('identity.field-kind'),
          say('identity.column-from'),
          say('identity.column-until'),
          say('identity.column-stand-in'),
          '',
        ]}
        rows={p.absences.map((a) => [
          say(`identity.absence-${a.kind}`),
          showInstant(a.from),
          a.endedAt ? showInstant(a.endedAt) : a.until ? showInstant(a.until) : '',
          a.standIn?.name ?? '',
          a.mayEnd ? (
            <TextAct key="e" operation="identity.end-leave" onAct={() => void end.tell({ absence: a.id })} />
          ) : (
            ''
          ),
        ])}
      />
    </Card>
  )
}

function Grant(props: { person: string; onDone: () => void }): ReactNode {
  const say = useSay()
  const grant = useTell('identity.grant-role', { onDone: props.onDone })
  return (
    <Dialog title={say('op.identity.grant-role')} onClose={props.onDone}>
      <Form
        name="identity.grant-role"
        draft={false}
        fields={[
          {
            key: 'role',
            label: say('identity.field-role'),
            kind: 'choice',
            required: true,
            options: roles.map((r) => ({ value: r, label: say(`role.${r}`) })),
          },
          { key: 'unit', label: say('identity.field-grant-unit'), kind: 'ref', ask: unitAsk },
          { key: 'until', label: say('identity.column-until'), kind: 'instant' },
        ]}
        onSend={async (v) => void (await grant.tell({ ...v, person: props.person }))}
        problem={grant.problem}
        sendLabel={say('op.identity.grant-role')}
      />
    </Dialog>
  )
}

function Departure(props: { person: string; onDone: () => void }): ReactNode {
  const say = useSay()
  const record = useTell('identity.record-departure', { onDone: props.onDone })
  return (
    <Dialog title={say('op.identity.record-departure')} onClose={props.onDone}>
      <Note tone="maize">{say('identity.departure-text')}</Note>
      <Form
        name="identity.record-departure"
        draft={false}
        fields={[
          { key: 'at', label: say('identity.field-leaves-at'), kind: 'instant', required: true },
          { key: 'reason', label: say('identity.field-reason'), kind: 'text', required: true },
        ]}
        onSend={async ({ reason, ...v }) =>
          void (await record.tell({ ...v, person: props.person }, { reason: String(reason) }))
        }
        problem={record.problem}
        sendLabel={say('op.identity.record-departure')}
      />
    </Dialog>
  )
}

function Recovery(props: { person: Person; onDone: () => void }): ReactNode {
  const say = useSay()
  const start = useTell<{ code: string; link: string; until: string; needsSecond: boolean }>(
    'identity.start-recovery',
  )
  const firstDay = props.person.ways !== null && !props.person.ways.used
  const { done } = start
  return (
    <Dialog title={say(firstDay ? 'identity.invite' : 'op.identity.start-recovery')} onClose={props.onDone}>
      {done ? (
        <Note tone="mahogany" title={say('identity.code-once')}>
          <p>
            <Mono>{done.code}</Mono>
          </p>
          <p style={{ overflowWrap: 'anywhere' }}>{done.link}</p>
          {say(done.needsSecond ? 'identity.code-needs-second' : 'identity.code-is-whole', {
            until: showInstant(done.until),
          })}
        </Note>
      ) : (
        <>
          <Note tone="slate">{say(firstDay ? 'identity.invite-text' : 'identity.recovery-text')}</Note>
          <Form
            name="identity.start-recovery"
            draft={false}
            initial={{ lost: ['password'] }}
            fields={[
              {
                key: 'lost',
                label: say('identity.field-lost'),
                kind: 'choices',
                required: true,
                options: lostThings.map((l) => ({ value: l, label: say(`identity.lost-${l}`) })),
              },
              {
                key: 'reason',
                label: say('identity.field-reason'),
                help: say('identity.help-recovery-reason'),
                kind: 'text',
                required: true,
              },
            ]}
            onSend={async ({ reason, ...v }) =>
              void (await start.tell({ ...v, person: props.person.id }, { reason: String(reason) }))
            }
            problem={start.problem}
            sendLabel={say(firstDay ? 'identity.invite' : 'op.identity.start-recovery')}
          />
        </>
      )}
    </Dialog>
  )
}
