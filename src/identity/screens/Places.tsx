/** The units of the service and of those it works with, and the rules for coming in. */
import { useState, type ReactNode } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
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
import { useTableState } from '#ui/table-state.ts'
import { agencyField } from './asks.ts'
import { unitAsk } from './asks.ts'
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
  const table = useTableState('identity.units')
  const units = useList<UnitLine>('identity.list-units', { limit: 100, q: table.q })
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ActRow>
        <Act operation="identity.add-unit" icon="add" onAct={() => setAdding(true)} />
      </ActRow>
      {adding ? <AddUnit onDone={() => setAdding(false)} /> : null}
      <DataTable<UnitLine>
        name="identity.units"
        remote
        loading={units.loading}
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
          },
          {
            key: 'code',
            label: say('identity.column-code'),
            cell: (r) => r.code,
            text: (r) => r.code,
            mono: true,
          },
          {
            key: 'kind',
            label: say('identity.field-kind'),
            cell: (r) => say(`identity.unit-kind-${r.kind}`),
            text: (r) => r.kind,
          },
          {
            key: 'agency',
            label: say('identity.column-agency'),
            cell: (r) => r.agencyName,
            text: (r) => r.agencyName,
          },
        ]}
      />
    </>
  )
}

const unitKinds = ['service', 'office', 'section', 'formation', 'branch', 'registry'] as const
function AddUnit(props: { onDone: () => void }): ReactNode {
  const say = useSay()
  const add = useTell('identity.add-unit', { onDone: props.onDone })
  return (
    <Dialog wide title={say('op.identity.add-unit')} onClose={props.onDone}>
      <Form
        name="identity.add-unit"
        columns={2}
        fields={[
          agencyField(say),
          {
            key: 'parent',
            label: say('identity.field-parent'),
            help: say('identity.help-parent'),
            kind: 'ref',
            ask: unitAsk,
          },
          { key: 'name', label: say('identity.column-name'), kind: 'text', required: true },
          {
            key: 'code',
            label: say('identity.column-code'),
            help: say('identity.help-unit-code'),
            kind: 'text',
            required: true,
            placeholder: 'SOC-DG',
          },
          {
            key: 'kind',
            label: say('identity.field-kind'),
            kind: 'choice',
            required: true,
            options: unitKinds.map((k) => ({ value: k, label: say(`identity.unit-kind-${k}`) })),
          },
          { key: 'validFrom', label: say('identity.column-from'), kind: 'date' },
        ]}
        onSend={async (v) => void (await add.tell({ ...v, code: String(v['code'] ?? '').toUpperCase() }))}
        problem={add.problem}
        sendLabel={say('op.identity.add-unit')}
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
