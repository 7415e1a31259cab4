/** The parts that both bundles are read into: people, places, coded values; each ticked off as it is understood. */
import { isObject, type Json, type JsonObject, listOf, objectsOf, own, textOf } from '../json.ts'
import { ABSENT, countryCodes, LOINC, MDI, MDI_CODES } from './codes.ts'
import {
  type Address,
  type Coded,
  countries,
  type Decedent,
  type Identifier,
  type PersonName,
  type Place,
  type Professional,
  trackingKinds,
  type TrackingNumber,
} from './facts.ts'
import type { Account } from './taking.ts'

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> }
/** Leaves out what is undefined, so that an absent fact is absent. */
export function given<T extends object>(facts: T): Given<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== undefined)) as Given<T>
}

export function codingOf(
  account: Account,
  concept: Json | undefined,
): { system: string | undefined; code: string | undefined } {
  const coding = objectsOf(account.take(concept, 'coding'))[0]
  account.take(coding, 'display')
  return { system: account.text(coding, 'system'), code: account.text(coding, 'code') }
}
/** Words and code; where there are no words, the display stands for them, and where there is none the code itself. */
export function codedOf(account: Account, concept: Json | undefined): Coded | undefined {
  if (!isObject(concept)) return undefined
  const coding = objectsOf(account.take(concept, 'coding'))[0]
  const { system, code } = codingOf(account, concept)
  const text = account.text(concept, 'text') ?? textOf(own(coding, 'display')) ?? code
  return text === undefined ? undefined : { text, ...given({ system, code }) }
}
/** Whether a concept says this code, by its system. */
export function says(concept: Json | undefined, system: string, code: string): boolean {
  return objectsOf(own(concept, 'coding')).some((c) => c.system === system && c.code === code)
}
export const saysLoinc = (concept: Json | undefined, code: string): boolean => says(concept, LOINC, code)

export function identifierIn(account: Account, node: JsonObject | undefined): Identifier | undefined {
  const value = account.text(node, 'value')
  account.take(node, 'use')
  return value === undefined ? undefined : { ...given({ system: account.text(node, 'system') }), value }
}

/** Numbers of a kind that is not known are left in the account. */
export function trackingIn(account: Account, node: JsonObject): TrackingNumber[] {
  return objectsOf(own(node, 'extension')).flatMap((extension) => {
    if (extension.url !== `${MDI}Extension-tracking-number`) return []
    account.take(node, 'extension')
    account.take(extension, 'url')
    const identifier = extension.valueIdentifier
    if (!isObject(identifier)) return []
    account.take(extension, 'valueIdentifier')
    const kind = trackingKinds.find((k) => says(identifier.type, MDI_CODES, k))
    if (kind === undefined) return []
    account.whole(identifier, 'type')
    const number = identifierIn(account, identifier)
    return number ? [{ kind, ...number }] : []
  })
}

export function nameIn(account: Account, node: JsonObject): PersonName {
  account.take(node, 'use')
  const list = listOf(account.take(node, 'given')).flatMap((g) => textOf(g) ?? [])
  account.whole(node, '_family')
  return given({
    text: account.text(node, 'text'),
    family: account.text(node, 'family'),
    given: list.length > 0 ? list : undefined,
    prefix: listOf(account.take(node, 'prefix')).flatMap((p) => textOf(p) ?? [])[0],
  })
}
const isUnknownName = (name: JsonObject): boolean =>
  name.text === undefined &&
  [name, name._family].some((at) => objectsOf(own(at, 'extension')).some((e) => e.url === ABSENT))

export function decedentIn(account: Account, patient: JsonObject | undefined): Decedent {
  const identifiers = account.each(patient, 'identifier').flatMap((node) => {
    account.whole(node, 'type')
    return identifierIn(account, node) ?? []
  })
  account.take(patient, 'active')
  const [first, ...others] = account.each(patient, 'name')
  let name: PersonName | undefined
  if (first && isUnknownName(first))
    for (const key of ['use', 'family', '_family', 'extension']) account.whole(first, key)
  else if (first) name = nameIn(account, first)
  const sex = account.text(patient, 'gender')
  const [residence] = account.each(patient, 'address')
  const alsoKnownAs = others.map((other) => nameIn(account, other))
  return {
    identifiers,
    sex: sex === 'male' || sex === 'female' || sex === 'other' ? sex : 'unknown',
    ...given({
      name,
      alsoKnownAs: alsoKnownAs.length > 0 ? alsoKnownAs : undefined,
      birthDate: account.text(patient, 'birthDate'),
      residence: residence && addressIn(account, residence),
    }),
  }
}

function addressIn(account: Account, node: JsonObject): Address {
  for (const key of ['use', 'type']) account.take(node, key)
  const written = textOf(own(node, 'country'))
  // A country that is none of ours is left in the account, and so told.
  if (Object.values(countryCodes).includes(written ?? '')) account.take(node, 'country')
  const lines = listOf(account.take(node, 'line')).flatMap((l) => textOf(l) ?? [])
  return given({
    line: lines.length > 0 ? lines.join(', ') : undefined,
    city: account.text(node, 'city'),
    district: account.text(node, 'district'),
    country: countries.find((c) => countryCodes[c] === written),
  })
}

export function professionalIn(account: Account, node: JsonObject | undefined): Professional | undefined {
  const [identifier] = account.each(node, 'identifier').flatMap((i) => identifierIn(account, i) ?? [])
  const named = account.first(node, 'name')
  const name = named && nameIn(account, named)
  if (!identifier || name?.family === undefined) return undefined
  return { identifier, name: { ...name, family: name.family } }
}

export function placeIn(account: Account, node: JsonObject | undefined): Place | undefined {
  const name = account.text(node, 'name')
  if (name === undefined) return undefined
  for (const key of ['status', 'type']) account.whole(node, key)
  const address = account.take(node, 'address')
  const position = account.take(node, 'position')
  const degrees = (key: string): string | undefined => {
    const value = account.take(position, key)
    return typeof value === 'number' ? String(value) : undefined
  }
  return {
    name,
    ...given({
      address: isObject(address) ? addressIn(account, address) : undefined,
      latitude: degrees('latitude'),
      longitude: degrees('longitude'),
    }),
  }
}

const XML: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** The words of a narrative: a paragraph is a line, every tag is dropped. */
export function wordsOf(div: string | undefined): string | undefined {
  if (div === undefined) return undefined
  const plain = div
    .slice(0, 200_000)
    .replaceAll(/<\/p>\s*<p[^>]*>|<br\s*\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => XML[name] ?? '')
  return plain.trim() === '' ? undefined : plain
}
