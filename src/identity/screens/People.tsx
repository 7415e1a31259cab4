/** People and what they hold: for the administrator. */
import { useState, type ReactNode } from 'react'
import { Act } from '#ui/Act.tsx'
import { Card, Columns, Page } from '#ui/Page.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { PersonPicker, RefPicker } from '#ui/RefPicker.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { roles } from '../contract.ts'

interface Person {
  id: string
  name: string
  rank: string | null
  title: string | null
  unitName: string | null
  agencyName: string | null
  roles: string[]
  username: string | null
  suspended: boolean
}
interface UnitLine {
  id: string
  name: string
  code: string
  agencyName: string
}

export default function People(): ReactNode {
  const say = useSay()
  const people = useList<Person>('identity.list-people', { limit: 100 })
  const suspend = useTell('identity.suspend-person')
  const reinstate = useTell('identity.reinstate-person')
  const change = async (p: Person): Promise<void> => {
    const act = p.suspended ? reinstate : suspend
    const sure = await confirm({
      title: `${say(p.suspended ? 'op.identity.reinstate-person' : 'op.identity.suspend-person')}: ${p.name}`,
      will: say(p.suspended ? 'identity.will-reinstate' : 'identity.will-suspend'),
      reason: 'required',
      danger: !p.suspended,
    })
    if (sure) await act.tell({ person: p.id }, { reason: sure.reason })
  }
  return (
    <Page>
      <RecordHead crumbs={[]} title={say('identity.nav-people')} />
      <DataTable<Person>
        name="identity.people"
        rows={people.rows}
        rowKey={(r) => r.id}
        hasMore={people.hasMore}
        more={people.more}
        columns={[
          {
            key: 'name',
            label: say('identity.column-name'),
            cell: (r) => [r.rank, r.name].filter(Boolean).join(' '),
            text: (r) => r.name,
            primary: true,
            sortable: true,
          },
          {
            key: 'title',
            label: say('identity.column-title'),
            cell: (r) => r.title ?? '',
            text: (r) => r.title ?? '',
          },
          {
            key: 'unit',
            label: say('identity.column-unit'),
            cell: (r) => r.unitName ?? r.agencyName ?? '',
            text: (r) => r.unitName ?? '',
            sortable: true,
          },
          {
            key: 'roles',
            label: say('identity.column-roles'),
            cell: (r) => r.roles.map((x) => say(`role.${x}`)).join(', '),
            text: (r) => r.roles.join(', '),
          },
          {
            key: 'username',
            label: say('identity.field-username'),
            cell: (r) => r.username ?? '',
            text: (r) => r.username ?? '',
            mono: true,
          },
          {
            key: 'state',
            label: say('identity.column-state'),
            cell: (r) =>
              r.suspended ? (
                <StateChip tone="achiote" icon="ban">
                  {say('identity.suspended')}
                </StateChip>
              ) : r.username ? (
                <StateChip tone="reef" icon="check">
                  {say('identity.active')}
                </StateChip>
              ) : (
                ''
              ),
          },
          {
            key: 'act',
            label: '',
            cell: (r) =>
              r.username ? (
                <Act
                  operation={r.suspended ? 'identity.reinstate-person' : 'identity.suspend-person'}
                  onAct={() => void change(r)}
                />
              ) : null,
          },
        ]}
      />
      <Columns kind="halves">
        <AddPerson />
        <Grant />
      </Columns>
    </Page>
  )
}

const unitAsk = {
  name: 'identity.list-units',
  params: { limit: 50 },
  label: (u: UnitLine) => u.name,
  note: (u: UnitLine) => `${u.code} · ${u.agencyName}`,
  value: (u: UnitLine) => u.id,
}

function AddPerson(): ReactNode {
  const say = useSay()
  const add = useTell('identity.add-person')
  return (
    <Card title={say('op.identity.add-person')}>
      {add.done ? <Note tone="reef">{say('identity.person-added')}</Note> : null}
      <Form
        name="identity.add-person"
        fields={[
          { key: 'name', label: say('identity.column-name'), kind: 'text', required: true },
          { key: 'rank', label: say('identity.field-rank'), kind: 'text' },
          { key: 'title', label: say('identity.column-title'), kind: 'text' },
          { key: 'unit', label: say('identity.column-unit'), kind: 'ref', ask: unitAsk },
          {
            key: 'username',
            label: say('identity.field-username'),
            help: say('identity.help-username'),
            kind: 'text',
          },
          {
            key: 'password',
            label: say('identity.field-first-password'),
            help: say('identity.help-password'),
            kind: 'text',
            secret: true,
            autoComplete: 'new-password',
          },
        ]}
        onSend={async (v) => void (await add.tell(v))}
        problem={add.problem}
        sendLabel={say('op.identity.add-person')}
      />
    </Card>
  )
}

function Grant(): ReactNode {
  const say = useSay()
  const grant = useTell('identity.grant-role')
  const [person, setPerson] = useState<string | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  return (
    <Card title={say('op.identity.grant-role')}>
      {grant.done ? <Note tone="reef">{say('identity.role-granted')}</Note> : null}
      <PersonPicker
        label={say('identity.field-person')}
        operation="identity.list-people"
        value={person}
        onChange={setPerson}
      />
      <RefPicker label={say('identity.field-grant-unit')} ask={unitAsk} value={unit} onChange={setUnit} />
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
        ]}
        onSend={async (v) => void (await grant.tell({ ...v, person, ...(unit ? { unit } : {}) }))}
        problem={grant.problem}
        sendLabel={say('op.identity.grant-role')}
      />
    </Card>
  )
}
