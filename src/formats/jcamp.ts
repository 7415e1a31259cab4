/**
 * Reads JCAMP-DX 4.24 to 6 (IUPAC): single and compound files, XYDATA, XYPOINTS, PEAK TABLE, PEAK ASSIGNMENTS, NTUPLES. Our own, because
 * the common library became non-commercial. Tolerant in reading and loud about it: what does not fit is noted, never guessed silently.
 */
import { type LabelledRecord, labelledRecords } from './jcamp-records.ts'
import { type Axes, abscissas, checkAbscissas } from './jcamp-abscissas.ts'
import { type Ordinates, decodeOrdinates, decodePairs } from './jcamp-ordinates.ts'
import { FormatFault, Fields, MAX_DEPTH, type Reading, numberOf, present } from './reading.ts'
import { runOf } from './run.ts'
import type { MassSpectrum, ParsedFile, Trace } from './spectrum.ts'

export { looksLikeJcamp } from './jcamp-records.ts'

/** One ##TITLE … ##END; a LINK block holds others, and they are kept flat, in the order of the file. */
interface Block {
  readonly heads: Map<string, string>
  /** Heads of NTUPLES taken apart, once for all pages. */
  readonly lists: Map<string, readonly string[]>
  readonly fields: Fields
  readonly isLink: () => boolean
  tables: number
  /** The public heads, made once: ten thousand scans of a run share them. */
  meta: Readonly<Record<string, string>> | undefined
}
interface Scan {
  readonly time: number | undefined
  readonly total: number | undefined
  readonly spectrum: MassSpectrum
}
interface Harvest {
  readonly spectra: MassSpectrum[]
  readonly traces: Trace[]
  readonly scans: Scan[]
  timeUnit: string
}
const DATA_LABELS = new Set(['XYDATA', 'XYPOINTS', 'PEAKTABLE', 'PEAKASSIGNMENTS', 'DATATABLE', 'RADATA'])
/** Heads that speak of the next table only; they would be wrong beside the others. */
const OF_ONE_TABLE = new Set([
  'PAGE',
  'NPOINTS',
  'SCANNUMBER',
  'RETENTIONTIME',
  '.RETENTIONTIME',
  'TIC',
  '.TIC',
])
const NOT_READ = new Set(['ATOMLIST', 'BONDLIST', 'XYRASTER', 'XYZRASTER', 'AUDITTRAIL'])

export function readJcamp(text: string, reading: Reading): ParsedFile {
  const harvest: Harvest = { spectra: [], traces: [], scans: [], timeUnit: 's' }
  const open: Block[] = []
  const top = new Fields()
  let blocks = 0
  for (const record of labelledRecords(text, reading)) {
    if (record.label === 'TITLE') {
      const last = open.at(-1)
      if (last && !last.isLink()) {
        reading.note('formats.jcamp.no-end', { title: last.heads.get('TITLE') ?? '' })
        open.pop()
      }
      blocks += 1
      if (open.length >= MAX_DEPTH) throw new FormatFault('formats.jcamp.too-deep', { limit: MAX_DEPTH })
      open.push(newBlock())
    }
    const block = open.at(-1) ?? openWithoutTitle(open, reading)
    if (record.label === 'END') open.pop()
    else if (DATA_LABELS.has(record.label)) {
      block.tables += 1
      readTable(record, block, harvest, reading)
    } else if (NOT_READ.has(record.label)) reading.note('formats.jcamp.structure-not-read')
    else if (record.label !== 'ENDNTUPLES') {
      takeHead(record, block)
      if (blocks === 1) top.add(record.label, record.value)
    }
  }
  for (const block of open.reverse())
    reading.note('formats.jcamp.no-end', { title: block.heads.get('TITLE') ?? '' })
  return assemble(harvest, top, blocks, reading)
}

