/** A death as the document that a medical examiner's office sends to the registrar (MDI 2.0.0, Bundle-document-mdi-and-edrs): written from plain values, whole or not at all. */
import type { FileNote } from '../../spectrum.ts'
import type { JsonObject, Resource } from '../json.ts'
import {
  addDecedent,
  addPlace,
  addProfessional,
  type Builder,
  coded,
  loinc,
  mdiCode,
  narrativeOf,
  present,
  snomed,
  startBuilding,
  trackingOf,
  why,
} from './building.ts'
import {
  answerCodes,
  certifierCodes,
  COMPONENTS,
  datingCodes,
  deathPlaceCodes,
  injuryPlaceCodes,
  mannerCodes,
  MDI,
  pregnancyCodes,
  tobaccoCodes,
  transportCodes,
  US_CORE,
  VRDR,
} from './codes.ts'
import { type Addressing, type DeathFacts, deathFaults } from './facts.ts'

export type Written =
  | { readonly ok: true; readonly bundle: Resource }
  | { readonly ok: false; readonly faults: readonly FileNote[] }

export function writeDeathDocument(facts: DeathFacts, addressing: Addressing): Written {
  const faults = deathFaults(facts)
  if (faults.length > 0) return { ok: false, faults }
  // The composition comes first in a document, and points at the rest: so the rest is made first, and put behind.
  const rest = startBuilding(addressing)
  const parts = partsOf(facts, rest)
  const build = startBuilding(addressing)
  build.add(
    'composition',
    'Composition',
    `${MDI}Composition-mdi-and-edrs`,
    compositionOf(facts, parts, addressing),
  )
  const [head, ...others] = [build, rest].map((b) =>
    b.bundle(`${MDI}Bundle-document-mdi-and-edrs`, 'document'),
  )
  const entry = [head, ...others].flatMap((b) => (b?.entry as JsonObject[] | undefined) ?? [])
  return { ok: true, bundle: { ...(head as Resource), entry } }
}

interface Parts {
  readonly decedent: JsonObject
  readonly certifier: JsonObject | undefined
  readonly sections: readonly (readonly [code: string, title: string, entries: readonly JsonObject[]])[]
}

const IN_PREPARATION = { ...why('temp-unknown'), display: 'Not yet known' }

function partsOf(facts: DeathFacts, build: Builder): Parts {
  const decedent = addDecedent(build, facts.decedent)
  const certifier = facts.certifier && addProfessional(build, 'certifier', facts.certifier)
  const by = { subject: decedent, performer: [certifier ?? IN_PREPARATION] }
  const about = certifier === undefined ? { subject: decedent } : by
  const entries = {
    circumstances: [
      facts.death.place && addPlace(build, 'death', facts.death.place),
      facts.tobacco &&
        observed(
          build,
          'tobacco',
          'tobacco-use-contributed-to-death',
          about,
          loinc('69443-0', 'Did tobacco use contribute to death'),
          { valueCodeableConcept: coded(tobaccoCodes[facts.tobacco]) },
        ),
      facts.pregnancy &&
        observed(
          build,
          'pregnancy',
          'decedent-pregnancy-status',
          about,
          loinc('69442-2', 'Timing of recent pregnancy in relation to death'),
          { valueCodeableConcept: coded(pregnancyCodes[facts.pregnancy]) },
        ),
      facts.injury?.place && addPlace(build, 'injury', facts.injury.place),
    ],
    jurisdiction: [deathDate(facts, build, about), certification(facts, build, decedent, certifier)],
    'cause-manner': [
      ...facts.causes.map((cause, i) => causeLine(build, by, i + 1, cause)),
      facts.otherConditions &&
        observed(
          build,
          'other-conditions',
          'cause-of-death-part2',
          about,
          loinc('69441-4', 'Other significant causes or conditions of death'),
          { valueCodeableConcept: { text: facts.otherConditions } },
        ),
      facts.manner &&
        observed(build, 'manner', 'manner-of-death', about, loinc('69449-7', 'Manner of death'), {
          valueCodeableConcept: coded(mannerCodes[facts.manner]),
        }),
      facts.injury && injury(facts.injury, build, about),
    ],
    'exam-autopsy': [
      autopsy(facts, build, about),
      facts.autopsy?.place && addOrganization(build, facts.autopsy.place),
    ],
  }
  const kept = (list: readonly (JsonObject | string | undefined | false)[]): JsonObject[] =>
    list.filter((e): e is JsonObject => typeof e === 'object')
  return {
    decedent,
    certifier,
    sections: [
      ['circumstances', 'Circumstances', kept(entries.circumstances)],
      ['jurisdiction', 'Jurisdiction', kept(entries.jurisdiction)],
      ['cause-manner', 'Cause and manner of death', kept(entries['cause-manner'])],
      ['exam-autopsy', 'Examination and autopsy', kept(entries['exam-autopsy'])],
    ],
  }
}

const STATES = {
  draft: 'preliminary',
  final: 'final',
  amended: 'amended',
  withdrawn: 'entered-in-error',
} as const

