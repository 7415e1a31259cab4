/** The organisations that the service works with, and what is signed with each. */
import { useState, type ReactNode } from 'react'
import { Act, ActRow, TextAct } from '#ui/Act.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useList, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import { agencyKinds } from '../contract/agency-kinds.ts'
import { type Agreement, agreementKinds } from '../contract/duties.ts'
import { HeldTo, OfferAgreement } from './OfferAgreement.tsx'
import { agencyField } from './asks.ts'

const tones = { 'in-force': 'reef', 'ends-soon': 'maize', 'to-come': 'slate', over: 'achiote' } as const
interface AgencyLine {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly code: string | null
  readonly rules: readonly string[]
}
/** Whom the service works with, each with the agreement that stands; one without is seen at once. */
export function Agencies(): ReactNode {
  const say = useSay()
  const agencies = useList<AgencyLine>('identity.list-agencies', { limit: 200 })
  const agreements = useList<Agreement>('identity.list-agreements', { limit: 100 })
  const [registering, register] = useState(false)
  const standing = (a: AgencyLine): Agreement | undefined =>
    agreements.rows.find(
      (g) => g.agencyName === a.name && (g.state === 'in-force' || g.state === 'ends-soon'),
    )
  return (
    <>
      <ActRow>
        <Act operation="identity.register-agency" icon="add" onAct={() => register(true)} />
      </ActRow>
      <DataTable<AgencyLine>
        name="identity.agencies"
        loading={agencies.loading}
        rows={agencies.rows}
        rowKey={(a) => a.id}
        count={agencies.rows.length}
        more={agencies.more}
        hasMore={agencies.hasMore}
        columns={[
          {
            key: 'name',
            label: say('identity.column-name'),
            primary: true,
            sortable: true,
            cell: (a) => a.name,
            text: (a) => a.name,
          },
          {
            key: 'short',
            label: say('identity.field-short-name'),
            cell: (a) => a.shortName,
            text: (a) => a.shortName,
          },
          {
            key: 'kind',
            label: say('identity.field-kind'),
            sortable: true,
            cell: (a) => say(`identity.agency-kind-${a.kind}`),
            text: (a) => say(`identity.agency-kind-${a.kind}`),
          },
          {
            key: 'code',
            label: say('identity.field-code'),
            mono: true,
            cell: (a) => a.code ?? '',
            text: (a) => a.code ?? '',
          },
          {
            key: 'rules',
            label: say('identity.rules-held'),
            cell: (a) => <HeldTo of={a} />,
            text: (a) => a.rules.join(', '),
          },
          {
            key: 'agreement',
            label: say('identity.agreement'),
            cell: (a) => {
              const there = standing(a)
              if (there)
                return (
                  <StateChip tone={tones[there.state]} icon="check">
                    {say(`identity.agreement-${there.state}`)}
                  </StateChip>
                )
              return a.kind === 'service' ? (
                ''
              ) : (
                <StateChip state="not-begun">{say('identity.agreement-none')}</StateChip>
              )
            },
            text: (a) => standing(a)?.title ?? '',
          },
        ]}
      />
      <Agreements list={agreements} />
      {registering ? <RegisterAgency onDone={() => register(false)} /> : null}
    </>
  )
}

function RegisterAgency(props: { onDone: () => void }): ReactNode {
  const say = useSay()
  const add = useTell('identity.register-agency', { onDone: props.onDone })
  return (
    <Dialog wide title={say('op.identity.register-agency')} onClose={props.onDone}>
      <Form
        name="identity.register-agency"
        columns={2}
        fields={[
          { key: 'name', label: say('identity.column-name'), kind: 'text', required: true },
          { key: 'shortName', label: say('identity.field-short-name'), kind: 'text', required: true },
          { key: 'code', label: say('identity.field-code'), kind: 'text', max: 40, span: 2 },
          {
            key: 'kind',
            label: say('identity.field-kind'),
            kind: 'choice',
            required: true,
            span: 2,
            options: agencyKinds.map((k) => ({ value: k, label: say(`identity.agency-kind-${k}`) })),
          },
        ]}
        onSend={async (v) => void (await add.tell(v))}
        problem={add.problem}
        sendLabel={say('op.identity.register-agency')}
      />
    </Dialog>
  )
}

