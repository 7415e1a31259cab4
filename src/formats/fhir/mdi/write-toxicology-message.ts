/** A toxicology report as the message that a laboratory sends to the medical examiner (MDI 2.0.0, Bundle-message-tox-to-mdi). */
import type { JsonObject, Resource } from '../json.ts'
import {
  addDecedent,
  addProfessional,
  identifierOf,
  mdiCode,
  present,
  startBuilding,
  trackingOf,
  why,
  withText,
} from './building.ts'
import { MDI, MDI_CODES } from './codes.ts'
import {
  type Addressing,
  type ResultValue,
  type ToxicologyFacts,
  toxicologyFaults,
  type ToxicologyResult,
  type ToxicologySpecimen,
} from './facts.ts'
import type { Written } from './write-death-document.ts'

/** A report that is withdrawn keeps its parts, marked as entered in error. */
const STATES = {
  draft: 'preliminary',
  final: 'final',
  amended: 'amended',
  corrected: 'corrected',
  withdrawn: 'entered-in-error',
} as const

export function writeToxicologyMessage(facts: ToxicologyFacts, addressing: Addressing): Written {
  const faults = toxicologyFaults(facts)
  if (faults.length > 0) return { ok: false, faults }
  const build = startBuilding(addressing)
  const report: JsonObject = { reference: `DiagnosticReport/${addressing.prefix}-report` }
  const { endpoint, name, software, version } = facts.source
  build.add('message', 'MessageHeader', `${MDI}MessageHeader-toxicology-to-mdi`, {
    eventCoding: { system: MDI_CODES, code: 'tox-result-report' },
    source: present({ name, software, version, endpoint }),
    focus: [report],
  })
  const rest = startBuilding(addressing)
  const decedent = addDecedent(rest, facts.decedent)
  const performer = facts.performers.map((who, i) => addProfessional(rest, `performer-${i + 1}`, who))
  const specimen = facts.specimens.map((one) =>
    rest.addAs(one.id, 'Specimen', `${MDI}Specimen-toxicology-lab`, specimenOf(one, decedent)),
  )
  const result = facts.results.map((one) =>
    rest.addAs(
      one.id,
      'Observation',
      `${MDI}Observation-toxicology-lab-result`,
      resultOf(one, facts, decedent, performer),
    ),
  )
  build.add('report', 'DiagnosticReport', `${MDI}DiagnosticReport-toxicology-to-mdi`, {
    extension: trackingOf(facts.trackingNumbers),
    identifier: [{ type: mdiCode('tox-lab-case-number'), ...identifierOf(facts.caseNumber) }],
    status: STATES[facts.state],
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
    code: withText(facts.panel),
    subject: decedent,
    effectiveDateTime: facts.collectedAt,
    _effectiveDateTime: facts.collectedAt === undefined ? why('unknown') : undefined,
    issued: facts.issuedAt,
    _issued: facts.issuedAt === undefined ? why('unknown') : undefined,
    performer,
    specimen,
    result,
    conclusion: facts.conclusion,
  })
  const [head, tail] = [build, rest].map((b) => b.bundle(`${MDI}Bundle-message-tox-to-mdi`, 'message'))
  const entry = [head, tail].flatMap((b) => (b?.entry as JsonObject[] | undefined) ?? [])
  return { ok: true, bundle: { ...(head as Resource), entry } }
}

function specimenOf(one: ToxicologySpecimen, subject: JsonObject): JsonObject {
  const { collectedAt, bodySite } = one
  return present({
    accessionIdentifier: one.accession && identifierOf(one.accession),
    type: withText(one.type),
    subject,
    receivedTime: one.receivedAt,
    collection:
      collectedAt === undefined && bodySite === undefined
        ? undefined
        : present({ collectedDateTime: collectedAt, bodySite: bodySite && withText(bodySite) }),
    container: one.containers.map(({ description, type, additive }) =>
      present({
        description,
        type: type && withText(type),
        additiveCodeableConcept: additive === undefined ? undefined : { text: additive },
      }),
    ),
    condition: one.condition === undefined ? undefined : [{ text: one.condition }],
    note: one.notes.map((text) => ({ text })),
  })
}

function resultOf(
  one: ToxicologyResult,
  facts: ToxicologyFacts,
  subject: JsonObject,
  performer: readonly JsonObject[],
): JsonObject {
  const { value } = one
  return present({
    status: STATES[facts.state],
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
        ],
      },
    ],
    code: withText(one.analyte),
    subject,
    performer,
    specimen: one.specimen === undefined ? undefined : { reference: `Specimen/${one.specimen}` },
    effectiveDateTime: one.at,
    valueString: value.kind === 'absent' ? undefined : textOfValue(value),
    dataAbsentReason: value.kind === 'absent' ? { text: value.why } : undefined,
    note: one.notes.map((text) => ({ text })),
  })
}

/** The profile takes text alone, in three forms: a word, `= 0.160 g/dL`, `< 2.5 ng/mL` (MDI 2.0.0, toxicology result values). */
export function textOfValue(value: Exclude<ResultValue, { kind: 'absent' }>): string {
  if (value.kind === 'word') return value.word === 'detected' ? 'Detected' : 'Not detected'
  if (value.kind === 'amount') return `${value.comparator ?? '='} ${value.value} ${value.unit}`
  return value.text
}
