/** The parts that both bundles are built of: people, places, coded values, and the entries with their addresses. */
import type { JsonObject, Resource } from '../json.ts'
import {
  ABSENT,
  type Code,
  countryCodes,
  LOINC,
  LOCATION_TYPES,
  MDI,
  MDI_CODES,
  SNOMED,
  VR,
  VRDR,
} from './codes.ts'
import type {
  Address,
  Addressing,
  Coded,
  Decedent,
  Identifier,
  PersonName,
  Place,
  Professional,
  TrackingNumber,
} from './facts.ts'

/** Leaves out what is undefined and what is an empty list, which FHIR does not allow. */
export function present(node: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(
    Object.entries(node).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)),
  ) as JsonObject
}
export const coded = (...coding: readonly Code[]): JsonObject => ({ coding })
export const loinc = (code: string, display: string): JsonObject => ({
  coding: [{ system: LOINC, code, display }],
})
export const snomed = (code: string, display: string): JsonObject => ({
  coding: [{ system: SNOMED, code, display }],
})
export const mdiCode = (code: string): JsonObject => ({ coding: [{ system: MDI_CODES, code }] })
export const withText = ({ text, system, code }: Coded): JsonObject =>
  present({ coding: code === undefined ? undefined : [present({ system, code })], text })
export const why = (reason: string): JsonObject => ({ extension: [{ url: ABSENT, valueCode: reason }] })

export interface Builder {
  /** Adds a resource and answers how it is referred to. */
  add(
    part: string,
    type: string,
    profile: string | undefined,
    body: Readonly<Record<string, unknown>>,
  ): JsonObject
  addAs(
    id: string,
    type: string,
    profile: string | undefined,
    body: Readonly<Record<string, unknown>>,
  ): JsonObject
  bundle(profile: string, type: string, more?: Readonly<Record<string, unknown>>): Resource
}

export function startBuilding({ base, prefix, bundle: uuid, at }: Addressing): Builder {
  const entries: JsonObject[] = []
  const addAs: Builder['addAs'] = (id, type, profile, body) => {
    const meta = profile === undefined ? undefined : { profile: [profile] }
    const resource = present({ resourceType: type, id, meta, ...body })
    entries.push({ fullUrl: `${base}/${type}/${id}`, resource })
    return { reference: `${type}/${id}` }
  }
  return {
    addAs,
    add: (part, type, profile, body) => addAs(`${prefix}-${part}`, type, profile, body),
    bundle: (profile, type, more = {}) =>
      present({
        resourceType: 'Bundle',
        id: uuid,
        meta: { profile: [profile] },
        identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuid}` },
        type,
        timestamp: at,
        ...more,
        entry: entries,
      }) as Resource,
  }
}

export const identifierOf = ({ system, value }: Identifier): JsonObject => present({ system, value })
export const trackingOf = (numbers: readonly TrackingNumber[]): JsonObject[] =>
  numbers.map(({ kind, ...number }) => ({
    url: `${MDI}Extension-tracking-number`,
    valueIdentifier: { type: mdiCode(kind), ...identifierOf(number) },
  }))
export const nameOf = ({ text, family, given, prefix }: PersonName, use: string): JsonObject =>
  present({
    use,
    text,
    family,
    // US Core asks for a part of the name, or why there is none.
    _family: family === undefined && given === undefined ? why('unknown') : undefined,
    given: given === undefined ? undefined : [...given],
    prefix: prefix === undefined ? undefined : [prefix],
  })

export const addressOf = ({ line, city, district, country }: Address): JsonObject =>
  present({
    line: line === undefined ? undefined : [line],
    city,
    district,
    country: country && countryCodes[country],
  })

export function addDecedent(build: Builder, who: Decedent): JsonObject {
  const unnamed = { use: 'official', family: 'UNK', _family: why('unknown') }
  return build.add('decedent', 'Patient', `${VR}Patient-vr`, {
    identifier: who.identifiers.map(identifierOf),
    name: [
      who.name ? nameOf(who.name, 'official') : unnamed,
      ...(who.alsoKnownAs ?? []).map((name) => nameOf(name, 'nickname')),
    ],
    gender: who.sex,
    birthDate: who.birthDate,
    address: who.residence && [addressOf(who.residence)],
  })
}
export function addProfessional(build: Builder, part: string, who: Professional): JsonObject {
  return build.add(part, 'Practitioner', `${VR}Practitioner-vr`, {
    identifier: [identifierOf(who.identifier)],
    name: [nameOf(who.name, 'official')],
  })
}
export function addPlace(build: Builder, kind: 'death' | 'injury', place: Place): JsonObject {
  const { latitude, longitude } = place
  return build.add(`${kind}-location`, 'Location', `${VRDR}vrdr-${kind}-location`, {
    status: 'active',
    name: place.name,
    type: [{ coding: [{ system: LOCATION_TYPES, code: kind }] }],
    address: place.address && addressOf(place.address),
    position:
      latitude === undefined || longitude === undefined
        ? undefined
        : { latitude: Number(latitude), longitude: Number(longitude) },
  })
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Plain words as the narrative of FHIR, one paragraph a line. */
export function narrativeOf(words: string): JsonObject {
  const lines = words.split('\n').map((line) => `<p>${line.replaceAll(/[&<>"]/g, (ch) => XML[ch] ?? ch)}</p>`)
  return { status: 'additional', div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.join('')}</div>` }
}
