/** The gallery: figures, charts, long work, a board. */
import type { ReactNode } from 'react'
import { BarChart, ControlChart, HeatGrid, LineChart, Spark } from '../Charts.tsx'
import { Figure } from '../Figure.tsx'
import { Card, Columns } from '../Page.tsx'
import { Receipt } from '../Receipt.tsx'
import { Board } from '../StoreMap.tsx'
import * as data from './data.ts'

export function ChartParts(): ReactNode {
  return (
    <>
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
