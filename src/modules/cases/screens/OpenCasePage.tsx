/** Opens a case with everything known so far, in one act; unknown names stay open and can be given later. */
import { useNavigate } from '@tanstack/react-router'
import { Card, Page } from '#ui/Page.tsx'
import { Form } from '#ui/Form.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { codeField, partyFields, placeFields, timeFields } from './fields.ts'
import { said } from './said.ts'

export default function OpenCasePage() {
  const say = useSay()
  const go = useNavigate()
  const open = useTell<{ id: string; number: string }>('cases.open-case', {
    settles: ['cases.'],
    onDone: ({ id }) => void go({ to: `/cases/${id}` }),
  })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('cases.title'), to: '/cases' }, { label: say('cases.new') }]}
        title={say('cases.new')}
      />
      <Card>
        <Form
          name="cases.open-case"
          columns={2}
          problem={open.problem}
          sendLabel={say('op.cases.open-case')}
          onSend={async (values: Readonly<Record<string, unknown>>) => {
            await open.tell(said(values))
          }}
          fields={[
            {
              key: 'title',
              label: say('cases.form-title'),
              help: say('cases.form-title-help'),
              kind: 'text',
              required: true,
              span: 2,
            },
            codeField('type', say('cases.column-type'), 'case-type', { required: true }),
            {
              key: 'priority',
              label: say('cases.form-priority'),
              kind: 'choice',
              options: ['1', '2', '3', '4'].map((value) => ({
                value,
                label: say(`cases.priority-${value}`),
              })),
            },
            { key: 'summary', label: say('cases.summary'), kind: 'prose', span: 2 },
            { key: 'incident', label: say('cases.when'), kind: 'group', span: 2, fields: timeFields(say) },
            { key: 'place', label: say('cases.place'), kind: 'group', span: 2, fields: placeFields(say) },
            {
              key: 'offences',
              label: say('cases.offences'),
              kind: 'list',
              span: 2,
              fields: [
                codeField('code', say('cases.offences'), 'offence', { required: true }),
                { key: 'counts', label: say('cases.form-counts'), kind: 'number' },
              ],
            },
            {
              key: 'aliases',
              label: say('cases.form-numbers'),
              kind: 'list',
              span: 2,
              fields: [
                codeField('kind', say('cases.form-kind'), 'number-kind', { required: true }),
                { key: 'text', label: say('cases.form-number'), kind: 'text', required: true },
              ],
            },
            { key: 'parties', label: say('cases.form-who'), kind: 'list', span: 2, fields: partyFields(say) },
            {
              key: 'investigator',
              label: say('cases.investigator'),
              kind: 'group',
              span: 2,
              fields: [
                {
                  key: 'person',
                  label: say('cases.form-person'),
                  kind: 'person',
                  operation: 'identity.list-people',
                },
                { key: 'name', label: say('cases.party-name'), kind: 'text' },
              ],
            },
          ]}
        />
      </Card>
    </Page>
  )
}
