/** The codes that MDI 2.0.0 and VRDR 3.0.0 write for our words. Only these few; a laboratory's own terms come as data. LOINC codes: © Regenstrief Institute and the LOINC Committee. */
import type { JsonObject } from '../json.ts'
import type {
  Answer,
  certifierKinds,
  countries,
  datings,
  deathPlaces,
  injuryPlaces,
  manners,
  pregnancies,
  tobaccoUses,
  transportRoles,
} from './facts.ts'

export const MDI = 'http://hl7.org/fhir/us/mdi/StructureDefinition/'
export const VRDR = 'http://hl7.org/fhir/us/vrdr/StructureDefinition/'
export const VR = 'http://hl7.org/fhir/us/vr-common-library/StructureDefinition/'
export const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/'
export const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

export const LOINC = 'http://loinc.org'
export const SNOMED = 'http://snomed.info/sct'
export const MDI_CODES = 'http://hl7.org/fhir/us/mdi/CodeSystem/cs-mdi-codes'
export const COMPONENTS = 'http://hl7.org/fhir/us/vrdr/CodeSystem/vrdr-component-cs'
export const LOCATION_TYPES = 'http://hl7.org/fhir/us/vrdr/CodeSystem/vrdr-location-type-cs'
const DATINGS = 'http://hl7.org/fhir/us/vrdr/CodeSystem/vrdr-date-of-death-determination-methods-cs'
const PREGNANCIES = 'http://hl7.org/fhir/us/vrdr/CodeSystem/CodeSystem-death-pregnancy-status'
const YES_NO = 'http://terminology.hl7.org/CodeSystem/v2-0136'
const NULLS = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor'

export interface Code extends JsonObject {
  readonly system: string
  readonly code: string
  readonly display: string
}
const code = (system: string, value: string, display: string): Code => ({ system, code: value, display })
type Codes<T extends string> = Readonly<Record<T, Code>>

const OTHER = code(NULLS, 'OTH', 'other')
const UNKNOWN = code(NULLS, 'UNK', 'unknown')
const NOT_APPLICABLE = code(NULLS, 'NA', 'not applicable')

