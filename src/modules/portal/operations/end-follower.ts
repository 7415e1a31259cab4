/** From now somebody is not told of a case any more, and sees it no longer for that reason. */
import { endSight } from '#identity/sight.ts'
import { seeCase } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { EndFollower, FollowerSet, follows } from '../contract/followers.ts'
import { speakers } from '../roles.ts'
import { followersOf, lastSeqOf } from '../store/followers.ts'
import { whyFollows } from '../seeing.ts'

export const endFollower = command({
  name: 'portal.end-follower',
  summary: 'Ends that somebody is told of a case; they see it no longer for that reason.',
  who: speakers,
  input: EndFollower,
  output: FollowerSet,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const there = (await followersOf(cx, file.root)).some((f) => f.person === input.person)
    refuseUnless(unless(there, no('portal.follows-not')))
    const id = cx.newId()
    const seq = (await lastSeqOf(cx, file.root, input.person)) + 1
    await cx.record({
      subject: ref('cases.case', file.id),
      root: file.root,
      facts: { person: input.person },
      rows: { 'portal.follower': [{ id, root: file.root, person: input.person, seq, follows: 'not' }] },
    })
    for (const f of follows) await endSight(cx, file.root, { principal: input.person, why: whyFollows[f] })
    return { id }
  },
})
