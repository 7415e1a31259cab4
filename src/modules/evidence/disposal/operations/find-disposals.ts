/** Proposals as they stand: what waits for the officer, for approval, for the doing. */
import { query } from '#platform/define.ts'
import { DisposalList, FindDisposals } from '../contract.ts'
import { disposalLine } from '../seen.ts'
import { disposers } from '../../roles.ts'
import { listDisposals } from '../store/disposals.ts'

export const findDisposals = query({
  name: 'evidence.find-disposals',
  summary: 'Lists proposals of disposal as they stand, and whom each waits for.',
  who: disposers,
  input: FindDisposals,
  output: DisposalList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listDisposals(cx, input)
    return { items: rows.map((d) => disposalLine(cx, d)), nextCursor }
  },
})
