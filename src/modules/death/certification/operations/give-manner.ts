/** Gives the manner of death as an opinion, with how an injury happened. */
import { codeOf } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CauseCertified, GiveManner } from '../contract.ts'
import { doubtsAbout } from '../standing-words.ts'
import { pathologists } from '../../roles.ts'
import { mustBeAccepted } from '../../call/rules.ts'
import { mannersOf } from '../store/certifications.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { refreshDeaths } from '../../call/store/standing.ts'

export const giveManner = command({
  name: 'death.give-manner',
  summary: 'Gives the manner of death as an opinion, with how an injury happened.',
  who: pathologists,
  input: GiveManner,
  output: CauseCertified,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    refuseUnless(mustBeAccepted(death))
    await codeOf(cx, 'manner', input.manner)
    const before = (await mannersOf(cx, death.root)).at(-1)
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { manner: input.manner },
      rows: {
        'death.manner': [
          {
            id: cx.newId(),
            root: death.root,
            seq: (before?.seq ?? 0) + 1,
            manner: input.manner,
            how: input.how ?? null,
            injury_at_work: input.injuryAtWork ?? null,
            transport_role: input.transportRole ?? null,
            words: input.words ?? null,
          },
        ],
      },
    })
    await refreshDeaths(cx, [death.root])
    const fresh = await seeDeath(cx, death.id)
    return {
      id: death.id,
      doubts: (await doubtsAbout(cx, fresh)).map((d) => ({ key: d.key, text: cx.say(d.code, d.values) })),
    }
  },
})
