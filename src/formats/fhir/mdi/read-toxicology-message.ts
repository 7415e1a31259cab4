/** A laboratory's toxicology message read into plain values: what each text says, and by its path all that was not understood. Nothing is guessed in silence. */
import { makeSay, type TextValues } from '#kernel/say.ts'
import { FormatFault, refusedFile } from '../../reading.ts'
import type { FileNote } from '../../spectrum.ts'
import { en } from '../../texts.en.ts'
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
import type { ResultValue, ToxicologyFacts, ToxicologyResult, ToxicologySpecimen } from './facts.ts'
import { codedOf, decedentIn, given, identifierIn, professionalIn, trackingIn } from './reading-parts.ts'
import { type Account, openAccount } from './taking.ts'

export interface ReceivedToxicology {
  readonly facts: ToxicologyFacts
  /** Each result as the laboratory wrote it, by its id: this is what a person reads beside our reading. */
  readonly written: Readonly<Record<string, string>>
  /** Paths of what this house did not take: a person looks at the original. */
  readonly notUnderstood: readonly string[]
  readonly notes: readonly FileNote[]
}
export type ToxicologyAnswer =
  | ({ readonly ok: true } & ReceivedToxicology)
  | { readonly ok: false; readonly code: string; readonly values: TextValues; readonly reason: string }

const sayEnglish = makeSay({ en }, 'en')

/** Never throws. */
export function readToxicologyMessage(bytes: Uint8Array, fileName: string): ToxicologyAnswer {
  try {
    return { ok: true, ...toxicologyIn(parseResource(bytes)) }
  } catch (fault) {
    const refused = refusedFile(fault, fileName)
    return { ...refused, reason: sayEnglish(refused.code, refused.values) }
  }
}

const STATES: Readonly<Record<string, ToxicologyFacts['state']>> = {
  preliminary: 'draft',
  registered: 'draft',
  partial: 'draft',
  final: 'final',
  amended: 'amended',
  appended: 'amended',
  corrected: 'corrected',
  cancelled: 'withdrawn',
  'entered-in-error': 'withdrawn',
}

interface Desk {
  readonly account: Account
  readonly notes: FileNote[]
  readonly written: Map<string, string>
  follow(reference: Json | undefined): JsonObject | undefined
}

function toxicologyIn(bundle: Resource): ReceivedToxicology {
  const entries = objectsOf(bundle.entry).flatMap((e) => (isResource(e.resource) ? [e.resource] : []))
  const header = entries.find((r) => r.resourceType === 'MessageHeader')
  const report = entries.find((r) => r.resourceType === 'DiagnosticReport')
  if (bundle.resourceType !== 'Bundle' || bundle.type !== 'message' || !header || !report)
    throw new FormatFault('formats.fhir.not-toxicology', { found: bundle.resourceType.slice(0, 40) })
  const desk = deskOf(bundle)
  const facts = factsIn(desk, header, report)
  const seen = new Map<string, number>()
  const notUnderstood = entries.flatMap((resource) => {
    const nth = (seen.get(resource.resourceType) ?? 0) + 1
    seen.set(resource.resourceType, nth)
    return desk.account.left(resource, `${resource.resourceType}/${textOf(resource.id) ?? nth}`)
  })
  return { facts, written: Object.fromEntries(desk.written), notUnderstood, notes: desk.notes }
}

function deskOf(bundle: Resource): Desk {
  const account = openAccount()
  const resolve = resolverOf(bundle, bundle, () => undefined)
  return {
    account,
    notes: [],
    written: new Map(),
    follow(reference) {
      account.take(reference, 'display')
      const target = account.text(reference, 'reference')
      const found = target === undefined ? undefined : resolve(target)
      return isObject(found) ? found : undefined
    },
  }
}

function factsIn(desk: Desk, header: Resource, report: Resource): ToxicologyFacts {
  const { account, follow } = desk
  const source = account.take(header, 'source')
  account.whole(header, 'eventCoding')
  account.whole(header, 'focus')
  const state = account.text(report, 'status') ?? ''
  if (STATES[state] === undefined)
    desk.notes.push({ code: 'formats.mdi.state-unknown', values: { found: state.slice(0, 40) } })
  for (const key of ['category', '_effectiveDateTime', '_issued']) account.whole(report, key)
  const identifiers = account.each(report, 'identifier').flatMap((node) => {
    account.whole(node, 'type')
    account.whole(node, 'assigner')
    return identifierIn(account, node) ?? []
  })
  const specimens = account.each(report, 'specimen').flatMap((r) => specimenIn(desk, follow(r)) ?? [])
  const results = account.each(report, 'result').flatMap((r) => resultIn(desk, follow(r)) ?? [])
  return {
    state: STATES[state] ?? 'draft',
    source: {
      endpoint: account.text(source, 'endpoint') ?? '',
      ...given({
        name: account.text(source, 'name'),
        software: account.text(source, 'software'),
        version: account.text(source, 'version'),
      }),
    },
    caseNumber: identifiers[0] ?? { value: '' },
    trackingNumbers: trackingIn(account, report),
    decedent: decedentIn(account, follow(account.take(report, 'subject'))),
    panel: codedOf(account, account.take(report, 'code')) ?? { text: '' },
    ...given({
      collectedAt: account.text(report, 'effectiveDateTime'),
      issuedAt: account.text(report, 'issued'),
      conclusion: account.text(report, 'conclusion'),
    }),
    performers: account.each(report, 'performer').flatMap((r) => professionalIn(account, follow(r)) ?? []),
    specimens,
    results,
  }
}

