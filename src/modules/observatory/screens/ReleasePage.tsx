/** A release: the table as it is shown, what was hidden and how that was proved, its steps, and what may be done. */
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Act, ActRow } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Mono, When } from '#ui/Mono.tsx'
import { Card, Columns, Facts, Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { Note } from '#ui/Note.tsx'
import type { Field } from '#ui/fields.ts'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { ReleaseSeen } from '../contract.ts'
import { ReleaseState } from './ReleaseState.tsx'
import { SafeTable } from './SafeTable.tsx'

export default function ReleasePage(): ReactNode {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const release = useAsk<ReleaseSeen>('observatory.get-release', { release: id })
  return (
    <Page>
      <Asked of={release}>{(r) => <Seen of={r} />}</Asked>
    </Page>
  )
}

function Seen({ of }: { of: ReleaseSeen }): ReactNode {
  const say = useSay()
  return (
    <>
      <RecordHead
        crumbs={[{ label: say('observatory.releases-title'), to: '/observatory/releases' }]}
        number={of.number}
        title={of.title}
        chips={<ReleaseState state={of.state} />}
        acts={<Acts of={of} />}
      />
      <Columns kind="side">
        <Stacked>
          <Card title={of.title}>
            <SafeTable title={of.title} rows={of.rows} columns={of.columns} cells={of.cells} />
          </Card>
          <p className="dim">{of.definition}</p>
        </Stacked>
        <Stacked>
          <Card title={say('observatory.hidden-cells', { n: of.hidden })}>
            <p>{say('observatory.threshold', { n: of.threshold })}</p>
            {of.narrowest === null ? null : <p>{say('observatory.narrowest', { n: of.narrowest })}</p>}
            {of.near.map((n) => (
              <Note key={n.number} tone="maize">
                {say('observatory.near', n)}
              </Note>
            ))}
          </Card>
          <Card>
            <Facts
              rows={[
                [say('observatory.as-of'), showInstant(of.asOf)],
                [
                  say('observatory.by'),
                  say('observatory.prepared-by', { by: of.preparedBy, at: showInstant(of.preparedAt) }),
                ],
                ...(of.correctedBy
                  ? [[say('observatory.corrected-by', { number: '' }), of.correctedBy] as const]
                  : []),
                [say('observatory.hash'), <Mono key="h">{of.sha256.slice(0, 16)}</Mono>],
              ]}
            />
            {of.steps.map((s) => (
              <p key={s.at}>
                <strong>{say(`observatory.step-${s.kind}`)}</strong> {s.by}, <When at={s.at} />
                {s.legalBasis ? (
                  <>
                    <br />
                    {say('observatory.legal-basis')}: {s.legalBasis}
                  </>
                ) : null}
                {s.words ? (
                  <>
                    <br />
                    {s.words}
                  </>
                ) : null}
              </p>
            ))}
          </Card>
        </Stacked>
      </Columns>
    </>
  )
}

type Step = 'approve' | 'return' | 'withdraw'
function Acts({ of }: { of: ReleaseSeen }): ReactNode {
  const say = useSay()
  const [step, setStep] = useState<Step | null>(null)
  const publish = useTell('observatory.publish-release')
  const ask = async (): Promise<void> => {
    const yes = await confirm({
      title: say('op.observatory.publish-release'),
      will: <p>{say('observatory.publish-will', { number: of.number })}</p>,
    })
    if (yes) await publish.tell({ release: of.id })
  }
  return (
    <>
      <ActRow>
        <Act
          operation="observatory.approve-release"
          actions={of.actions}
          icon="check"
          primary
          onAct={() => setStep('approve')}
        />
        <Act
          operation="observatory.publish-release"
          actions={of.actions}
          icon="world"
          onAct={() => void ask()}
        />
        <Act operation="observatory.return-release" actions={of.actions} onAct={() => setStep('return')} />
        <Act
          operation="observatory.withdraw-release"
          actions={of.actions}
          danger
          onAct={() => setStep('withdraw')}
        />
      </ActRow>
      {publish.problem ? <Note tone="achiote">{publish.problem.detail}</Note> : null}
      {step ? <StepDialog step={step} of={of} onClose={() => setStep(null)} /> : null}
    </>
  )
}

function StepDialog({ step, of, onClose }: { step: Step; of: ReleaseSeen; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell(`observatory.${step}-release`, { onDone: onClose })
  const field: Field =
    step === 'approve'
      ? {
          key: 'legalBasis',
          label: say('observatory.legal-basis'),
          help: say('observatory.legal-basis-help'),
          kind: 'text',
          required: true,
        }
      : { key: 'words', label: say('observatory.words'), kind: 'prose', required: true }
  return (
    <Dialog title={say(`op.observatory.${step}-release`)} onClose={onClose}>
      <p>{say(`observatory.${step}-will`, { number: of.number })}</p>
      <Form
        name={`observatory.${step}-release`}
        draft={false}
        fields={[field]}
        sendLabel={say(`op.observatory.${step}-release`)}
        problem={act.problem}
        onSend={async (values) => void (await act.tell({ release: of.id, ...values }))}
      />
    </Dialog>
  )
}