function newBlock(): Block {
  const heads = new Map<string, string>()
  return {
    heads,
    lists: new Map(),
    fields: new Fields(),
    tables: 0,
    meta: undefined,
    isLink: () => /LINK/i.test(heads.get('DATATYPE') ?? ''),
  }
}

function openWithoutTitle(open: Block[], reading: Reading): Block {
  reading.note('formats.jcamp.no-title')
  const block = newBlock()
  open.push(block)
  return block
}

function takeHead({ label, value, lines }: LabelledRecord, block: Block): void {
  const whole = [value, ...lines.slice(0, 20)].join('\n').trim()
  if (block.heads.size < 2_000 || block.heads.has(label)) block.heads.set(label, whole.slice(0, 2_000))
  block.lists.delete(label)
  // Vendors' private settings (##$…) by the hundred are in the original; the record keeps the public ones.
  if (!label.startsWith('$') && !OF_ONE_TABLE.has(label) && block.tables === 0) block.fields.add(label, whole)
}

function readTable(record: LabelledRecord, block: Block, harvest: Harvest, reading: Reading): void {
  const form = record.value.replaceAll(/\s/g, '')
  if (record.label === 'PEAKASSIGNMENTS') {
    keepPairs(decodeAssignments(record.lines, reading), axesOf(block, undefined), block, harvest, reading)
    return
  }
  const increment = /^\((\w{1,20})\+\+\((\w{1,20})\.\.(\w{1,20})\)\)/.exec(form)
  const pairs = /^\((\w{2,40})\.\.(\w{2,40})\)/.exec(form)
  if (increment) {
    const axes = axesOf(
      block,
      record.label === 'DATATABLE' ? [increment[1] as string, increment[2] as string] : undefined,
    )
    keepCurve(decodeOrdinates(record.lines, reading), axes, block, harvest, reading)
  } else if (pairs) {
    const axes = axesOf(
      block,
      record.label === 'DATATABLE' ? splitSymbols(pairs[1] as string, block) : undefined,
    )
    keepPairs(decodePairs(record.lines, reading), axes, block, harvest, reading)
  } else reading.note('formats.jcamp.form-not-read', { form: record.value.slice(0, 40) })
}

/** “XY” of (XY..XY) is two symbols of the list; “F2Y” too. */
function splitSymbols(joined: string, block: Block): [string, string] {
  const symbols = listOf(block, 'SYMBOL')
  const first = symbols.find(
    (s) => s !== '' && joined.startsWith(s) && symbols.includes(joined.slice(s.length)),
  )
  return first === undefined ? [joined.slice(0, 1), joined.slice(1)] : [first, joined.slice(first.length)]
}

function listOf(block: Block, label: string): readonly string[] {
  let list = block.lists.get(label)
  if (!list) block.lists.set(label, (list = (block.heads.get(label) ?? '').split(',').map((s) => s.trim())))
  return list
}

function axesOf(block: Block, symbols: readonly [string, string] | undefined): Axes {
  const head = (label: string): number | undefined =>
    numberOf(block.heads.get(label)?.split(/[\s,]/)[0] ?? '')
  if (!symbols) {
    const unit = (label: string): string => block.heads.get(label) ?? ''
    return {
      xLabel: block.heads.get('XLABEL') || unit('XUNITS'),
      xUnit: unit('XUNITS'),
      yLabel: block.heads.get('YLABEL') || unit('YUNITS'),
      yUnit: unit('YUNITS'),
      xFactor: head('XFACTOR') || 1,
      yFactor: head('YFACTOR') || 1,
      ...present({
        firstX: head('FIRSTX'),
        lastX: head('LASTX'),
        deltaX: head('DELTAX'),
        firstY: head('FIRSTY'),
        points: head('NPOINTS'),
      }),
    }
  }
  const known = listOf(block, 'SYMBOL')
  const column = (label: string, symbol: string): string => listOf(block, label)[known.indexOf(symbol)] ?? ''
  const [x, y] = symbols
  return {
    xLabel: column('VARNAME', x) || x,
    xUnit: column('UNITS', x),
    yLabel: column('VARNAME', y) || y,
    yUnit: column('UNITS', y),
    xFactor: numberOf(column('FACTOR', x)) || 1,
    yFactor: numberOf(column('FACTOR', y)) || 1,
    ...present({
      firstX: numberOf(column('FIRST', x)),
      lastX: numberOf(column('LAST', x)),
      points: head('NPOINTS') ?? numberOf(column('VARDIM', x)),
    }),
  }
}

