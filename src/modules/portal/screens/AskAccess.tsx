/** Asking to see a case that the search does not show: the same words whether such a case is there or not. */
import { type ReactNode, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import type { MyAskList } from '#modules/cases/contract.ts'

export function AskAccess({ typed }: { readonly typed: string }): ReactNode {
  const say = useSay()
  const may = useMay('cases.request-access')
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState(false)
  const mine = useAsk<MyAskList>('cases.my-access-asks', {}, { enabled: may })
  const act = useTell<{ id: string }>('cases.request-access', {
    settles: ['cases.'],
    onDone: () => {
      setOpen(false)
      setAsked(true)
    },
  })
  if (!may) return null
  const items = mine.data?.items ?? []
  return (
    <Card title={say('portal.access')}>
      <p className="dim">{say('portal.access-note')}</p>
      {asked ? <Note tone="reef">{say('portal.access-asked')}</Note> : null}
      {items.map((one) => (
        <div className="portal-row" key={one.id}>
          {one.case ? (
            <Linked to={`/portal/cases/${one.case.id}`}>
              <Mono>{one.case.number}</Mono> {one.case.title}
            </Linked>
          ) : (
            <Mono>{one.number}</Mono>
          )}
          <span className="dim">
            {say(one.case ? 'portal.access-given' : 'portal.access-waits')} <When at={one.at} />
          </span>
        </div>
      ))}
      <Act operation="cases.request-access" onAct={() => setOpen(true)} />
      {open ? (
        <Dialog title={say('op.cases.request-access')} onClose={() => setOpen(false)}>
          <Form
            name="cases.request-access"
            draft={false}
            initial={{ number: typed }}
            fields={[
              {
                key: 'number',
                label: say('portal.access-number'),
                kind: 'text',
                required: true,
                help: say('portal.access-number-help'),
              },
              { key: 'why', label: say('portal.access-why'), kind: 'prose', required: true, rows: 3 },
            ]}
            problem={act.problem}
            sendLabel={say('portal.send')}
            onSend={async (values) => {
              await act.tell(values)
            }}
          />
        </Dialog>
      ) : null}
    </Card>
  )
}
