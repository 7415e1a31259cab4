/** What the overseer of the DNA indexes reads: counts from one day to another, and nothing by which anybody could be found. */
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Asked } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Form } from '#ui/Form.tsx'
import { Card, Columns, Facts, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk } from '#ui/client.ts'
import { useNow } from '#ui/now.ts'
import { useSay } from '#ui/say.ts'
import { showDate } from '#ui/show.ts'
import type { Oversight } from '../contract/profiles.ts'

type Report = z.output<typeof Oversight>

export default function OversightPage(): ReactNode {
  const say = useSay()
  const until = new Date(useNow()).toISOString().slice(0, 10)
  const [days, setDays] = useState({ from: `${until.slice(0, 4)}-01-01`, until })
  const report = useAsk<Report>('results.oversight-report', days, { keep: true })
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('op.results.indexes'), to: '/results/indexes' }]}
        title={say('op.results.oversight-report')}
        facts={say('results.oversight-facts', { from: showDate(days.from), until: showDate(days.until) })}
      />
      <Card>
        <Form
          name="results.oversight-report"
          draft={false}
          columns={2}
          initial={days}
          fields={[
            { key: 'from', label: say('results.from-day'), kind: 'date', required: true },
            { key: 'until', label: say('results.until-day'), kind: 'date', required: true },
          ]}
          sendLabel={say('results.count-again')}
          onSend={(v) => setDays({ from: String(v['from']), until: String(v['until']) })}
        />
      </Card>
      <Asked of={report} lines={8}>
        {(r) => <Sums report={r} />}
      </Asked>
    </Page>
  )
}

function Sums(props: { report: Report }): ReactNode {
  const say = useSay()
  const { report } = props
  const count = (key: 'standing' | 'minors' | 'entered' | 'removed' | 'overdue') => ({
    key,
    label: say(`results.sum-${key}`),
    cell: (i: Report['indexes'][number]) => String(i[key]),
    text: (i: Report['indexes'][number]) => String(i[key]),
    number: true,
  })
  const rows = (of: Report['leads']): readonly (readonly [string, string])[] =>
    of.length > 0 ? of.map((x) => [x.what, String(x.n)]) : [[say('results.none-yet'), '0']]
  return (
    <>
      <Card title={say('results.by-index')}>
        <DataTable<Report['indexes'][number]>
          name="results.oversight-indexes"
          rows={report.indexes}
          rowKey={(i) => `${i.side}/${i.index}`}
          columns={[
            {
              key: 'index',
              label: say('results.index'),
              cell: (i) => i.index,
              text: (i) => i.index,
              primary: true,
            },
            {
              key: 'side',
              label: say('results.side'),
              cell: (i) => say(`results.side-${i.side}`),
              text: (i) => say(`results.side-${i.side}`),
            },
            ...(['standing', 'minors', 'entered', 'removed', 'overdue'] as const).map(count),
          ]}
          empty={say('results.none-yet')}
        />
      </Card>
      <Card title={say('results.by-purpose')}>
        <DataTable<Report['searches'][number]>
          name="results.oversight-searches"
          rows={report.searches}
          rowKey={(s) => `${s.side}/${s.purpose}`}
          columns={[
            {
              key: 'purpose',
              label: say('results.purpose'),
              cell: (s) => s.purpose,
              text: (s) => s.purpose,
              primary: true,
            },
            {
              key: 'side',
              label: say('results.side'),
              cell: (s) => say(`results.side-${s.side}`),
              text: (s) => say(`results.side-${s.side}`),
            },
            {
              key: 'n',
              label: say('results.searches'),
              cell: (s) => String(s.n),
              text: (s) => String(s.n),
              number: true,
            },
            {
              key: 'candidates',
              label: say('results.candidates'),
              cell: (s) => String(s.candidates),
              text: (s) => String(s.candidates),
              number: true,
            },
          ]}
          empty={say('results.none-yet')}
        />
      </Card>
      <Columns kind="thirds">
        <Card title={say('results.leads')}>
          <Facts rows={rows(report.leads)} />
        </Card>
        <Card title={say('results.removals')}>
          <Facts rows={rows(report.removals)} />
        </Card>
        <Card title={say('results.exports')}>
          <Facts rows={[[say('results.files-made'), String(report.exports)]]} />
        </Card>
      </Columns>
    </>
  )
}
