/** Answers a request to cremate: pending, approved with a number, or refused; while the cause is pending or a homicide is unread it is not approved. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ClearCremation } from '../../certification/contract.ts'
import { Done } from '../../call/contract.ts'
import { cremationPaper, keepPaper } from '../papers.ts'
import { pathologists } from '../../roles.ts'
import { mustBeAccepted } from '../../call/rules.ts'
import { seeDeath } from '../../call/store/deaths.ts'

export const clearCremation = command({
  name: 'death.clear-cremation',
  summary: 'Answers a request to cremate: pending, approved with a number, or refused.',
  who: pathologists,
  input: ClearCremation,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    refuseUnless(mustBeAccepted(death))
    if (input.state === 'approved') {
      refuseUnless(
        unless(
          death.cause === 'final' || death.cause === 'amended',
          no('death.cremation-cause-pending', {}, 'death.next-certify'),
        ),
      )
      refuseUnless(
        unless(
          death.manner !== null && death.manner !== 'pending',
          no('death.cremation-manner-open', {}, 'death.next-give-manner'),
        ),
      )
      refuseUnless(unless(death.manner !== 'homicide', no('death.cremation-homicide')))
    }
    const { state, number, words } = input
    return {
      id: await keepPaper(cx, death, {
        kind: cremationPaper,
        state,
        number: number ?? null,
        by: cx.actor.name,
        signed: state === 'approved',
        words: words ?? null,
      }),
    }
  },
})
