/**
 * What is said of a death and of its toxicology, in plain typed values: the contract between this house and HL7 FHIR “Medicolegal Death Investigation” 2.0.0.
 * Instants are RFC 3339 with a zone; a day, a month or a year alone is a partial date. Amounts are decimal text with a unit as written (UCUM). Unknown,
 * not applicable and not yet known are three values.
 */
import type { FileNote } from '../../spectrum.ts'

/** `2026`, `2026-11`, `2026-11-24`, or an instant with its zone. */
export type PartialTime = string
export type When =
  | { readonly kind: 'at'; readonly at: PartialTime }
  | { readonly kind: 'between'; readonly from: PartialTime; readonly to: PartialTime }
  | { readonly kind: 'unknown' }

export interface Identifier {
  /** The address of who gives the number. */
  readonly system?: string
  readonly value: string
}
export const trackingKinds = [
  'mdi-case-number',
  'edrs-file-number',
  'tox-lab-case-number',
  'funeral-home-case-number',
] as const
export interface TrackingNumber extends Identifier {
  readonly kind: (typeof trackingKinds)[number]
}
export interface PersonName {
  /** The whole name as it is written, where nobody said which part is the family's. */
  readonly text?: string
  readonly family?: string
  readonly given?: readonly string[]
  readonly prefix?: string
}
export interface Professional {
  readonly identifier: Identifier
  readonly name: PersonName & { readonly family: string }
}
export interface Decedent {
  readonly identifiers: readonly Identifier[]
  /** Absent: who it is, is not known. */
  readonly name?: PersonName
  readonly alsoKnownAs?: readonly PersonName[]
  readonly sex: 'male' | 'female' | 'other' | 'unknown'
  readonly birthDate?: PartialTime
  readonly residence?: Address
}
/** The region, and whom it meets most. */
export const countries = [
  'BZ',
  'GT',
  'MX',
  'HN',
  'SV',
  'NI',
  'CR',
  'PA',
  'US',
  'CA',
  'GB',
  'JM',
  'CU',
  'HT',
  'DO',
  'TT',
  'BB',
  'BS',
  'GY',
  'CO',
  'VE',
  'CN',
  'IN',
] as const
export interface Address {
  readonly line?: string
  readonly city?: string
  readonly district?: string
  /** ISO 3166; what is not in this list is left out, because the guide has a list of its own. */
  readonly country?: (typeof countries)[number]
}
export interface Place {
  readonly name: string
  readonly address?: Address
  /** Decimal degrees as text. */
  readonly latitude?: string
  readonly longitude?: string
}

export const manners = ['natural', 'accident', 'suicide', 'homicide', 'pending', 'undetermined'] as const
export const deathPlaces = [
  'dead-on-arrival',
  'home',
  'hospice',
  'hospital',
  'emergency',
  'nursing-home',
  'other',
  'unknown',
] as const
export const injuryPlaces = [
  'home',
  'institution',
  'school',
  'sports',
  'street',
  'trade',
  'industry',
  'farm',
  'unspecified',
  'other',
] as const
export const transportRoles = [
  'driver',
  'passenger',
  'pedestrian',
  'other',
  'unknown',
  'not-applicable',
] as const
export const pregnancies = [
  'not-within-year',
  'at-death',
  'within-42-days',
  'within-year',
  'not-reported',
  'unknown',
  'not-applicable',
] as const
export const tobaccoUses = ['yes', 'no', 'probably', 'unknown', 'not-said'] as const
export const answers = ['yes', 'no', 'unknown', 'not-applicable'] as const
export const datings = ['exact', 'approximate', 'court-appointed'] as const
export const certifierKinds = ['medical-examiner', 'physician-who-pronounced', 'physician', 'other'] as const
export type Answer = (typeof answers)[number]

/** Draft: not certified; final: certified; amended: certified anew; withdrawn: sent in error. */
export const documentStates = ['draft', 'final', 'amended', 'withdrawn'] as const

export interface DeathFacts {
  readonly state: (typeof documentStates)[number]
  readonly writtenAt: PartialTime
  readonly trackingNumbers: readonly TrackingNumber[]
  readonly decedent: Decedent
  readonly death: {
    readonly when: When
    readonly dating?: (typeof datings)[number]
    readonly pronouncedAt?: PartialTime
    readonly placeKind?: (typeof deathPlaces)[number]
    readonly place?: Place
  }
  /** Absent only while it is a draft. */
  readonly certifier?: Professional & {
    readonly kind: (typeof certifierKinds)[number]
    readonly certifiedAt?: PartialTime
  }
  /** Lines a to d of the WHO form, in order; no line is skipped. An interval that nobody knows is `unknown`. */
  readonly causes: readonly { readonly text: string; readonly interval: string }[]
  readonly otherConditions?: string
  readonly manner?: (typeof manners)[number]
  readonly injury?: {
    readonly how?: string
    readonly when?: PartialTime
    readonly place?: Place
    readonly placeKind?: (typeof injuryPlaces)[number]
    readonly atWork?: Answer
    readonly transportRole?: (typeof transportRoles)[number]
  }
  readonly pregnancy?: (typeof pregnancies)[number]
  readonly tobacco?: (typeof tobaccoUses)[number]
  readonly autopsy?: {
    readonly performed: 'yes' | 'no' | 'unknown'
    readonly resultsAvailable?: Answer
    readonly place?: string
  }
  readonly history?: string
  readonly narrative?: string
}

