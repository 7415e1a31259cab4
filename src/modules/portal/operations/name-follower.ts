/** Names somebody who is told how a case goes: with a copy of what is issued, or told alone. */
import { personComing } from '#identity/store/absences.ts'
import { notify } from '#identity/notices.ts'
import { endSight, whysOfSight } from '#identity/sight.ts'
import { caseCard, giveSight, seeCase } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { FollowerSet, NameFollower, follows } from '../contract/followers.ts'
import { isInside, speakers } from '../roles.ts'
import { mayName } from '../rules/followers.ts'
import { lastSeqOf } from '../store/followers.ts'
import { whyFollows } from '../seeing.ts'

export const nameFollower = command({
  name: 'portal.name-follower',
  summary: 'Names somebody who is told how a case goes, with copies of its certificates or without.',
  who: speakers,
  input: NameFollower,
  output: FollowerSet,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const person = await personComing(cx, input.person)
    if (!person) throw notFound()
    const whys = await whysOfSight(cx, file.root)
    const { investigator } = await caseCard(cx, file.id)
    refuseUnless(
      mayName({
        inside: isInside(cx.actor.grants),
        followsOnly: whys.length > 0 && whys.every((why) => follows.some((f) => whyFollows[f] === why)),
        sameAgency: person.agency !== null && person.agency === cx.actor.agency,
        hasAccount: person.letIn,
        investigator: investigator?.person === input.person,
      }),
    )
    const id = cx.newId()
    const seq = (await lastSeqOf(cx, file.root, input.person)) + 1
    await cx.record({
      subject: ref('cases.case', file.id),
      root: file.root,
      facts: { person: input.person, follows: input.follows },
      rows: {
        'portal.follower': [{ id, root: file.root, person: input.person, seq, follows: input.follows }],
      },
    })
    for (const other of follows.filter((f) => f !== input.follows))
      await endSight(cx, file.root, { principal: input.person, why: whyFollows[other] })
    await giveSight(cx, file.root, [input.person], whyFollows[input.follows])
    await notify(cx, [input.person], 'portal.notice-follows', {
      subject: ref('cases.case', file.id),
      number: file.number,
      root: file.root,
      path: `/portal/cases/${file.id}`,
    })
    return { id }
  },
})
