/** The typed values that instrument files become: spectra, traces, chromatographic runs; every reader and the viewer speak these words. */
import type { TextValues } from '#kernel/say.ts'

/**
 * Numbers from instruments stay binary floating point, on purpose: a detector count or an m/z is a reading of an
 * analogue device with some seven significant digits, it arrives as a float in most files, and no court is told it.
 * What a court is told (weights, concentrations) is a decimal text and never passes through here (kernel/quantity.ts).
 */
export interface Peak {
  /** Mass-to-charge ratio; always finite. */
  readonly mz: number
  /** In the file's own unit (counts, or relative abundance); always finite. */
  readonly intensity: number
}

export interface SpectrumIds {
  readonly casNumber?: string
  readonly inchiKey?: string
  readonly formula?: string
  /** Hashed identifier of a spectrum (Wohlgemuth and others, Nature Biotechnology 34, 2016), as written in the record. */
  readonly splash?: string
  readonly accession?: string
}

export interface MassSpectrum {
  readonly name?: string
  readonly ids: SpectrumIds
  /** In the order of the file. */
  readonly peaks: readonly Peak[]
  /** Every other field of the record, under the name that the file gives it. */
  readonly meta: Readonly<Record<string, string>>
  readonly licence?: string
}

/** A curve: absorbance over wavenumber, detector signal over time. Points whose ordinate the file leaves open are left out. */
export interface Trace {
  readonly title: string
  readonly xLabel: string
  readonly xUnit: string
  readonly yLabel: string
  readonly yUnit: string
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/** A hyphenated run, such as GC-MS: one mass spectrum for each instant, unpacked only when it is looked at. */
export interface ChromatogramRun {
  /** Total ion current over time. */
  readonly tic: Trace
  readonly scanCount: number
  /** One instant for each scan, in the unit of `tic.xUnit`. */
  readonly times: readonly number[]
  /** Counted from 0; a number outside the run answers a spectrum without peaks. */
  scans(index: number): MassSpectrum
}

/** What the instrument's own software integrated; taken as a fact of the file, not computed by us. */
export interface DetectedPeak {
  readonly name?: string
  /** In the unit of the trace. */
  readonly retention: number
  readonly area?: number
  readonly height?: number
}

/** Something that the reader saw and did not like: the key of a sentence (texts.en.ts, texts.es.ts) and what it speaks of. */
export interface FileNote {
  readonly code: string
  readonly values?: TextValues
}

export const spectrumFormats = [
  'massbank',
  'msp',
  'jcamp-dx',
  'andi-ms',
  'andi-chromatography',
  'delimited-text',
] as const
export type SpectrumFormat = (typeof spectrumFormats)[number]

export interface ParsedFile {
  readonly format: SpectrumFormat
  /** Plain facts for the record of the run: titles, instrument, operator, counts. */
  readonly summary: Readonly<Record<string, string | number>>
  readonly spectra: readonly MassSpectrum[]
  readonly traces: readonly Trace[]
  readonly run?: ChromatogramRun
  readonly detectedPeaks?: readonly DetectedPeak[]
  readonly warnings: readonly FileNote[]
}

/** The most intense peak; of equals, the first. */
export function basePeakOf(spectrum: { readonly peaks: readonly Peak[] }): Peak | undefined {
  let best: Peak | undefined
  for (const peak of spectrum.peaks) if (!best || peak.intensity > best.intensity) best = peak
  return best
}

/** Index of the largest ordinate of a trace; -1 for a trace without points. */
export function apexOf(trace: { readonly y: readonly number[] }): number {
  let best = -1
  for (let i = 0; i < trace.y.length; i += 1)
    if (best < 0 || (trace.y[i] as number) > (trace.y[best] as number)) best = i
  return best
}
