/** A case's links to other cases as a graph, one step far; of those not open to the reader nothing is told, not even how many. */
import { query } from '#platform/define.ts'
import { OfCase } from '../contract.ts'
import { Related } from '../contract/case-seen.ts'
import { readers } from '../roles.ts'
import { namesOf, type Wanted } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { relatedTo } from '../store/view.ts'

export const relatedCases = query({
  name: 'cases.related-cases',
  summary: 'A case’s links to other cases as a graph.',
  who: readers,
  input: OfCase,
  output: Related,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const seen = await relatedTo(cx, file.root)
    const kinds = seen.filter((r) => r.kind !== 'duplicate-of')
    const name = await namesOf(
      cx,
      kinds.map((r): Wanted => ['relation', r.kind]),
    )
    return {
      nodes: [
        { id: file.id, number: file.number, title: file.title, state: file.state },
        ...new Map(
          seen.map((r) => [r.id, { id: r.id, number: r.number, title: r.title, state: r.state }]),
        ).values(),
      ],
      links: seen.map((r) => ({
        from: r.from,
        to: r.from === file.root ? r.id : file.root,
        kind: r.kind,
        text: r.kind === 'duplicate-of' ? cx.say('cases.relation-duplicate-of') : name('relation', r.kind),
      })),
    }
  },
})
