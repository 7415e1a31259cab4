/** Finds people on cases by name in any spelling; protected people only for who has asked to see them. */
import { query } from '#platform/define.ts'
import { FindParty, PartyHits } from '../contract/finding.ts'
import { readers } from '../roles.ts'
import { partiesNamed } from '../store/people.ts'
import { findHandles } from '../store/search.ts'

export const findParty = query({
  name: 'cases.find-party',
  summary: 'Finds people on cases by name in any spelling.',
  who: readers,
  reads: 'sensitive',
  input: FindParty,
  output: PartyHits,
  async run(cx, input) {
    const hits = await findHandles(cx, input.name, { limit: input.limit, offset: 0, kind: 'cases.party/' })
    const rows = await partiesNamed(
      cx,
      hits.map((h) => h.subject.slice('cases.party/'.length)),
    )
    if (rows.length === 0) cx.allow(null)
    for (const row of rows) cx.allow(row)
    return {
      items: rows.map((r) => ({
        party: r.party,
        name: r.name,
        role: r.role,
        case: { id: r.root, number: r.number, title: r.title },
      })),
    }
  },
})
