/** Who is on duty in an office, published for a week or a month. */
import type { ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Form } from '#ui/Form.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'

interface Unit {
  readonly id: string
  readonly name: string
}
export default function RosterPage(): ReactNode {
  const say = useSay()
  const me = useMe()
  const navigate = useNavigate()
  const send = useTell('scenes.publish-roster', { onDone: () => void navigate({ to: '/scenes' }) })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('scenes.title'), to: '/scenes' }]}
        title={say('op.scenes.publish-roster')}
      />
      <Card>
        <Form
          name="scenes.publish-roster"
          columns={2}
          fields={[
            {
              key: 'unit',
              label: say('scenes.field-unit'),
              kind: 'ref',
              required: true,
              span: 2,
              ask: {
                name: 'identity.list-units',
                params: { limit: 50, kind: 'office' },
                label: (u: Unit) => u.name,
                value: (u: Unit) => u.id,
              },
            },
            { key: 'from', label: say('scenes.roster-from'), kind: 'date', required: true },
            { key: 'until', label: say('scenes.roster-until'), kind: 'date', required: true },
            {
              key: 'duties',
              label: say('scenes.roster-duties'),
              kind: 'list',
              required: true,
              span: 2,
              fields: [
                { key: 'person', label: say('scenes.roster-person'), kind: 'person', required: true },
                {
                  key: 'duty',
                  label: say('scenes.roster-duty'),
                  kind: 'choice',
                  required: true,
                  options: ['first', 'second', 'supervisor'].map((d) => ({
                    value: d,
                    label: say(`scenes.duty-${d}`),
                  })),
                },
                { key: 'from', label: say('scenes.roster-from'), kind: 'instant', required: true },
                { key: 'until', label: say('scenes.roster-until'), kind: 'instant', required: true },
              ],
            },
          ]}
          initial={me?.unit ? { unit: me.unit.id } : {}}
          shown={me?.unit ? { unit: me.unit.name } : {}}
          problem={send.problem}
          onSend={async (v) => void (await send.tell(v))}
          sendLabel={say('op.scenes.publish-roster')}
        />
      </Card>
    </Page>
  )
}
