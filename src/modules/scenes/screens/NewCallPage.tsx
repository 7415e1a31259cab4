/** A call taken down while somebody speaks: what kind of scene, where, who calls, which office; into a case or a new one. */
import { type ReactNode, useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Form } from '#ui/Form.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { caseFields, caseFrom, useSceneLists, whereFields } from './where-fields.ts'

interface Unit {
  readonly id: string
  readonly name: string
}
export default function NewCallPage(): ReactNode {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { case?: string }
  const lists = useSceneLists()
  const [, setNew] = useState(false)
  const send = useTell<{ id: string }>('scenes.receive-call-out')
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('scenes.title'), to: '/scenes' }]}
        title={say('op.scenes.receive-call-out')}
      />
      <Card>
        <Form
          name="scenes.receive-call-out"
          columns={2}
          fields={[
            ...whereFields(say, lists),
            {
              key: 'unit',
              label: say('scenes.field-unit'),
              kind: 'ref',
              required: true,
              ask: {
                name: 'identity.list-units',
                params: { limit: 50, kind: 'office' },
                label: (u: Unit) => u.name,
                value: (u: Unit) => u.id,
              },
            },
            { key: 'callerName', label: say('scenes.field-caller'), kind: 'text' },
            { key: 'callerWhere', label: say('scenes.field-caller-where'), kind: 'text' },
            { key: 'callerPhone', label: say('scenes.field-caller-phone'), kind: 'text', max: 40 },
            ...caseFields(say, lists, search.case),
          ]}
          initial={{
            whichCase: search.case ? 'there' : 'new',
            ...(search.case ? { case: search.case } : {}),
          }}
          onChange={(v) => setNew(v['whichCase'] === 'new')}
          problem={send.problem}
          onSend={async (v) => {
            const { callerName, callerWhere, callerPhone, ...rest } = v
            const done = await send.tell({
              ...caseFrom(rest),
              ...(callerName
                ? {
                    caller: {
                      name: callerName,
                      where: callerWhere || null,
                      phone: callerPhone || null,
                    },
                  }
                : {}),
            })
            if (done) await navigate({ to: '/scenes' })
          }}
          sendLabel={say('op.scenes.receive-call-out')}
        />
      </Card>
    </Page>
  )
}
