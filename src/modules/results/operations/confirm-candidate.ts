/** Another person than who searched says whether a candidate is a lead to be told, or none; the portal tells it as a lead and never more. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { ConfirmCandidate } from '../contract/profiles.ts'
import { mayJudge } from '../rules/profiles.ts'
import { getCandidate } from '../store/profiles.ts'

export const confirmCandidate = command({
  name: 'results.confirm-candidate',
  summary: 'Another person than who searched confirms a candidate as a lead, or eliminates it.',
  who: ['dna-custodian', 'analyst', 'section-head'],
  input: ConfirmCandidate,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const subject = ref('results.candidate', input.candidate)
    await cx.lock([subject])
    const c = await getCandidate(cx, input.candidate)
    cx.allow({ may_see: c.may_see, root: c.root, sensitive: true })
    refuseUnless(mayJudge({ outcome: c.outcome, searchedBy: c.searched_by }, cx.actor.id))
    const id = cx.newId()
    await cx.record({
      subject,
      root: c.root,
      facts: { search: c.search, outcome: input.outcome, found: c.found_root },
      rows: {
        'results.candidate_judged': [
          { id, root: c.root, candidate: c.id, outcome: input.outcome, words: input.words },
        ],
      },
    })
    return { id }
  },
})
