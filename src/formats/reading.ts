/** What every reader of this folder needs while it reads: limits that hostile bytes meet, notes that are counted, and the fault that ends a reading. */
import type { TextValues } from '#kernel/say.ts'
import type { FileNote } from './spectrum.ts'

/** A GC-MS run of an hour is some 20 MB; above this it is no spectrum file of a bench, or it is meant to do harm. */
export const MAX_BYTES = 64 * 1_048_576
/** Text takes up to ten times its size while it is read; two million points as text are some 25 MB. */
export const MAX_TEXT_BYTES = 32 * 1_048_576
/** Blocks within blocks; real compound files have two levels. */
export const MAX_DEPTH = 32
/** All points of a file together. JCAMP's duplication code can write a million points in eight characters. */
export const MAX_POINTS = 2_000_000
/** Records of a library, blocks of a compound file, scans of a run. */
export const MAX_SPECTRA = 100_000
/** A program that writes all on one line stays below; above it splitting a line would cost more memory than the file. */
export const MAX_LINE = 2_000_000
/** Fields kept of one record, and characters kept of one field: the original file keeps the rest. */
export const MAX_FIELDS = 300
export const MAX_FIELD_LENGTH = 2_000
/** Different notes kept of one file; the same note again only counts. */
export const MAX_NOTES = 50

/** The file cannot be read: the key of a sentence for the bench. Nothing else is thrown by a reader on purpose. */
export class FormatFault extends Error {
  readonly code: string
  readonly values: TextValues

  constructor(code: string, values: TextValues = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}

export interface FileRefused {
  readonly ok: false
  readonly code: string
  readonly values: TextValues
}
/** Why a file was not read, in a sentence that names the file; a defect of ours is told as one. */
export function refusedFile(fault: unknown, fileName: string): FileRefused {
  const known = fault instanceof FormatFault
  return {
    ok: false,
    code: known ? fault.code : 'formats.reader-defect',
    values: {
      ...(known ? fault.values : {}),
      file: fileName
        .slice(-120)
        .replaceAll(/\p{Cc}/gu, '')
        .toWellFormed(),
    },
  }
}

/** Carried through one reading. */
export interface Reading {
  /** Says that `points` more points are about to be kept; refuses the file above the limit, before memory is taken. */
  spend(points: number): void
  /** Says that one more spectrum or trace is about to be kept. */
  spendSpectrum(): void
  /** Notes something once; a repetition raises `times`. */
  note(code: string, values?: TextValues): void
  notes(): readonly FileNote[]
}

export function startReading(limits: { points?: number; spectra?: number } = {}): Reading {
  const maxPoints = limits.points ?? MAX_POINTS
  const maxSpectra = limits.spectra ?? MAX_SPECTRA
  let points = 0
  let spectra = 0
  const kept = new Map<string, { values: TextValues; times: number }>()
  return {
    spend(more) {
      points += more
      if (points > maxPoints) throw new FormatFault('formats.too-many-points', { limit: maxPoints })
    },
    spendSpectrum() {
      spectra += 1
      if (spectra > maxSpectra) throw new FormatFault('formats.too-many-spectra', { limit: maxSpectra })
    },
    note(code, values = {}) {
      const known = kept.get(code)
      if (known) known.times += 1
      else if (kept.size < MAX_NOTES) kept.set(code, { values, times: 1 })
    },
    notes: () => [...kept].map(([code, { values, times }]) => ({ code, values: { ...values, times } })),
  }
}

/** Gathers the fields of a record; a field named twice is joined with “; ”. Keys are the file's own, so never an object while gathering. */
export class Fields {
  readonly #fields = new Map<string, string>()

  add(key: string, value: string): void {
    const name = key.slice(0, 120)
    const text = value.slice(0, MAX_FIELD_LENGTH)
    const before = this.#fields.get(name)
    if (before !== undefined) {
      if (before.length < MAX_FIELD_LENGTH) this.#fields.set(name, `${before}; ${text}`)
    } else if (this.#fields.size < MAX_FIELDS) this.#fields.set(name, text)
  }

  get(key: string): string | undefined {
    return this.#fields.get(key)
  }

  /** `fromEntries` defines members, so that a field called __proto__ stays a field. */
  record(): Record<string, string> {
    return Object.fromEntries(this.#fields)
  }
}

/** A plain number, or undefined: no blanks, no hexadecimal, no infinity. Forty characters at most, which also keeps the pattern from wandering. */
export function numberOf(text: string): number | undefined {
  if (text.length > 40 || !/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?$/.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** Leaves out what is undefined or empty, so that an absent fact is absent. */
export function present<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== undefined && v !== '')) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
