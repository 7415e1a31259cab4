/** Who asks to see the cases that one keeps: given, for good or for a while, or declined without a word to who asked. */
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { EmptyState, ErrorState, More, Skeleton } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { AskedLine } from '../contract/asking.ts'

export default function AskedPage(): ReactNode {
  const say = useSay()
  const list = useList<AskedLine>('cases.access-asked', { limit: 20 })
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('cases.title'), to: '/cases' }]}
        title={say('op.cases.access-asked')}
        facts={say('cases.asked-note')}
      />
      {list.problem ? <ErrorState problem={list.problem} onRetry={list.again} /> : null}
      {list.loading ? <Skeleton lines={4} /> : null}
      {!list.loading && !list.problem && list.rows.length === 0 ? (
        <EmptyState title={say('cases.nobody-asks')} />
      ) : null}
      {list.rows.map((one) => (
        <Asking key={one.id} of={one} />
      ))}
      <More of={list} />
    </Page>
  )
}

function Asking({ of }: { of: AskedLine }): ReactNode {
  const say = useSay()
  const [panel, setPanel] = useState<'give' | 'decline' | null>(null)
  return (
    <Card title={`${of.person.name}${of.person.unit ? `, ${of.person.unit}` : ''}`}>
      <p>
        <Linked to={`/cases/${of.case.id}`}>
          <Mono>{of.case.number}</Mono> {of.case.title}
        </Linked>
      </p>
      <p>{of.why ?? ''}</p>
      <p className="dim">
        {say('cases.asked-by-number', { number: of.number })} <When at={of.at} />
      </p>
      <ActRow>
        <Act operation="cases.give-access" primary onAct={() => setPanel('give')} />
        <Act operation="cases.decline-access" onAct={() => setPanel('decline')} />
      </ActRow>
      {panel ? <Deciding of={of} give={panel === 'give'} onClose={() => setPanel(null)} /> : null}
    </Card>
  )
}

function Deciding(props: { of: AskedLine; give: boolean; onClose: () => void }): ReactNode {
  const say = useSay()
  const { of, give, onClose } = props
  const operation = give ? 'cases.give-access' : 'cases.decline-access'
  const act = useTell<{ id: string }>(operation, { settles: ['cases.'], onDone: onClose })
  return (
    <Dialog title={say(`op.${operation}`)} onClose={onClose}>
      <p>{say(give ? 'cases.will-show-it' : 'cases.will-decline', { name: of.person.name })}</p>
      <Form
        name={`${operation}.${of.id}`}
        draft={false}
        fields={[
          ...(give
            ? [
                {
                  key: 'until',
                  label: say('cases.access-until'),
                  kind: 'instant' as const,
                  help: say('cases.access-until-help'),
                },
              ]
            : []),
          { key: 'reason', label: say('cases.form-reason'), kind: 'prose', required: true, rows: 3 },
        ]}
        problem={act.problem}
        sendLabel={say(`op.${operation}`)}
        onSend={async ({ reason, ...rest }) => {
          const input = give ? { case: of.case.id, principal: of.person.id, ...rest } : { asked: of.id }
          await act.tell(input, { reason: String(reason) })
        }}
      />
    </Dialog>
  )
}
