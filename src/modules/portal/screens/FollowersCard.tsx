/** Who is told how a case goes beside its investigator: named, and named no longer. */
import { useState } from 'react'
import { Act, TextAct } from '#ui/Act.tsx'
import { ErrorState } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Card } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CaseStatusSeen } from '../contract.ts'

export function FollowersCard({ of: c }: { readonly of: CaseStatusSeen }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const name = useTell('portal.name-follower', { settles: ['portal.'], onDone: () => setOpen(false) })
  const end = useTell('portal.end-follower', { settles: ['portal.'] })
  return (
    <Card title={say('portal.followers')}>
      <p className="dim">{say('portal.followers-note')}</p>
      {c.followers.map((f) => (
        <div key={f.person} className="portal-row">
          <span>
            {f.name}
            {f.office ? <span className="dim">, {f.office}</span> : null}
            <br />
            <span className="dim">{say(`portal.follows-${f.follows}`)}</span>
          </span>
          <TextAct
            operation="portal.end-follower"
            actions={c.actions}
            icon="x"
            onAct={() => void end.tell({ case: c.id, person: f.person })}
          />
        </div>
      ))}
      {end.problem ? <ErrorState problem={end.problem} /> : null}
      <Act operation="portal.name-follower" actions={c.actions} icon="add" onAct={() => setOpen(true)} />
      {open ? (
        <Dialog title={say('op.portal.name-follower')} onClose={() => setOpen(false)}>
          <Form
            name={`portal.name-follower.${c.id}`}
            draft={false}
            problem={name.problem}
            initial={{ follows: 'copy' }}
            sendLabel={say('op.portal.name-follower')}
            fields={[
              { key: 'person', label: say('portal.field-follower'), kind: 'person', required: true },
              {
                key: 'follows',
                label: say('portal.field-follows'),
                kind: 'choice',
                required: true,
                options: ['copy', 'informed'].map((value) => ({
                  value,
                  label: say(`portal.follows-${value}`),
                })),
              },
            ]}
            onSend={async (v) => {
              await name.tell({ case: c.id, ...v })
            }}
          />
        </Dialog>
      ) : null}
    </Card>
  )
}
