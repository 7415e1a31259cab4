/** Reads NIST text libraries (MSP): “Name: …” lines, “Num Peaks: n”, then peaks in any of the ways that programs write them. */
import { FormatFault, Fields, type Reading, numberOf, present } from './reading.ts'
import type { MassSpectrum, ParsedFile, Peak } from './spectrum.ts'
import { linesOf } from './text-encoding.ts'

export function looksLikeMsp(head: string): boolean {
  return (
    /^[ \t]*name[ \t]*:/im.test(head.slice(0, 4_000)) && /^[ \t]*num[ \t]*peaks[ \t]*:[ \t]*\d/im.test(head)
  )
}

interface Draft {
  readonly fields: Fields
  readonly peaks: Peak[]
  /** Undefined until “Num Peaks” was seen: before it are fields, after it peaks. */
  declared: number | undefined
  odd: number
}
const draft = (): Draft => ({ fields: new Fields(), peaks: [], declared: undefined, odd: 0 })

export function readMsp(text: string, reading: Reading): ParsedFile {
  const spectra: MassSpectrum[] = []
  let current: Draft | undefined
  const close = (): void => {
    if (current) spectra.push(finish(current, reading))
    current = undefined
  }
  for (const line of linesOf(text)) {
    const field = fieldOf(line)
    if (field?.key.toLowerCase() === 'name') {
      close()
      current = draft()
    }
    if (line.trim() === '') {
      if (current?.declared !== undefined) close()
    } else if (!current) reading.note('formats.line-not-understood', { line: line.trim().slice(0, 60) })
    else if (field && (current.declared === undefined || !startsAsPeak(line)))
      takeField(field, current, reading)
    else if (current.declared !== undefined) takePeaks(line, current, reading)
    else reading.note('formats.line-not-understood', { line: line.trim().slice(0, 60) })
  }
  close()
  if (spectra.length === 0) throw new FormatFault('formats.nothing-inside')
  return {
    format: 'msp',
    spectra,
    traces: [],
    warnings: reading.notes(),
    summary: { records: spectra.length, peaks: spectra.reduce((n, s) => n + s.peaks.length, 0) },
  }
}

const startsAsPeak = (line: string): boolean => /^[\s(]*[-+.\d]/.test(line)

function fieldOf(line: string): { key: string; value: string } | undefined {
  const match = /^\s*([A-Za-z][^:]{0,60}?)\s*:\s*(.*)$/.exec(
    line.length > 4_000 ? line.slice(0, 4_000) : line,
  )
  return match ? { key: match[1] as string, value: (match[2] as string).trim() } : undefined
}

function takeField({ key, value }: { key: string; value: string }, into: Draft, reading: Reading): void {
  if (/^num\s*peaks$/i.test(key)) {
    const declared = numberOf(value.split(/[\s;]/)[0] ?? '')
    if (declared === undefined)
      reading.note('formats.line-not-understood', { line: `${key}: ${value}`.slice(0, 60) })
    into.declared = declared ?? 0
  } else if (/^cas#$/i.test(key)) {
    // NIST writes “CAS#: 50-36-2;  NIST#: 229045” on one line.
    const [cas = '', ...more] = value.split(';')
    into.fields.add(key, cas.trim())
    for (const part of more) {
      const second = fieldOf(part)
      if (second) into.fields.add(second.key, second.value)
    }
  } else into.fields.add(key, value)
}

/** Pairs parted by blanks, commas, tabs, semicolons or brackets, several on a line; an annotation stands in quotes or after the pair. */
function takePeaks(line: string, into: Draft, reading: Reading): void {
  const bare = line.replace(/"[^"]*"?/g, ' ')
  const groups = /[;()]/.test(bare) ? bare.split(/[;()]/) : [bare]
  for (const group of groups) {
    const words = group.split(/[\s,]+/).filter((w) => w !== '')
    if (words.length === 0) continue
    const numbers = words.map(numberOf)
    // Without brackets or semicolons a line may hold many pairs; a third word that is no number is an annotation.
    const until = numbers.includes(undefined) ? Math.min(numbers.indexOf(undefined), 2) : numbers.length
    if (until < 2 || until % 2 === 1) into.odd += 1
    const pairs = until === 3 ? 1 : Math.floor(until / 2)
    reading.spend(pairs)
    for (let i = 0; i < pairs; i += 1)
      into.peaks.push({ mz: numbers[2 * i] as number, intensity: numbers[2 * i + 1] as number })
  }
}

function finish(from: Draft, reading: Reading): MassSpectrum {
  reading.spendSpectrum()
  const meta = from.fields.record()
  const plain = new Map(Object.entries(meta).map(([k, v]) => [k.toLowerCase().replaceAll(/[\s_]/g, ''), v]))
  const get = (...keys: string[]): string | undefined =>
    keys.map((k) => plain.get(k)).find((v) => v !== undefined)
  const name = get('name')
  if (from.odd > 0) reading.note('formats.peak-not-understood', { line: name ?? '?' })
  if (from.declared === undefined) reading.note('formats.no-peaks', { record: name ?? '?' })
  else if (from.declared !== from.peaks.length)
    reading.note('formats.peak-count-differs', {
      record: name ?? '?',
      declared: from.declared,
      found: from.peaks.length,
    })
  return {
    ...present({ name, licence: get('license', 'licence') }),
    ids: present({
      casNumber: get('casno', 'cas#', 'cas', 'casregistryno', 'casnumber'),
      inchiKey: get('inchikey'),
      formula: get('formula'),
      splash: get('splash'),
      accession: get('db#', 'accession', 'nist#', 'spectrumid'),
    }),
    peaks: from.peaks,
    meta,
  }
}
