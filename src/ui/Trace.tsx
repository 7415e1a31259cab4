/** A curve with many points (chromatogram, temperature): drawn by uPlot, fetched when first used; drag to enlarge, double click for all. */
import 'uplot/dist/uPlot.min.css'
import { useComputedColorScheme } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type uPlot from 'uplot'
import { useSay } from './say.ts'
import type { Tone } from './theme.ts'
import { useWidth } from './width.ts'

export interface TraceSeries {
  readonly label: string
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly tone?: Tone
  readonly dashed?: boolean
}
export interface TracePeak {
  readonly x: number
  readonly label: string
  readonly note?: string | undefined
  readonly window?: readonly [number, number] | undefined
}
export interface TraceProps {
  readonly series: readonly TraceSeries[]
  readonly xLabel: string
  readonly yLabel: string
  readonly peaks?: readonly TracePeak[]
  readonly height?: number
  readonly describe: string
}

/** Series measured at their own moments, on one axis: gaps are bridged, as each curve is whole. */
function joined(series: readonly TraceSeries[]): uPlot.AlignedData {
  const xs = [...new Set(series.flatMap((one) => one.x))].sort((a, b) => a - b)
  return [
    xs,
    ...series.map((one) => {
      const at = new Map(one.x.map((x, i) => [x, one.y[i] ?? null]))
      return xs.map((x) => at.get(x) ?? null)
    }),
  ]
}

function options(props: TraceProps, width: number, colour: (token: string) => string): uPlot.Options {
  const axis = {
    stroke: colour('ink3'),
    font: "11.5px 'IBM Plex Sans'",
    grid: { stroke: colour('line'), width: 1 },
    ticks: { show: false },
  }
  return {
    width,
    height: props.height ?? 180,
    cursor: { drag: { x: true, y: false } },
    legend: { show: false },
    scales: { x: { time: false } },
    axes: [
      { ...axis, grid: { show: false }, size: 26 },
      { ...axis, size: 42 },
    ],
    series: [
      {},
      ...props.series.map((one) => ({
        label: one.label,
        stroke: colour(one.tone ?? 'maya'),
        width: one.dashed ? 1.2 : 1.6,
        ...(one.dashed ? { dash: [4, 3] } : {}),
        points: { show: false },
        spanGaps: true,
      })),
    ],
    hooks: {
      drawClear: [
        (plot) => {
          for (const peak of props.peaks ?? []) {
            if (!peak.window) continue
            const [a, b] = [
              plot.valToPos(peak.window[0], 'x', true),
              plot.valToPos(peak.window[1], 'x', true),
            ]
            plot.ctx.fillStyle = colour('mayaBg')
            plot.ctx.fillRect(a, plot.bbox.top, b - a, plot.bbox.height)
          }
        },
      ],
      draw: [
        (plot) => {
          plot.ctx.fillStyle = colour('ink')
          plot.ctx.font = `500 ${11.5 * devicePixelRatio}px 'IBM Plex Sans'`
          for (const peak of props.peaks ?? []) {
            const x = plot.valToPos(peak.x, 'x', true)
            if (x < plot.bbox.left || x > plot.bbox.left + plot.bbox.width) continue
            const right =
              x + plot.ctx.measureText(peak.label).width + 10 * devicePixelRatio <
              plot.bbox.left + plot.bbox.width
            plot.ctx.textAlign = right ? 'left' : 'right'
            plot.ctx.fillText(
              peak.label,
              x + (right ? 8 : -8) * devicePixelRatio,
              plot.bbox.top + 14 * devicePixelRatio,
            )
          }
        },
      ],
    },
  }
}

export function Trace(props: TraceProps): ReactNode {
  const say = useSay()
  const scheme = useComputedColorScheme('light')
  const [frame, width] = useWidth(600)
  const target = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let plot: uPlot | null = null
    let gone = false
    void import('uplot').then(({ default: Plot }) => {
      const element = target.current
      if (gone || !element) return
      const style = getComputedStyle(element)
      plot = new Plot(
        options(props, width, (token) => style.getPropertyValue(`--${token}`)),
        joined(props.series),
        element,
      )
    })
    return () => {
      gone = true
      plot?.destroy()
    }
  }, [props, width, scheme])
  return (
    <div ref={frame}>
      <div className="legend">
        {props.series.map((one) => (
          <span key={one.label} className={`tone-${one.tone ?? 'maya'}`}>
            <svg width="20" height="10" aria-hidden>
              <line x1="0" x2="20" y1="5" y2="5" className={one.dashed ? 'l-tone dashed' : 'l-tone'} />
            </svg>
            {one.label}
          </span>
        ))}
        <span className="dim">
          {props.yLabel} / {props.xLabel}
        </span>
      </div>
      <div
        className="trace"
        ref={target}
        role="img"
        aria-label={props.describe}
        title={say('kit.zoom-help')}
        style={{ minHeight: props.height ?? 180 }}
      />
      {props.peaks?.some((peak) => peak.note) ? (
        <div className="trace-peaks">
          {props.peaks.map((peak) => (
            <span key={peak.label}>
              <b>{peak.label}</b> {peak.note}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  )
}
