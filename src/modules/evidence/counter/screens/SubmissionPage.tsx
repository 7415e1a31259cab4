/** One submission: who brought what and how it was signed, where each thing is now, and what went back with its reason. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { Card, Columns, Facts, Page, Stacked } from '#ui/Page.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { SubmissionSeen } from '../contract.ts'
import { LabelDialog } from '../../things/screens/LabelDialog.tsx'
import { Lines } from '../../things/screens/Lines.tsx'
import { Result } from './SubmissionsPage.tsx'

export default function SubmissionPage() {
  const { id } = useParams({ strict: false })
  const submission = useAsk<SubmissionSeen>('evidence.get-submission', { id: String(id) })
  return <Asked of={submission}>{(s) => <Whole of={s} />}</Asked>
}

function Whole({ of: s }: { of: SubmissionSeen }) {
  const say = useSay()
  const [labels, setLabels] = useState(false)
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('evidence.sub-title'), to: '/evidence/submissions' },
          { label: s.number, mono: true },
        ]}
        number={s.number}
        title={say('evidence.sub-by', { by: s.by })}
        chips={<Result of={s} />}
        facts={[showInstant(s.at), s.where, s.wayName].filter(Boolean).join(' · ')}
        acts={
          <>
            <Button
              primary
              icon="file"
              onClick={() =>
                window.open(fileUrl('evidence.receipt', { submission: s.id }), '_blank', 'noopener')
              }
            >
              {say('op.evidence.receipt')}
            </Button>
            {s.things.length > 0 ? (
              <Act
                operation="evidence.print-label"
                actions={s.actions}
                icon="print"
                onAct={() => setLabels(true)}
              >
                {say('evidence.labels')}
              </Act>
            ) : null}
          </>
        }
      />
      <Columns kind="side">
        <Stacked>
          {s.things.length > 0 ? (
            <Card title={say('evidence.rc-taken')} aside={say('evidence.h-list', { n: s.things.length })}>
              <Lines items={s.things} />
            </Card>
          ) : null}
          {s.notTaken.length > 0 ? (
            <Card tone="achiote" title={say('evidence.rc-not-taken')}>
              <Plain
                head={[say('evidence.s-what'), say('evidence.f-their-number'), say('evidence.rc-why')]}
                rows={s.notTaken.map((n) => [
                  n.description,
                  n.theirNumber ?? n.seal ?? '–',
                  [n.whyName, n.words].filter(Boolean).join('. '),
                ])}
              />
            </Card>
          ) : null}
        </Stacked>
        <Card title={say('evidence.p-facts')}>
          <Facts
            rows={[
              [
                say('evidence.f-case'),
                <Linked key="c" to={`/cases/${s.case.id}`} mono>
                  {s.case.number}
                </Linked>,
              ],
              [say('evidence.r-by'), [s.by, s.where].filter(Boolean).join(', ')],
              [say('evidence.rc-received-by'), [s.receivedBy, s.unit].filter(Boolean).join(', ')],
              [say('evidence.sub-signed'), say(`evidence.sub-signed-${s.signed}`)],
              ...(s.refusalName ? [[say('evidence.rc-why'), s.refusalName] as [string, string]] : []),
              ...(s.words ? [[say('evidence.r-words'), s.words] as [string, string]] : []),
            ]}
          />
        </Card>
      </Columns>
      {labels ? (
        <LabelDialog items={s.things.map((t) => t.id)} again onClose={() => setLabels(false)} />
      ) : null}
    </Page>
  )
}
