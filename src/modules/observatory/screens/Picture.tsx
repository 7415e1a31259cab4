/** An answer as it reads best: a table whose headings are conditions, bars, a series, heat, a map. */
import type { ReactNode } from 'react'
import { BarChart, HeatGrid, LineChart } from '#ui/Charts.tsx'
import { showNumber } from '#ui/show.ts'
import { useSay } from '#ui/say.ts'
import type { CubeSeen } from '../contract.ts'
import { DistrictMap } from './DistrictMap.tsx'
import { Pyramid } from './Pyramid.tsx'
import type { Asked } from './question.ts'

const times = ['year', 'quarter', 'month', 'answeredYear', 'answeredMonth', 'hour']

export function picturesFor(asked: Asked, seen: CubeSeen): string[] {
  const two = seen.columns.length > 0
  return [
    'table',
    ...(two ? ['heat'] : ['bars']),
    ...(times.includes(asked.rows) && seen.rows.length > 1 && seen.columns.length <= 6 ? ['lines'] : []),
    ...(asked.rows === 'ageBand' && asked.columns === 'sex' ? ['pyramid'] : []),
    ...((asked.rows === 'district' || asked.rows === 'precinct') && !two ? ['map'] : []),
  ]
}

export function Picture({
  as,
  asked,
  seen,
  onCell,
}: {
  as: string
  asked: Asked & { set: (c: Partial<Asked>) => void }
  seen: CubeSeen
  /** Only for whoever may go from a sum to cases. */
  onCell?: ((row?: string, column?: string) => void) | undefined
}): ReactNode {
  const say = useSay()
  const describe = seen.definition
  const numberOf = (text: string | null | undefined): number => Number(text ?? 0)
  const cells = seen.cells.slice(0, seen.rows.length)
  if (as === 'bars')
    return (
      <BarChart
        describe={describe}
        rows={seen.rows.map((r, i) => ({
          label: r.label,
          value: numberOf(cells[i]?.[0]),
          hidden: cells[i]?.[0] === null,
        }))}
      />
    )
  if (as === 'heat')
    return (
      <HeatGrid
        describe={describe}
        rows={seen.rows.map((r) => r.label)}
        columns={seen.columns.map((c) => c.label)}
        every={Math.ceil(seen.columns.length / 12)}
        values={cells.map((line) =>
          line.slice(0, seen.columns.length).map((n) => (n === null ? null : Number(n))),
        )}
      />
    )
  if (as === 'lines') {
    const rows = seen.rows.map((r, i) => [r.code, i] as const).filter(([code]) => /^\d/.test(code))
    const series = (
      seen.columns.length > 0
        ? seen.columns
        : [{ code: '', label: say(`observatory.measure-${seen.measure}`) }]
    ).map((c, j) => ({
      label: c.label,
      dots: rows.length < 30,
      points: rows.map(([, i], x) => [x, numberOf(cells[i]?.[j])] as const),
    }))
    return (
      <LineChart
        describe={describe}
        series={series}
        xText={(x) => (Number.isInteger(x) ? (rows[x]?.[0] ?? '') : '')}
      />
    )
  }
  if (as === 'pyramid') {
    const at = (code: string): number => seen.columns.findIndex((c) => c.code === code)
    const [left, right] = [at('male'), at('female')]
    const value = (i: number, j: number): number | null => {
      const n = j < 0 ? '0' : (cells[i]?.[j] ?? null)
      return n === null ? null : Number(n)
    }
    return (
      <Pyramid
        describe={describe}
        left={seen.columns[left]?.label ?? '–'}
        right={seen.columns[right]?.label ?? '–'}
        rows={seen.rows.map((r, i) => ({ label: r.label, left: value(i, left), right: value(i, right) }))}
      />
    )
  }
  if (as === 'map')
    return (
      <DistrictMap
        seen={seen}
        describe={describe}
        layer={asked.rows === 'precinct' ? 'precinct' : 'district'}
      />
    )
  return <Cross asked={asked} seen={seen} onCell={onCell} />
}

/** The table itself: a heading asks only for its value. */
function Cross({
  asked,
  seen,
  onCell,
}: {
  asked: Asked & { set: (c: Partial<Asked>) => void }
  seen: CubeSeen
  onCell?: ((row?: string, column?: string) => void) | undefined
}): ReactNode {
  const say = useSay()
  const only = (key: string, value: string): void => asked.set({ where: { ...asked.where, [key]: [value] } })
  const places = seen.measure === 'count' ? 0 : 1
  const shown = (n: string | null | undefined): ReactNode =>
    n === null || n === undefined ? (
      <abbr title={say('observatory.hidden')}>*</abbr>
    ) : (
      showNumber(Number(n), places)
    )
  const head = seen.columns.length > 0 ? seen.columns : []
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={seen.definition}>
      <table className="plain obs-cross">
        <thead>
          <tr>
            <td aria-label={say('observatory.rows')} />
            {head.map((c) => (
              <th key={c.code} scope="col" className="number">
                <button type="button" className="obs-heading" onClick={() => only(asked.columns, c.code)}>
                  {c.label}
                </button>
              </th>
            ))}
            <th scope="col" className="number">
              {head.length > 0 ? say('observatory.all') : say(`observatory.measure-${seen.measure}`)}
            </th>
          </tr>
        </thead>
        <tbody>
          {seen.rows.map((r, i) => (
            <tr key={r.code}>
              <th scope="row">
                <button type="button" className="obs-heading" onClick={() => only(asked.rows, r.code)}>
                  {r.label}
                </button>
              </th>
              {(seen.cells[i] ?? []).map((n, j) => (
                <td key={j} className={j === head.length ? 'number sum' : 'number'}>
                  {onCell && n !== null && Number(n) > 0 ? (
                    <button
                      type="button"
                      className="obs-heading"
                      title={say('observatory.see-cases')}
                      onClick={() => onCell(r.code, head[j]?.code)}
                    >
                      {shown(n)}
                    </button>
                  ) : (
                    shown(n)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('observatory.all')}</th>
            {(seen.cells.at(-1) ?? []).map((n, j) => (
              <td key={j} className="number">
                {shown(n)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
