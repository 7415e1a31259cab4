/** Makes a chromatographic run of scans that are already in memory; the readers that keep scans packed build theirs themselves. */
import type { ChromatogramRun, MassSpectrum } from './spectrum.ts'

export const NO_SCAN: MassSpectrum = { ids: {}, peaks: [], meta: {} }

/** A scan without an instant takes its number; a scan without a total takes the sum of its peaks. */
export function runOf(
  scans: readonly { time: number | undefined; total: number | undefined; spectrum: MassSpectrum }[],
  timeUnit: string,
  title: string,
): ChromatogramRun {
  const times = scans.map((s, i) => s.time ?? i)
  const totals = scans.map((s) => s.total ?? s.spectrum.peaks.reduce((sum, p) => sum + p.intensity, 0))
  return {
    tic: {
      title,
      xLabel: 'time',
      xUnit: timeUnit,
      yLabel: 'total ion current',
      yUnit: '',
      x: times,
      y: totals,
    },
    scanCount: scans.length,
    times,
    scans: (index) => scans[index]?.spectrum ?? NO_SCAN,
  }
}
