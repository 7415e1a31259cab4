/** Reads ANDI (AIA) netCDF: mass spectrometry runs (ASTM E2077) and chromatograms (ASTM E1947), as most instrument software exports them. */
import { type Netcdf, openNetcdf } from './netcdf.ts'
import { FormatFault, Fields, MAX_SPECTRA, type Reading, present } from './reading.ts'
import { NO_SCAN } from './run.ts'
import {
  type ChromatogramRun,
  type DetectedPeak,
  type MassSpectrum,
  type ParsedFile,
  type Peak,
  type Trace,
  apexOf,
} from './spectrum.ts'

/** The standards write -9999 where nothing was recorded. */
const NOT_RECORDED = -9999
/** A total that differs from the sum of its peaks by more than this was thresholded or is wrong: worth a note either way. */
const TOTAL_TOLERANCE = 0.01

export function readAndi(bytes: Uint8Array, reading: Reading): ParsedFile {
  const file = openNetcdf(bytes, reading)
  if (file.variables.has('mass_values') && file.variables.has('scan_index')) return readRun(file, reading)
  if (file.variables.has('ordinate_values')) return readChromatogram(file, reading)
  throw new FormatFault('formats.netcdf.not-andi', { variables: [...file.variables.keys()].slice(0, 5) })
}

function attribute(file: Netcdf, name: string): string | undefined {
  const value = file.attributes.get(name)
  const text = typeof value === 'string' ? value : value?.join(' ')
  return text === undefined || text === '' ? undefined : text
}

