/** A death investigation document (MDI 2.0.0) read back into plain values, with all that was not understood: how a registrar's copy is compared with ours. */
import { type FileRefused, FormatFault, refusedFile } from '../../reading.ts'
import { resolverOf } from '../bundle-rules.ts'
import {
  isObject,
  isResource,
  type Json,
  type JsonObject,
  objectsOf,
  own,
  parseResource,
  type Resource,
  textOf,
} from '../json.ts'
import {
  answerCodes,
  certifierCodes,
  type Code,
  datingCodes,
  deathPlaceCodes,
  injuryPlaceCodes,
  LOCATION_TYPES,
  mannerCodes,
  MDI_CODES,
  pregnancyCodes,
  SNOMED,
  tobaccoCodes,
  transportCodes,
  wordOf,
} from './codes.ts'
import type { DeathFacts, Identifier, When } from './facts.ts'
import {
  codingOf,
  decedentIn,
  given,
  placeIn,
  professionalIn,
  says,
  saysLoinc,
  trackingIn,
  wordsOf,
} from './reading-parts.ts'
import { type Account, openAccount } from './taking.ts'

export interface ReceivedDeath {
  readonly facts: DeathFacts
  /** Under what the sender keeps this document through all its versions: the composition's identifier, else the bundle's. */
  readonly document: Identifier | undefined
  readonly notUnderstood: readonly string[]
}

const STATES: Readonly<Record<string, DeathFacts['state']>> = {
  preliminary: 'draft',
  final: 'final',
  amended: 'amended',
  'entered-in-error': 'withdrawn',
}

/** Throws a FormatFault where it is no such document. */
export function readDeathDocument(bundle: Resource): ReceivedDeath {
  const resources = objectsOf(bundle.entry).flatMap((e) => (isResource(e.resource) ? [e.resource] : []))
  const composition = resources.find((r) => r.resourceType === 'Composition')
  if (bundle.type !== 'document' || !composition) throw new FormatFault('formats.mdi.not-a-document')
  const account = openAccount()
  const resolve = resolverOf(bundle, bundle, () => undefined)
  const desk: Desk = {
    account,
    composition,
    observation: (code) => resources.find((r) => r.resourceType === 'Observation' && saysLoinc(r.code, code)),
    observations: (code) =>
      resources.filter((r) => r.resourceType === 'Observation' && saysLoinc(r.code, code)),
    follow(reference) {
      const target = account.text(reference, 'reference')
      const found = target === undefined ? undefined : resolve(target)
      return isObject(found) ? found : undefined
    },
    location: (kind) =>
      resources.find(
        (r) => r.resourceType === 'Location' && objectsOf(r.type).some((t) => says(t, LOCATION_TYPES, kind)),
      ),
    procedure: resources.find((r) => r.resourceType === 'Procedure' && says(r.code, SNOMED, '308646001')),
    organization: resources.find((r) => r.resourceType === 'Organization'),
  }
  const facts = factsIn(desk)
  return {
    facts,
    document: numberOf(composition.identifier) ?? numberOf(bundle.identifier),
    notUnderstood: resources.flatMap((r) => account.left(r, `${r.resourceType}/${textOf(r.id) ?? ''}`)),
  }
}

function numberOf(node: Json | undefined): Identifier | undefined {
  const value = textOf(own(node, 'value'))
  const system = textOf(own(node, 'system'))
  return value === undefined ? undefined : { ...given({ system }), value }
}

/** From a file; never throws. */
export function readDeathFile(
  bytes: Uint8Array,
  fileName: string,
): ({ readonly ok: true } & ReceivedDeath) | FileRefused {
  try {
    return { ok: true, ...readDeathDocument(parseResource(bytes)) }
  } catch (fault) {
    return refusedFile(fault, fileName)
  }
}

interface Desk {
  readonly account: Account
  readonly composition: Resource
  readonly procedure: Resource | undefined
  readonly organization: Resource | undefined
  observation(code: string): Resource | undefined
  observations(code: string): readonly Resource[]
  location(kind: string): Resource | undefined
  follow(reference: Json | undefined): JsonObject | undefined
}

function factsIn(desk: Desk): DeathFacts {
  const { account, composition } = desk
  for (const key of ['identifier', 'type', 'title', 'author', 'attester']) account.whole(composition, key)
  const sections = account.each(composition, 'section')
  for (const section of sections)
    for (const key of ['title', 'code', 'entry', 'emptyReason']) account.whole(section, key)
  for (const section of sections) if (section.emptyReason !== undefined) account.whole(section, 'text')
  const words = (code: string): string | undefined => {
    const section = sections.find((s) => says(s.code, MDI_CODES, code))
    return wordsOf(textOf(own(account.whole(section, 'text'), 'div')))
  }
  const certifier = certifierIn(desk)
  return {
    state: STATES[account.text(composition, 'status') ?? ''] ?? 'draft',
    writtenAt: account.text(composition, 'date') ?? '',
    trackingNumbers: trackingIn(account, composition),
    decedent: decedentIn(account, desk.follow(account.take(composition, 'subject'))),
    death: deathIn(desk),
    causes: causesIn(desk),
    ...given({
      certifier,
      otherConditions: account.text(valueOf(desk, '69441-4'), 'text'),
      manner: wordIn(desk, mannerCodes, valueOf(desk, '69449-7')),
      injury: injuryIn(desk),
      pregnancy: wordIn(desk, pregnancyCodes, valueOf(desk, '69442-2')),
      tobacco: wordIn(desk, tobaccoCodes, valueOf(desk, '69443-0')),
      autopsy: autopsyIn(desk),
      history: words('medical-history'),
      narrative: words('narratives'),
    }),
  }
}

