/** What shall leave, what has left, and who said yes. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { DisposalList, FindDisposals } from '../contract.ts'
import { disposers } from '../../roles.ts'
import { mayAgree, mayCarryOut, mayRefuse } from '../rules.ts'
import { filesOfDisposals, listDisposals, stepsOfDisposals } from '../store/leaving.ts'
import { papersOfSubjects } from '../store/papers.ts'

export const findDisposals = query({
  name: 'archive.find-disposals',
  summary:
    'Lists files that shall be destroyed or given to the Archives, with the authority and who said yes.',
  who: disposers,
  input: FindDisposals,
  output: DisposalList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listDisposals(cx, input.state, input)
    const shown = rows.slice(0, input.limit)
    const ids = shown.map((d) => d.id)
    const [steps, files, papers] = [
      await stepsOfDisposals(cx, ids),
      await filesOfDisposals(cx, ids),
      await papersOfSubjects(cx, ids),
    ]
    return {
      items: shown.map((d) => ({
        id: d.id,
        number: d.number,
        action: d.action,
        state: d.state,
        authority: `${d.authority}, ${d.authority_number}, ${d.authority_on}`,
        receiver: d.receiver,
        files: files
          .filter((f) => f.disposal === d.id && f.may_see)
          .map(({ id, number, title }) => ({ id, number, title })),
        unseen: files.filter((f) => f.disposal === d.id && !f.may_see).length,
        by: d.by_name,
        at: d.at,
        steps: steps
          .filter((s) => s.disposal === d.id)
          .map((s) => ({ kind: s.kind, by: s.by_name, at: s.at, words: s.words })),
        paper: papers.get(d.id) ?? null,
        actions: actionsOf(cx, d, {
          'archive.authorise-destruction': d.state === 'agreed' ? mayRefuse(d) : mayAgree(d, cx.actor.id),
          'archive.record-destruction': mayCarryOut(d, 'destroy', cx.actor.id, null),
          'archive.transfer-records': mayCarryOut(d, 'transfer', cx.actor.id, null),
        }),
      })),
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
    }
  },
})
