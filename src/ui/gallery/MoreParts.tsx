/** The second half of the gallery: forms, lists, scanning, charts, long work. */
import type { ReactNode } from 'react'
import { BarChart, ControlChart, HeatGrid, LineChart, Spark } from '../Charts.tsx'
import { DataTable } from '../DataTable.tsx'
import { FileDrop } from '../FileDrop.tsx'
import { Figure } from '../Figure.tsx'
import { Form } from '../Form.tsx'
import { Card, Columns } from '../Page.tsx'
import { Receipt } from '../Receipt.tsx'
import { ScanList } from '../ScanList.tsx'
import { StateChip } from '../StateChip.tsx'
import { Board } from '../StoreMap.tsx'
import { Problem } from '../client.ts'
import * as data from './data.ts'

const problem = new Problem({
  status: 400,
  code: 'invalid',
  detail: 'The seal lacks 2 signs.',
  fields: [{ path: 'seal', message: 'The seal lacks 2 signs. It is on the red band of the bag.' }],
})

export function MoreParts(): ReactNode {
  return (
    <>
      <Columns kind="halves">
        <Card title="New submission">
          <Form
            name="gallery.submission"
            columns={2}
            draft={false}
            problem={problem}
            onSend={() => undefined}
            initial={{ seal: 'A1044', by: 'me' }}
            sendLabel="Send"
            fields={[
              { key: 'on', label: 'Seized on', kind: 'partial-date', required: true },
              { key: 'at', label: 'Received', kind: 'instant' },
              {
                key: 'by',
                label: 'Who seized it?',
                kind: 'choice',
                options: [
                  { value: 'me', label: 'I did' },
                  { value: 'other', label: 'Somebody else' },
                ],
              },
              { key: 'gross', label: 'Gross weight', kind: 'quantity', unit: ['g', 'kg', 'lb'] },
              { key: 'seal', label: 'Seal', kind: 'scan' },
              { key: 'owner', label: 'Taken from', kind: 'text', absent: true },
              {
                key: 'what',
                label: 'What is it?',
                help: 'As you see it, without a guess',
                kind: 'prose',
                span: 2,
                max: 500,
              },
              {
                key: 'offence',
                label: 'Offence',
                kind: 'choice',
                options: ['Possession', 'Trafficking', 'Robbery', 'Murder', 'Other'].map((word) => ({
                  value: word,
                  label: word,
                })),
              },
              {
                key: 'hazards',
                label: 'Hazards',
                kind: 'choices',
                options: ['Sharp', 'Biological', 'Firearm'].map((word) => ({ value: word, label: word })),
              },
            ]}
          />
        </Card>
        <Card title="Check in by scanning">
          <ScanList
            label="Exhibit"
            expect={12}
            onResolve={(text) =>
              Promise.resolve(
                text.startsWith('2026')
                  ? { id: text, label: text, note: 'Drug store' }
                  : `${text} is not known. Check the label.`,
              )
            }
            onDone={() => undefined}
            doneLabel="Store them"
          />
          <FileDrop label="Photographs" many />
        </Card>
      </Columns>
      <DataTable
        name="gallery.items"
        rows={data.items}
        rowKey={(r) => r.number}
        rowTo={(r) => `/gallery?item=${r.number}`}
        bulk={() => <span>Move to store</span>}
        filterOf={(r) => r.state}
        filters={[
          {
            key: 'state',
            label: 'State',
            options: [
              { value: 'in-store', label: 'In store' },
              { value: 'at-bench', label: 'At the bench' },
            ],
          },
        ]}
        columns={[
          {
            key: 'number',
            label: 'Number',
            cell: (r) => r.number,
            text: (r) => r.number,
            mono: true,
            sortable: true,
            primary: true,
          },
          { key: 'what', label: 'What', cell: (r) => r.what, text: (r) => r.what, sortable: true },
          {
            key: 'gross',
            label: 'Gross, g',
            cell: (r) => r.gross,
            text: (r) => r.gross,
            number: true,
            sortable: true,
          },
          {
            key: 'state',
            label: 'State',
            cell: (r) => <StateChip state={r.state} />,
            text: (r) => r.state,
            sortable: true,
          },
        ]}
      />
      <Columns kind="halves">
        <Figure
          title="Victims per month"
          aside="whole country"
          foot={{
            id: 'F-2026-0184',
            version: 'HOM-01 v3',
            population: '2019 estimate',
            hash: '4be190c702d5a61f',
            reproduced: data.now,
          }}
        >
          <LineChart
            describe="Victims per month"
            series={data.lines}
            yLabel="victims"
            markers={[{ x: 8, label: 'definition v3' }]}
          />
        </Figure>
        <Figure title="Hour and weekday">
          <HeatGrid
            describe="Events by hour and weekday"
            rows={['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']}
            columns={Array.from({ length: 24 }, (_, i) => `${String(i).padStart(2, '0')}:00`)}
            every={6}
            values={data.heat}
          />
        </Figure>
        <Card title="Rate by district">
          <BarChart
            describe="Rate by district"
            rows={[
              { label: 'Belize', value: 49.2 },
              { label: 'Stann Creek', value: 24.6 },
              { label: 'Cayo', value: 21.2 },
              { label: 'Toledo', value: 0, hidden: true },
            ]}
          />
        </Card>
        <Card
          title="Internal standard, last 20 runs"
          aside={<Spark describe="Temperature, 12 hours" values={[3, 3.2, 3.1, 4, 5.5, 7, 9.8]} limit={6} />}
        >
          <ControlChart
            describe="Control chart, one point beyond 3 s"
            mean={100}
            sd={2}
            points={data.control}
          />
        </Card>
      </Columns>
      <Columns kind="halves">
        <Receipt
          label="Import of the register 1998"
          done={41200}
          of={60000}
          startedAt={data.started}
          state="running"
          counts={{ in: 60000, done: 41150, rejected: 50 }}
          rejects={[{ row: 18, why: 'No case number' }]}
          onLeave={() => undefined}
        />
        <Card title="Fridge A" aside="8 places, 3 in use">
          <Board places={data.places} />
        </Card>
      </Columns>
    </>
  )
}
