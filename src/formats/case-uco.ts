/**
 * The chain of custody of one exhibit as CASE 1.4 over UCO 1.4 writes it, in JSON-LD: the exhibit is an item with its provenance record; each hand is an
 * investigative action, in order (`wasInformedBy`), with who gave, who took, where and when; each gap in the chain is an annotation in words, so
 * that whoever reads the actions alone is not told of an unbroken chain. Every node has an IRI that ends in a UUID, as UCO asks.
 */
import type { Json } from '#kernel/canonical.ts'
import { sha256 } from './sha256.ts'

export interface Holder {
  readonly kind: 'person' | 'place' | 'carrier'
  /** Null where only a name is known. */
  readonly id: string | null
  readonly name: string
  readonly where: string | null
}
export interface Hand {
  readonly id: string
  /** What was done, in words. */
  readonly what: string
  readonly from: Holder | null
  readonly to: Holder | null
  /** Where the two sides do not say the same time. */
  readonly gaveAt: string | null
  readonly at: string
  readonly witness: string | null
  readonly words: string | null
}
export interface CustodyFacts {
  /** The address of the house that writes; names of nodes begin with it. */
  readonly base: string
  readonly case: { readonly id: string; readonly number: string }
  readonly exhibit: {
    readonly id: string
    readonly number: string
    /** The number of what it was taken from, at the first. */
    readonly rootNumber: string | null
    readonly description: string
  }
  readonly hands: readonly Hand[]
  /** Gaps and contradictions, in words, each with the hands it stands between. */
  readonly findings: readonly { readonly words: string; readonly hands: readonly string[] }[]
}

