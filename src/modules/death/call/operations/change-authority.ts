/** Goes on under another law or a new order: same death, same number, same case. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ChangeAuthority, Done } from '../contract.ts'
import { decide, profileNamed } from '../jurisdiction.ts'
import { deciders } from '../../roles.ts'
import { mayChangeAuthority } from '../rules.ts'
import { seeDeath } from '../store/deaths.ts'

export const changeAuthority = command({
  name: 'death.change-authority',
  summary: 'Goes on under another law or a new order: same death, same number, same case.',
  who: deciders,
  input: ChangeAuthority,
  output: Done,
  reason: 'required',
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    refuseUnless(mayChangeAuthority(death, input))
    const profile = await profileNamed(cx, input.profile)
    await decide(
      cx,
      death.root,
      {
        decision: 'accepted',
        profile: profile.code,
        case: death.case_root,
        authority: input.withdrawn ? null : (input.authority ?? null),
        words: input.words ?? null,
        signs: profile.signs,
      },
      profile,
    )
    return { id: death.id }
  },
})