export const mannerCodes: Codes<(typeof manners)[number]> = {
  natural: code(SNOMED, '38605008', 'Natural death'),
  accident: code(SNOMED, '7878000', 'Accidental death'),
  suicide: code(SNOMED, '44301001', 'Suicide'),
  homicide: code(SNOMED, '27935005', 'Homicide'),
  pending: code(SNOMED, '185973002', 'Patient awaiting investigation'),
  undetermined: code(SNOMED, '65037004', 'Death, manner undetermined'),
}
export const deathPlaceCodes: Codes<(typeof deathPlaces)[number]> = {
  'dead-on-arrival': code(SNOMED, '63238001', 'Dead on arrival at hospital'),
  home: code(SNOMED, '440081000124100', 'Death in home'),
  hospice: code(SNOMED, '440071000124103', 'Death in hospice'),
  hospital: code(SNOMED, '16983000', 'Death in hospital'),
  emergency: code(
    SNOMED,
    '450391000124102',
    'Death in hospital-based emergency department or outpatient department',
  ),
  'nursing-home': code(SNOMED, '450381000124100', 'Death in nursing home or long term care facility'),
  other: OTHER,
  unknown: UNKNOWN,
}
export const injuryPlaceCodes: Codes<(typeof injuryPlaces)[number]> = {
  home: code(LOINC, 'LA14084-0', 'Home'),
  institution: code(LOINC, 'LA14085-7', 'Residential institution'),
  school: code(LOINC, 'LA14086-5', 'School'),
  sports: code(LOINC, 'LA14088-1', 'Sports or recreational area'),
  street: code(LOINC, 'LA14089-9', 'Street or highway'),
  trade: code(LOINC, 'LA14090-7', 'Trade or service area'),
  industry: code(LOINC, 'LA14091-5', 'Industrial or construction area'),
  farm: code(LOINC, 'LA14092-3', 'Farm'),
  unspecified: code(LOINC, 'LA14093-1', 'Unspecified'),
  other: OTHER,
}
export const transportCodes: Codes<(typeof transportRoles)[number]> = {
  driver: code(SNOMED, '236320001', 'Vehicle driver'),
  passenger: code(SNOMED, '257500003', 'Passenger'),
  pedestrian: code(SNOMED, '257518000', 'Pedestrian'),
  other: OTHER,
  unknown: UNKNOWN,
  'not-applicable': NOT_APPLICABLE,
}
export const pregnancyCodes: Codes<(typeof pregnancies)[number]> = {
  'not-within-year': code(PREGNANCIES, '1', 'Not pregnant within past year'),
  'at-death': code(PREGNANCIES, '2', 'Pregnant at time of death'),
  'within-42-days': code(PREGNANCIES, '3', 'Not pregnant, but pregnant within 42 days of death'),
  'within-year': code(PREGNANCIES, '4', 'Not pregnant, but pregnant 43 days to 1 year before death'),
  'not-reported': code(PREGNANCIES, '7', 'Not reported on certificate'),
  unknown: code(PREGNANCIES, '9', 'Unknown if pregnant within the past year'),
  'not-applicable': NOT_APPLICABLE,
}
export const tobaccoCodes: Codes<(typeof tobaccoUses)[number]> = {
  yes: code(SNOMED, '373066001', 'Yes'),
  no: code(SNOMED, '373067005', 'No'),
  probably: code(SNOMED, '2931005', 'Probably'),
  unknown: UNKNOWN,
  'not-said': code(NULLS, 'NI', 'no information'),
}
export const answerCodes: Codes<Answer> = {
  yes: code(YES_NO, 'Y', 'Yes'),
  no: code(YES_NO, 'N', 'No'),
  unknown: UNKNOWN,
  'not-applicable': NOT_APPLICABLE,
}
export const datingCodes: Codes<(typeof datings)[number]> = {
  exact: code(DATINGS, 'exact', 'Exact'),
  approximate: code(DATINGS, 'approximate', 'Approximate'),
  'court-appointed': code(DATINGS, 'court-appointed', 'Court Appointed'),
}
export const certifierCodes: Codes<(typeof certifierKinds)[number]> = {
  'medical-examiner': code(
    SNOMED,
    '455381000124109',
    'Death certification by medical examiner or coroner (procedure)',
  ),
  'physician-who-pronounced': code(
    SNOMED,
    '434641000124105',
    'Death certification and verification by physician (procedure)',
  ),
  physician: code(SNOMED, '434651000124107', 'Death certification by physician (procedure)'),
  other: OTHER,
}

/** The guide counts countries as FIPS 10-4 did: its BZ is nobody and its BS an atoll, so none may be passed on as it is. */
export const countryCodes: Readonly<Record<(typeof countries)[number], string>> = {
  BZ: 'BH',
  GT: 'GT',
  MX: 'MX',
  HN: 'HO',
  SV: 'ES',
  NI: 'NU',
  CR: 'CS',
  PA: 'PM',
  US: 'US',
  CA: 'CA',
  GB: 'UK',
  JM: 'JM',
  CU: 'CU',
  HT: 'HA',
  DO: 'DR',
  TT: 'TD',
  BB: 'BB',
  BS: 'BF',
  GY: 'GY',
  CO: 'CO',
  VE: 'VE',
  CN: 'CH',
  IN: 'IN',
}

/** Our word for a code, by system and code; the display is nobody's business. */
export function wordOf<T extends string>(
  codes: Codes<T>,
  system: string | undefined,
  value: string | undefined,
): T | undefined {
  for (const [word, known] of Object.entries<Code>(codes))
    if (known.system === system && known.code === value) return word as T
  return undefined
}