/** Stored numbers times scale_factor plus add_offset, as the standards say. */
function scaled(file: Netcdf, name: string): Float64Array | undefined {
  const values = file.numbers(name)
  if (!values) return undefined
  const factor = numericAttribute(file, name, 'scale_factor') ?? 1
  const offset = numericAttribute(file, name, 'add_offset') ?? 0
  if (factor !== 1 || offset !== 0)
    for (let i = 0; i < values.length; i += 1) values[i] = (values[i] as number) * factor + offset
  return values
}
function numericAttribute(file: Netcdf, variable: string, name: string): number | undefined {
  const value = file.variables.get(variable)?.attributes.get(name)
  const number = typeof value === 'object' ? value[0] : undefined
  return number !== undefined && Number.isFinite(number) ? number : undefined
}
function textAttribute(file: Netcdf, variable: string, name: string): string | undefined {
  const value = file.variables.get(variable)?.attributes.get(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}
const recorded = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value !== NOT_RECORDED

function metaOf(file: Netcdf): Record<string, string> {
  const fields = new Fields()
  for (const name of file.attributes.keys()) fields.add(name, attribute(file, name) ?? '')
  return fields.record()
}

interface Scans {
  readonly masses: Float64Array
  readonly intensities: Float64Array
  readonly from: number[]
  readonly size: number[]
}

function readRun(file: Netcdf, reading: Reading): ParsedFile {
  const scans = scansOf(file, reading)
  const scanCount = scans.from.length
  const times = timesOf(file, scanCount, reading)
  const totals = totalsOf(file, scans, reading)
  const title = attribute(file, 'experiment_title') ?? ''
  const meta = metaOf(file)
  const run: ChromatogramRun = {
    tic: {
      title,
      xLabel: 'time',
      xUnit: textAttribute(file, 'scan_acquisition_time', 'units')?.toLowerCase() ?? 's',
      yLabel: 'total ion current',
      yUnit: textAttribute(file, 'total_intensity', 'units') ?? '',
      x: times,
      y: totals,
    },
    scanCount,
    times,
    scans: (index) =>
      Number.isInteger(index) && index >= 0 && index < scanCount
        ? scanAt(scans, index, meta, title)
        : NO_SCAN,
  }
  const apex = apexOf(run.tic)
  return {
    format: 'andi-ms',
    spectra: [],
    traces: [],
    run,
    warnings: reading.notes(),
    summary: {
      ...present({
        title,
        operator: attribute(file, 'operator_name'),
        started: attribute(file, 'experiment_date_time_stamp'),
        experimentType: attribute(file, 'experiment_type'),
        ionisation: attribute(file, 'test_ionization_mode'),
        instrument: file.texts('instrument_name')?.[0],
        method: attribute(file, 'external_file_ref_0'),
        comments: attribute(file, 'administrative_comments'),
      }),
      scans: scanCount,
      points: scans.masses.length,
      ...(apex < 0
        ? {}
        : { apexScan: apex, apexTime: times[apex] as number, apexTotal: totals[apex] as number }),
    },
  }
}

function scansOf(file: Netcdf, reading: Reading): Scans {
  const masses = scaled(file, 'mass_values')
  const intensities = scaled(file, 'intensity_values')
  const index = file.numbers('scan_index')
  if (!masses || !intensities || !index)
    throw new FormatFault('formats.netcdf.not-andi', { variables: [...file.variables.keys()].slice(0, 5) })
  if (index.length === 0) throw new FormatFault('formats.nothing-inside')
  if (index.length > MAX_SPECTRA) throw new FormatFault('formats.too-many-spectra', { limit: MAX_SPECTRA })
  const counts = file.numbers('point_count')
  const points = Math.min(masses.length, intensities.length)
  const from: number[] = []
  const size: number[] = []
  let clipped = 0
  let used = 0
  for (let i = 0; i < index.length; i += 1) {
    const start = index[i] as number
    // Without point_count a scan reaches to the next one.
    const wanted = counts?.[i] ?? (index[i + 1] ?? points) - start
    const inside =
      Number.isInteger(start) && start >= 0 && wanted > 0 ? Math.max(0, Math.min(wanted, points - start)) : 0
    if (inside !== wanted) clipped += 1
    from.push(inside > 0 ? start : 0)
    size.push(inside)
    used += inside
  }
  // Scans lie one behind the other; scans that overlap would make a short file a very long run.
  if (used > points) throw new FormatFault('formats.andi.scans-overlap')
  if (clipped > 0) reading.note('formats.andi.scan-outside', { scans: clipped })
  return { masses, intensities, from, size }
}

function timesOf(file: Netcdf, scanCount: number, reading: Reading): number[] {
  const stored = file.numbers('scan_acquisition_time')
  let missing = 0
  const times = Array.from({ length: scanCount }, (_, i) => {
    const time = stored?.[i]
    if (recorded(time)) return time
    missing += 1
    return i
  })
  if (missing > 0) reading.note('formats.andi.time-missing', { scans: missing })
  return times
}

function totalsOf(file: Netcdf, scans: Scans, reading: Reading): number[] {
  const stored = file.numbers('total_intensity')
  let missing = 0
  let different = 0
  const totals = scans.from.map((from, i) => {
    let sum = 0
    for (let k = from; k < from + (scans.size[i] as number); k += 1) sum += scans.intensities[k] as number
    const total = stored?.[i]
    if (!recorded(total)) {
      missing += 1
      return Number.isFinite(sum) ? sum : 0
    }
    if (!(Math.abs(total - sum) <= TOTAL_TOLERANCE * Math.max(Math.abs(total), Math.abs(sum)))) different += 1
    return total
  })
  if (missing > 0) reading.note('formats.andi.total-missing', { scans: missing })
  if (different > 0) reading.note('formats.andi.total-differs', { scans: different })
  return totals
}

function scanAt(
  scans: Scans,
  index: number,
  meta: Readonly<Record<string, string>>,
  title: string,
): MassSpectrum {
  const peaks: Peak[] = []
  const from = scans.from[index] as number
  for (let k = from; k < from + (scans.size[index] as number); k += 1) {
    const mz = scans.masses[k] as number
    const intensity = scans.intensities[k] as number
    if (Number.isFinite(mz) && Number.isFinite(intensity)) peaks.push({ mz, intensity })
  }
  return { name: `${title} #${index}`.trim(), ids: {}, peaks, meta }
}

function readChromatogram(file: Netcdf, reading: Reading): ParsedFile {
  const stored = scaled(file, 'ordinate_values')
  if (!stored || stored.length === 0) throw new FormatFault('formats.nothing-inside')
  const retention = scaled(file, 'raw_data_retention')
  const delay = file.numbers('actual_delay_time')?.[0]
  const interval = file.numbers('actual_sampling_interval')?.[0]
  const uneven = retention !== undefined && retention.length >= stored.length
  if (!uneven && !recorded(interval)) reading.note('formats.andi.interval-missing')
  const at = (i: number): number =>
    uneven
      ? (retention[i] as number)
      : (recorded(delay) ? delay : 0) + i * (recorded(interval) ? interval : 1)
  const x: number[] = []
  const y: number[] = []
  for (let i = 0; i < stored.length; i += 1) {
    const value = stored[i] as number
    if (Number.isFinite(value) && Number.isFinite(at(i))) {
      x.push(at(i))
      y.push(value)
    }
  }
  if (y.length < stored.length) reading.note('formats.points-left-open', { points: stored.length - y.length })
  const trace: Trace = {
    title: attribute(file, 'sample_name') ?? attribute(file, 'experiment_title') ?? '',
    xLabel: 'time',
    xUnit: attribute(file, 'retention_unit') ?? '',
    yLabel: attribute(file, 'detector_name') ?? 'detector',
    yUnit: attribute(file, 'detector_unit') ?? '',
    x,
    y,
  }
  const detectedPeaks = detectedIn(file)
  const apex = apexOf(trace)
  return {
    format: 'andi-chromatography',
    spectra: [],
    traces: [trace],
    detectedPeaks,
    warnings: reading.notes(),
    summary: {
      ...present({
        title: attribute(file, 'experiment_title'),
        sample: attribute(file, 'sample_name'),
        operator: attribute(file, 'operator_name'),
        injected: attribute(file, 'injection_date_time_stamp'),
        detector: attribute(file, 'detector_name'),
        method: attribute(file, 'detection_method_name'),
        separation: attribute(file, 'separation_experiment_type'),
      }),
      points: y.length,
      detectedPeaks: detectedPeaks.length,
      ...(apex < 0 ? {} : { apexIndex: apex, apexTime: x[apex] as number, apexValue: y[apex] as number }),
    },
  }
}

function detectedIn(file: Netcdf): DetectedPeak[] {
  const retention = file.numbers('peak_retention_time')
  if (!retention || retention.length > MAX_SPECTRA) return []
  const area = file.numbers('peak_area')
  const height = file.numbers('peak_height')
  const names = file.texts('peak_name')
  const peaks: DetectedPeak[] = []
  for (let i = 0; i < retention.length; i += 1) {
    const time = retention[i]
    if (!recorded(time)) continue
    peaks.push({
      retention: time,
      ...present({
        name: names?.[i],
        area: recorded(area?.[i]) ? area?.[i] : undefined,
        height: recorded(height?.[i]) ? height?.[i] : undefined,
      }),
    })
  }
  return peaks
}
