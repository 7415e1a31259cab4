/** Readings parcel by parcel, by keyboard alone: Enter goes on to the next reading and makes the next row; two columns may be pasted. */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Button } from '#ui/Button.tsx'
import { FieldFrame } from '#ui/FieldFrame.tsx'
import { Icon } from '#ui/Icon.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showTime } from '#ui/show.ts'
import { exact } from '#kernel/quantity.ts'
import { type Sheet, sumOf } from './bench.ts'
import { lastUsed, noteUsed } from './last-used.ts'
import { draftKeyOf, keepDraft, readDraft } from '#ui/drafts.ts'

type Weighing = Sheet['weighings'][number]
interface Equipment {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly standing: string
}
interface Row {
  readonly parcel: string
  readonly gross: string
  readonly tare: string
}
interface Kept {
  readonly unit: string
  readonly rows: readonly Row[]
}
const UNITS = ['g', 'mg', 'kg']
const BALANCE = 'with~balance'
const weight = /^\d+(\.\d+)?$/
const written = (row: Row): boolean => row.gross.trim() !== '' || row.tare.trim() !== ''

/** How many parcels were counted when the exhibit was described; none: one row to begin with. */
const counted = (sheet: Sheet, item: string): number => {
  const said = sheet.observations.findLast((o) => o.item === item && o.field === 'parcels')?.answer
  return Math.min(200, Math.max(1, Number(said) || 1))
}
function firstRows(sheet: Sheet, item: string, rows: readonly Weighing[]): Row[] {
  const left = Math.max(1, counted(sheet, item) - rows.length)
  return Array.from({ length: left }, (_, n) => ({
    parcel: String(rows.length + n + 1),
    gross: '',
    tare: '',
  }))
}