/** The coded value of the one observation of this code; who saw it and of whom is the document's own. */
function valueOf({ account, observation }: Desk, code: string): Json | undefined {
  const found = observation(code)
  common(account, found)
  return account.take(found, 'valueCodeableConcept')
}
function common(account: Account, node: Resource | undefined): void {
  for (const key of ['status', 'code', 'subject', 'performer']) account.whole(node, key)
}
function wordIn<T extends string>(
  { account }: Desk,
  codes: Readonly<Record<T, Code>>,
  concept: Json | undefined,
): T | undefined {
  const { system, code } = codingOf(account, concept)
  return wordOf(codes, system, code)
}
function component(account: Account, node: Resource | undefined, code: string): JsonObject | undefined {
  const found = account.each(node, 'component').find((c) => saysLoinc(c.code, code))
  account.whole(found, 'code')
  return found
}

function certifierIn(desk: Desk): DeathFacts['certifier'] {
  const { account, procedure, composition } = desk
  for (const key of ['status', 'category', 'code', 'subject', '_performedDateTime'])
    account.whole(procedure, key)
  const performer = account.first(procedure, 'performer')
  const kind = wordIn(desk, certifierCodes, account.take(performer, 'function'))
  const person =
    desk.follow(account.take(performer, 'actor')) ?? desk.follow(objectsOf(composition.author)[0])
  const who = professionalIn(account, person)
  return (
    who && {
      ...who,
      kind: kind ?? 'other',
      ...given({ certifiedAt: account.text(procedure, 'performedDateTime') }),
    }
  )
}

function deathIn(desk: Desk): DeathFacts['death'] {
  const { account, observation, location } = desk
  const node = observation('81956-5')
  common(account, node)
  const at = account.text(node, 'valueDateTime')
  const period = account.take(node, 'valuePeriod')
  const [from, to] = [account.text(period, 'start'), account.text(period, 'end')]
  account.whole(node, 'dataAbsentReason')
  let when: When = { kind: 'unknown' }
  if (at !== undefined) when = { kind: 'at', at }
  else if (from !== undefined && to !== undefined) when = { kind: 'between', from, to }
  return {
    when,
    ...given({
      dating: wordIn(desk, datingCodes, account.take(node, 'method')),
      pronouncedAt: account.text(component(account, node, '80616-6'), 'valueDateTime'),
      placeKind: wordIn(
        desk,
        deathPlaceCodes,
        account.take(component(account, node, '58332-8'), 'valueCodeableConcept'),
      ),
      place: placeIn(account, location('death')),
    }),
  }
}

function causesIn({ account, observations }: Desk): DeathFacts['causes'] {
  const lines = observations('69453-9').map((node) => {
    common(account, node)
    const parts = account.each(node, 'component')
    let line = 0
    for (const part of parts) {
      account.whole(part, 'code')
      const number = account.take(part, 'valueInteger')
      if (typeof number === 'number') line = number
    }
    const interval = parts.map((part) => account.text(part, 'valueString')).find((v) => v !== undefined)
    return {
      line,
      text: account.text(account.take(node, 'valueCodeableConcept'), 'text') ?? '',
      interval: interval ?? 'unknown',
    }
  })
  return lines.toSorted((a, b) => a.line - b.line).map(({ text, interval }) => ({ text, interval }))
}

function injuryIn(desk: Desk): DeathFacts['injury'] {
  const { account, observation, location } = desk
  const node = observation('11374-6')
  const place = placeIn(account, location('injury'))
  if (!node) return place && { place }
  const part = (code: string): Json | undefined =>
    account.take(component(account, node, code), 'valueCodeableConcept')
  common(account, node)
  return given({
    how: account.text(account.take(node, 'valueCodeableConcept'), 'text'),
    when: account.text(node, 'effectiveDateTime'),
    place,
    placeKind: wordIn(desk, injuryPlaceCodes, part('69450-5')),
    atWork: wordIn(desk, answerCodes, part('69444-8')),
    transportRole: wordIn(desk, transportCodes, part('69451-3')),
  })
}

function autopsyIn(desk: Desk): DeathFacts['autopsy'] {
  const { account, observation, organization } = desk
  const performed = wordIn(desk, answerCodes, valueOf(desk, '85699-7'))
  if (performed === undefined || performed === 'not-applicable') return undefined
  account.take(organization, 'active')
  const available = component(account, observation('85699-7'), '69436-4')
  return {
    performed,
    ...given({
      resultsAvailable: wordIn(desk, answerCodes, account.take(available, 'valueCodeableConcept')),
      place: account.text(organization, 'name'),
    }),
  }
}