function specimenIn(desk: Desk, node: JsonObject | undefined): ToxicologySpecimen | undefined {
  const { account } = desk
  const id = textOf(own(node, 'id'))
  const type = codedOf(account, account.take(node, 'type'))
  if (!node || id === undefined || type === undefined) return undefined
  for (const key of ['status', 'subject']) account.whole(node, key)
  const accession = account.take(node, 'accessionIdentifier')
  const collection = account.take(node, 'collection')
  const condition = account
    .each(node, 'condition')
    .map((c) => codedOf(account, c)?.text)
    .filter((c) => c !== undefined)
  return {
    id,
    type,
    ...given({
      accession: isObject(accession) ? identifierIn(account, accession) : undefined,
      bodySite: codedOf(account, account.take(collection, 'bodySite')),
      collectedAt: account.text(collection, 'collectedDateTime'),
      receivedAt: account.text(node, 'receivedTime'),
      condition: condition.length > 0 ? condition.join('; ') : undefined,
    }),
    containers: account.each(node, 'container').map((container) => ({
      description: account.text(container, 'description') ?? '',
      ...given({
        type: codedOf(account, account.take(container, 'type')),
        additive: codedOf(account, account.take(container, 'additiveCodeableConcept'))?.text,
      }),
    })),
    notes: notesIn(account, node),
  }
}

function resultIn(desk: Desk, node: JsonObject | undefined): ToxicologyResult | undefined {
  const { account } = desk
  const id = textOf(own(node, 'id'))
  const analyte = codedOf(account, account.take(node, 'code'))
  if (!node || id === undefined || analyte === undefined) return undefined
  for (const key of ['status', 'category', 'subject', 'performer']) account.whole(node, key)
  const specimen = account.take(node, 'specimen')
  account.take(specimen, 'display')
  const of = account.text(specimen, 'reference')?.split('/').at(-1)
  return {
    id,
    analyte,
    value: valueIn(desk, id, node),
    ...given({ specimen: of, at: account.text(node, 'effectiveDateTime') }),
    notes: notesIn(account, node),
  }
}
const notesIn = (account: Account, node: JsonObject): string[] =>
  account.each(node, 'note').flatMap((note) => account.text(note, 'text') ?? [])

function valueIn(desk: Desk, id: string, node: JsonObject): ResultValue {
  const { account, written, notes } = desk
  const text = account.text(node, 'valueString')
  if (text === undefined)
    return { kind: 'absent', why: codedOf(account, account.take(node, 'dataAbsentReason'))?.text ?? '' }
  written.set(id, text)
  const value = valueOfText(text)
  // “true” is what some laboratories' programs write for a positive finding: taken so, and told.
  if (value.kind === 'word' && !/detected/i.test(text))
    notes.push({ code: 'formats.mdi.word-taken-as', values: { written: text, word: value.word } })
  return value
}

const WORDS: readonly (readonly [RegExp, 'detected' | 'not-detected'])[] = [
  [/^(detected|positive|true)$/i, 'detected'],
  [/^(not detected|none detected|negative|false)$/i, 'not-detected'],
]
/** A word, an amount with its unit, or the text as it stands: “2 ng/mL” says an amount, “about 2 ng/mL” says only itself. */
export function valueOfText(text: string): ResultValue {
  const word = WORDS.find(([pattern]) => pattern.test(text.trim()))?.[1]
  if (word !== undefined) return { kind: 'word', word }
  const [, sign, value, unit] =
    /^(=|<=|>=|<|>)? ?(-?\d{1,12}(?:\.\d{1,12})?) (\S{1,40})$/.exec(text.trim()) ?? []
  if (value === undefined || unit === undefined) return { kind: 'text', text }
  const comparator = COMPARATORS.find((c) => c === sign)
  return { kind: 'amount', ...(comparator === undefined ? {} : { comparator }), value, unit }
}
const COMPARATORS = ['<', '<=', '>', '>='] as const
