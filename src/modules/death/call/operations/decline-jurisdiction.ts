/** Does not take a death on: with the reason, and who certifies it instead. It stays and is counted. */
import { codeOf } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DeclineJurisdiction, Done } from '../contract.ts'
import { decide } from '../jurisdiction.ts'
import { deciders } from '../../roles.ts'
import { mayDeclineDeath } from '../rules.ts'
import { seeDeath } from '../store/deaths.ts'

export const declineJurisdiction = command({
  name: 'death.decline-jurisdiction',
  summary: 'Does not take a death on: with the reason, and who certifies it instead.',
  who: deciders,
  input: DeclineJurisdiction,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    refuseUnless(mayDeclineDeath(death))
    await codeOf(cx, 'decline-jurisdiction', input.reason)
    await decide(cx, death.root, {
      decision: 'declined',
      reason: input.reason,
      words: input.words ?? null,
      signs: input.signs ?? null,
    })
    return { id: death.id }
  },
})
