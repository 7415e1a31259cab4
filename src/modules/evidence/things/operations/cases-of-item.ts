/** In which cases a thing is evidence: the one that it came in with, and others that the reader may know of. */
import { caseCard } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { CasesOfItem, OfItem } from '../contract.ts'
import { readers } from '../../roles.ts'
import { seeItem } from '../store/items.ts'
import { otherCasesOf } from '../store/other-cases.ts'

export const casesOfItem = query({
  name: 'evidence.cases-of-item',
  summary:
    'Shows in which cases a thing is evidence: the one that it came in with, and others that one may know of.',
  who: readers,
  input: OfItem,
  output: CasesOfItem,
  async run(cx, input) {
    const item = await seeItem(cx, input.item)
    cx.allow(item)
    return {
      primary: { id: item.root, number: (await caseCard(cx, item.root)).number },
      others: (await otherCasesOf(cx, item.id)).map((a) => ({
        case: { id: a.case, number: a.number, title: a.title },
        why: a.why,
        by: a.by_name,
        at: a.at,
        ended: a.end_at === null ? null : { why: a.end_why ?? '', by: a.end_by ?? '', at: a.end_at },
      })),
    }
  },
})