export const caseContext = {
  kb: '',
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-location': 'https://ontology.unifiedcyberontology.org/uco/location/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** The same words always give the same name: a carrier without an id is one node, however often it carried. */
function named(words: string): string {
  const h = sha256(`custodia case-uco ${words}`)
  const variant = ((Number.parseInt(h[16] as string, 16) & 3) | 8).toString(16)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`
}
type Node = Record<string, Json>
const at = (instant: string): Json => ({ '@type': 'xsd:dateTime', '@value': instant })
const to = (id: string): Json => ({ '@id': id })
const iri = (kind: string, id: string): string => `kb:${kind}-${id}`

export function writeCustody(facts: CustodyFacts): string {
  const { exhibit, hands } = facts
  const nodes = new Map<string, Node>()
  const put = (node: Node): string => {
    const id = node['@id'] as string
    if (!nodes.has(id)) nodes.set(id, node)
    return id
  }
  const item = put({
    '@id': iri('item', exhibit.id),
    '@type': 'uco-core:Item',
    'uco-core:name': exhibit.number,
    'uco-core:description': exhibit.description,
  })
  const provenance = put({
    '@id': iri('provenance-record', named(`provenance ${exhibit.id}`)),
    '@type': 'case-investigation:ProvenanceRecord',
    'uco-core:description': exhibit.number,
    'case-investigation:exhibitNumber': exhibit.number,
    ...(exhibit.rootNumber === null ? {} : { 'case-investigation:rootExhibitNumber': exhibit.rootNumber }),
    'uco-core:object': to(item),
  })
  let before: string | null = null
  for (const hand of hands) before = put(actionOf(hand, before, { item, provenance }, put))
  for (const finding of facts.findings)
    put({
      '@id': iri('annotation', named(`finding ${exhibit.id} ${finding.words} ${finding.hands.join(' ')}`)),
      '@type': 'uco-core:Annotation',
      'uco-core:statement': finding.words,
      'uco-core:object': finding.hands.length > 0 ? finding.hands.map((h) => to(iri('action', h))) : to(item),
    })
  const known = [...nodes.keys()].map(to)
  const investigation: Node = {
    '@id': iri('investigation', facts.case.id),
    '@type': 'case-investigation:Investigation',
    'uco-core:name': facts.case.number,
    'uco-core:object': known,
  }
  const context = { ...caseContext, kb: `${facts.base.replace(/\/$/, '')}/kb/` }
  return `${JSON.stringify({ '@context': context, '@graph': [investigation, ...nodes.values()] }, null, 1)}\n`
}

function actionOf(
  hand: Hand,
  before: string | null,
  of: { readonly item: string; readonly provenance: string },
  put: (node: Node) => string,
): Node {
  const sides = [hand.from, hand.to].flatMap((holder) =>
    holder ? [{ holder, id: holderOf(holder, put) }] : [],
  )
  const people = sides.filter((s) => s.holder.kind !== 'place')
  const witness =
    hand.witness === null
      ? []
      : [holderOf({ kind: 'person', id: null, name: hand.witness, where: null }, put)]
  const performer = people.at(-1)
  const places = sides.filter((s) => s.holder.kind === 'place').map((s) => s.id)
  const others = [...people.slice(0, -1).map((s) => s.id), ...witness]
  return {
    '@id': iri('action', hand.id),
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': hand.what,
    ...(hand.words === null || hand.words === '' ? {} : { 'uco-core:description': hand.words }),
    'uco-action:startTime': at(hand.gaveAt !== null && hand.gaveAt < hand.at ? hand.gaveAt : hand.at),
    'uco-action:endTime': at(hand.at),
    'uco-action:object': to(of.item),
    'uco-action:result': to(of.provenance),
    ...(performer ? { 'uco-action:performer': to(performer.id) } : {}),
    ...(others.length > 0 ? { 'uco-action:participant': [...new Set(others)].map(to) } : {}),
    ...(places.length > 0 ? { 'uco-action:location': [...new Set(places)].map(to) } : {}),
    ...(before === null ? {} : { 'case-investigation:wasInformedBy': to(before) }),
  }
}

function holderOf(holder: Holder, put: (node: Node) => string): string {
  const id = holder.id ?? named(`${holder.kind} ${holder.name} ${holder.where ?? ''}`)
  const where = holder.where ? { 'uco-core:description': holder.where } : {}
  if (holder.kind === 'place')
    return put({
      '@id': iri('location', id),
      '@type': 'uco-location:Location',
      'uco-core:name': holder.name,
      ...where,
    })
  return put({
    '@id': iri(holder.kind, id),
    '@type': holder.kind === 'person' ? 'uco-identity:Person' : 'uco-identity:Organization',
    'uco-core:name': holder.name,
    ...where,
  })
}

/** What a reader without the ontologies can say of such a document: each fault in words. */
export function faultsOfCase(text: string): string[] {
  const { '@context': context, '@graph': graph } = JSON.parse(text) as {
    '@context': Record<string, string>
    '@graph': Node[]
  }
  const faults: string[] = []
  const types = new Map(graph.map((n) => [n['@id'] as string, n['@type'] as string]))
  if (types.size < graph.length) faults.push('two nodes have one name')
  const refs = (value: Json | undefined): string[] =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap((v) =>
      typeof v === 'object' && v !== null && '@id' in v ? [v['@id'] as string] : [],
    )
  for (const node of graph) {
    const id = node['@id'] as string
    if (!/-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id))
      faults.push(`${id}: the name ends in no UUID`)
    for (const [key, value] of Object.entries(node)) {
      const prefix = key.split(':')[0] as string
      if (!key.startsWith('@') && !(prefix in context)) faults.push(`${id}: ${key} is of no known vocabulary`)
      for (const there of refs(value))
        if (!types.has(there)) faults.push(`${id}: ${key} names nothing that is here`)
    }
    faults.push(...faultsOfNode(id, node, refs, types))
  }
  return faults
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
function faultsOfNode(
  id: string,
  node: Node,
  refs: (value: Json | undefined) => string[],
  types: ReadonlyMap<string, string>,
): string[] {
  const faults: string[] = []
  const need = (key: string, type?: string, most = Number.POSITIVE_INFINITY): void => {
    const there = refs(node[key])
    if (there.length === 0 || there.length > most) faults.push(`${id}: ${key} is needed, at most ${most}`)
    if (type && there.some((t) => types.get(t) !== type)) faults.push(`${id}: ${key} must be ${type}`)
  }
  const type = node['@type']
  if (
    [
      'uco-core:Annotation',
      'case-investigation:ProvenanceRecord',
      'case-investigation:Investigation',
    ].includes(String(type))
  )
    need('uco-core:object')
  if (type !== 'case-investigation:InvestigativeAction') return faults
  need('uco-action:object', 'uco-core:Item')
  need('uco-action:result', 'case-investigation:ProvenanceRecord')
  if (refs(node['uco-action:performer']).length > 1) faults.push(`${id}: one performer at most`)
  for (const key of ['uco-action:startTime', 'uco-action:endTime']) {
    const value = node[key] as { '@type'?: string; '@value'?: string } | undefined
    if (value?.['@type'] !== 'xsd:dateTime' || !INSTANT.test(value['@value'] ?? ''))
      faults.push(`${id}: ${key} is no instant`)
  }
  if ('case-investigation:wasInformedBy' in node)
    need('case-investigation:wasInformedBy', 'case-investigation:InvestigativeAction', 1)
  if ('uco-action:location' in node) need('uco-action:location', 'uco-location:Location')
  return faults
}
