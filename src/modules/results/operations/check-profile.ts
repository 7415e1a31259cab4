/** A second person has read the profile, allele by allele, against its file; before that it enters no index. */
import { indexKeepers, openSight } from '#identity/sight.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { CheckProfile } from '../contract/profiles.ts'
import { mayCheck } from '../rules/profiles.ts'
import { getProfile } from '../store/profiles.ts'

export const checkProfile = command({
  name: 'results.check-profile',
  summary: 'A second person has read the profile against its file and agrees, or differs.',
  who: ['analyst', 'section-head'],
  input: CheckProfile,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const subject = ref('results.profile', input.profile)
    await cx.lock([subject])
    const p = await getProfile(cx, input.profile)
    cx.allow(p)
    refuseUnless(mayCheck({ state: p.state, recordedBy: p.recorded_by }, cx.actor.id))
    refuseUnless(
      unless(
        input.outcome === 'agrees' || Boolean(input.words),
        no('results.differs-in-what', {}, 'results.next-say'),
      ),
    )
    const id = cx.newId()
    await cx.record({
      subject,
      root: p.root,
      facts: { number: p.number, outcome: input.outcome },
      rows: {
        'results.profile_check': [
          { id, root: p.root, profile: p.id, outcome: input.outcome, words: input.words ?? null },
        ],
      },
    })
    // From here on the keepers of the indexes see the profile, and nothing else of its case.
    if (input.outcome === 'agrees')
      await openSight(cx, [
        { root: p.root, principal: indexKeepers, why: 'results.check-profile', part: p.id },
      ])
    return { id }
  },
})
