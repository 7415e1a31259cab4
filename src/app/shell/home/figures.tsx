/** How the service stands, for who leads it: what came in, what is open and late by section, how long answers took. Counts are the server's own. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Counts } from '#modules/cases/contract/finding.ts'
import type { ReportList } from '#modules/reports/contract.ts'
import type { BacklogAnswer, TurnaroundAnswer } from '#modules/work/contract.ts'
import { Asked } from '#ui/Asked.tsx'
import { BarChart } from '#ui/Charts.tsx'
import { useAsk } from '#ui/client.ts'
import { Linked } from '#ui/Linked.tsx'
import { Card, Columns, Stacked } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { useLanguage, useSay } from '#ui/say.ts'

const DAY = 86_400_000
const dayBefore = (days: number): string =>
  new Date(Date.now() - days * DAY - 6 * 3_600_000).toISOString().slice(0, 10)

/** The twelve months up to this one, each with its name. */
function months(language: string): { key: string; name: string }[] {
  const now = new Date(`${dayBefore(0).slice(0, 7)}-15T12:00:00Z`)
  return Array.from({ length: 12 }, (_, n) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11 + n, 15, 12))
    return {
      key: month.toISOString().slice(0, 7),
      name: new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
        month,
      ),
    }
  })
}

export function Figures(): ReactNode {
  return (
    <div className="home-figures">
      <Tiles />
      <Columns kind="halves">
        <CasesByMonth />
        <Stacked>
          <Sections />
          <ByDistrict />
        </Stacked>
      </Columns>
    </div>
  )
}

function Tiles(): ReactNode {
  const say = useSay()
  const month = dayBefore(0).slice(0, 7)
  const counts = useAsk<z.output<typeof Counts>>('cases.counts', { from: month, until: month, by: 'total' })
  const open = useAsk<z.output<typeof Counts>>('cases.counts', { state: 'open', by: 'total' })
  const backlog = useAsk<z.output<typeof BacklogAnswer>>('work.backlog', {})
  const issued = useAsk<z.output<typeof ReportList>>('reports.find-reports', {
    state: 'issued',
    from: `${month}-01`,
    limit: 1,
  })
  const sum = (of: 'open' | 'overdue'): number | undefined =>
    backlog.data?.items.reduce((total, line) => total + line[of], 0)
  return (
    <ul className="home-tiles">
      <Tile to="/cases" word="cases-month" value={few(counts.data)} />
      <Tile to="/cases" word="cases-open" value={few(open.data)} />
      <Tile to="/work" word="requests-open" value={sum('open')} />
      <Tile to="/work" word="requests-late" value={sum('overdue')} alarm />
      <Tile to="/reports?reports.state=issued" word="issued-month" value={issued.data?.total} />
    </ul>
  )
  function Tile(props: {
    to: string
    word: string
    value: number | string | undefined
    alarm?: boolean
  }): ReactNode {
    return (
      <li>
        <Linked to={props.to}>
          <strong className={props.alarm && Number(props.value ?? 0) > 0 ? 'word-achiote' : ''}>
            {props.value ?? '…'}
          </strong>
          <span>{say(`home.${props.word}`)}</span>
        </Linked>
      </li>
    )
  }
}

/** Below five the service says no more than that to whoever does not oversee it. */
const few = (data: z.output<typeof Counts> | undefined): number | string | undefined =>
  data?.fewWithheld && data.total === 0 ? '<5' : data?.total

function CasesByMonth(): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const shown = months(language)
  const counts = useAsk<z.output<typeof Counts>>('cases.counts', {
    from: shown[0]?.key,
    until: shown.at(-1)?.key,
    by: 'month',
  })
  return (
    <Card
      title={say('home.cases-by-month')}
      aside={counts.data ? say('home.in-a-year', { n: counts.data.total }) : null}
    >
      <Asked of={counts} lines={8}>
        {(data) => (
          <BarChart
            describe={say('home.cases-by-month')}
            rows={shown.map((month) => ({
              label: month.name,
              value: data.cells
                .filter((cell) => cell.month === month.key)
                .reduce((total, cell) => total + cell.n, 0),
            }))}
          />
        )}
      </Asked>
    </Card>
  )
}

function Sections(): ReactNode {
  const say = useSay()
  const backlog = useAsk<z.output<typeof BacklogAnswer>>('work.backlog', {})
  const took = useAsk<z.output<typeof TurnaroundAnswer>>('work.turnaround', {
    from: dayBefore(90),
    until: dayBefore(0),
  })
  return (
    <Card title={say('home.sections')} aside={say('home.ninety-days')}>
      <Asked of={backlog} lines={6}>
        {(data) => (
          <Plain
            caption={say('home.sections')}
            head={[
              say('home.section'),
              say('home.open'),
              say('home.late'),
              say('home.old'),
              say('home.answered'),
              say('home.median'),
            ]}
            align={['left', 'right', 'right', 'right', 'right', 'right']}
            rows={data.items.map((line) => {
              const done = took.data?.items.find(
                (one) => one.unit === line.unit && one.discipline === line.discipline,
              )
              return [
                line.name,
                line.open,
                line.overdue > 0 ? (
                  <span key="late" className="word-achiote">
                    {line.overdue}
                  </span>
                ) : (
                  0
                ),
                line.olderThan30Days,
                done?.completed ?? 0,
                done ? say('home.days', { n: done.medianDays }) : '–',
              ]
            })}
          />
        )}
      </Asked>
    </Card>
  )
}

function ByDistrict(): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const shown = months(language)
  const counts = useAsk<z.output<typeof Counts>>('cases.counts', {
    from: shown[0]?.key,
    until: shown.at(-1)?.key,
    by: 'district',
  })
  const districts = useAsk<{ items: readonly { code: string; en: string; es: string }[] }>(
    'catalogue.get-code-list',
    { list: 'district' },
  )
  return (
    <Card title={say('home.by-district')}>
      <Asked of={counts} lines={6}>
        {(data) => (
          <BarChart
            describe={say('home.by-district')}
            rows={(districts.data?.items ?? []).map((district) => ({
              label: district[language],
              value: data.cells
                .filter((cell) => cell.district === district.code)
                .reduce((total, cell) => total + cell.n, 0),
            }))}
          />
        )}
      </Asked>
    </Card>
  )
}
