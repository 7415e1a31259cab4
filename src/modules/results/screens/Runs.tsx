/** What the instrument gave: attaching its file, the chromatogram with its blank, and what became of every run. */
import { type ReactNode, useState } from 'react'
import { Form, type Field } from '#ui/Form.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Note } from '#ui/Note.tsx'
import { Card } from '#ui/Page.tsx'
import { Trace } from '#ui/Trace.tsx'
import { fileUrl, useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { AttachRuns } from './AttachRuns.tsx'
import { type Run, type Sheet, proposalOf } from './bench.ts'
import { WriteAct } from './WriteAct.tsx'

type Line = Sheet['runs'][number]
type Curve = Run['traces'][number]

/** The blank that ran last stands dashed beneath the exhibit, so that what is not of the exhibit is seen at once. */
export function Chromatogram(props: { sheet: Sheet; run: Run }): ReactNode {
  const { run } = props
  const say = useSay()
  const blank = props.sheet.runs.findLast((r) => r.sampleKind === 'blank' && r.readable)
  const other = useAsk<Run>(
    'results.run',
    { run: blank?.id ?? '' },
    { enabled: blank !== undefined && blank.id !== run.id },
  )
  const trace = run.traces[0]
  const aside = (
    <span className="bench-file">
      <span className="mono">{run.number}</span> {run.fileName}{' '}
      <a href={fileUrl('results.raw-file', { run: run.id })} className="link mono" title={run.sha256}>
        <Icon name="hash" size={13} /> {run.sha256.slice(0, 4)} {run.sha256.slice(4, 8)}
      </a>
    </span>
  )
  if (!run.readable)
    return (
      <Card title={say('results.instrument-file')} aside={aside}>
        <Note tone="maize" title={run.unreadableBecause ?? ''}>
          {say('results.kept-unread')}
        </Note>
      </Card>
    )
  if (!trace)
    return (
      <Card title={say('results.instrument-file')} aside={aside}>
        <p className="notes dim">{say('results.only-spectrum', { n: run.spectra })}</p>
        <Warnings run={run} />
      </Card>
    )
  const beneath = other.data?.traces[0]
  const top = Math.max(1e-12, ...trace.points.map(([, y]) => y))
  const peak = peakOf(run, trace)
  return (
    <Card title={say('results.chromatogram')} aside={aside}>
      <Trace
        height={150}
        xLabel={trace.xUnit}
        yLabel={say('results.of-largest')}
        describe={say('results.trace-described', { run: run.number, points: trace.points.length })}
        series={[
          seriesOf(trace, say('results.this-exhibit'), top),
          ...(beneath
            ? [
                {
                  ...seriesOf(beneath, say('results.blank-run', { run: other.data?.number ?? '' }), top),
                  dashed: true,
                  tone: 'slate' as const,
                },
              ]
            : []),
        ]}
        {...(peak === undefined ? {} : { peaks: [peak] })}
      />
      <Warnings run={run} />
    </Card>
  )
}

const seriesOf = (trace: Curve, label: string, top: number) => ({
  label,
  x: trace.points.map(([x]) => x),
  y: trace.points.map(([, y]) => (y / top) * 100),
})

/** The searched scan is at its own time only where the curve has one point for each scan. */
function peakOf(run: Run, trace: Curve): { x: number; label: string; note?: string } | undefined {
  const search = proposalOf(run)
  const at = search && run.spectra === trace.points.length ? trace.points[search.spectrum]?.[0] : undefined
  const name = search?.hits[search.confirmation?.hit ?? 0]?.name
  return at === undefined || name === undefined
    ? undefined
    : { x: at, label: name, note: `${at.toFixed(2)} ${trace.xUnit}` }
}

function Warnings(props: { run: Run }): ReactNode {
  return props.run.warnings.map((w) => (
    <Note key={w} tone="maize">
      {w}
    </Note>
  ))
}

/** Every run of the worksheet, and what became of it: nothing that was measured is left out in silence. */
export function Controls(props: {
  sheet: Sheet
  item: string
  chosen: string | undefined
  onChoose: (run: string) => void
}): ReactNode {
  const { sheet, chosen } = props
  const say = useSay()
  const [account, setAccount] = useState<readonly Line[] | null>(null)
  const runs = sheet.runs.filter((r) => r.item === null || r.item === props.item || r.sampleKind !== 'item')
  const open = sheet.runs.filter((r) => r.account === null)
  const accounted = sheet.runs.length - open.length
  return (
    <Card title={say('results.runs-and-controls')}>
      {runs.length === 0 ? (
        <p className="notes dim">{say('results.no-runs')}</p>
      ) : (
        <ul className="bench-runs">
          {runs.map((r) => (
            <li key={r.id} className={r.id === chosen ? 'here' : ''}>
              <button
                type="button"
                className="bench-run"
                aria-pressed={r.id === chosen}
                onClick={() => props.onChoose(r.id)}
              >
                <span className="mono">{r.number.split('/').at(-1)}</span>
                <span>
                  {r.sampleKind === 'item'
                    ? say('results.this-exhibit')
                    : say(`results.kind-${r.sampleKind}`)}
                </span>
              </button>
              {r.account ? (
                <span className="bench-account">
                  <Icon
                    name={r.account === 'used' ? 'check' : r.account === 'repeated' ? 'refresh' : 'x'}
                    size={14}
                  />{' '}
                  {say(`results.account-${r.account}`)}
                </span>
              ) : (
                <WriteAct sheet={sheet} operation="results.account-for-run" onAct={() => setAccount([r])}>
                  {say('results.say-what-became')}
                </WriteAct>
              )}
            </li>
          ))}
        </ul>
      )}
      {account ? (
        <AccountForm runs={account} onDone={() => setAccount(null)} />
      ) : open.length > 1 ? (
        <WriteAct
          sheet={sheet}
          operation="results.account-for-run"
          icon="checklist"
          onAct={() => setAccount(open)}
        >
          {say('results.account-for-all', { n: open.length })}
        </WriteAct>
      ) : null}
      {sheet.runs.length > 0 ? (
        <p className="bench-foot">
          <Icon name="checklist" size={15} />{' '}
          {say('results.runs-accounted', { n: accounted, of: sheet.runs.length })}
        </p>
      ) : null}
      <AttachRuns sheet={sheet} item={props.item} onDone={props.onChoose} />
    </Card>
  )
}

function AccountForm(props: { runs: readonly Line[]; onDone: () => void }): ReactNode {
  const say = useSay()
  const tell = useTell('results.account-for-run', { onDone: props.onDone })
  const fields: Field[] = [
    {
      key: 'disposition',
      label: say('results.became', { run: props.runs.map((r) => r.number).join(', ') }),
      kind: 'choice',
      required: true,
      options: ['used', 'not-used', 'repeated'].map((d) => ({
        value: d,
        label: say(`results.account-${d}`),
      })),
    },
    { key: 'words', label: say('results.why'), kind: 'prose', rows: 2, required: true },
  ]
  return (
    <Form
      key={props.runs.map((r) => r.id).join()}
      name={`results.account.${props.runs[0]?.id}`}
      draft={false}
      fields={fields}
      initial={{ disposition: 'used', words: say('results.as-planned') }}
      problem={tell.problem}
      onSend={async (v: Record<string, unknown>) =>
        void (await tell.tell({ run: props.runs.map((r) => r.id), ...v }))
      }
      sendLabel={say('op.results.account-for-run')}
    />
  )
}