function compositionOf(facts: DeathFacts, parts: Parts, addressing: Addressing): JsonObject {
  const who = parts.certifier ?? IN_PREPARATION
  return present({
    extension: trackingOf(facts.trackingNumbers),
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${addressing.bundle}` },
    status: STATES[facts.state],
    type: loinc('86807-5', 'Death administrative information Document'),
    subject: parts.decedent,
    date: facts.writtenAt,
    author: [who],
    title: 'Death investigation',
    attester: [{ mode: 'professional', party: who }],
    section: [
      ...parts.sections.flatMap(([code, title, entry]) => sectionOf(code, title, entry)),
      ...worded('medical-history', 'Medical history', facts.history),
      ...worded('narratives', 'Narrative', facts.narrative),
    ],
  })
}
/** These two a final document must have (rule mdi-01); with nothing to tell they say so in words. */
const ALWAYS = new Set(['jurisdiction', 'cause-manner'])
function sectionOf(code: string, title: string, entry: readonly JsonObject[]): JsonObject[] {
  if (entry.length > 0) return [{ title, code: mdiCode(code), entry }]
  const emptyReason = {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'unavailable' }],
  }
  return ALWAYS.has(code)
    ? [{ title, code: mdiCode(code), text: narrativeOf('Not yet known.'), emptyReason }]
    : []
}
const worded = (code: string, title: string, words: string | undefined): JsonObject[] =>
  words === undefined ? [] : [{ title, code: mdiCode(code), text: narrativeOf(words) }]

type Body = Readonly<Record<string, unknown>>

function observed(
  build: Builder,
  part: string,
  profile: string,
  about: Body,
  code: JsonObject,
  more: Body,
): JsonObject {
  return build.add(part, 'Observation', `${VRDR}vrdr-${profile}`, {
    status: 'final',
    code,
    ...about,
    ...more,
  })
}

function causeLine(build: Builder, by: Body, line: number, cause: DeathFacts['causes'][number]): JsonObject {
  return build.add(`cause-${line}`, 'Observation', `${MDI}Observation-mdi-cause-of-death-part1`, {
    status: 'final',
    code: loinc('69453-9', 'Cause of death'),
    ...by,
    valueCodeableConcept: { text: cause.text },
    component: [
      { code: { coding: [{ system: COMPONENTS, code: 'lineNumber' }] }, valueInteger: line },
      { code: loinc('69440-6', 'Disease onset to death interval'), valueString: cause.interval },
    ],
  })
}

function deathDate({ death }: DeathFacts, build: Builder, about: Body): JsonObject {
  const { when } = death
  return observed(build, 'death-date', 'death-date', about, loinc('81956-5', 'Date and time of death'), {
    valueDateTime: when.kind === 'at' ? when.at : undefined,
    valuePeriod: when.kind === 'between' ? { start: when.from, end: when.to } : undefined,
    dataAbsentReason:
      when.kind === 'unknown'
        ? {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }],
          }
        : undefined,
    method: death.dating && coded(datingCodes[death.dating]),
    component: [
      ...(death.pronouncedAt === undefined
        ? []
        : [{ code: loinc('80616-6', 'Date and time pronounced dead'), valueDateTime: death.pronouncedAt }]),
      ...(death.placeKind === undefined
        ? []
        : [
            {
              code: loinc('58332-8', 'Location of death'),
              valueCodeableConcept: coded(deathPlaceCodes[death.placeKind]),
            },
          ]),
    ],
  })
}

function certification(
  facts: DeathFacts,
  build: Builder,
  decedent: JsonObject,
  certifier: JsonObject | undefined,
): JsonObject | undefined {
  if (!facts.certifier || !certifier) return undefined
  return build.add('certification', 'Procedure', `${VRDR}vrdr-death-certification`, {
    status: 'completed',
    category: snomed('307930005', 'Death certificate (record artifact)'),
    code: snomed('308646001', 'Death certification'),
    subject: decedent,
    performedDateTime: facts.certifier.certifiedAt,
    _performedDateTime: facts.certifier.certifiedAt === undefined ? why('temp-unknown') : undefined,
    performer: [{ function: coded(certifierCodes[facts.certifier.kind]), actor: certifier }],
  })
}

function injury(facts: NonNullable<DeathFacts['injury']>, build: Builder, about: Body): JsonObject {
  const component = [
    facts.placeKind && {
      code: loinc('69450-5', 'Place of injury Facility'),
      valueCodeableConcept: coded(injuryPlaceCodes[facts.placeKind]),
    },
    facts.atWork && {
      code: loinc('69444-8', 'Did death result from injury at work'),
      valueCodeableConcept: coded(answerCodes[facts.atWork]),
    },
    facts.transportRole && {
      code: loinc('69451-3', 'Transportation role of decedent'),
      valueCodeableConcept: coded(transportCodes[facts.transportRole]),
    },
  ].filter((c) => typeof c === 'object')
  return observed(
    build,
    'injury',
    'injury-incident',
    about,
    loinc('11374-6', 'Injury incident description Narrative'),
    {
      effectiveDateTime: facts.when,
      valueCodeableConcept: facts.how === undefined ? undefined : { text: facts.how },
      component,
    },
  )
}

function autopsy(facts: DeathFacts, build: Builder, about: Body): JsonObject | undefined {
  if (!facts.autopsy) return undefined
  const { performed, resultsAvailable } = facts.autopsy
  return observed(
    build,
    'autopsy',
    'autopsy-performed-indicator',
    about,
    loinc('85699-7', 'Autopsy was performed'),
    {
      valueCodeableConcept: coded(answerCodes[performed]),
      component:
        resultsAvailable === undefined
          ? []
          : [
              {
                code: loinc('69436-4', 'Autopsy results available'),
                valueCodeableConcept: coded(answerCodes[resultsAvailable]),
              },
            ],
    },
  )
}
function addOrganization(build: Builder, name: string): JsonObject {
  return build.add('autopsy-place', 'Organization', `${US_CORE}us-core-organization`, { active: true, name })
}
