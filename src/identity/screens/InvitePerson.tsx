/** Somebody is invited: one form, then the code that opens the account, shown once, as words and as a picture to scan. */
import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { roles } from '../contract.ts'
import type { PersonInvited } from '../contract/customers.ts'
import { customerRoles } from '../rules.ts'
import { unitAsk } from './asks.ts'

export function InvitePerson(props: { onDone: () => void }): ReactNode {
  const say = useSay()
  const me = useMe()
  const invite = useTell<PersonInvited>('identity.invite-person')
  const { done } = invite
  if (done)
    return (
      <Dialog title={say('op.identity.invite-person')} onClose={props.onDone}>
        <Note tone="mahogany" title={say('identity.code-once')}>
          <p>
            <Mono>{done.code}</Mono>
          </p>
          <p style={{ overflowWrap: 'anywhere' }}>{done.link}</p>
          <p>{say('identity.code-is-whole', { until: showInstant(done.until) })}</p>
        </Note>
        <div className="device-acts">
          <Linked to={`/people/${done.id}`}>{say('op.identity.get-person')}</Linked>
          <Button onClick={invite.reset}>{say('identity.invite-new')}</Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog wide title={say('identity.invite-new')} onClose={props.onDone}>
      <Note tone="slate">{say('identity.invite-new-text')}</Note>
      <Form
        name="identity.invite-person"
        draft={false}
        columns={2}
        initial={{ role: 'officer', ...(me?.unit ? { unit: me.unit.id } : {}) }}
        shown={me?.unit ? { unit: me.unit.name } : {}}
        fields={[
          { key: 'name', label: say('identity.column-name'), kind: 'text', required: true },
          { key: 'rank', label: say('identity.field-rank'), kind: 'text' },
          { key: 'badge', label: say('identity.field-badge'), kind: 'text', max: 40 },
          { key: 'title', label: say('identity.column-title'), kind: 'text' },
          { key: 'unit', label: say('identity.column-unit'), kind: 'ref', required: true, ask: unitAsk },
          {
            key: 'role',
            label: say('identity.column-roles'),
            kind: 'choice',
            required: true,
            options: [...customerRoles, ...roles.filter((role) => !customerRoles.includes(role))].map(
              (role) => ({
                value: role,
                label: say(`role.${role}`),
              }),
            ),
          },
          {
            key: 'username',
            label: say('identity.field-username'),
            help: say('identity.help-username'),
            kind: 'text',
            required: true,
          },
          { key: 'email', label: say('identity.field-email'), kind: 'text' },
        ]}
        onSend={async (values) => void (await invite.tell(values))}
        problem={invite.problem}
        sendLabel={say('op.identity.invite-person')}
      />
    </Dialog>
  )
}