export interface Coded {
  readonly text: string
  readonly system?: string
  readonly code?: string
}
export const resultWords = ['detected', 'not-detected'] as const
export type ResultValue =
  | { readonly kind: 'word'; readonly word: (typeof resultWords)[number] }
  /** `comparator` absent: measured so; `<`: below the limit of quantification. */
  | {
      readonly kind: 'amount'
      readonly comparator?: '<' | '<=' | '>' | '>='
      readonly value: string
      readonly unit: string
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent'; readonly why: string }

export interface ToxicologySpecimen {
  /** Also the id of the resource: at most 64 letters, figures, points and hyphens. */
  readonly id: string
  readonly accession?: Identifier
  readonly type: Coded
  readonly bodySite?: Coded
  readonly collectedAt?: PartialTime
  readonly receivedAt?: PartialTime
  readonly containers: readonly {
    readonly description: string
    readonly type?: Coded
    readonly additive?: string
  }[]
  readonly condition?: string
  readonly notes: readonly string[]
}
export interface ToxicologyResult {
  readonly id: string
  /** The id of a specimen. */
  readonly specimen?: string
  readonly analyte: Coded
  readonly value: ResultValue
  readonly at?: PartialTime
  /** The limit that the law sets, in the unit of the amount, and what was decided against it; only HL7 v2 has a place for it. */
  readonly limit?: { readonly value: string; readonly decision: 'above' | 'below' | null }
  readonly notes: readonly string[]
}
export const reportStates = ['draft', 'final', 'amended', 'corrected', 'withdrawn'] as const
export interface ToxicologyFacts {
  readonly state: (typeof reportStates)[number]
  readonly source: {
    readonly endpoint: string
    readonly name?: string
    readonly software?: string
    readonly version?: string
  }
  readonly caseNumber: Identifier
  readonly trackingNumbers: readonly TrackingNumber[]
  readonly decedent: Decedent
  readonly panel: Coded
  readonly collectedAt?: PartialTime
  readonly issuedAt?: string
  readonly performers: readonly Professional[]
  readonly specimens: readonly ToxicologySpecimen[]
  readonly results: readonly ToxicologyResult[]
  readonly conclusion?: string
}

/** Where a bundle and its parts live: made by the caller, so that the same death gives the same addresses. */
export interface Addressing {
  /** `https://example.org/fhir`, without a slash at the end. */
  readonly base: string
  /** Stands before each id; with its part at most 64 letters, figures, points and hyphens. */
  readonly prefix: string
  /** A UUID of the bundle, lower case. */
  readonly bundle: string
  /** The instant of making. */
  readonly at: string
}

export const CAUSE_LIMIT = 120
export const INTERVAL_LIMIT = 20
export const OTHER_LIMIT = 240
const CAUSE_LINES = 4

/** What the format cannot carry: said before anything is written, because nothing is ever cut to fit. */
export function deathFaults(facts: DeathFacts): FileNote[] {
  const faults: FileNote[] = []
  const say = (code: string, values: FileNote['values'] = {}): number =>
    faults.push({ code: `formats.mdi.${code}`, values })
  if (facts.causes.length > CAUSE_LINES) say('too-many-causes', { most: CAUSE_LINES })
  facts.causes.forEach(({ text, interval }, i) => {
    const line = 'abcd'[i] ?? String(i + 1)
    if (text.trim() === '') say('cause-empty', { line })
    if (text.length > CAUSE_LIMIT) say('cause-too-long', { line, most: CAUSE_LIMIT, found: text.length })
    if (interval.trim() === '') say('interval-empty', { line })
    if (interval.length > INTERVAL_LIMIT)
      say('interval-too-long', { line, most: INTERVAL_LIMIT, found: interval.length })
  })
  if ((facts.otherConditions?.length ?? 0) > OTHER_LIMIT)
    say('other-too-long', { most: OTHER_LIMIT, found: facts.otherConditions?.length ?? 0 })
  if (!facts.certifier && facts.state !== 'draft') say('certifier-needed')
  if (facts.decedent.identifiers.length === 0) say('identifier-needed')
  for (const number of [
    ...facts.decedent.identifiers,
    ...(facts.certifier ? [facts.certifier.identifier] : []),
  ])
    if (number.system === undefined) say('number-without-giver', { found: number.value })
  if (facts.state === 'final' || facts.state === 'amended') {
    if (facts.causes.length === 0) say('cause-needed')
    if (facts.manner === undefined) say('manner-needed')
  }
  return faults
}

export function toxicologyFaults(facts: ToxicologyFacts): FileNote[] {
  const faults: FileNote[] = []
  const say = (code: string, values: FileNote['values'] = {}): number =>
    faults.push({ code: `formats.mdi.${code}`, values })
  if (facts.decedent.identifiers.length === 0) say('identifier-needed')
  for (const number of [...facts.decedent.identifiers, ...facts.performers.map((p) => p.identifier)])
    if (number.system === undefined) say('number-without-giver', { found: number.value })
  if (facts.issuedAt !== undefined && !/T.*(Z|[+-]\d\d:\d\d)$/.test(facts.issuedAt))
    say('not-an-instant', { found: facts.issuedAt })
  const specimens = new Set(facts.specimens.map((s) => s.id))
  for (const id of [...facts.specimens, ...facts.results].map((one) => one.id))
    if (!/^[A-Za-z0-9\-.]{1,64}$/.test(id)) say('not-an-id', { found: id })
  for (const result of facts.results)
    if (result.specimen !== undefined && !specimens.has(result.specimen))
      say('no-such-specimen', { found: result.specimen })
  // An amount whose text would be read as a word or as another amount would come back as something else.
  for (const { value } of facts.results)
    if (value.kind === 'amount' && !/^-?\d+(\.\d+)?$/.test(value.value))
      say('not-an-amount', { found: value.value })
  return faults
}
