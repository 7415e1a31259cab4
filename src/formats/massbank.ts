/** Reads MassBank records (MassBank Record Format 2.6): tagged lines, one record or many, each ended by “//”. */
import { FormatFault, Fields, type Reading, numberOf, present } from './reading.ts'
import type { MassSpectrum, ParsedFile, Peak } from './spectrum.ts'
import { linesOf } from './text-encoding.ts'

export function looksLikeMassBank(head: string): boolean {
  return /^ACCESSION:[ \t]*\S/m.test(head.slice(0, 4_000)) && /^(RECORD_TITLE|PK\$|CH\$|AC\$)/m.test(head)
}

interface Draft {
  readonly fields: Fields
  readonly names: string[]
  readonly peaks: Peak[]
  readonly links: Map<string, string>
  inPeaks: boolean
}
const draft = (): Draft => ({ fields: new Fields(), names: [], peaks: [], links: new Map(), inPeaks: false })

export function readMassBank(text: string, reading: Reading): ParsedFile {
  const spectra: MassSpectrum[] = []
  let current = draft()
  let any = false
  const close = (ended: boolean): void => {
    if (any) {
      if (!ended) reading.note('formats.massbank.no-end', { record: current.fields.get('ACCESSION') ?? '?' })
      spectra.push(finish(current, reading))
    }
    current = draft()
    any = false
  }
  for (const line of linesOf(text)) {
    if (/^\/\/\s*$/.test(line)) close(true)
    else if (line.trim() !== '') {
      if (any && line.startsWith('ACCESSION:')) close(false)
      any = true
      take(line, current, reading)
    }
  }
  close(false)
  if (spectra.length === 0) throw new FormatFault('formats.nothing-inside')
  const [first] = spectra as [MassSpectrum]
  return {
    format: 'massbank',
    spectra,
    traces: [],
    warnings: reading.notes(),
    summary: {
      records: spectra.length,
      peaks: spectra.reduce((n, s) => n + s.peaks.length, 0),
      ...present({ name: first.name, accession: first.ids.accession, licence: first.licence }),
    },
  }
}

function take(line: string, into: Draft, reading: Reading): void {
  // The format indents peak lines by two blanks; a table of annotations is indented too and belongs to another tag.
  if (/^\s/.test(line)) {
    if (into.inPeaks) takePeak(line, into, reading)
    return
  }
  const colon = line.indexOf(':')
  if (colon < 1) {
    reading.note('formats.line-not-understood', { line: line.slice(0, 60) })
    return
  }
  const tag = line.slice(0, colon)
  const value = line.slice(colon + 1).trim()
  into.inPeaks = tag === 'PK$PEAK'
  if (into.inPeaks) return
  if (tag === 'CH$NAME') into.names.push(value.slice(0, 500))
  if (tag === 'CH$LINK') {
    const [kind = '', ...rest] = value.split(/\s+/)
    into.links.set(kind.toUpperCase(), rest.join(' '))
  }
  // AC$… and MS$… lines carry a second tag: “AC$MASS_SPECTROMETRY: ION_MODE POSITIVE”.
  const second = /^(?:AC\$(?:MASS_SPECTROMETRY|CHROMATOGRAPHY)|MS\$\w+|CH\$LINK)$/.test(tag)
    ? /^(\S+)\s+(.*)$/.exec(value)
    : null
  if (second) into.fields.add(`${tag} ${second[1]}`, second[2] as string)
  else into.fields.add(tag, value)
}

/** “m/z int. rel.int.”: the absolute intensity is kept; the relative one is the same again in parts of 999. */
function takePeak(line: string, into: Draft, reading: Reading): void {
  const [first = '', second = ''] = line.trim().split(/\s+/)
  const mz = numberOf(first)
  const intensity = numberOf(second)
  if (mz === undefined || intensity === undefined) {
    reading.note('formats.peak-not-understood', { line: line.trim().slice(0, 60) })
    return
  }
  reading.spend(1)
  into.peaks.push({ mz, intensity })
}

function finish(from: Draft, reading: Reading): MassSpectrum {
  reading.spendSpectrum()
  const accession = from.fields.get('ACCESSION')
  const declared = from.fields.get('PK$NUM_PEAK')
  if (declared !== undefined && numberOf(declared) !== from.peaks.length) {
    reading.note('formats.peak-count-differs', {
      record: accession ?? '?',
      declared,
      found: from.peaks.length,
    })
  }
  if (from.peaks.length === 0) reading.note('formats.no-peaks', { record: accession ?? '?' })
  const named = (text: string | undefined): string | undefined =>
    text === undefined || text === 'N/A' ? undefined : text
  return {
    ...present({
      name: from.names[0] ?? from.fields.get('RECORD_TITLE'),
      licence: from.fields.get('LICENSE'),
    }),
    ids: present({
      accession,
      casNumber: named(from.links.get('CAS')),
      inchiKey: named(from.links.get('INCHIKEY')),
      formula: named(from.fields.get('CH$FORMULA')),
      splash: named(from.fields.get('PK$SPLASH')),
    }),
    peaks: from.peaks,
    meta: from.fields.record(),
  }
}
