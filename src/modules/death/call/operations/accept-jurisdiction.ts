/** Takes a death on under the law that holds: it gets its number and its case. */
import { addHandles, addToCase, checkedCase, giveSight, seeCase } from '#modules/cases/public.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { AcceptJurisdiction, Created } from '../contract.ts'
import { decide, profileNamed } from '../jurisdiction.ts'
import { deciders } from '../../roles.ts'
import { mayAcceptDeath } from '../rules.ts'
import { type DeathRow, deathRef, placesOf, seeDeath } from '../store/deaths.ts'

export const acceptJurisdiction = command({
  name: 'death.accept-jurisdiction',
  summary: 'Takes a death on under the law that holds: it gets its number and its case.',
  who: deciders,
  input: AcceptJurisdiction,
  output: Created,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    refuseUnless(mayAcceptDeath(death))
    const profile = await profileNamed(cx, input.profile)
    const opened = input.case ? await joined(cx, input.case, death) : await openedFor(cx, death)
    const number = death.number ?? (await nextNumber(cx, 'death'))
    const file = await opened(number)
    await decide(
      cx,
      death.root,
      {
        decision: 'accepted',
        number: death.number ? null : number,
        profile: profile.code,
        case: file,
        authority: input.authority ?? null,
        words: input.words ?? null,
        signs: profile.signs,
      },
      profile,
    )
    await giveSight(cx, file, [cx.actor.unit, death.office], 'death.accept-jurisdiction')
    await addHandles(cx, [
      { text: number, kind: 'post-mortem', subject: deathRef(death.id), root: death.root, label: number },
      // Whoever has the case finds it by the number of the death.
      { text: number, kind: 'post-mortem', subject: `cases.case/${file}`, root: file, label: number },
    ])
    return { id: death.id, number }
  },
})

/** The case is there: it is open and the reader sees it. */
async function joined(cx: Cx, id: string, death: DeathRow): Promise<(number: string) => Promise<string>> {
  const file = await seeCase(cx, id)
  cx.allow({ may_see: file.may_see, root: file.id })
  refuseUnless(unless(file.state === 'open', no('death.case-closed', {}, 'death.next-reopen')))
  await addToCase(cx, file.id, { parties: [partyOf(cx, death)] })
  return () => Promise.resolve(file.id)
}

/** A case of its own: numbers are drawn last, so that nobody waits longer than they must. */
async function openedFor(cx: Cx, death: DeathRow): Promise<(number: string) => Promise<string>> {
  const found = (await placesOf(cx, death.root)).find((p) => p.kind === 'found')
  const fresh = await checkedCase(cx, {
    type: 'death',
    title: cx.ground.say('en')('death.case-title', { number: death.call_number }),
    parties: [partyOf(cx, death)],
    ...(found?.on_text ? { incident: { on: found.on_text, time: found.time_text } } : {}),
    ...(found?.district || found?.settlement || found?.text
      ? { place: { district: found.district, settlement: found.settlement, text: found.text } }
      : {}),
  } as Parameters<typeof checkedCase>[1])
  return async () => {
    await fresh.open(await fresh.draw())
    return fresh.id
  }
}

const partyOf = (cx: Cx, death: DeathRow) => ({
  id: cx.newId(),
  role: 'deceased',
  ...(death.name ? { name: death.name } : {}),
  ...(death.sex ? { sex: death.sex } : {}),
  ...(death.age && death.age_unit ? { age: death.age_unit === 'years' ? Number(death.age) : 0 } : {}),
})
