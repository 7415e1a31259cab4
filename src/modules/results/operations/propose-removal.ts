/** The first of two people: a profile has no ground any more (its clock, a court, a withdrawn consent, an order), and is to be destroyed. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { ProposeRemoval } from '../contract/profiles.ts'
import { dueOf, indexesOf } from '../indexes-of-law.ts'
import { mayPropose, mayProposeFor } from '../rules/profiles.ts'
import { getProfile, paperOf, removalOf } from '../store/profiles.ts'

export const proposeRemoval = command({
  name: 'results.propose-removal',
  summary: 'Proposes that a profile leaves its indexes and is destroyed; a second person decides.',
  who: ['dna-custodian'],
  input: ProposeRemoval,
  output: Done,
  async run(cx, input) {
    const subject = ref('results.profile', input.profile)
    await cx.lock([subject])
    const p = await getProfile(cx, input.profile)
    cx.allow(p)
    refuseUnless(mayPropose({ state: p.state, proposed: (await removalOf(cx, p.id)) !== undefined }))
    const paper = input.document ? await paperOf(cx, p.root, input.document) : undefined
    const due = dueOf(p, await indexesOf(cx), cx.now.slice(0, 10))
    refuseUnless(mayProposeFor(input.why, { paper: paper !== undefined, due: due !== null }))
    const id = cx.newId()
    await cx.record({
      subject,
      root: p.root,
      facts: { number: p.number, why: input.why },
      rows: {
        'results.removal': [
          {
            id,
            root: p.root,
            profile: p.id,
            why: input.why,
            document: paper?.id ?? null,
            words: input.words,
          },
        ],
      },
    })
    return { id }
  },
})