function Agreements(props: { list: ReturnType<typeof useList<Agreement>> }): ReactNode {
  const say = useSay()
  const { list } = props
  const end = useTell('identity.end-agreement')
  const [signing, setSigning] = useState(false)
  const [offering, setOffering] = useState(false)
  const stop = async (a: Agreement): Promise<void> => {
    const sure = await confirm({ title: say('op.identity.end-agreement'), will: a.title, danger: true })
    if (sure) await end.tell({ agreement: a.id, endsOn: new Date().toISOString().slice(0, 10) })
  }
  return (
    <Card
      title={say('op.identity.list-agreements')}
      aside={
        <ActRow>
          <Act operation="identity.offer-agreement" icon="send" onAct={() => setOffering(true)} />
          <Act operation="identity.sign-agreement" icon="add" onAct={() => setSigning(true)} />
        </ActRow>
      }
    >
      {list.rows.length === 0 ? <Note tone="slate">{say('identity.no-agreements')}</Note> : null}
      {list.rows.length > 0 ? (
        <Plain
          head={[
            say('identity.column-agency'),
            say('identity.column-title'),
            say('identity.column-from'),
            say('identity.column-until'),
            say('identity.column-state'),
            '',
          ]}
          rows={list.rows.map((a) => [
            a.agencyName,
            a.fileName ? (
              <a key="f" href={`/api/identity/agreement-file?agreement=${a.id}`}>
                {a.title}
              </a>
            ) : (
              a.title
            ),
            showDate(a.validFrom),
            a.endedOn ? showDate(a.endedOn) : a.validUntil ? showDate(a.validUntil) : '',
            <StateChip key="s" tone={tones[a.state]} icon={a.state === 'in-force' ? 'check' : 'clock'}>
              {say(`identity.agreement-${a.state}`)}
            </StateChip>,
            <TextAct
              key="e"
              operation="identity.end-agreement"
              actions={a.actions}
              onAct={() => void stop(a)}
            />,
          ])}
        />
      ) : null}
      {offering ? <OfferAgreement onDone={() => setOffering(false)} /> : null}
      {signing ? <SignAgreement onDone={() => setSigning(false)} /> : null}
    </Card>
  )
}

function SignAgreement(props: { onDone: () => void }): ReactNode {
  const say = useSay()
  const sign = useTell('identity.sign-agreement', { onDone: props.onDone })
  return (
    <Dialog wide title={say('op.identity.sign-agreement')} onClose={props.onDone}>
      <Form
        name="identity.sign-agreement"
        columns={2}
        fields={[
          agencyField(say),
          {
            key: 'kind',
            label: say('identity.field-kind'),
            kind: 'choice',
            required: true,
            options: agreementKinds.map((k) => ({ value: k, label: say(`identity.agreement-kind-${k}`) })),
          },
          { key: 'title', label: say('identity.column-title'), kind: 'text', required: true, span: 2 },
          { key: 'signedOn', label: say('identity.field-signed-on'), kind: 'date', required: true },
          { key: 'validFrom', label: say('identity.column-from'), kind: 'date', required: true },
          { key: 'validUntil', label: say('identity.column-until'), kind: 'date' },
          { key: 'forService', label: say('identity.field-for-service'), kind: 'text', required: true },
          { key: 'forAgency', label: say('identity.field-for-agency'), kind: 'text', required: true },
        ]}
        onSend={async (v) => void (await sign.tell(v))}
        problem={sign.problem}
        sendLabel={say('op.identity.sign-agreement')}
      />
    </Dialog>
  )
}
