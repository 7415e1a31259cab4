/** What was done at the bench, as the certificate says it: weighings, sampling, instrument files, second examiners (ISO/IEC 17025:2017, 7.8.2.1 k and n, 7.8.5). */
import { exact } from '#kernel/quantity.ts'
import type { Say } from '#kernel/say.ts'
import type { Section } from '#platform/documents/papers.ts'
import type { Details } from './details.ts'
import { type Gathered, numberOf } from './gathering.ts'

const sumOf = (values: readonly string[]): string => {
  const places = Math.max(0, ...values.map((v) => v.split('.')[1]?.length ?? 0))
  return values.reduce((sum, v) => sum.plus(v), exact('0')).toFixed(places)
}

/** Gross, tare and net as read; the net with its uncertainty stands among the results. */
export function weighedOf(g: Gathered, d: Details, say: Say): Section[] {
  const weighings = d.done.flatMap((w) => w.weighings)
  const rows = g.items.flatMap((item) => {
    const own = weighings.filter((w) => w.item === item.id)
    if (own.length === 0) return []
    const [gross, tare] = [sumOf(own.map((w) => w.gross)), sumOf(own.map((w) => w.tare))]
    const unit = own[0]?.unit ?? ''
    const places = gross.split('.')[1]?.length ?? 0
    return [
      {
        item: item.number,
        parcels: String(own.length),
        gross: `${gross} ${unit}`,
        tare: `${tare} ${unit}`,
        net: `${exact(gross).minus(tare).toFixed(places)} ${unit}`,
      },
    ]
  })
  if (rows.length === 0) return []
  return [
    {
      title: say('reports.paper-weighed'),
      blocks: [
        {
          kind: 'table',
          rows,
          columns: [
            { key: 'item', head: say('reports.paper-exhibit'), mono: true },
            { key: 'parcels', head: say('reports.paper-parcels'), align: 'right', width: 1 },
            { key: 'gross', head: say('reports.paper-gross'), align: 'right', width: 1 },
            { key: 'tare', head: say('reports.paper-tare'), align: 'right', width: 1 },
            { key: 'net', head: say('reports.paper-net'), align: 'right', width: 1 },
          ],
        },
        { kind: 'notes', lines: [say('reports.paper-weighed-note')] },
      ],
    },
  ]
}

/** The plan with its statistics and the units that chance chose; where none was planned, that every unit was examined is not said. */
export function samplingOf(g: Gathered, d: Details, say: Say): Section[] {
  const lines = d.done
    .flatMap((w) => w.samplings)
    .map((s) =>
      say('reports.paper-sampling-line', {
        item: numberOf(g, s.item),
        size: s.sample_size,
        population: s.population,
        fraction: percent(s.fraction),
        confidence: percent(s.confidence),
        units: s.units.join(', '),
      }),
    )
  return lines.length === 0
    ? []
    : [{ title: say('reports.paper-sampling'), blocks: [{ kind: 'paragraphs', lines }] }]
}
const percent = (fraction: string): string => `${exact(fraction).times(100).toFixed()} %`

/** Every instrument file of this work with what became of it: a run that is not reported stands here with its reason. */
export function runsSection(g: Gathered, d: Details, say: Say): Section[] {
  const runs = d.done.flatMap((w) => w.runs)
  if (runs.length === 0) return []
  return [
    {
      title: say('reports.paper-runs'),
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'run', head: say('reports.paper-run'), mono: true },
            { key: 'of', head: say('reports.paper-run-of'), width: 1 },
            { key: 'account', head: say('reports.paper-run-account'), width: 2 },
            { key: 'sha', head: 'SHA-256', mono: true },
          ],
          rows: runs.map((r) => ({
            run: r.number,
            of:
              r.sample_kind === 'item' && r.item ? numberOf(g, r.item) : say(`results.kind-${r.sample_kind}`),
            account: [
              r.account ? say(`results.account-${r.account}`) : say('reports.paper-run-open'),
              ...(r.account_words ? [r.account_words] : []),
            ],
            sha: `${r.file.slice(0, 16)}…`,
          })),
        },
        { kind: 'notes', lines: [say('reports.paper-runs-note', { count: runs.length })] },
      ],
    },
  ]
}

/** A second examiner's word, agreement or not: who differs is printed like who agrees. */
export function secondsOf(g: Gathered, d: Details, say: Say): string[] {
  return d.done
    .flatMap((w) => w.verifications)
    .flatMap((v) => {
      const result = g.results.find((r) => r.id === v.conclusion)
      return result
        ? [say(`reports.paper-second-${v.outcome}`, { item: numberOf(g, result.item), by: v.by })]
        : []
    })
}
