/** The parcels of an exhibit as they were weighed: gross, wrapping, net, and the sum under a line. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { When } from '#ui/Mono.tsx'
import { Card } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showNumber } from '#ui/show.ts'
import { exact, pounds } from '#kernel/quantity.ts'
import { type Sheet, sumOf } from './bench.ts'
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
              `${pounds({ value: net, unit })} lb`,
            ]}
          />
        </div>
      ) : (
        <p className="notes dim">{say('results.nothing-weighed')}</p>
      )}
      {open ? (
        <WeighForm sheet={sheet} item={item} rows={rows} onDone={() => setOpen(false)} />
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

interface Equipment {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly standing: string
}
interface Parcel {
  readonly parcel?: unknown
  readonly gross?: unknown
  readonly tare?: unknown
}

function WeighForm(props: {
  sheet: Sheet
  item: string
  rows: readonly Weighing[]
  onDone: () => void
}): ReactNode {
  const { sheet, item, rows } = props
  const say = useSay()
  const [wrong, setWrong] = useState<string | null>(null)
  const record = useTell('results.record-measurement', { onDone: props.onDone })
  const balances = useAsk<{ items: Equipment[] }>('quality.list-equipment', { kind: 'balance', limit: 50 })
  const fit = (balances.data?.items ?? []).filter((e) => e.standing === 'ready' || e.standing === 'due-soon')
  const likely = rows[0]?.equipment ?? (fit.length === 1 ? fit[0]?.id : undefined)
  const fields: Field[] = [
    {
      key: 'equipment',
      label: say('results.balance'),
      kind: 'choice',
      required: true,
      options: fit.map((e) => ({ value: e.id, label: `${e.code}, ${e.name}` })),
    },
    {
      key: 'unit',
      label: say('results.unit'),
      kind: 'choice',
      required: true,
      options: ['g', 'mg', 'kg'].map((u) => ({ value: u, label: u })),
    },
    {
      key: 'parcels',
      label: say('results.parcels'),
      help: say('results.help-parcels'),
      kind: 'list',
      required: true,
      span: 2,
      fields: [
        { key: 'parcel', label: say('results.parcel'), kind: 'number', required: true },
        { key: 'gross', label: say('results.gross'), kind: 'text', required: true },
        { key: 'tare', label: say('results.wrapping'), kind: 'text', required: true },
      ],
    },
  ]
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const parcels = ((values['parcels'] ?? []) as Parcel[]).map((p) => ({
      parcel: Number(p.parcel),
      gross: String(p.gross ?? '').trim(),
      tare: String(p.tare ?? '').trim(),
    }))
    const bad = parcels.find((p) => ![p.gross, p.tare].every((t) => /^\d+(\.\d+)?$/.test(t)))
    const heavy = bad ? undefined : parcels.find((p) => exact(p.tare).greaterThan(p.gross))
    const fault = bad
      ? say('results.not-a-weight', { parcel: bad.parcel })
      : heavy
        ? say('results.tare-above-gross', { parcel: heavy.parcel })
        : null
    setWrong(fault)
    if (fault) return
    // A parcel weighed again corrects its reading by name; the old one stays in the record.
    await record.tell({
      worksheet: sheet.id,
      item,
      equipment: values['equipment'],
      unit: values['unit'],
      parcels: parcels.map((p) => ({ ...p, ...correcting(rows, p.parcel) })),
    })
  }
  return (
    <>
      {wrong ? (
        <p role="alert" className="bench-wrong">
          {wrong}
        </p>
      ) : null}
      <Form
        name={`results.weigh.${sheet.id}.${item}`}
        fields={fields}
        columns={2}
        key={String(balances.isFetched)}
        initial={{
          unit: rows[0]?.unit ?? 'g',
          parcels: [{ parcel: rows.length + 1 }],
          ...(likely ? { equipment: likely } : {}),
        }}
        problem={record.problem}
        onSend={send}
        sendLabel={say('op.results.record-measurement')}
      />
      <TextAct icon="x" onAct={props.onDone}>
        {say('results.leave-it')}
      </TextAct>
    </>
  )
}
function correcting(rows: readonly Weighing[], parcel: number): { corrects?: string } {
  const before = rows.find((r) => r.parcel === parcel)
  return before ? { corrects: before.id } : {}
}
