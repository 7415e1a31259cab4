/** The parcels of an exhibit as they were weighed: gross, wrapping, net, and the sum under a line. */
import { type ReactNode, useState } from 'react'
import { When } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import { type Sheet, sumOf } from './bench.ts'
import { WeighGrid } from './WeighGrid.tsx'
import { WriteAct } from './WriteAct.tsx'

type Weighing = Sheet['weighings'][number]

export function Weighings(props: { sheet: Sheet; item: string; number: string }): ReactNode {
  const { sheet, item } = props
  const say = useSay()
  const [open, setOpen] = useState(false)
  const rows = sheet.weighings.filter((w) => w.item === item)
  const unit = rows[0]?.unit ?? 'g'
  const balance = sheet.relies.find((r) => r.id === rows[0]?.equipment)?.name
  const net = sumOf(rows.map((r) => r.net))
  return (
    <Card
      title={say('results.weighings')}
      aside={
        rows.length > 0 && !open ? (
          <span className="notes dim">
            {[say(`results.unit-${unit}`), balance].filter(Boolean).join(', ')}
          </span>
        ) : undefined
      }
    >
      {rows.length > 0 ? (
        <div className="bench-scroll">
          <Plain
            head={[
              say('results.parcel'),
              say('results.gross'),
              say('results.wrapping'),
              say('results.net'),
              say('results.read'),
            ]}
            align={['left', 'right', 'right', 'right', 'left']}
            rows={rows.map((w) => [
              <span key="n" className="mono">
                {parcelName(props.number, w)}
              </span>,
              showNumber(w.gross),
              showNumber(w.tare),
              <strong key="net">{showNumber(w.net)}</strong>,
              <When key="at" at={w.at} />,
            ])}
            foot={[
              say('results.parcels-sum', { n: rows.length }),
              showNumber(sumOf(rows.map((r) => r.gross))),
              showNumber(sumOf(rows.map((r) => r.tare))),
              <strong key="sum">{showNumber(net)}</strong>,
              '',
            ]}
          />
        </div>
      ) : (
        <p className="notes dim">{say('results.nothing-weighed')}</p>
      )}
      {open ? (
        <WeighGrid sheet={sheet} item={item} rows={rows} onDone={() => setOpen(false)} />
      ) : (
        <WriteAct
          sheet={sheet}
          operation="results.record-measurement"
          icon="scale"
          onAct={() => setOpen(true)}
        />
      )}
    </Card>
  )
}

/** 3.1 on the bench is parcel 1 of exhibit …-3. */
const parcelName = (exhibit: string, w: Weighing): string => `${exhibit.split('-').at(-1) ?? ''}.${w.parcel}`