/** (X++(Y..Y)): abscissas from FIRSTX and LASTX where the count is right, else from DELTAX, else from what each line begins with. */
function keepCurve(
  { values, starts }: Ordinates,
  axes: Axes,
  block: Block,
  harvest: Harvest,
  reading: Reading,
): void {
  const n = values.length
  const title = block.heads.get('TITLE') ?? ''
  if (axes.points !== undefined && axes.points !== n)
    reading.note('formats.jcamp.point-count-differs', { title, declared: axes.points, found: n })
  const x = abscissas(n, starts, axes)
  checkAbscissas(x, starts, axes, title, reading)
  const firstY = values[0] === undefined ? undefined : values[0] * axes.yFactor
  if (
    firstY !== undefined &&
    axes.firstY !== undefined &&
    Math.abs(firstY - axes.firstY) > Math.abs(axes.yFactor) + Math.abs(axes.firstY) * 1e-3
  ) {
    reading.note('formats.jcamp.first-y-differs', { title, declared: axes.firstY, found: firstY })
  }
  const points: { x: number; y: number }[] = []
  for (let i = 0; i < n; i += 1) points.push({ x: x[i] as number, y: (values[i] as number) * axes.yFactor })
  keepPoints(points, axes, block, harvest, reading)
}

function keepPairs(
  pairs: readonly { x: number; y: number }[],
  axes: Axes,
  block: Block,
  harvest: Harvest,
  reading: Reading,
): void {
  const title = block.heads.get('TITLE') ?? ''
  if (axes.points !== undefined && axes.points !== pairs.length)
    reading.note('formats.jcamp.point-count-differs', { title, declared: axes.points, found: pairs.length })
  keepPoints(
    pairs.map((p) => ({ x: p.x * axes.xFactor, y: p.y * axes.yFactor })),
    axes,
    block,
    harvest,
    reading,
  )
}

function keepPoints(
  all: readonly { x: number; y: number }[],
  axes: Axes,
  block: Block,
  harvest: Harvest,
  reading: Reading,
): void {
  const points = all.filter((p) => Number.isFinite(p.x) && Number.isFinite(p.y))
  if (points.length < all.length)
    reading.note('formats.points-left-open', { points: all.length - points.length })
  reading.spendSpectrum()
  if (!isMassSpectrum(axes, block)) {
    harvest.traces.push({
      title: block.heads.get('TITLE') ?? '',
      xLabel: axes.xLabel,
      xUnit: axes.xUnit,
      yLabel: axes.yLabel,
      yUnit: axes.yUnit,
      x: points.map((p) => p.x),
      y: points.map((p) => p.y),
    })
    return
  }
  const spectrum = massSpectrumOf(points, block)
  const time = scanTime(block)
  if (time === undefined) harvest.spectra.push(spectrum)
  else {
    harvest.timeUnit = time.unit || harvest.timeUnit
    harvest.scans.push({
      time: time.at,
      total: numberOf(block.heads.get('TIC') ?? block.heads.get('.TIC') ?? ''),
      spectrum,
    })
  }
}

function isMassSpectrum(axes: Axes, block: Block): boolean {
  const unit = axes.xUnit.toUpperCase().replaceAll(/\s/g, '')
  const type = `${block.heads.get('DATATYPE') ?? ''} ${block.heads.get('NTUPLES') ?? ''}`
  return (
    /^(M\/?Z|M\/?E|DA|DALTONS?|AMU|MASS(NUMBER)?|TH(OMSON)?)$/.test(unit) ||
    (/MASS SPECTR/i.test(type) && unit === '')
  )
}

