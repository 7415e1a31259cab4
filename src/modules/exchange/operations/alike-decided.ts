/** What was decided about a case that came and those it was compared with, newest first; each may be decided anew. */
import { seeCase } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { AlikeDecided, AlikeDecisions } from '../contract/alike.ts'
import { comparers } from '../roles.ts'
import { decisionsOf } from '../store/alike.ts'

export const alikeDecided = query({
  name: 'exchange.alike-decided',
  summary: 'What was decided about a case that came and those it was compared with, newest first.',
  who: comparers,
  input: AlikeDecisions,
  output: AlikeDecided,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const rows = await decisionsOf(cx, file.root)
    return {
      items: rows.map((r) => ({
        case: file.id,
        other: { id: r.other, number: r.number, title: r.title },
        verdict: r.verdict,
        score: r.score,
        by: r.by_name,
        at: r.at,
      })),
    }
  },
})
