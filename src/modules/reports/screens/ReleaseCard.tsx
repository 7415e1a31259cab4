/** To whom the certificates of the case are given out, and the change of it by whoever answers for that. */
import { useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Card } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { ReportSeen } from '../contract.ts'
import { releaseLevels } from '../rules/release.ts'

export function ReleaseCard({ report }: { readonly report: ReportSeen }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const set = useTell('reports.set-release', { settles: ['reports.'], onDone: () => setOpen(false) })
  return (
    <Card title={say('reports.release')}>
      <p>{say(`reports.level-${report.release}`)}</p>
      <Act operation="reports.set-release" actions={report.actions} onAct={() => setOpen(true)} />
      {open ? (
        <Dialog title={say('op.reports.set-release')} onClose={() => setOpen(false)}>
          <Form
            name={`reports.set-release.${report.case.id}`}
            draft={false}
            problem={set.problem}
            initial={{ level: report.release }}
            sendLabel={say('op.reports.set-release')}
            fields={[
              {
                key: 'level',
                label: say('reports.release'),
                kind: 'choice',
                required: true,
                options: releaseLevels.map((value) => ({ value, label: say(`reports.level-${value}`) })),
              },
              { key: 'reason', label: say('reports.form-reason'), kind: 'prose', required: true, rows: 2 },
            ]}
            onSend={async ({ level, reason }) => {
              await set.tell({ case: report.case.id, level }, { reason: String(reason) })
            }}
          />
        </Dialog>
      ) : null}
    </Card>
  )
}
