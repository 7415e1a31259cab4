/** Forms, templates, kits, labels, numberings: the newest version of each. */
import { query } from '#platform/define.ts'
import { Definitions, ListDefinitions } from '../contract.ts'
import { definitionSeen } from '../seen.ts'
import { pageOfDefinitions } from '../store/definitions.ts'

export const listDefinitions = query({
  name: 'catalogue.list-definitions',
  summary: 'Lists definitions, the newest version of each.',
  who: 'signed-in',
  input: ListDefinitions,
  output: Definitions,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfDefinitions(cx.tx, { kind: input.kind, q: input.q }, input)
    const last = rows.length === input.limit ? rows.at(-1) : undefined
    return { items: rows.map(definitionSeen), nextCursor: last ? `${last.kind}|${last.key}` : null }
  },
})
