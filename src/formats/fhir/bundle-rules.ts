/** What holds a bundle together (FHIR R4, Bundle): entries are who their address says, and what a document or message points at comes with it. */
import type { Resolve } from './elements.ts'
import { isObject, isResource, type Json, listOf, objectsOf, own, type Resource, textOf } from './json.ts'
import type { Complain } from './value-rules.ts'

/** Contained resources by `#id`; entries by their address, or by what it ends with; then whatever the caller knows. */
export function resolverOf(resource: Resource, bundle: Resource | undefined, find: Resolve): Resolve {
  const entries = new Map<string, Json>()
  for (const entry of objectsOf(bundle?.entry)) {
    const address = textOf(entry.fullUrl)
    if (address === undefined || entry.resource === undefined) continue
    entries.set(address, entry.resource)
    const short = /[A-Z]\w+\/[A-Za-z0-9\-.]{1,64}$/.exec(address)?.[0]
    if (short !== undefined && !entries.has(short)) entries.set(short, entry.resource)
  }
  return (reference) => {
    if (reference.startsWith('#'))
      return objectsOf(resource.contained).find((c) => c.id === reference.slice(1))
    const plain = reference.replace(/\/_history\/[^/]+$/, '')
    return entries.get(plain) ?? find(plain)
  }
}

export function bundleFaults(bundle: Resource, path: string, resolve: Resolve, complain: Complain): void {
  const kind = textOf(bundle.type)
  objectsOf(bundle.entry).forEach((entry, i) => {
    const at = `${path}.entry[${i}]`
    const address = textOf(entry.fullUrl)
    const { resource } = entry
    if (address === undefined || !isResource(resource)) return
    const rest = /\/([A-Z]\w+)\/([A-Za-z0-9\-.]{1,64})$/.exec(address)
    if (rest && (rest[1] !== resource.resourceType || (resource.id !== undefined && rest[2] !== resource.id)))
      complain(`${at}.fullUrl`, 'address-differs', {
        address,
        found: `${resource.resourceType}/${textOf(resource.id) ?? ''}`,
      })
  })
  if (kind !== 'document' && kind !== 'message') return
  const head = own(objectsOf(bundle.entry)[0], 'resource')
  if (!isResource(head)) return
  const wanted = kind === 'document' ? 'Composition' : 'MessageHeader'
  if (head.resourceType !== wanted) complain(`${path}.entry[0].resource`, 'head-missing', { wanted })
  for (const reference of new Set(referencesIn(head)))
    if (resolve(reference) === undefined)
      complain(`${path}.entry[0].resource`, 'points-outside', { reference })
}

function referencesIn(node: Json | undefined): string[] {
  if (isObject(node)) {
    const here = textOf(node.reference)
    return [...(here === undefined ? [] : [here]), ...Object.values(node).flatMap((v) => referencesIn(v))]
  }
  return listOf(node).length > 0 && Array.isArray(node) ? listOf(node).flatMap((v) => referencesIn(v)) : []
}