export function WeighGrid(props: {
  sheet: Sheet
  item: string
  rows: readonly Weighing[]
  onDone: () => void
}): ReactNode {
  const { sheet, item } = props
  const say = useSay()
  const person = useMe()?.person.id
  const draft = draftKeyOf(person, `results.weigh.${sheet.id}.${item}`)
  const [kept] = useState(() => readDraft<Kept>('device', draft))
  const [unit, setUnit] = useState(kept?.unit ?? props.rows[0]?.unit ?? 'g')
  const [rows, setRows] = useState<readonly Row[]>(() => kept?.rows ?? firstRows(sheet, item, props.rows))
  const [balance, setBalance] = useState<string | null>(null)
  const [at, setAt] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const next = useRef<{ row: number; column: number } | null>(null)
  const balances = useAsk<{ items: Equipment[] }>('quality.list-equipment', {
    kind: 'balance',
    fit: true,
    limit: 50,
  })
  const fit = balances.data?.items ?? []
  const before = props.rows[0]?.equipment ?? lastUsed(person, BALANCE)
  const chosen =
    balance ?? fit.find((e) => e.id === before)?.id ?? (fit.length === 1 ? fit[0]?.id : undefined) ?? ''
  const record = useTell('results.record-measurement', {
    onDone: () => {
      noteUsed(person, { [BALANCE]: chosen })
      keepDraft('device', draft, null)
      props.onDone()
    },
  })
  const focus = (row: number, column: number): void =>
    grid.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`)?.focus()
  useEffect(() => focus(0, 1), [])
  useEffect(() => {
    if (next.current) focus(next.current.row, next.current.column)
    next.current = null
  })
  const change = (to: readonly Row[]): void => {
    setRows(to)
    keepDraft('device', draft, { unit, rows: to })
    setAt(new Date().toISOString())
  }
  const set = (n: number, part: Partial<Row>): void =>
    change(rows.map((row, i) => (i === n ? { ...row, ...part } : row)))
  const blank = (after: readonly Row[]): Row => ({
    parcel: String(Number(after.at(-1)?.parcel ?? 0) + 1),
    gross: '',
    tare: '',
  })
  const onKey = (event: KeyboardEvent, n: number, column: number): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      return focus(n + (event.key === 'ArrowDown' ? 1 : -1), column)
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (event.ctrlKey) return void send()
    if (column < 2) return focus(n, column + 1)
    if (n === rows.length - 1) change([...rows, blank(rows)])
    next.current = { row: n + 1, column: 1 }
    if (n < rows.length - 1) focus(n + 1, 1)
  }
  /** Gross and wrapping as two columns, out of a table or the balance's own list. */
  const onPaste = (event: ClipboardEvent, n: number): void => {
    const lines = event.clipboardData
      .getData('text')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.trim().split(/[\t; ]+/))
    if (lines.length < 2 && (lines[0]?.length ?? 0) < 2) return
    event.preventDefault()
    const to = [...rows]
    lines.forEach(([gross = '', tare = ''], i) => {
      const row = to[n + i] ?? blank(to)
      to[n + i] = { ...row, gross: gross.replace(',', '.'), tare: tare.replace(',', '.') }
    })
    change(to)
  }
  const send = async (): Promise<void> => {
    const parcels = rows
      .filter(written)
      .map((r) => ({ parcel: Number(r.parcel), gross: r.gross.trim(), tare: r.tare.trim() }))
    const fault = faultOf(parcels, chosen, say)
    setWrong(fault)
    if (fault) return
    // A parcel weighed again corrects its reading by name; the old one stays in the record.
    await record.tell({
      worksheet: sheet.id,
      item,
      equipment: chosen,
      unit,
      parcels: parcels.map((p) => ({ ...p, ...correcting(props.rows, p.parcel) })),
    })
  }
  return (
    <div ref={grid} className="weigh">
      {kept ? <p className="notes dim">{say('results.readings-found')}</p> : null}
      <div className="weigh-with">
        <Choice
          label={say('results.balance')}
          value={chosen}
          onChoose={setBalance}
          options={fit.map((e) => [e.id, `${e.code}, ${e.name}`])}
        />
        <Choice
          label={say('results.unit')}
          value={unit}
          onChoose={setUnit}
          options={UNITS.map((u) => [u, u])}
        />
      </div>
      <Readings rows={rows} unit={unit} onSet={set} onKey={onKey} onPaste={onPaste} />
      <p className="notes dim">{say('results.weigh-by-keys')}</p>
      {wrong ? (
        <p role="alert" className="bench-wrong">
          {wrong}
        </p>
      ) : null}
      <ProblemNote of={record.problem} />
      <footer className="form-foot">
        {at ? (
          <span className="saved dim">
            <Icon name="save" size={15} /> {say('kit.draft-kept', { time: showTime(at) })}
          </span>
        ) : null}
        <TextAct icon="x" onAct={props.onDone}>
          {say('results.leave-it')}
        </TextAct>
        <Button primary busy={record.busy} onClick={() => void send()}>
          {say('op.results.record-measurement')}
        </Button>
      </footer>
    </div>
  )
}

function Choice(props: {
  label: string
  value: string
  options: readonly (readonly [value: string, label: string])[]
  onChoose: (value: string) => void
}): ReactNode {
  const say = useSay()
  return (
    <FieldFrame label={props.label}>
      {(field) => (
        <select
          {...field}
          className="input"
          value={props.value}
          onChange={(e) => props.onChoose(e.target.value)}
        >
          {props.value === '' ? <option value="">{say('kit.choose')}</option> : null}
          {props.options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

/** The table itself: net and sum are worked out while one types, as on the sheet. */
function Readings(props: {
  rows: readonly Row[]
  unit: string
  onSet: (row: number, part: Partial<Row>) => void
  onKey: (event: KeyboardEvent, row: number, column: number) => void
  onPaste: (event: ClipboardEvent, row: number) => void
}): ReactNode {
  const { rows, unit } = props
  const say = useSay()
  const nets = rows.map(netOf)
  const summed = nets.filter((n): n is string => n !== null)
  return (
    <table className="weigh-table">
      <thead>
        <tr>
          <th scope="col">{say('results.parcel')}</th>
          <th scope="col">{say('results.gross')}</th>
          <th scope="col">{say('results.wrapping')}</th>
          <th scope="col">{say('results.net')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <tr key={n}>
            {(['parcel', 'gross', 'tare'] as const).map((key, column) => (
              <td key={key}>
                <input
                  className="input"
                  data-cell={`${n}.${column}`}
                  inputMode="decimal"
                  autoComplete="off"
                  aria-label={say('results.cell-of', {
                    what: say(`results.${key === 'tare' ? 'wrapping' : key}`),
                    parcel: row.parcel,
                  })}
                  value={row[key]}
                  onChange={(e) => props.onSet(n, { [key]: e.target.value.replace(',', '.') })}
                  onKeyDown={(e) => props.onKey(e, n, column)}
                  onPaste={(e) => (column === 1 ? props.onPaste(e, n) : undefined)}
                />
              </td>
            ))}
            <td className="figures">{nets[n] ?? ''}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3}>{say('results.parcels-sum', { n: summed.length })}</td>
          <td className="figures">
            <strong>{summed.length > 0 ? `${sumOf(summed)} ${unit}` : ''}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function netOf(row: Row): string | null {
  if (!weight.test(row.gross.trim()) || !weight.test(row.tare.trim())) return null
  const places = Math.max(...[row.gross, row.tare].map((t) => t.trim().split('.')[1]?.length ?? 0))
  return exact(row.gross.trim()).minus(row.tare.trim()).toFixed(places)
}
function faultOf(
  parcels: readonly { parcel: number; gross: string; tare: string }[],
  balance: string,
  say: (key: string, values?: Record<string, unknown>) => string,
): string | null {
  if (balance === '') return say('results.which-balance')
  if (parcels.length === 0) return say('results.nothing-read')
  const bad = parcels.find(
    (p) => !weight.test(p.gross) || !weight.test(p.tare) || !Number.isInteger(p.parcel) || p.parcel < 1,
  )
  if (bad) return say('results.not-a-weight', { parcel: bad.parcel })
  const heavy = parcels.find((p) => exact(p.tare).greaterThan(p.gross))
  return heavy ? say('results.tare-above-gross', { parcel: heavy.parcel }) : null
}
function correcting(rows: readonly Weighing[], parcel: number): { corrects?: string } {
  const before = rows.find((r) => r.parcel === parcel)
  return before ? { corrects: before.id } : {}
}