/** A scan of a run says when: PAGE= T=… in NTUPLES, or RETENTION_TIME and SCAN_NUMBER in the older way. */
function scanTime(block: Block): { at: number | undefined; unit: string } | undefined {
  const page = /^\s*(\w+)\s*=\s*(\S+)/.exec(block.heads.get('PAGE') ?? '')
  if (page) {
    const symbols = listOf(block, 'SYMBOL')
    const at = symbols.indexOf(page[1] as string)
    return { at: numberOf(page[2] as string), unit: (listOf(block, 'UNITS')[at] ?? '').toLowerCase() }
  }
  const retention = block.heads.get('RETENTIONTIME') ?? block.heads.get('.RETENTIONTIME')
  return block.heads.has('SCANNUMBER') && retention !== undefined
    ? { at: numberOf(retention), unit: 's' }
    : undefined
}

function massSpectrumOf(points: readonly { x: number; y: number }[], block: Block): MassSpectrum {
  block.meta ??= block.fields.record()
  const head = (...labels: string[]): string | undefined =>
    labels.map((l) => block.heads.get(l)).find((v) => v !== undefined && v !== '')
  return {
    ...present({ name: head('TITLE', 'CASNAME', 'NAMES') }),
    ids: present({
      casNumber: head('CASREGISTRYNO'),
      formula: head('MOLFORM')?.replaceAll(/\s|(?<=[A-Za-z])1(?!\d)/g, ''),
    }),
    peaks: points.map((p) => ({ mz: p.x, intensity: p.y })),
    meta: block.meta,
  }
}

/** (XYA), (XYMA): the first two numbers of each bracket are kept, the assignment itself stays in the original. */
function decodeAssignments(lines: readonly string[], reading: Reading): { x: number; y: number }[] {
  const pairs: { x: number; y: number }[] = []
  for (const line of lines) {
    for (const [, inside = ''] of line.matchAll(/\(([^()]{1,300})\)/g)) {
      const [x, y] = inside
        .split(',')
        .slice(0, 2)
        .map((s) => numberOf(s.trim()))
      if (x === undefined) continue
      reading.spend(1)
      pairs.push({ x, y: y ?? 1 })
    }
  }
  reading.note('formats.jcamp.assignments-not-read')
  return pairs
}

function assemble(harvest: Harvest, top: Fields, blocks: number, reading: Reading): ParsedFile {
  const { spectra, traces, scans } = harvest
  if (spectra.length + traces.length + scans.length === 0) throw new FormatFault('formats.nothing-inside')
  // One timed page alone is a spectrum, not a run.
  if (scans.length === 1) spectra.push((scans[0] as Scan).spectrum)
  const run = scans.length > 1 ? runOf(scans, harvest.timeUnit, top.get('TITLE') ?? '') : undefined
  const heads = (label: string): string | undefined => top.get(label)
  return {
    format: 'jcamp-dx',
    spectra,
    traces,
    ...(run ? { run } : {}),
    warnings: reading.notes(),
    summary: {
      ...present({
        title: heads('TITLE'),
        version: heads('JCAMPDX'),
        dataType: heads('DATATYPE'),
        instrument: heads('SPECTROMETER/DATASYSTEM') ?? heads('SPECTROMETERDATASYSTEM'),
        date: heads('LONGDATE') ?? heads('DATE'),
        origin: heads('ORIGIN'),
        owner: heads('OWNER'),
      }),
      blocks,
      spectra: spectra.length,
      traces: traces.length,
      ...(run ? { scans: run.scanCount } : {}),
      points:
        traces.reduce((n, t) => n + t.x.length, 0) +
        spectra.reduce((n, s) => n + s.peaks.length, 0) +
        (run ? scans.reduce((n, s) => n + s.spectrum.peaks.length, 0) : 0),
    },
  }
}
