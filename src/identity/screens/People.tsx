/** People, units and agencies, and the rules for coming in. */
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Page, Tabs } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDay } from '#ui/show.ts'
import { useTab } from '#ui/tab.ts'
import { Agencies } from './Agencies.tsx'
import { unitAsk } from './asks.ts'
import { InvitePerson } from './InvitePerson.tsx'
import { Rules, Units } from './Places.tsx'

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
  away: { kind: string; until: string | null; standIn: string | null } | null
}
const tabs = ['people', 'units', 'agencies', 'rules'] as const

export default function People(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const [tab, setTab] = useTab(tabs)
  const [adding, setAdding] = useState(false)
  const [inviting, setInviting] = useState(false)
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('identity.nav-people')}
        acts={
          <ActRow>
            <Act operation="identity.invite-person" icon="send" primary onAct={() => setInviting(true)} />
            <Act operation="identity.add-person" icon="add" onAct={() => setAdding(true)} />
          </ActRow>
        }
      />
      <Tabs
        label={say('identity.nav-people')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'people', label: say('op.identity.list-people') },
          { value: 'units', label: say('op.identity.list-units') },
          { value: 'agencies', label: say('op.identity.list-agencies') },
          { value: 'rules', label: say('op.identity.sign-in-rules') },
        ]}
      />
      {tab === 'people' ? (
        <PeopleList />
      ) : tab === 'units' ? (
        <Units />
      ) : tab === 'agencies' ? (
        <Agencies />
      ) : (
        <Rules />
      )}
      {inviting ? <InvitePerson onDone={() => setInviting(false)} /> : null}
      {adding ? (
        <AddPerson
          onDone={(id) => {
            setAdding(false)
            if (id) void navigate({ to: `/people/${id}` as string })
          }}
        />
      ) : null}
    </Page>
  )
}

function PeopleList(): ReactNode {
  const say = useSay()
  const people = useList<Person>('identity.list-people', { limit: 100 })
  return (
    <DataTable<Person>
      name="identity.people"
      rows={people.rows}
      rowKey={(r) => r.id}
      rowTo={(r) => `/people/${r.id}`}
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
        { key: 'state', label: say('identity.column-state'), cell: (r) => <PersonState of={r} /> },
      ]}
    />
  )
}

export function PersonState(props: {
  of: { suspended: boolean; username: string | null; away?: Person['away'] }
}): ReactNode {
  const say = useSay()
  const { suspended, username, away } = props.of
  if (suspended)
    return (
      <StateChip tone="achiote" icon="ban">
        {say('identity.suspended')}
      </StateChip>
    )
  if (away)
    return (
      <StateChip tone={away.kind === 'left-service' ? 'slate' : 'maize'} icon="door-exit">
        {say(`identity.absence-${away.kind}`)}
        {away.until ? `, ${say('identity.until', { day: showDay(away.until) })}` : ''}
      </StateChip>
    )
  return username ? (
    <StateChip tone="reef" icon="check">
      {say('identity.active')}
    </StateChip>
  ) : null
}

function AddPerson(props: { onDone: (id: string) => void }): ReactNode {
  const say = useSay()
  const add = useTell<{ id: string }>('identity.add-person', { onDone: (done) => props.onDone(done.id) })
  return (
    <Dialog title={say('op.identity.add-person')} onClose={() => props.onDone('')}>
      <Note tone="slate">{say('identity.add-person-text')}</Note>
      <Form
        name="identity.add-person"
        fields={[
          { key: 'name', label: say('identity.column-name'), kind: 'text', required: true },
          { key: 'rank', label: say('identity.field-rank'), kind: 'text' },
          { key: 'badge', label: say('identity.field-badge'), kind: 'text', max: 40 },
          { key: 'title', label: say('identity.column-title'), kind: 'text' },
          { key: 'unit', label: say('identity.column-unit'), kind: 'ref', ask: unitAsk },
          {
            key: 'username',
            label: say('identity.field-username'),
            help: say('identity.help-username'),
            kind: 'text',
          },
        ]}
        onSend={async (v) => void (await add.tell(v))}
        problem={add.problem}
        sendLabel={say('op.identity.add-person')}
      />
    </Dialog>
  )
}
