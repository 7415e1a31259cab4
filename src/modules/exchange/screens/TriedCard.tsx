/** What a dry run says: how many of what, why rows would not be taken, what is doubted, and the first rows as written beside as understood. */
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Page.tsx'
import { Note } from '#ui/Note.tsx'
import { Plain } from '#ui/Plain.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useLanguage, useSay } from '#ui/say.ts'
import { showDate, showNumber } from '#ui/show.ts'
import { fieldInWords } from '../rules/field-words.ts'
import type { Codes } from './drafting.ts'

interface Doubt {
  readonly field: string
  readonly written: string
  readonly why: string
}
export interface Sums {
  readonly in: number
  readonly created: number
  readonly matched: number
  readonly rejected: number
  readonly doubtful: number
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[]
  readonly doubts: readonly {
    readonly field: string
    readonly why: string
    readonly example: string
    readonly rows: number
  }[]
}
interface Understood {
  readonly title?: string
  readonly type?: string
  readonly incident?: {
    readonly on?: string | null
    readonly until?: string | null
    readonly time?: string | null
  }
  readonly place?: Readonly<Record<string, string | null>>
  readonly offences?: readonly { readonly code: string }[]
  readonly parties?: readonly Readonly<Record<string, string | number>>[]
}
export interface Sampled {
  readonly line: number
  readonly written: Readonly<Record<string, string>>
  readonly understood: Understood | null
  readonly doubts: readonly Doubt[]
  readonly verdict: 'created' | 'matched' | 'rejected'
  readonly reason: string | null
}

/** The four numbers that always add up, and the reasons behind them. */
export function SumsTold({ sums }: { readonly sums: Sums }) {
  const say = useSay()
  return (
    <>
      <div className="receipt-counts">
        {(['in', 'created', 'matched', 'rejected', 'doubtful'] as const).map((key) => (
          <span key={key}>
            <strong className="figures">{showNumber(sums[key])}</strong>{' '}
            {say(`exchange.${key === 'in' ? 'rows-in' : key}`)}
          </span>
        ))}
      </div>
      {sums.reasons.length > 0 ? (
        <Note tone="achiote" icon="warning" title={say('exchange.reasons')}>
          {sums.reasons.map((r) => (
            <div key={r.reason}>
              <strong className="figures">{showNumber(r.rows)}</strong> {r.reason}
            </div>
          ))}
        </Note>
      ) : null}
      {sums.doubts.length > 0 ? (
        <Note tone="maize" icon="help" title={say('exchange.doubts')}>
          {sums.doubts.map((d) => (
            <div key={d.field + d.why}>
              <strong className="figures">{showNumber(d.rows)}</strong>{' '}
              {say(d.why, { field: fieldInWords(say, d.field), written: d.example })}
            </div>
          ))}
        </Note>
      ) : null}
    </>
  )
}

/** So many rows are shown at first: the eye sees by then whether the map is right. */
const FIRST = 6

export function TriedCard(props: {
  readonly sums: Sums
  readonly sample: readonly Sampled[]
  readonly codes: Codes
}) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const shown = all ? props.sample : props.sample.slice(0, FIRST)
  return (
    <Card title={say('exchange.dry-run')} aside={say('exchange.dry-run-help')}>
      <SumsTold sums={props.sums} />
      <Plain
        head={[say('exchange.column-line'), say('exchange.as-written'), say('exchange.as-understood'), '']}
        rows={shown.map((s) => [
          s.line,
          <Written key="w" written={s.written} doubts={s.doubts} />,
          <Meant key="u" of={s.understood} codes={props.codes} />,
          <StateChip
            key="v"
            tone={s.verdict === 'created' ? 'reef' : s.verdict === 'matched' ? 'slate' : 'achiote'}
            icon={s.verdict === 'created' ? 'add' : s.verdict === 'matched' ? 'check' : 'x'}
          >
            {say(`exchange.would-be-${s.verdict}`)}
          </StateChip>,
        ])}
      />
      {all || props.sample.length <= FIRST ? null : (
        <Button onClick={() => setAll(true)}>{say('exchange.show-more')}</Button>
      )}
    </Card>
  )
}

function Written(props: {
  readonly written: Readonly<Record<string, string>>
  readonly doubts: readonly Doubt[]
}) {
  const doubted = new Set(props.doubts.map((d) => d.written))
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {Object.entries(props.written)
        .filter(([, cell]) => cell.trim() !== '')
        .map(([column, cell]) => (
          <span key={column}>
            <span style={{ color: 'var(--ink3)', fontSize: 12 }}>{column} </span>
            <span style={doubted.has(cell) ? { background: 'var(--maizeBg)', color: 'var(--maize)' } : {}}>
              {cell.slice(0, 120)}
            </span>{' '}
          </span>
        ))}
    </span>
  )
}

function Meant({ of, codes }: { readonly of: Understood | null; readonly codes: Codes }) {
  const { language } = useLanguage()
  if (of === null) return ''
  const name = (list: string, code: unknown): string => {
    const found = (codes[list] ?? []).find((c) => c.code === code)
    return found ? (language === 'es' ? found.es : found.en) : String(code)
  }
  const when = of.incident
  const lines = [
    of.title,
    [of.type && name('case-type', of.type), ...(of.offences ?? []).map((o) => name('offence', o.code))]
      .filter(Boolean)
      .join(', '),
    [
      [when?.on, when?.until]
        .filter((d) => d !== null && d !== undefined)
        .map((d) => showDate(d ?? ''))
        .join(' – '),
      when?.time,
    ]
      .filter(Boolean)
      .join(', '),
    Object.entries(of.place ?? {})
      .flatMap(([key, value]) => (value ? [name(key, value)] : []))
      .join(', '),
    ...(of.parties ?? []).map((p) =>
      Object.entries(p)
        .map(([key, value]) => name(key === 'role' ? 'party-role' : key, value))
        .join(', '),
    ),
  ].filter(Boolean)
  return (
    <span style={{ overflowWrap: 'anywhere', display: 'block', minWidth: 260 }}>
      {lines.map((line, i) => (
        // The lines of one row do not move.
        <div key={i}>{line}</div>
      ))}
    </span>
  )
}
