/** Units, agencies with what is signed with them, and the service's rules for coming in. */
import { useState, type ReactNode } from 'react'
import { Act, TextAct } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { type Agreement, agreementKinds } from '../contract/duties.ts'
import './account.css'

interface UnitLine {
  id: string
  name: string
  code: string
  kind: string
  agencyName: string
}
export function Units(): ReactNode {
  const say = useSay()
  const units = useList<UnitLine>('identity.list-units', { limit: 200 })
  return (
    <DataTable<UnitLine>
      name="identity.units"
      rows={units.rows}
      rowKey={(r) => r.id}
      hasMore={units.hasMore}
      more={units.more}
      columns={[
        {
          key: 'name',
          label: say('identity.column-name'),
          cell: (r) => r.name,
          text: (r) => r.name,
          primary: true,
          sortable: true,
        },
        {
          key: 'code',
          label: say('identity.column-code'),
          cell: (r) => r.code,
          text: (r) => r.code,
          mono: true,
          sortable: true,
        },
        {
          key: 'agency',
          label: say('identity.column-agency'),
          cell: (r) => r.agencyName,
          text: (r) => r.agencyName,
          sortable: true,
        },
      ]}
    />
  )
}

const tones = { 'in-force': 'reef', 'ends-soon': 'maize', 'to-come': 'slate', over: 'achiote' } as const
export function Agencies(): ReactNode {
  const say = useSay()
  const list = useList<Agreement>('identity.list-agreements', { limit: 100 })
  const end = useTell('identity.end-agreement')
  const [signing, setSigning] = useState(false)
  const stop = async (a: Agreement): Promise<void> => {
    const sure = await confirm({ title: say('op.identity.end-agreement'), will: a.title, danger: true })
    if (sure) await end.tell({ agreement: a.id, endsOn: new Date().toISOString().slice(0, 10) })
  }
  return (
    <Card
      title={say('op.identity.list-agreements')}
      aside={<Act operation="identity.sign-agreement" icon="add" onAct={() => setSigning(true)} />}
    >
      {list.rows.length === 0 ? <Note tone="slate">{say('identity.no-agreements')}</Note> : null}
      {list.rows.length > 0 ? (
        <Plain
          head={[
            say('identity.column-agency'),
            say('identity.column-title'),
            say('identity.column-from'),
            say('identity.column-until'),
            say('identity.column-state'),
            '',
          ]}
          rows={list.rows.map((a) => [
            a.agencyName,
            a.fileName ? (
              <a key="f" href={`/api/identity/agreement-file?agreement=${a.id}`}>
                {a.title}
              </a>
            ) : (
              a.title
            ),
            showDate(a.validFrom),
            a.endedOn ? showDate(a.endedOn) : a.validUntil ? showDate(a.validUntil) : '',
            <StateChip key="s" tone={tones[a.state]} icon={a.state === 'in-force' ? 'check' : 'clock'}>
              {say(`identity.agreement-${a.state}`)}
            </StateChip>,
            <TextAct
              key="e"
              operation="identity.end-agreement"
              actions={a.actions}
              onAct={() => void stop(a)}
            />,
          ])}
        />
      ) : null}
      {signing ? <SignAgreement onDone={() => setSigning(false)} /> : null}
    </Card>
  )
}

function SignAgreement(props: { onDone: () => void }): ReactNode {
  const say = useSay()
  const sign = useTell('identity.sign-agreement', { onDone: props.onDone })
  return (
    <Dialog wide title={say('op.identity.sign-agreement')} onClose={props.onDone}>
      <Form
        name="identity.sign-agreement"
        columns={2}
        fields={[
          {
            key: 'agency',
            label: say('identity.column-agency'),
            kind: 'ref',
            required: true,
            ask: {
              name: 'identity.list-agencies',
              params: { limit: 50 },
              label: (g: { name: string }) => g.name,
              value: (g: { id: string }) => g.id,
            },
          },
          {
            key: 'kind',
            label: say('identity.field-kind'),
            kind: 'choice',
            required: true,
            options: agreementKinds.map((k) => ({ value: k, label: say(`identity.agreement-kind-${k}`) })),
          },
          { key: 'title', label: say('identity.column-title'), kind: 'text', required: true, span: 2 },
          { key: 'signedOn', label: say('identity.field-signed-on'), kind: 'date', required: true },
          { key: 'validFrom', label: say('identity.column-from'), kind: 'date', required: true },
          { key: 'validUntil', label: say('identity.column-until'), kind: 'date' },
          { key: 'forService', label: say('identity.field-for-service'), kind: 'text', required: true },
          { key: 'forAgency', label: say('identity.field-for-agency'), kind: 'text', required: true },
        ]}
        onSend={async (v) => void (await sign.tell(v))}
        problem={sign.problem}
        sendLabel={say('op.identity.sign-agreement')}
      />
    </Dialog>
  )
}

interface SignInRules {
  readonly secondFactorRoles: readonly string[]
  readonly leastPassword: { alone: number; besideSecondFactor: number }
  readonly roles: readonly { role: string; people: number; without: number }[]
}
export function Rules(): ReactNode {
  const say = useSay()
  const rules = useAsk<SignInRules>('identity.sign-in-rules')
  const require = useTell('identity.require-second-factor')
  const change = async (role: string, now: readonly string[]): Promise<void> => {
    const asked = now.includes(role)
    const sure = await confirm({
      title: say('op.identity.require-second-factor'),
      will: say(asked ? 'identity.will-not-require' : 'identity.will-require', { role: say(`role.${role}`) }),
      reason: 'required',
    })
    const roles = asked ? now.filter((r) => r !== role) : [...now, role]
    if (sure) await require.tell({ roles }, { reason: sure.reason })
  }
  return (
    <Asked of={rules}>
      {(r) => (
        <Card title={say('identity.second-factor')}>
          <Note tone="slate">
            {say('identity.rules-text', {
              alone: r.leastPassword.alone,
              beside: r.leastPassword.besideSecondFactor,
            })}
          </Note>
          <ProblemNote of={require.problem} />
          <Plain
            head={[
              say('identity.field-role'),
              say('identity.column-people'),
              say('identity.column-without'),
              say('identity.column-asked'),
              '',
            ]}
            align={['left', 'right', 'right', 'left', 'left']}
            rows={r.roles.map((x) => [
              say(`role.${x.role}`),
              x.people,
              x.without,
              r.secondFactorRoles.includes(x.role) ? (
                <StateChip key="c" tone="reef" icon="shield-lock">
                  {say('identity.asked')}
                </StateChip>
              ) : (
                say('identity.not-asked')
              ),
              <Button key="b" onClick={() => void change(x.role, r.secondFactorRoles)}>
                {say(r.secondFactorRoles.includes(x.role) ? 'identity.ask-no-more' : 'identity.ask-it')}
              </Button>,
            ])}
          />
        </Card>
      )}
    </Asked>
  )
}
